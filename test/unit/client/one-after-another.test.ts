import assert from 'node:assert/strict';
import { oneAfterAnother } from '../../../client/src/one-after-another.ts';

describe('tasks that run one after another', () => {
  it('begin when the one before has ended, in the order in which they were asked for', async () => {
    const steps: string[] = [];
    const tasks = oneAfterAnother();
    const task = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
    };
    await Promise.all([tasks.run(task('first')), tasks.run(task('second'))]);
    assert.deepEqual(steps, ['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('go on after one that failed', async () => {
    const ran: string[] = [];
    const tasks = oneAfterAnother();
    await tasks.run(() => Promise.reject(new Error('lost')));
    await tasks.run(async () => void ran.push('second'));
    assert.deepEqual(ran, ['second']);
  });

  it('are settled when those have ended too that were asked for meanwhile', async () => {
    const ran: string[] = [];
    const tasks = oneAfterAnother();
    void tasks.run(async () => {
      ran.push('first');
      void tasks.run(async () => void ran.push('second'));
    });
    await tasks.settled();
    assert.deepEqual(ran, ['first', 'second']);
  });
});
