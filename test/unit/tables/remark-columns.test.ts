import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';

function valuesOf(rows: readonly string[], ids: readonly string[]): (number | null | undefined)[] {
  const width = rows[0]?.split('|').length ?? 0;
  const text = [rows[0], `|${' --- |'.repeat(width - 2)}`, ...rows.slice(1)].join('\n');
  const { reports } = read(text, 'markdown');
  return ids.map((id) => reports[0]?.figures[id]?.value);
}

const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'];

describe('a column that is not the form\'s', () => {
  it('holds no figure of a row where its head says that remarks stand in it', () => {
    const values = valuesOf([
      '| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | 备 注 |',
      '| （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 | 含上年两件 |',
      '| （二）部分公开 | 2 | 3 | 4 | 5 | 6 | 7 | 27 |  |',
    ], columns.map((column) => `requests.granted.${column}`));
    assert.deepEqual(values, [1, 2, 3, 4, 5, 6, 21]);
  });

  it('holds no figure where its head says that units stand in it', () => {
    const values = valuesOf([
      '| 信息内容 | 单位 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      '| 规章 | 件 | 1 | 2 | 3 |',
      '| 行政规范性文件 | 件 | 4 | 5 | 6 |',
      '| 信息内容 | 单位 | 本年处理决定数量 |  |  |',
      '| 行政许可 | 件 | 7 |  |  |',
    ], ['proactive.regulations.issued', 'proactive.regulations.repealed', 'proactive.regulations.inForce', 'proactive.licensing.decisions']);
    assert.deepEqual(values, [1, 2, 3, 7]);
  });

  it('is told of where nothing says what stands in it', () => {
    const values = valuesOf([
      '| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |  |',
      '| （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 | 含上年两件 |',
      '| （二）部分公开 | 2 | 3 | 4 | 5 | 6 | 7 | 27 |  |',
    ], columns.map((column) => `requests.granted.${column}`));
    assert.deepEqual(values, Array(7).fill(undefined));
  });
});
