import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];
const heads = '"","自然人","商业企业","科研机构","社会公益组织","法律服务机构","其他","总计"';

function valuesOf(lines: readonly string[], row: string): (number | null | undefined)[] {
  const { reports } = read(lines.join('\n'), 'plaintext');
  return columns.map((column) => reports[0]?.figures[`requests.${row}.${column}`]?.value);
}

describe('line ends inside quotation marks between commas', () => {
  const table = [heads, '"一、本年', '新收政府信息', '公开申请数量","1","2","3","4","5","6","21"', '"二、上年结转政府', '信息公开申请数量","2","3","4","5","6","7","27"'];

  it('are those of a cell, in the first row and in others', () => {
    assert.deepEqual(valuesOf(table, 'received'), [1, 2, 3, 4, 5, 6, 21]);
    assert.deepEqual(valuesOf(table, 'carriedIn'), [2, 3, 4, 5, 6, 7, 27]);
    assert.deepEqual(valuesOf(['"申请人', '情况","","","","","","",""', ...table], 'received'), [1, 2, 3, 4, 5, 6, 21]);
  });

  it('leave the figures of a row at their places', () => {
    const { reports } = read(table.join('\n'), 'plaintext');
    const range = reports[0]?.figures['requests.received.business']?.range;
    assert.equal(table[range?.start.line ?? 0]?.slice(range?.start.character, range?.end.character), '2');
  });

  it('are the ends of rows where no mark closes the cell', () => {
    assert.deepEqual(valuesOf([...table, '"（一）予以', '公开,"1","2","3","4","5","6","21"'], 'granted'), [1, 2, 3, 4, 5, 6, 21]);
  });
});
