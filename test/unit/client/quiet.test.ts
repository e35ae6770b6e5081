import assert from 'node:assert/strict';
import { holdBack, type HeldFinding } from '../../../client/src/quiet/hold-back.ts';
import { rowAround, type RowLines } from '../../../client/src/quiet/row.ts';

function row(text: string, line: number): RowLines {
  const lines = text.split('\n');
  return rowAround({ lineCount: lines.length, lineAt: (at) => ({ text: lines[at] ?? '' }) }, line);
}

describe('the row around a line', () => {
  it('is the line itself in Markdown and in prose', () => {
    assert.deepEqual(row('| a | 1 |\n| b | 2 |\n| c | 3 |', 1), { first: 1, last: 1 });
    assert.deepEqual(row('one\ntwo\nthree', 2), { first: 2, last: 2 });
  });
  it('is the lines behind tabs up to a blank one in the text of Word', () => {
    assert.deepEqual(row('title\n\ta\n\t1\n\n\tb\n\t2\n\t3\n\nend', 5), { first: 4, last: 6 });
  });
  it('reaches from tag to tag in a web page', () => {
    const page = '<table>\n<tr>\n<td>a</td>\n<td>1</td>\n</tr>\n<tr>\n<td>b</td>\n</tr>\n</table>\n<p>x</p>';
    assert.deepEqual(row(page, 3), { first: 1, last: 4 });
    assert.deepEqual(row(page, 6), { first: 5, last: 7 });
    assert.deepEqual(row(page, 9), { first: 9, last: 9 });
    assert.deepEqual(row('<tr><td>1</td></tr>\n<tr><td>2</td></tr>', 1), { first: 1, last: 1 });
  });
});

describe('holding findings back', () => {
  const at = (line: number, message: string, ...operands: number[]): HeldFinding => {
    const range = (of: number) => ({ start: { line: of }, end: { line: of } });
    return { range: range(line), message, relatedInformation: operands.map((operand) => ({ location: { range: range(operand) } })) };
  };
  const rowLines = { first: 4, last: 5 };
  const messages = (findings: readonly HeldFinding[]): string[] => findings.map(({ message }) => message);

  it('holds what stands in the row, and what a figure of the row takes part in', () => {
    const { shown, held } = holdBack([at(3, 'above'), at(4, 'first'), at(5, 'last'), at(9, 'total', 2, 5), at(6, 'below')], rowLines, new Set());
    assert.deepEqual(messages(shown), ['above', 'below']);
    assert.deepEqual(messages(held), ['first', 'last', 'total']);
  });

  it('goes on showing what was shown before', () => {
    const { shown, held } = holdBack([at(4, 'old'), at(4, 'new')], rowLines, new Set(['old']));
    assert.deepEqual(messages(shown), ['old']);
    assert.deepEqual(messages(held), ['new']);
  });
});
