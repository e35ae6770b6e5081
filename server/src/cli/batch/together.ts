import { createCollection, createShapePool, isConspicuous, namesOf, type Collection } from '../../collection/index.ts';
import type { BatchOptions } from './options.ts';
import type { Job, Outcome } from './file-task.ts';
import type { InputFile } from '../walking/inputs.ts';
import { createSettingsFinder } from '../reading/settings-files.ts';

/** Goes through files and gives what came of each, in their order. */
export type Run = (jobs: readonly Job[]) => AsyncIterable<Outcome>;

/**
 * Checks files that know each other: each by itself first, and when all have said what others have to know of them, those again
 * that differ from their neighbours. Gives the outcomes in the order of the files. `step` is called as each is gone through.
 */
export async function* checkTogether(files: readonly InputFile[], options: BatchOptions, run: Run, step: () => void): AsyncGenerator<Outcome> {
  if (options.command !== 'check') {
    for await (const outcome of run(files.map((input) => ({ input })))) {
      step();
      yield outcome;
    }
    return;
  }
  const { collection, outcomes } = await firstLook(files, options, run, step);
  // Copies with comments are written once, when all is known.
  const again = files.filter(({ path }) => options.comments !== undefined
    || isConspicuous(collection.reportsOf(path).map(({ report }) => report), collection.neighboursOf(path)));
  const second = run(again.map((input) => ({ input, neighbours: collection.neighboursOf(input.path) })))[Symbol.asyncIterator]();
  const wanted = new Set(again);
  try {
    for (const [at, input] of files.entries()) {
      const outcome = wanted.has(input) ? (await second.next()).value as Outcome | undefined : outcomes[at];
      outcomes[at] = undefined;
      if (outcome) {
        yield outcome;
      }
    }
  } finally {
    // Its threads would wait for more, and the command would not end.
    await second.return?.();
  }
}

async function firstLook(
  files: readonly InputFile[], options: BatchOptions, run: Run, step: () => void,
): Promise<{ collection: Collection; outcomes: (Outcome | undefined)[] }> {
  const collection = createCollection();
  const share = createShapePool();
  // What it cannot read is told of by who checks the files.
  const finder = createSettingsFinder({ cwd: options.cwd, config: options.config, onFailure: () => undefined });
  const outcomes: (Outcome | undefined)[] = [];
  for await (const outcome of run(files.map((input) => ({ input, isFirst: true })))) {
    step();
    const { digests = [], ...rest } = outcome;
    const input = files[outcomes.length];
    if (input && digests.length > 0) {
      collection.set(input.path, share(digests), namesOf(finder.find(input).settings));
    }
    outcomes.push(rest);
  }
  return { collection, outcomes };
}
