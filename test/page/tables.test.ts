import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pasteAs } from './action-list.ts';
import { goTo, openFile, runCommand } from './quick-input.ts';
import { revert } from './text.ts';
import { openWorkbench, photograph, statusSays, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('tables on the page', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let lines: readonly string[];
  /** The row of totals, counted from 1, and the column of its first figure. */
  let line = 0;
  let column = 0;

  before(async () => {
    workbench = await openWorkbench(sample);
    lines = readFileSync(join(workbench.folder, sample), 'utf8').split('\n');
    line = lineOf('| （七）总计 |');
    column = lines[line - 1]!.indexOf('| 12 |') + 3;
  });

  after(() => workbench?.close());

  function lineOf(text: string): number {
    return lines.findIndex((one) => one.includes(text)) + 1;
  }

  /** Waits until a line of the text in view holds this. */
  async function lineHolds(text: string | RegExp): Promise<void> {
    await workbench.page.locator('.monaco-editor .view-line').filter({ hasText: text }).first().waitFor();
  }

  /** Sets settings of the folder, and waits until the editor follows them. */
  async function set(settings: object, lineNumbers: 'on' | 'off'): Promise<void> {
    mkdirSync(join(workbench.folder, '.vscode'), { recursive: true });
    writeFileSync(join(workbench.folder, '.vscode/settings.json'), JSON.stringify({ ...settings, 'editor.lineNumbers': lineNumbers }));
    const numbers = workbench.page.locator('.monaco-editor .margin .line-numbers').first();
    await numbers.waitFor({ state: lineNumbers === 'on' ? 'visible' : 'detached' });
  }

  /** Goes to a place where words are highlighted; by then the extension knows too that the caret is there. */
  async function goAmongFigures(at: number, character: number): Promise<void> {
    await goTo(workbench, 1, 1);
    await goTo(workbench, at, character);
    await workbench.page.locator('.monaco-editor').locator('.wordHighlight, .wordHighlightText, .wordHighlightStrong').first().waitFor({ state: 'attached' });
  }

  async function press(key: string, times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      await workbench.page.keyboard.press(key);
    }
  }

  it('shows the state of the report in the status bar', async () => {
    // It says 正在检查 before.
    await statusSays(workbench, /年报：.*\d个错误/u);
  });

  it('counts the identities above the table', async () => {
    await goTo(workbench, line - 27, 1);
    const lens = workbench.page.locator('.codelens-decoration').filter({ hasText: '项勾稽关系' }).first();
    await lens.waitFor();
    await photograph(workbench, 'code-lens');
    assert.match(await lens.innerText(), /\d+项勾稽关系：\d+项成立，\d+项不成立，\d+项无法判断/);
  });

  /** Tab and Shift+Tab move the line, Enter opens one. */
  async function keysAreForTheText(at: number): Promise<void> {
    const { keyboard } = workbench.page;
    await goTo(workbench, at, 1);
    await keyboard.press('Tab');
    await statusSays(workbench, `Ln ${at}, Col 5`);
    await keyboard.press('Shift+Tab');
    await statusSays(workbench, `Ln ${at}, Col 1`);
    await keyboard.press('Enter');
    await statusSays(workbench, `Ln ${at + 1}, Col 1`);
    await revert(workbench);
  }

  it('leaves Tab and Enter to the text unless that is wanted', async () => {
    const { keyboard } = workbench.page;
    await goTo(workbench, line, column);
    await keyboard.press('Tab');
    await statusSays(workbench, `Ln ${line}, Col ${column + 3}`);
    await keyboard.press('Control+KeyZ');
    await keyboard.press('Enter');
    await statusSays(workbench, `Ln ${line + 1}, Col 1`);
    await keyboard.press('Control+KeyZ');
    await keysAreForTheText(line);
  });

  it('goes from figure to figure by Tab, Shift+Tab and Enter where that is wanted', async () => {
    const { keyboard } = workbench.page;
    await set({ 'disclosureReport.tabToNextFigure': true }, 'off');
    await goAmongFigures(line, column);
    // The figure that a key goes to is selected, so the caret is at its end.
    for (const [key, end] of [['Tab', 6], ['Tab', 10], ['Shift+Tab', 6], ['Enter', 10], ['Shift+Tab', 6]] as const) {
      await keyboard.press(key);
      await statusSays(workbench, `Ln ${line}, Col ${column + end} (1 selected)`);
    }
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await statusSays(workbench, `Ln ${line - 1}, Col`);
    await keyboard.press('Enter');
    await statusSays(workbench, `Ln ${line}, Col ${column + 2} (2 selected)`);
    await lineHolds(lines[line - 1]!);
  });

  it('goes on from what was typed over a figure, and from one table to the next', async () => {
    const { keyboard } = workbench.page;
    await goAmongFigures(line, column);
    await keyboard.press('Tab');
    await statusSays(workbench, '(1 selected)');
    await keyboard.type('37');
    await keyboard.press('Tab');
    await statusSays(workbench, `Ln ${line}, Col ${column + 11} (1 selected)`);
    await lineHolds('| 12 | 37 | 0 |');
    await revert(workbench);
    await goAmongFigures(line + 1, lines[line]!.length - 2);
    await keyboard.press('Tab');
    await statusSays(workbench, `Ln ${lineOf('| 1 | 0 | 0 | 0 | 1 |')}, Col 4 (1 selected)`);
  });

  it('finds the next figure from beside one, and loses no key that follows fast', async () => {
    const { keyboard } = workbench.page;
    await goAmongFigures(line, column);
    await press('ArrowRight', 3);
    await keyboard.press('Tab');
    await statusSays(workbench, `Ln ${line}, Col ${column + 6} (1 selected)`);
    await press('ArrowLeft', 12);
    await statusSays(workbench, `Ln ${line}, Col ${column - 6}`);
    await press('Tab', 6);
    await statusSays(workbench, `Ln ${line}, Col ${column + 22} (1 selected)`);
  });

  it('leaves the keys to the text at the start of a row and outside tables', async () => {
    await keysAreForTheText(line);
    await keysAreForTheText(lineOf('（一）主动公开情况'));
    await set({}, 'on');
  });

  it('names the columns of the row at the caret', async () => {
    const { page } = workbench;
    await goTo(workbench, line, column);
    await page.keyboard.press('Control+Shift+Space');
    const help = page.locator('.parameter-hints-widget').filter({ hasText: '商业企业' });
    await help.waitFor();
    await photograph(workbench, 'signature');
    assert.equal(await help.locator('.parameter.active').innerText(), '自然人');
    await page.keyboard.press('Escape');
  });

  it('adds up the figures that are selected', async () => {
    await goTo(workbench, line, column);
    await workbench.page.keyboard.press('Shift+End');
    assert.match(await (await statusSays(workbench, '合计')).innerText(), /合计29（7个数字）/);
  });

  it('adds up what several carets select: thousands, negative numbers, full-width digits', async () => {
    const { keyboard } = workbench.page;
    const text = lines.join('\n').replace('| 行政处罚 | 43 |', '| 行政处罚 | －４３ |');
    await openFile(workbench, '多处选择.md', text);
    await goTo(workbench, lineOf('| 行政许可 |'), 1);
    // One caret a line, down to the row of penalties.
    await press('Shift+Alt+ArrowDown', 3);
    await keyboard.press('Shift+End');
    const item = await statusSays(workbench, '合计1243（2个数字）');
    await photograph(workbench, 'sum');
    await keyboard.press('Escape');
    await item.waitFor({ state: 'hidden' });
  });

  it('adds up a column that is selected across rows', async () => {
    const { keyboard } = workbench.page;
    const row = lineOf('| 一、本年新收');
    await goTo(workbench, row, lines[row - 1]!.indexOf('| 14 |') + 2);
    await runCommand(workbench, 'Toggle Column Selection Mode');
    const mode = await statusSays(workbench, 'Column Selection');
    await keyboard.press('Shift+ArrowDown');
    await press('Shift+ArrowRight', 4);
    await statusSays(workbench, '合计15（2个数字）');
    await photograph(workbench, 'sum-column');
    await runCommand(workbench, 'Toggle Column Selection Mode');
    await mode.waitFor({ state: 'hidden' });
  });

  it('offers to paste cells as a table', async () => {
    const { page } = workbench;
    await goTo(workbench, 2, 1);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '渠道\t件数\n网站\t62\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await pasteAs(workbench, '粘贴为表格');
    await lineHolds('| 网站 | 62 |');
    await photograph(workbench, 'paste');
  });
});
