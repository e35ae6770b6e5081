import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

const above = '|  |  | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const below = '|  |  | 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';

/** What is read of two rows of a table that a line stands in place of, and the codes of what is found. */
function reading(line: string): { values: (number | null | undefined)[]; codes: string[] } {
  const { reports, diagnostics } = read(applyDiff(readBase('pipe-2020.md'), `-${above}\n-${below}\n+${line}\n`), 'markdown');
  const ids = ['endangersSecurity', 'thirdPartyRights'].flatMap((row) => ['naturalPerson', 'total'].map((column) => `requests.denied.${row}.${column}`));
  return { values: ids.map((id) => reports[0]?.figures[id]?.value), codes: diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code) };
}

describe('two rows in the cells of one', () => {
  it('are not read, whatever parts their figures, and the table is said to hold figures that cannot be told', () => {
    for (const [by, labelsBy] of [[' ', ' '], ['<br>', '<br>'], ['', ''], [' ', '']] as const) {
      const cells = [['12', '230'], ['0', '0'], ['3', '0'], ['0', '0'], ['0', '0'], ['0', '0'], ['15', '230']].map((pair) => pair.join(by)).join(' | ');
      const { values, codes } = reading(`|  |  | 3.危及“三安全一稳定”${labelsBy}4.保护第三方合法权益 | ${cells} |`);
      assert.deepEqual(values, [undefined, undefined, undefined, undefined]);
      assert.deepEqual(codes, ['unreadable-table']);
    }
  });
});

describe('a cell of a sheet with a line end inside quotation marks', () => {
  it('is one cell', () => {
    const text = readBase('tabs-2019.txt').replace('本年新公开数量', '"本年新\n公开数量"');
    assert.notEqual(text, readBase('tabs-2019.txt'));
    const figures = (of: string): unknown => Object.values(read(of, 'plaintext').reports[0]?.figures ?? {}).map(({ value }) => value);
    assert.deepEqual(figures(text), figures(readBase('tabs-2019.txt')));
    assert.deepEqual(read(text, 'plaintext').diagnostics.length, read(readBase('tabs-2019.txt'), 'plaintext').diagnostics.length);
  });
});
