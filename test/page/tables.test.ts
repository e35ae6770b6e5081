import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, openWorkbench, photograph, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('tables on the page', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  /** The row of totals, counted from 1, and the column of its first figure. */
  let line = 0;
  let column = 0;

  before(async () => {
    workbench = await openWorkbench(sample);
    set(workbench.folder, { 'disclosureReport.tabToNextFigure': true });
    const lines = readFileSync(join(workbench.folder, sample), 'utf8').split('\n');
    const index = lines.findIndex((text) => text.includes('| （七）总计 |'));
    line = index + 1;
    column = lines[index]!.indexOf('| 12 |') + 3;
  });

  after(() => workbench?.close());

  it('shows the state of the report in the status bar', async () => {
    const item = workbench.page.locator('.statusbar-item').filter({ hasText: '年报：' }).first();
    await item.waitFor();
    assert.match(await item.innerText(), /\d 个错误/);
  });

  it('counts the identities above the table', async () => {
    await goTo(workbench, line - 27, 1);
    const lens = workbench.page.locator('.codelens-decoration').filter({ hasText: '项勾稽关系' }).first();
    await lens.waitFor();
    await photograph(workbench, 'code-lens');
    assert.match(await lens.innerText(), /\d+ 项勾稽关系：\d+ 项成立，\d+ 项不成立，\d+ 项无法判断/);
  });

  it('adds up the figures that are selected', async () => {
    await goTo(workbench, line, column);
    await workbench.page.keyboard.press('Shift+End');
    const item = workbench.page.locator('.statusbar-item').filter({ hasText: '合计' }).first();
    await item.waitFor();
    assert.match(await item.innerText(), /合计 \d+（7 个数字）/);
  });

  it('goes from figure to figure by Tab where that is wanted', async () => {
    const { page } = workbench;
    await goTo(workbench, line, column);
    const row = page.locator('.monaco-editor .view-line').filter({ hasText: '（七）总计' }).first();
    const before = await row.innerText();
    await page.keyboard.press('Tab');
    // The figure that it goes to is selected.
    await page.locator('.statusbar-item').filter({ hasText: new RegExp(`Ln ${line}, Col \\d+ \\(1 selected\\)`) }).first().waitFor();
    assert.equal(await row.innerText(), before);
  });

  it('offers to paste cells as a table', async () => {
    const { page } = workbench;
    await goTo(workbench, 2, 1);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '渠道\t件数\n网站\t62\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const widget = page.locator('.post-edit-widget, .post-drop-widget').first();
    await widget.waitFor();
    await page.keyboard.press('Control+Period');
    const choice = page.locator('.action-widget .monaco-list-row').filter({ hasText: '粘贴为表格' }).first();
    await choice.waitFor();
    await photograph(workbench, 'paste');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line').filter({ hasText: '| 网站 | 62 |' }).first().waitFor();
  });
});

/** Sets settings of the folder that is open. */
function set(folder: string, settings: object): void {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}
