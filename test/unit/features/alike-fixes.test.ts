import assert from 'node:assert/strict';
import type { Diagnostic } from '../../../server/src/service-types.ts';
import { base, open, service } from './reading.ts';

function blanksOf(text: string): readonly Diagnostic[] {
  return service.diagnostics(open(text)).filter(({ code }) => code === 'blank-cell');
}

describe('blanks beside sums that are wrong', () => {
  it('are filled in only where that by itself leaves the findings as they are, whatever was asked before', () => {
    const text = base.replace('| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |', '| 7 |  | 3 |  | 4 |  | 0 | 3 | 1 | 7 |  | 1 | 0 | 12 | 5 |')
      .replace('| 行政强制 | 0 |', '| 行政强制 |  |');
    const all = blanksOf(text).map(({ fixes }) => fixes);
    assert.equal(all.length, 4);
    all.forEach((fixes, at) => assert.deepEqual(blanksOf(text)[at]?.fixes, fixes));
  });
});
