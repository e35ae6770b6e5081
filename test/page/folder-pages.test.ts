import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { runCommand } from './quick-input.ts';
import { checkFolder, closeSideBar, switchTheme } from './views.ts';
import { openWorkbench, photograph, showsText, statusSays, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('the pages about a folder', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(sample);
    await checkFolder(workbench);
    await closeSideBar(workbench);
  });

  after(() => workbench?.close());

  /** Brings a panel to the front and waits until its heading is drawn. */
  async function openPanel(command: string, heading: string): Promise<FrameLocator> {
    await runCommand(workbench, command);
    const panel = workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
    const drawn = panel.locator('h1').filter({ hasText: heading });
    // In a fresh browser the editor's service worker at times misses the first page that asks it for files.
    await drawn.waitFor({ timeout: 20_000 }).catch(() => runCommand(workbench, 'Developer: Reload Webviews'));
    await drawn.waitFor();
    return panel;
  }

  const openList = (): Promise<FrameLocator> => openPanel('查看问题清单', '问题清单');

  it('list the findings, those of a form of one\'s own too, and filter them', async () => {
    const list = await openList();
    const rows = list.locator('tbody tr:visible');
    assert.equal(await rows.count(), 11);
    assert.match(await rows.first().innerText(), /青禾县\t2025[^]*错误[^]*便民热线/u);
    await photograph(workbench, 'folder-list');
    await list.locator('select[name=severity]').selectOption('错误');
    assert.equal(await rows.count(), 3);
    await list.locator('select[name=severity]').selectOption('');
  });

  it('keep the heads of the list in sight, and room for the names of files', async () => {
    const list = await openList();
    await list.locator('tbody tr').last().scrollIntoViewIfNeeded();
    const [above, height] = await list.locator('thead th').first().evaluate((head) => [head.getBoundingClientRect().top, document.documentElement.scrollTop]);
    assert.ok(height! > 0 && above! >= 0, `${above} ${height}`);
    const lines = await list.locator('td.path').evaluateAll((cells) => cells.map((cell) => cell.clientHeight / parseFloat(getComputedStyle(cell).lineHeight)));
    assert.ok(Math.max(...lines) < 6, lines.join(' '));
  });

  it('lead to the text', async () => {
    const list = await openList();
    await list.locator('tr').filter({ hasText: 'results-total' }).filter({ hasText: '水务局' }).getByRole('button', { name: '第68行' }).click();
    await showsText(workbench, sample);
    await statusSays(workbench, 'Ln 68');
  });

  it('take down what is decided on a finding, and show it', async () => {
    const { page } = workbench;
    const list = await openList();
    const row = list.locator('tr').filter({ hasText: 'narrative-mismatch' });
    await row.getByRole('button', { name: '处理…' }).click();
    await page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: '已核实' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message').filter({ hasText: '备注' }).waitFor();
    await page.locator('.quick-input-widget input[type=text]').fill('已电话核对');
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: '已核实' }).waitFor();
    assert.match(await row.innerText(), /已电话核对/u);
    const { review } = JSON.parse(readFileSync(join(workbench.folder, '.disclosure-report.json'), 'utf8')) as { review: unknown };
    assert.deepEqual(review, [{ file: sample, code: 'narrative-mismatch', text: '18', status: 'checked', note: '已电话核对' }]);
    await photograph(workbench, 'folder-decided');
  });

  it('give an overview of the reports, whose charts compare what is alike, in both themes', async () => {
    const panel = await openPanel('查看文件夹年报概览', '文件夹年报概览');
    assert.match(await panel.locator('main > p').first().innerText(), /^8个单位的10份报告；2019至2025年度/u);
    await photograph(workbench, 'folder-page');
    const years = panel.locator('[data-choice]').first();
    assert.deepEqual((await years.locator('option').allInnerTexts()).slice(0, 3), ['2025（本年新收诉求数量）', '2025（新收）', '2024']);
    await years.locator('select').selectOption('2024');
    const chart = years.locator('figure:visible');
    assert.equal(await chart.locator('tbody tr').count(), 4);
    await chart.scrollIntoViewIfNeeded();
    await photograph(workbench, 'folder-charts-light');
    const colour = (): Promise<string> => chart.locator('rect.s0').first().evaluate((bar) => getComputedStyle(bar).fill);
    const light = await colour();
    await switchTheme(workbench, 'dark');
    await panel.locator('body.vscode-dark').waitFor();
    assert.notEqual(await colour(), light);
    await photograph(workbench, 'folder-charts-dark');
  });
});
