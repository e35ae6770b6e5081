import assert from 'node:assert/strict';
import { oneAtATime } from '../../../client/src/one-at-a-time.ts';

describe('a task that runs one at a time', () => {
  /** A task whose runs are ended by hand, with how many have begun. */
  function held(): { readonly ask: () => Promise<void>; readonly ends: (() => void)[] } {
    const ends: (() => void)[] = [];
    return { ask: oneAtATime(() => new Promise((resolve) => ends.push(resolve))), ends };
  }

  it('is run once more for all that was asked meanwhile, however often that was', async () => {
    const { ask, ends } = held();
    const first = ask();
    const others = [ask(), ask(), ask()];
    assert.equal(ends.length, 1);
    ends[0]?.();
    await first;
    await Promise.resolve();
    assert.equal(ends.length, 2);
    ends[1]?.();
    await Promise.all(others);
    assert.equal(ends.length, 2);
  });

  it('is run again after a run that failed', async () => {
    let runs = 0;
    const ask = oneAtATime(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('lost')) : Promise.resolve();
    });
    const first = ask();
    const second = ask();
    await assert.rejects(first);
    await second;
    await ask();
    assert.equal(runs, 3);
  });
});
