import assert from 'node:assert/strict';
import { read, type Reading } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const base = readBase('spaces-2021.txt');
/** A figure with white space before it that stands among others at the end of its line. */
const figure = /(?<=\s)\d+(?:\.\d+)?(?=[\s\d.]*$)/gmu;
const right = read(base, 'plaintext').reports[0]?.figures ?? {};

const marks: readonly (readonly [before: string, behind: string])[] = [['（', '）'], ['(', ')'], ['[', ']'], ['【', '】'], ['...', ''], ['……', ''], ['·····', '']];

function codesOf({ diagnostics }: Reading): string[] {
  return diagnostics.map(({ code }) => code);
}

describe('figures in brackets, or behind dots, with white space between them', () => {
  for (const [before, behind] of marks) {
    it(`${before}3${behind}: are said to be unread, and nothing to be missing or blank`, () => {
      const reading = read(base.replace(figure, (digits) => before + digits + behind), 'plaintext');
      assert.deepEqual(codesOf(reading), ['unreadable-table', 'unreadable-table', 'unreadable-table']);
      assert.deepEqual(Object.values(reading.reports[0]?.figures ?? {}).filter(({ value }) => value !== null), []);
    });

    it(`${before}3${behind}: where only some are, no other one is read in their place`, () => {
      const count = [...base.matchAll(figure)].length;
      assert.ok(count > 150);
      for (let step = 2; step <= 9; step += 1) {
        let at = 0;
        const reading = read(base.replace(figure, (digits) => ((at += 1) % step === 0 || at % 11 === 3 ? before + digits + behind : digits)), 'plaintext');
        const wrong = Object.entries(reading.reports[0]?.figures ?? {}).filter(([id, { value }]) => value !== null && value !== right[id]?.value);
        assert.deepEqual(wrong.map(([id]) => id), [], String(step));
        assert.deepEqual(codesOf(reading).filter((code) => code === 'missing-row' || code === 'missing-column' || code === 'blank-cell'), []);
      }
    });
  }

  it('a heading of a section of its own with one note behind it stays one', () => {
    const text = base.replace(/(?<=\n)(?=四、政府信息公开)/u, '（一）案卷管理情况 （3）\n\n本年整理案卷三批。\n\n');
    assert.deepEqual(codesOf(read(text, 'plaintext')), codesOf(read(base, 'plaintext')));
  });
});
