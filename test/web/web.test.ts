import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { startWebServer } from '../../tools/host/web.mjs';
import { chooseAction, openLightBulb } from '../page/action-list.ts';
import { chooseCommand, goTo, runCommand } from '../page/quick-input.ts';
import { openHover, revert } from '../page/text.ts';
import { focusText, showsText } from '../page/workbench.ts';
import { docxOf } from '../support/office/docx-of.ts';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'samples/青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md');

describe('VS Code for the Web', function () {
  this.timeout(180_000);
  let home: string;
  let server: Awaited<ReturnType<typeof startWebServer>>;
  let browser: Browser;
  let page: Page;
  let lines: readonly string[];

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'disclosure-report-web-'));
    cpSync(sample, join(home, 'report.md'));
    writeFileSync(join(home, 'report.docx'), docxOf(readFileSync(sample, 'utf8').replaceAll('青禾县水务局', '青禾县农业局')));
    cpSync(join(root, 'test/fixtures/office/2021.pdf'), join(home, 'report.pdf'));
    server = await startWebServer({
      folders: { extension: root, files: join(root, 'test/web/files'), samples: home },
      extensions: ['extension', 'files'],
      folder: { scheme: 'report', path: '/' },
      file: { scheme: 'report', path: '/report.md' },
      // A form that had the focus tells so late, and would close a list that has been opened since.
      settings: { 'files.autoSave': 'off', 'workbench.tree.enableStickyScroll': false, 'workbench.quickOpen.closeOnFocusLost': false },
    });
    mkdirSync(join(root, '.screenshots'), { recursive: true });
    lines = readFileSync(sample, 'utf8').split('\n');
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
    await photograph('web');
    assert.equal(await problem.count(), 1);
  });

  it('checks all reports of the folder, which cannot be searched', async () => {
    await runCommand({ page }, 'Check All Reports of the Folder');
    const told = page.locator('.notification-list-item-message').filter({ hasText: 'Reports checked: 4; with errors: 3.' });
    await told.waitFor();
    await photograph('web-folder');
    await runCommand({ page }, 'Notifications: Clear All Notifications');
    await told.waitFor({ state: 'detached' });
  });

  it('explains a figure, counts identities and offers the right total', async () => {
    await page.keyboard.press('Control+Shift+KeyM');
    await goTo({ page }, lineOf('| （七）总计 |'), columnOf('| 12 |'));
    const hover = await openHover({ page }, '（七）总计');
    assert.match(await hover.innerText(), /=/u);
    await page.keyboard.press('Escape');
    const titles = await (await openLightBulb({ page }, lineOf('| （七）总计 |'), columnOf('| 12 |'))).allInnerTexts();
    await page.keyboard.press('Escape');
    assert.match(titles[0] ?? '', /13/u);
    await goTo({ page }, lineOf('## 三、'), 1);
    await page.locator('.codelens-decoration').filter({ hasText: /39 identities: 36 hold/u }).first().waitFor();
    await photograph('web-code-lens');
  });

  it('formats the document', async () => {
    await goTo({ page }, lineOf('| 行政处罚 |'), 1);
    await runCommand({ page }, 'Format Document');
    await lineHolds('| 行政处罚   ');
    await photograph('web-format');
    await undo('| 行政处罚 | 43 |');
  });

  it('turns a table into one with merged cells', async () => {
    await goTo({ page }, lineOf('| 行政复议 |'), 3);
    await runCommand({ page }, 'Convert Table to HTML with Merged Headers');
    await lineHolds('<td colspan="10">行政诉讼</td>');
    await undo('| 行政复议 |');
  });

  it('lets the totals follow what is typed, and undoes both together', async () => {
    const row = '| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    await goTo({ page }, lineOf(row), columnOf(row) + '2.重复申请 | '.length);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.type('3');
    await lineHolds('| 2.重复申请 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |');
    await lineHolds('| （七）总计 |  | 15 | 2 | 0 | 0 | 0 | 0 | 17 |');
    await photograph('web-totals');
    await page.keyboard.press('Control+KeyZ');
    await lineHolds(row);
    await lineHolds('| （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 15 |');
  });

  it('shows the form, and writes what is typed in it into the text', async () => {
    await focusText({ page });
    await runCommand({ page }, 'Show as Official Form');
    const form = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const total = form.locator('td.error[aria-label*="（七）总计"]');
    await total.click();
    await page.keyboard.type('13');
    await page.keyboard.press('Enter');
    await form.locator('td:not(.error)[aria-label*="（七）总计"]').filter({ hasText: '13' }).waitFor();
    await photograph('web-preview');
    await page.locator('.monaco-editor .view-line').filter({ hasText: '| （七）总计 |  | 13 |' }).first().waitFor();
  });

  it('exports the check sheet as a Word document into the folder', async () => {
    const input = await chooseCommand({ page }, 'Export the Check Sheet…');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Word document' }).click();
    const path = '/青禾县水务局2025年政府信息公开工作年度报告 (check sheet).docx';
    await page.waitForFunction((wanted) => document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value === wanted, path);
    await input.press('Enter');
    await page.locator('.notification-list-item-message').filter({ hasText: `${path.slice(1)} was written.` }).waitFor();
    await photograph('web-export');
    await runCommand({ page }, 'Notifications: Clear All Notifications');
  });

  it('writes a new report', async () => {
    const input = await chooseCommand({ page }, 'New Report…');
    await page.locator('.quick-input-title').filter({ hasText: '1/2' }).waitFor();
    await input.fill('澄溪县档案局');
    await input.press('Enter');
    await page.locator('.quick-input-title').filter({ hasText: '2/2' }).waitFor();
    await input.fill('2025');
    await input.press('Enter');
    await lineHolds('澄溪县档案局2025年政府信息公开工作年度报告');
    await photograph('web-new-report');
  });

  it('opens the text of a Word file by a click on its problem, and saves what the light bulb corrects', async () => {
    const row = '| （七）总计 |  | 12 |';
    await chooseCommand({ page }, 'View: Close All Editors');
    // What the tests before wrote is not saved.
    await page.getByRole('button', { name: "Don't Save" }).click();
    await runCommand({ page }, 'Problems: Focus on Problems View');
    await page.locator('.panel .viewpane-filter input').fill('**/*.docx');
    const rows = page.locator('.markers-panel .monaco-list-row');
    const problem = rows.filter({ hasText: 'results-total' });
    await rows.filter({ hasText: 'report.docx' }).first().waitFor();
    // The filter is followed with a delay, and until then the row of another file stands first.
    await rows.filter({ hasText: 'report.md' }).first().waitFor({ state: 'detached' });
    // What was looked at before may have scrolled the list.
    await page.locator('.markers-panel .monaco-list').press('Home');
    await problem.click();
    await showsText({ page }, 'report.docx');
    await lineHolds(row);
    const where = await page.locator('.statusbar-item').filter({ hasText: /Ln \d+, Col/u }).innerText();
    const [line, column] = (/Ln (\d+), Col (\d+)/u.exec(where) ?? []).slice(1).map(Number);
    await openLightBulb({ page }, line!, column!);
    await chooseAction({ page }, '13');
    await page.locator('.tab.active.dirty').waitFor();
    await page.keyboard.press('Control+KeyS');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await photograph('web-office');
    await runCommand({ page }, 'View: Close All Editors');
    await problem.first().waitFor({ state: 'detached' });
  });

  it('opens the text of a PDF, which a worker of its own reads, by a click on its problem', async () => {
    await page.locator('.panel .viewpane-filter input').fill('**/*.pdf');
    const problem = page.locator('.markers-panel .monaco-list-row').filter({ hasText: '929 8' });
    await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'report.md' }).first().waitFor({ state: 'detached' });
    // In its middle stands the link to the page of its rule.
    await problem.getByText('929 8').click();
    await showsText({ page }, 'report.pdf');
    await lineHolds('929 8');
    await photograph('web-pdf');
    await runCommand({ page }, 'View: Close All Editors');
  });

  function lineOf(text: string): number {
    return lines.findIndex((line) => line.includes(text)) + 1;
  }

  /** The column of the figure behind the bar that a text starts with. */
  function columnOf(text: string): number {
    return lines.find((line) => line.includes(text))!.indexOf(text) + 3;
  }

  /** Waits until a line in view holds a text, with its very spaces. */
  async function lineHolds(text: string): Promise<void> {
    await page.waitForFunction((wanted) => [...document.querySelectorAll('.monaco-editor .view-line')]
      .some((line) => line.textContent?.replace(/\u00A0/gu, ' ').includes(wanted)), text);
  }

  /** Takes back what was done, and waits until the text is there again. */
  async function undo(text: string): Promise<void> {
    await focusText({ page });
    await revert({ page });
    await lineHolds(text);
  }

  async function photograph(name: string): Promise<void> {
    await page.screenshot({ path: join(root, `.screenshots/${name}.png`) });
  }
});
