import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiedFrom, copy, textOfEditor, type Source } from './clipboard.ts';
import { goTo, openFile, openWorkbench, photograph, runCommand, type Workbench } from './workbench.ts';

const markdown = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const word = '青禾县水务局2020年政府信息公开工作年度报告.txt';
const page = '云岫市卫生健康委员会2023年政府信息公开工作年度报告.html';
const sources: readonly Source[] = ['word', 'spreadsheet', 'page'];

describe('pasting on the page', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(markdown);
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  });

  after(() => workbench?.close());

  /** Pastes behind the first line that holds a text, as a table, and gives the lines that are new then. */
  async function pasteAsTable(file: string, behind: string, source: Source): Promise<string[]> {
    const { page: { keyboard }, page } = workbench;
    const lines = readFileSync(join(workbench.folder, file), 'utf8').split('\n');
    const line = lines.findIndex((one) => one.includes(behind));
    await goTo(workbench, line + 1, lines[line]!.length + 1);
    await copy(page, copiedFrom(source));
    await keyboard.press('Control+KeyV');
    await page.locator('.post-edit-widget').waitFor();
    await keyboard.press('Control+Period');
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: '粘贴为表格' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.locator('.action-widget').waitFor({ state: 'hidden' });
    await photograph(workbench, `paste-${source}-${file.slice(file.lastIndexOf('.') + 1)}`);
    const pasted = (await textOfEditor(workbench)).split('\n');
    await runCommand(workbench, 'File: Revert File');
    return pasted.slice(line + 1, line + 1 + pasted.length - lines.length);
  }

  for (const source of sources) {
    it(`makes a Markdown table of what was copied (${source})`, async () => {
      assert.deepEqual(await pasteAsTable(markdown, '（五）监督保障情况', source), [
        '', '| 公开渠道 | 信息数量（条） |  |', '| --- | --- | --- |', '|  | 2024年 | 2025年 |',
        '| 政府门户网站 | 287 | 312 |', '| 政务新媒体 |  | 1,046 |',
      ]);
    });
  }

  it('puts a block of a spreadsheet into the cells of the table that the caret is in, in one step', async () => {
    const { page: { keyboard }, page } = workbench;
    const before = (await textOfEditor(workbench)).split('\n');
    const row = before.findIndex((line) => line.startsWith('| 一、本年新收'));
    const cells = (line: string | undefined): string[] => (line ?? '').split('|').map((cell) => cell.trim());
    const first = before[row]!.search(/\d/u);
    await goTo(workbench, row + 1, first + 1);
    await copy(page, { text: '901\t902\n903\t904\n' });
    await keyboard.press('Control+KeyV');
    await page.locator('.view-line').filter({ hasText: '904' }).first().waitFor();
    await photograph(workbench, 'paste-into-cells');
    const after = (await textOfEditor(workbench)).split('\n');
    const columns = cells(before[row]).map((cell, at) => (/\d/u.test(cell) ? at : -1)).filter((at) => at >= 0).slice(0, 2);
    for (const [down, numbers] of [['901', '902'], ['903', '904']].entries()) {
      const expected = cells(before[row + down]);
      columns.forEach((column, at) => (expected[column] = numbers[at]!));
      assert.deepEqual(cells(after[row + down]), expected);
    }
    assert.deepEqual(after.toSpliced(row, 2), before.toSpliced(row, 2));
    await keyboard.press('Control+KeyZ');
    await page.locator('.view-line').filter({ hasText: '904' }).waitFor({ state: 'detached' });
    assert.deepEqual((await textOfEditor(workbench)).split('\n'), before);
  });

  for (const source of sources) {
    it(`makes a table as Word saves it as text (${source})`, async () => {
      await openFile(workbench, word);
      assert.deepEqual(await pasteAsTable(word, '（五）监督保障情况', source), [
        '', '\t公开渠道', '\t信息数量（条）', '', '\t', '\t2024年', '\t2025年', '', '\t政府门户网站', '\t287', '\t312', '',
        '\t政务新媒体', '\t', '\t1,046', '',
      ]);
    });
  }

  for (const source of sources) {
    it(`makes a table of a web page with its merged cells (${source})`, async () => {
      await openFile(workbench, page);
      const lines = await pasteAsTable(page, '全年新收政府信息公开申请', source);
      // The editor moves the lines in as far as the one above.
      assert.deepEqual(lines.map((line) => line.trim()), [
        '', '<table border="1">', '<tr><td rowspan="2">公开渠道</td><td colspan="2">信息数量（条）</td></tr>',
        '<tr><td>2024年</td><td>2025年</td></tr>', '<tr><td>政府门户网站</td><td>287</td><td>312</td></tr>',
        '<tr><td>政务新媒体</td><td></td><td>1,046</td></tr>', '</table>', '',
      ]);
    });
  }
});
