import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsBetween } from '../../../server/src/lsp/office-edits.ts';

const before = ['第一段。', '', '| 项目 | 件数 |', '| --- | --- |', '| 新收 | 12 |', '| 结转 |  |', '', '最后一段，共12件，办结11件。', ''].join('\n');

/** Each edit as what it takes away, what it puts in its place and the line, for a text with one place changed. */
function check(change: (text: string) => string): [taken: string, put: string, line: number][] {
  return editsBetween(before, change(before)).map(({ start, end, newText, line }) => [before.slice(start, end), newText, line]);
}

function applied(text: string, edits: ReturnType<typeof editsBetween>): string {
  return edits.toReversed().reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

describe('the edits between two texts of an office file', () => {
  it('are none where nothing of the file is another one', () => {
    assert.deepEqual(check((text) => text), []);
    assert.deepEqual(check((text) => text.replace('| 新收 | 12 |', '|新收   |   12|')), []);
    assert.deepEqual(check((text) => text.replace('| --- | --- |', '| :-- | -----: |')), []);
  });

  it('are of one cell each', () => {
    assert.deepEqual(check((text) => text.replace('| 新收 | 12 |', '| 新收 | 13 |')), [['2', '3', 4]]);
    assert.deepEqual(check((text) => text.replace('| 新收 | 12 |', '| 收 | 120 |')), [['新', '', 4], ['', '0', 4]]);
    assert.deepEqual(check((text) => text.replace('| 结转 |  |', '| 结转 | 5 |')), [['', '5', 5]]);
    const empty = editsBetween(before, before.replace('| 结转 |  |', '| 结转 | 5 |'))[0];
    assert.equal(empty?.start, before.indexOf('|  |') + 2);
    assert.deepEqual(check((text) => text.replace('| 新收 | 12 |', '| 新收 | |')), [['12', '', 4]]);
  });

  it('in a cell do not end at a bar that is part of its text', () => {
    const text = '| a\\|b | 1 |\n';
    assert.deepEqual(editsBetween(text, '| a\\|c | 1 |\n').map(({ start, newText }) => [start, newText]), [[5, 'c']]);
  });

  it('leave alone what stands between two changes of a line', () => {
    assert.deepEqual(check((text) => text.replace('共12件，办结11件', '共13件，办结12件')), [['2', '3', 7], ['1', '2', 7]]);
  });

  it('tell lines that were put in or taken away', () => {
    assert.deepEqual(check((text) => text.replace('最后一段', '新的一段。\n\n最后一段')), [['', '新的一段。\n\n', 7]]);
    assert.deepEqual(check((text) => text.replace('第一段。\n\n', '')), [['第一段。\n\n', '', 0]]);
    assert.deepEqual(check((text) => text.replace('| 结转 |  |\n', '')), [['| 结转 |  |\n', '', 5]]);
  });

  it('pair a changed line with what became of it, though another was put before it', () => {
    assert.deepEqual(check((text) => text.replace('| 新收 | 12 |', '| 上年结转 | 3 |\n| 新收 | 13 |')).map(([taken, put]) => [taken, put]),
      [['', '| 上年结转 | 3 |\n'], ['2', '3']]);
    assert.deepEqual(check((text) => text.replace('第一段。\n', '新的一段。\n第一段话。\n')).map(([taken, put]) => [taken, put]),
      [['', '新的一段。\n'], ['', '话']]);
  });

  it('name the line of the new text', () => {
    assert.deepEqual(check((text) => `头一行\n\n${text.replace('| 12 |', '| 13 |')}`).map(([, , line]) => line), [0, 6]);
  });

  it('make the one text of the other, whatever they are', () => {
    const line = fc.oneof(
      fc.constantFrom('', '第一段。', '第二段，共12件。', '| 甲 | 1 |', '| 乙 | 2 |', '| 甲 | 1 | 3 |'), fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[|\n\r]/gu, '')),
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((each) => `${each}\n`).join(''));
    fc.assert(fc.property(text, text, (one, other) => {
      const edits = editsBetween(one, other);
      assert.ok(edits.every(({ end }, at) => end <= (edits[at + 1]?.start ?? one.length)));
      assert.deepEqual(editsBetween(applied(one, edits), other), []);
    }), { numRuns: 200 });
  });
});
