import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

/** The figures of some rows of a report after a change, `null` for one without a value. */
function valuesOf(diff: string, rows: string): Record<string, number | null> {
  const { reports } = read(applyDiff(readBase('page-2023.html'), diff), 'html');
  return Object.fromEntries(Object.entries(reports[0]?.figures ?? {}).flatMap(([id, { value }]) => (id.startsWith(rows) ? [[id.slice(rows.length + 1), value]] : [])));
}

const carriedIn = '<tr><td colspan="3">二、上年结转政府信息公开申请数量</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>';

describe('a merged cell among figures', () => {
  it('moves none of those beside it', () => {
    const merged = '<tr><td colspan="3">二、上年结转政府信息公开申请数量</td><td>1</td><td colspan="2">0</td><td colspan="2">0</td><td>0</td><td>1</td></tr>';
    assert.deepEqual(valuesOf(`-${carriedIn}\n+${merged}\n`, 'requests.carriedIn'), { naturalPerson: 1, otherOrganization: 0, total: 1 });
  });

  it('has its place by complete rows where no heads tell it', () => {
    const heads = '<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>';
    const rules = '<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>';
    const values = valuesOf(`-${heads}\n-${rules}\n+<tr><td>规章</td><td colspan="2">0</td><td>4</td></tr>\n`, 'proactive.regulations');
    assert.deepEqual(values, { inForce: 4 });
  });

  it('that reaches into another row is no figure of either', () => {
    const documents = '<tr><td>行政规范性文件</td><td>2</td><td>1</td><td>9</td></tr>';
    const rules = '<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>';
    const diff = `-${rules}\n+<tr><td>规章</td><td>3</td><td rowspan="2">0</td><td>4</td></tr>\n-${documents}\n+<tr><td>行政规范性文件</td><td>2</td><td>9</td></tr>\n`;
    assert.deepEqual(valuesOf(diff, 'proactive.regulations'), { issued: 3, inForce: 4 });
    assert.deepEqual(valuesOf(diff, 'proactive.normativeDocuments'), { issued: 2, inForce: 9 });
  });

  it('that leaves a figure too many beside it leaves none that is certain', () => {
    const shifted = '<tr><td colspan="3">二、上年结转政府信息公开申请数量</td><td colspan="2">1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td><td>5</td></tr>';
    assert.deepEqual(valuesOf(`-${carriedIn}\n+${shifted}\n`, 'requests.carriedIn'), {});
  });

  it('in a table of one line leaves its rows without figures', () => {
    const line = '<tr><td>1</td><td>0</td><td>0</td><td>0</td><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>';
    assert.deepEqual(valuesOf(`-${line}\n+${line.replace('<td>0</td><td>0</td><td>0</td>', '<td colspan="3">0</td>')}\n`, 'review'), {});
  });

  it('of one figure is read as ever, however many columns it has', () => {
    assert.deepEqual(valuesOf('-<tr><td>行政强制</td><td colspan="3">0</td></tr>\n+<tr><td>行政强制</td><td colspan="2">7</td></tr>\n', 'proactive.coercion'), { decisions: 7 });
  });
});
