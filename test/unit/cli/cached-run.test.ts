import assert from 'node:assert/strict';
import type { Job, Outcome } from '../../../server/src/cli/batch/file-task.ts';
import { cachedRun } from '../../../server/src/cli/batch/cache.ts';

const jobs = ['a.md', 'b.md', 'c.md'].map((path): Job => ({ input: { path, absolute: `/${path}`, base: '/', isNamed: false } }));
const outcomeOf = ({ input: { path } }: Job): Outcome => ({ rendered: path }) as Outcome;

describe('a run that keeps what was found', () => {
  let ended = 0;
  let kept: string[] = [];

  beforeEach(() => {
    ended = 0;
    kept = [];
  });

  function runWith(known: readonly string[]): AsyncIterable<Outcome> {
    const run = cachedRun(async function* (rest) {
      try {
        for (const job of rest) {
          yield await Promise.resolve(outcomeOf(job));
        }
      } finally {
        ended += 1;
      }
    }, {
      find: (job) => (known.includes(job.input.path) ? outcomeOf(job) : undefined),
      keep: ({ input }) => void kept.push(input.path),
    });
    return run(jobs);
  }

  it('ends the one behind it, whose threads would else wait for ever', async () => {
    for (const known of [[], ['c.md'], ['a.md', 'b.md', 'c.md']]) {
      const seen: string[] = [];
      for await (const { rendered } of runWith(known)) {
        seen.push(rendered);
      }
      assert.deepEqual(seen, ['a.md', 'b.md', 'c.md']);
      assert.equal(ended, known.length === 3 ? 0 : 1);
      assert.deepEqual(kept.splice(0), ['a.md', 'b.md', 'c.md'].filter((path) => !known.includes(path)));
      ended = 0;
    }
  });

  it('ends it also where nobody wants the rest', async () => {
    for await (const { rendered } of runWith([])) {
      assert.equal(rendered, 'a.md');
      break;
    }
    assert.equal(ended, 1);
  });
});
