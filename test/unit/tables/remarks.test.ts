import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

const row = '3.其他                              0    0    0    0    0    0    0';

/** The values of the row 3.其他 of a PDF's text in which its line is another one. */
function valuesOf(line: string): (number | null | undefined)[] {
  const { reports } = read(applyDiff(readBase('spaces-2021.txt'), `-${row}\n+${line}\n`), 'plaintext');
  const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];
  return columns.map((column) => reports[0]?.figures[`requests.otherResult.other.${column}`]?.value);
}

describe('words behind the figures of a line', () => {
  it('leave the figures what they are', () => {
    for (const remark of ['注1', '（注）', '①', '含撤回的申请', '见 第五部分']) {
      assert.deepEqual(valuesOf(`3.其他    0    2    0    0    0    0    2    ${remark}`), [0, 2, 0, 0, 0, 0, 2], remark);
    }
  });

  it('do not make up for a figure that is lost', () => {
    assert.deepEqual(valuesOf('3.其他    0    2    0    0    0    2    注1'), Array(7).fill(undefined));
  });

  it('that are a label of the form begin a row of their own', () => {
    assert.deepEqual(valuesOf('3.其他    0    2    0    0    0    0    2    （七）总计'), [0, 2, 0, 0, 0, 0, 2]);
  });

  it('that are the mark of a note right behind one leave that figure without a value, and the others theirs', () => {
    assert.deepEqual(valuesOf('3.其他    0    2①    0    0    0    0    2②'), [0, null, 0, 0, 0, 0, null]);
  });
});

describe('the mark of a note behind the one figure of a line', () => {
  it('is told of, and the row is not said to be blank', () => {
    const text = applyDiff(readBase('lines-2022.txt'), '-行政许可\n-26\n+行政许可 26①\n');
    const { reports, diagnostics } = read(text, 'plaintext');
    assert.equal(reports[0]?.figures['proactive.licensing.decisions']?.value, null);
    assert.deepEqual(diagnostics.map(({ code }) => code), ['not-a-number']);
  });
});
