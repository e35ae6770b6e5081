import assert from 'node:assert/strict';
import { read, type Reading } from '../../support/reading.ts';

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];

function valuesOf({ reports }: Reading, row: string): (number | null | undefined)[] {
  return columns.map((column) => reports[0]?.figures[`requests.${row}.${column}`]?.value);
}

function table(...lines: readonly string[]): Reading {
  return read(['|          |自然人|商业企业|科研机构|社会公益|法律服务|其他|总计|', '|          |      |        |        |组织    |机构    |    |    |', ...lines].join('\n'), 'plaintext');
}

describe('cells between bars that go on in the lines below, without a rule', () => {
  it('make up one label, and the lines below it are no rows', () => {
    const reading = table(
      '|（五）不予|      |        |        |        |        |    |    |', '|处理      |      |        |        |        |        |    |    |',
      '|4.无正当理|1     |2       |3       |4       |5       |6   |21  |', '|由大量反复|      |        |        |        |        |    |    |', '|申请      |      |        |        |        |        |    |    |',
      '|5.要求行政|2     |3       |4       |5       |6       |7   |27  |', '|机关确认或|      |        |        |        |        |    |    |',
      '|重新出具已|      |        |        |        |        |    |    |', '|获取信息  |      |        |        |        |        |    |    |',
    );
    assert.deepEqual(valuesOf(reading, 'notProcessed.excessive'), [1, 2, 3, 4, 5, 6, 21]);
    assert.deepEqual(valuesOf(reading, 'notProcessed.reissue'), [2, 3, 4, 5, 6, 7, 27]);
    assert.deepEqual(reading.diagnostics.filter(({ code }) => !['missing-row', 'tables-only'].includes(code)), []);
  });

  it('make up a label that is altered, too', () => {
    const reading = table(
      '|（五）不予|      |        |        |        |        |    |    |', '|处理      |      |        |        |        |        |    |    |',
      '|4.无正当理|1     |2       |3       |4       |5       |6   |21  |', '|由多次反复|      |        |        |        |        |    |    |', '|提出申请  |      |        |        |        |        |    |    |',
      '|5.要求行政|2     |3       |4       |5       |6       |7   |27  |', '|机关确认或|      |        |        |        |        |    |    |',
      '|重新出具已|      |        |        |        |        |    |    |', '|获取信息  |      |        |        |        |        |    |    |',
    );
    assert.deepEqual(valuesOf(reading, 'notProcessed.excessive'), [1, 2, 3, 4, 5, 6, 21]);
    assert.ok(reading.diagnostics.every(({ code }) => !['unknown-row', 'blank-cell'].includes(code)));
  });

  it('are rows of their own where each begins a label', () => {
    const reading = table('|（一）予以|1     |2       |3       |4       |5       |6   |21  |', '|公开      |      |        |        |        |        |    |    |', '|（三）不予公开|   |        |        |        |        |    |    |', '|1.属于国家秘密|  |        |        |        |        |    |    |');
    assert.deepEqual(valuesOf(reading, 'granted'), [1, 2, 3, 4, 5, 6, 21]);
    assert.deepEqual(valuesOf(reading, 'denied.stateSecret'), Array(7).fill(null));
  });
});
