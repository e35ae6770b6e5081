import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pasteAs } from './action-list.ts';
import { copiedFrom, copy, type Source } from './clipboard.ts';
import { goTo } from './quick-input.ts';
import { revert, textOfEditor } from './text.ts';
import { openWorkbench, photograph, type Workbench } from './workbench.ts';

const markdown = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const sources: readonly Source[] = ['word', 'spreadsheet', 'page'];

interface Place {
  readonly what: string;
  readonly file: string;
  /** On the line behind which the table is pasted. */
  readonly behind: string;
  readonly lines: readonly string[];
  /** Whether the editor moves the lines in as far as the one above. */
  readonly isMovedIn?: true;
}

const places: readonly Place[] = [
  {
    what: 'a Markdown table', file: markdown, behind: '（五）监督保障情况',
    lines: [
      '', '| 公开渠道 | 信息数量（条） |  |', '| --- | --- | --- |', '|  | 2024年 | 2025年 |',
      '| 政府门户网站 | 287 | 312 |', '| 政务新媒体 |  | 1,046 |',
    ],
  },
  {
    what: 'a table as Word saves it as text', file: '青禾县水务局2020年政府信息公开工作年度报告.txt', behind: '（五）监督保障情况',
    lines: [
      '', '\t公开渠道', '\t信息数量（条）', '', '\t', '\t2024年', '\t2025年', '', '\t政府门户网站', '\t287', '\t312', '',
      '\t政务新媒体', '\t', '\t1,046', '',
    ],
  },
  {
    what: 'a table of a web page with its merged cells', file: '云岫市卫生健康委员会2023年政府信息公开工作年度报告.html',
    behind: '全年新收政府信息公开申请',
    lines: [
      '', '<table border="1">', '<tr><td rowspan="2">公开渠道</td><td colspan="2">信息数量（条）</td></tr>',
      '<tr><td>2024年</td><td>2025年</td></tr>', '<tr><td>政府门户网站</td><td>287</td><td>312</td></tr>',
      '<tr><td>政务新媒体</td><td></td><td>1,046</td></tr>', '</table>', '',
    ],
    isMovedIn: true,
  },
];

for (const place of places) {
  describe(`pasting ${place.what}`, function () {
    this.timeout(240_000);
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench(place.file);
    });

    afterEach(() => revert(workbench));
    after(() => workbench?.close());

    for (const source of sources) {
      it(`from ${source}`, async () => {
        const { page, folder } = workbench;
        const lines = readFileSync(join(folder, place.file), 'utf8').split('\n');
        const line = lines.findIndex((one) => one.includes(place.behind));
        await goTo(workbench, line + 1, lines[line]!.length + 1);
        await copy(page, copiedFrom(source));
        await page.keyboard.press('Control+KeyV');
        await pasteAs(workbench, '粘贴为表格');
        await photograph(workbench, `paste-${source}-${place.file.slice(place.file.lastIndexOf('.') + 1)}`);
        const pasted = (await textOfEditor(workbench)).split('\n');
        const added = pasted.splice(line + 1, pasted.length - lines.length);
        assert.deepEqual(place.isMovedIn ? added.map((one) => one.trim()) : added, place.lines);
        assert.deepEqual(pasted, lines);
      });
    }
  });
}

describe('pasting numbers into the cells of a table', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(markdown);
  });

  after(() => workbench?.close());

  it('puts a block of a spreadsheet where the caret is, in one step', async () => {
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

  it('puts one number of a spreadsheet, which ends its line, into the cell', async () => {
    const { page: { keyboard }, page } = workbench;
    const before = (await textOfEditor(workbench)).split('\n');
    const row = before.findIndex((line) => line.startsWith('| 一、本年新收'));
    await goTo(workbench, row + 1, before[row]!.search(/\d/u) + 1);
    await copy(page, { text: '907\r\n' });
    await keyboard.press('Control+KeyV');
    await page.locator('.view-line').filter({ hasText: '907' }).first().waitFor();
    const after = (await textOfEditor(workbench)).split('\n');
    assert.equal(after.length, before.length);
    assert.match(after[row] ?? '', /^[^\d]*907 /u);
    await revert(workbench);
  });

  it('leaves the text alone where a block does not fit, and says why', async () => {
    const { page: { keyboard }, page } = workbench;
    const before = await textOfEditor(workbench);
    const row = before.split('\n').findIndex((line) => line.startsWith('| 一、本年新收'));
    await goTo(workbench, row + 1, before.split('\n')[row]!.search(/\d/u) + 1);
    await copy(page, { text: '1\t2\t3\t4\t5\t6\t7\t8\t9\r\n' });
    await keyboard.press('Control+KeyV');
    await page.locator('.notification-list-item').filter({ hasText: '未粘贴：粘贴的内容为1行9列' }).first().waitFor();
    await photograph(workbench, 'paste-refused');
    assert.equal(await textOfEditor(workbench), before);
  });
});
