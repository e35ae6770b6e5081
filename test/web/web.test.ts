import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { startWebServer } from '../../tools/host/web.mjs';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'samples/青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md');

describe('VS Code for the Web', function () {
  this.timeout(180_000);
  let home: string;
  let server: Awaited<ReturnType<typeof startWebServer>>;
  let browser: Browser;
  let page: Page;

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'disclosure-report-web-'));
    cpSync(sample, join(home, 'report.md'));
    server = await startWebServer({
      folders: { extension: root, files: join(root, 'test/web/files'), samples: home },
      extensions: ['extension', 'files'],
      folder: { scheme: 'report', path: '/' },
      file: { scheme: 'report', path: '/report.md' },
    });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(server.origin);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('finds mistakes in a virtual folder, with the server in a web worker', async () => {
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.keyboard.press('Control+Shift+KeyM');
    const problem = page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'results-total' });
    await problem.first().waitFor();
    mkdirSync(join(root, '.screenshots'), { recursive: true });
    await page.screenshot({ path: join(root, '.screenshots/web.png') });
    assert.equal(await problem.count(), 1);
  });

  it('shows the form, and writes what is typed in it into the text', async () => {
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[type=text]').fill('>Show as Official Form');
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Show as Official Form' }).first().click();
    const form = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const total = form.locator('td.error[aria-label*="（七）总计"]');
    await total.click();
    await page.keyboard.type('13');
    await page.keyboard.press('Enter');
    await form.locator('td:not(.error)[aria-label*="（七）总计"]').filter({ hasText: '13' }).waitFor();
    await page.screenshot({ path: join(root, '.screenshots/web-preview.png') });
    await page.locator('.monaco-editor .view-line').filter({ hasText: '| （七）总计 |  | 13 |' }).first().waitFor();
  });
});
