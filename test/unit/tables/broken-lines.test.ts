import assert from 'node:assert/strict';

import { read, type Reading } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

const row = '3.其他                              0    0    0    0    0    0    0';

/** The values of the row 3.其他 of a PDF's text in which its line is another one, and what is found. */
function reading(lines: string): { values: (number | null | undefined)[]; codes: string[] } {
  const { reports, diagnostics } = read(applyDiff(readBase('spaces-2021.txt'), `-${row}\n${lines.split('\n').map((line) => `+${line}`).join('\n')}\n`), 'plaintext');
  const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];
  return {
    values: columns.map((column) => reports[0]?.figures[`requests.otherResult.other.${column}`]?.value),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('a row whose note goes on in the next line', () => {
  it('is read with its figures, however short its label is beside the note', () => {
    const base = readBase('spaces-2021.txt');
    const totals = ({ reports }: Reading): unknown[] => Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith('requests.resultsTotal.') ? value : []));
    const whole = totals(read(base, 'plaintext'));
    for (const note of ['（以上各\n                                项之和）', '（即第三项\n合计）']) {
      const noted = read(base.replace(/（七）总计 /u, `（七）总计${note} `), 'plaintext');
      assert.deepEqual(totals(noted), whole, note);
      assert.equal(whole.length, 7);
      assert.deepEqual(noted.diagnostics.map(({ code }) => code), [], note);
    }
  });
});

const unread = Array<undefined>(7).fill(undefined);

describe('a line of a page whose figures are broken', () => {
  it('is not read where a line end may have broken off its last figure', () => {
    assert.deepEqual(reading('3.其他    0    1    0    0    0    9    1\n0'), { values: unread, codes: ['cell-count'] });
  });

  it('is said to be unread, and not blank, where one word stands for its figures', () => {
    for (const word of ['不适用', '无', '0、0']) {
      const { values, codes } = reading(`3.其他    ${word}`);
      assert.deepEqual(values, unread, word);
      assert.deepEqual(codes, [word === '0、0' ? 'unreadable-table' : 'cell-count'], word);
    }
  });

  it('leaves its label its own where a word stands between the figures', () => {
    assert.deepEqual(reading('3.其他    0    1    0    0    0    合计：9    10').values, unread);
  });
});
