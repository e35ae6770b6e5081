import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const base = readBase('2021.md');
const figures = '| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |';

function reading(lines: string): { total: unknown; codes: string[] } {
  assert.ok(base.includes(figures));
  const { reports, diagnostics } = read(base.replace(figures, lines), 'markdown');
  return { total: reports[0]?.figures['review.reconsideration.total']?.value, codes: diagnostics.map(({ code }) => code) };
}

describe('two lines of figures below the heads of section 四', () => {
  it("are not read where they differ: one may be last year's", () => {
    assert.deepEqual(reading(`${figures.replace('| 1 | 0 | 0 | 0 | 1 |', '| 4 | 0 | 0 | 0 | 4 |')}\n${figures}`), { total: undefined, codes: ['unreadable-table'] });
  });

  it('are one where they are the same', () => {
    assert.deepEqual(reading(`${figures}\n${figures}`), { total: 1, codes: [] });
  });

  it('are one where the first only numbers the columns', () => {
    const numbers = `| ${Array.from({ length: 15 }, (_, at) => at + 1).join(' | ')} |`;
    assert.deepEqual(reading(`${numbers}\n${figures}`), { total: 1, codes: [] });
  });
});
