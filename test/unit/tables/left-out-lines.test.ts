import assert from 'node:assert/strict';
import { readBase } from '../../support/suites.ts';
import { read } from '../../support/reading.ts';

const base = readBase('lines-2022.txt');
const [above = '', below = ''] = base.split('五、存在的主要问题');

/** The tables with a cell on each line, without any line that stood before, as some readers of pages give them. */
const leftOut = `${above.split('\n').filter((line, at, all) => all.indexOf(line) === at).join('\n')}\n五、存在的主要问题${below}`;

describe('a page of which each line that stood before is left out', () => {
  it('is told to have lost its figures, and no row to be blank or short', () => {
    const { diagnostics } = read(leftOut, 'plaintext');
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code),
      ['unreadable-table', 'unreadable-table', 'unreadable-table']);
  });

  it('gives no figure but those that stand behind their labels', () => {
    const whole = read(base, 'plaintext').reports[0]?.figures ?? {};
    const figures = Object.entries(read(leftOut, 'plaintext').reports[0]?.figures ?? {});
    assert.ok(figures.length > 0);
    assert.deepEqual(figures.map(([id, { value }]) => [id, value]), figures.map(([id]) => [id, whole[id]?.value]));
  });
});
