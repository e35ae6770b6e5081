import assert from 'node:assert/strict';
import { grammarOf } from '../../../server/src/forms/vocabulary.ts';
import { withoutHiddenCopies } from '../../../server/src/model/hidden-copies.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { parseChunk } from '../../../server/src/syntax/blocks.ts';
import { hiddenPart } from '../../../server/src/syntax/page-cuts.ts';
import type { Chunk } from '../../../server/src/syntax/tree.ts';

const grammar = grammarOf(officialForms);
const labels = officialForms[0]?.tables.get('requests')?.rows.map(({ label }) => label).slice(0, 14) ?? [];

/** A table of a page with some rows of the form: which ones a number tells, bit by bit. */
function table(rows: number): string {
  return `<table>${labels.map((label, at) => ((rows >> at) % 2 === 1 ? `<tr><td>${label}</td><td>1</td></tr>` : '')).join('')}</table>`;
}

function chunk(html: string, isHidden: boolean): Chunk {
  return parseChunk(html, isHidden ? hiddenPart : '', '', 'page', grammar);
}

/** How often labels are looked up to find out what is a copy, where tables are shown and others are hidden. */
function lookups(shown: readonly number[], hidden: readonly number[]): number {
  const chunks = [...shown.map((rows) => chunk(table(rows), false)), ...hidden.flatMap((rows) => [chunk(table(rows), true), chunk('<p>一</p>', false)])];
  withoutHiddenCopies(chunks, officialForms);
  const { has } = Set.prototype;
  let count = 0;
  Set.prototype.has = function counted(this: Set<unknown>, value) {
    count += 1;
    return has.call(this, value);
  };
  try {
    withoutHiddenCopies(chunks, officialForms);
  } finally {
    Set.prototype.has = has;
  }
  return count;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

describe('copies that a page hides', () => {
  it('are left out where their labels stand in a table that is shown, most of them at least', () => {
    const kept = (shown: number, hidden: number): number =>
      withoutHiddenCopies([chunk(table(shown), false), chunk(table(hidden), true)], officialForms).length;
    assert.equal(labels.length, 14);
    assert.deepEqual([kept(0b1111111, 0b1111111), kept(0b1111110, 0b1111111), kept(0b1111111, 0b11)], [1, 1, 1]);
    assert.deepEqual([kept(0b11, 0b1111111), kept(0b1111111, 0b11111110000000)], [2, 2]);
  });

  it('cost no more where many tables are hidden beside many others', () => {
    const few = lookups(upTo(300).map((rows) => rows * 2), upTo(300).map((rows) => rows * 2 + 1 + 8192));
    const many = lookups(upTo(2400).map((rows) => rows * 2), upTo(2400).map((rows) => rows * 2 + 1 + 8192));
    assert.ok(few > 300 && many < few * 8 * 2, `${few} lookups, and ${many} in eight times as much`);
  });
});
