import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];
const duplicate = '2.重复申请                            1    0    0    0    0    0    1';
const publication = /^3\.要求提供公开出版物.*$/mu;

/** What is read of a row of a page's text in whose place other lines stand, and the errors and warnings. */
function reading(row: string, before: string | RegExp, lines: readonly string[]): { values: unknown[]; codes: string[] } {
  const base = readBase('spaces-2021.txt');
  const text = base.replace(before, lines.join('\n'));
  assert.notEqual(text, base);
  const { reports, diagnostics } = read(text, 'plaintext');
  return {
    values: columns.map((column) => reports[0]?.figures[`requests.notProcessed.${row}.${column}`]?.value),
    codes: diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code),
  };
}

const unread = columns.map(() => undefined);

describe('a row that stands twice, once with its label cut in pieces', () => {
  it("is not read, whichever of the two comes first: one may be last year's", () => {
    const whole = '3.要求提供公开出版物 5 8 1 9 5 3 31';
    const torn = ['3.要求提供公开 0 0 0 0 0 0 0', '出版物'];
    for (const lines of [[...torn, whole], [whole, ...torn], ['3.要求提供', '公开出版物 0 0 0 0 0 0 0', whole]]) {
      assert.deepEqual(reading('publication', publication, lines), { values: unread, codes: ['unreadable-table'] }, lines.join('⏎'));
    }
  });

  it('is read where its label is cut and it stands once', () => {
    for (const lines of [['3.要求提供公开 4 0 0 0 0 0 4', '出版物'], ['3.要求提供', '公开出版物 4 0 0 0 0 0 4']]) {
      assert.deepEqual(reading('publication', publication, lines).values, [4, 0, 0, 0, 0, 0, 4], lines.join('⏎'));
    }
  });

  it('leaves the rows around it as they are', () => {
    const text = readBase('spaces-2021.txt').replace(publication, '3.要求提供公开 0 0 0 0 0 0 0\n出版物\n3.要求提供公开出版物 5 8 1 9 5 3 31');
    const figures = read(text, 'plaintext').reports[0]?.figures ?? {};
    assert.deepEqual(columns.map((column) => figures[`requests.notProcessed.duplicate.${column}`]?.value), [1, 0, 0, 0, 0, 0, 1]);
  });
});

describe('a line of figures too many', () => {
  it('is not passed over behind a row that has all of its own', () => {
    assert.deepEqual(reading('duplicate', duplicate, [duplicate, '2 2 7 9 8 6 34']).codes, ['unreadable-table']);
  });
});
