import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { applyDiff, readBase } from '../../support/suites.ts';

const requests = '| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |';
const norms = '| 行政规范性文件 | 2 | 1 | 9 |';

/** What is read of a figure where another line stands in place of one, and which codes are found at it. */
function reading(line: string, other: string, id: string): [number | null | undefined, readonly string[]] {
  const text = applyDiff(readBase('2021.md'), `-${line}\n+${other}\n`);
  const { reports, diagnostics } = read(text, 'markdown');
  return [reports[0]?.figures[id]?.value, diagnostics.filter(({ figure }) => figure === id).map(({ code }) => code)];
}

describe('white space between the digits of a cell', () => {
  const first = 'requests.received.naturalPerson';

  it('parts figures that do not agree with the others as one', () => {
    for (const cell of ['12 12', '101 101', '101 202', '1<br>012', '１０１　２０２', '202 123 件']) {
      assert.deepEqual(reading(requests, requests.replace(' 12 ', ` ${cell} `), first), [null, ['not-a-number']], cell);
    }
  });

  it('parts thousands where an identity bears them out', () => {
    assert.deepEqual(reading(requests, requests.replace(' 12 ', ' 101 202 ').replace(' 14 ', ' 101204 '), first), [101_202, ['malformed-number']]);
    assert.deepEqual(reading(requests, requests.replace(' 12 ', ' 101<br>202 ').replace(' 14 ', ' 101204 '), first), [null, ['not-a-number']]);
  });

  it('parts the digits of a number that is written wide, as those of any other, where an identity bears it out', () => {
    for (const cell of ['1 0 2', '１ ０ ２']) {
      assert.deepEqual(reading(requests, requests.replace(' 12 ', ` ${cell} `).replace(' 14 ', ' 104 '), first), [102, ['malformed-number']], cell);
    }
    assert.deepEqual(reading(requests, requests.replace(' 12 ', ' ０ １ ').replace(' 14 ', ' 3 '), first), [null, ['not-a-number']]);
  });

  it('parts figures of one length where no identity can tell', () => {
    const id = 'proactive.normativeDocuments.inForce';
    for (const cell of ['109 209', '765 123 456', '109　209']) {
      assert.deepEqual(reading(norms, norms.replace(' 9 ', ` ${cell} `), id), [null, ['not-a-number']], cell);
    }
  });

  it('parts the figures of two rows that stand in one row, whose sums hold together as well as apart', () => {
    const two = '| 一、本年新收政府信息公开申请数量 |  |  | 1 4 | 0 2 | 2 1 | 0 0 | 0 0 | 0 0 | 3 7 |';
    for (const id of [first, 'requests.received.business', 'requests.received.total']) {
      assert.equal(reading(requests, two, id)[0], null, id);
    }
  });

  it('is a broken number wherever it stands, where sums with other figures bear it out', () => {
    const broken = '| 一、本年新收政府信息公开申请数量 |  |  | 929 8 | 2 | 0 | 0 | 0 | 0 | 930 0 |';
    assert.deepEqual(reading(requests, broken, first), [9298, ['malformed-number']]);
    assert.deepEqual(reading(requests, broken, 'requests.received.total'), [9300, ['malformed-number']]);
    assert.deepEqual(reading(requests, broken.replace('930 0', '930 1'), first), [null, ['not-a-number']]);
  });
});
