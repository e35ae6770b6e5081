import assert from 'node:assert/strict';
import { atRest } from '../../../client/src/at-rest.ts';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a task that is run at rest', () => {
  it('is run once for a key that was asked for again and again, and for each key by itself', async () => {
    const ran: string[] = [];
    const tasks = atRest(5, (key: string) => ran.push(key));
    ['a', 'a', 'b', 'a'].forEach(tasks.ask);
    assert.deepEqual(ran, []);
    await wait(30);
    assert.deepEqual(ran.sort(), ['a', 'b']);
    tasks.ask('a');
    await wait(30);
    assert.deepEqual(ran, ['a', 'b', 'a']);
  });

  it('is not run any more once that was given up', async () => {
    const ran: string[] = [];
    const tasks = atRest(5, (key: string) => ran.push(key));
    tasks.ask('a');
    tasks.dispose();
    await wait(30);
    assert.deepEqual(ran, []);
  });
});
