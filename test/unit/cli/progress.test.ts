import assert from 'node:assert/strict';
import { createProgress } from '../../../server/src/cli/terminal/progress.ts';

/** Takes steps at these milliseconds, and gives what was written. */
function check(errIsTerminal: boolean, ...times: readonly number[]): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ errIsTerminal, showProgress: (line) => written.push(line) }, 10, () => time);
  for (time of times) {
    progress.step();
  }
  progress.clear();
  return written;
}

describe('the line of progress', () => {
  it('appears on a terminal once the work takes long, not too often, and goes away', () => {
    assert.deepEqual(check(true, 100, 900, 1100, 1150, 1250, 1400).map((text) => /\d+/u.exec(text)?.[0]), ['3', '6', undefined]);
  });

  it('does not appear for short work, nor where nobody looks', () => {
    assert.deepEqual(check(true, 100, 200), []);
    assert.deepEqual(check(false, 100, 2000, 4000), []);
  });
});
