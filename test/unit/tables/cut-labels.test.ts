import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

describe('the last row of a table, whose label a line end cuts before its last character', () => {
  it('has its figure', () => {
    const text = readBase('spaces-2021.txt').replace(/行政事业性收费\s+0\.5/u, '行政事业性收\n费 0.5');
    const { reports, diagnostics } = read(text, 'plaintext');
    assert.equal(reports[0]?.figures['proactive.fees.amount']?.value, 0.5);
    assert.deepEqual(diagnostics.filter(({ code }) => code === 'blank-cell' || code === 'row-label'), []);
  });
});
