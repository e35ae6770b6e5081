import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCollection, createShapePool, namesOf } from '../../../server/src/collection/index.ts';
import { createFileTask, type Outcome } from '../../../server/src/cli/batch/file-task.ts';
import { filesOf, plantedBook, school } from '../../support/planted-book.ts';
import { makeFolder, removeFolders } from './folder.ts';

const files = 500;
/** Bytes of the heap: ten thousand reports then keep 60 MB, and the engine 20. */
const most = 6_000;

describe('what the command line keeps of each file until all are checked', () => {
  after(removeFolders);

  it('is a few kilobytes', async () => {
    const folder = makeFolder(filesOf(plantedBook()));
    const task = createFileTask({ command: 'check', format: 'json', locale: 'en', cwd: folder, config: undefined, encoding: undefined,
      colourKey: undefined, docs: folder, workspace: folder, comments: undefined, quiet: false, baseline: undefined });
    const path = join('2023', `${school}.md`);
    const outcome = await task({ input: { path, absolute: join(folder, path), base: folder, isNamed: false }, isFirst: true }, undefined);
    assert.equal(outcome.digests?.length, 1);
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const collection = createCollection();
    const share = createShapePool();
    const outcomes: Outcome[] = [];
    /** As it comes from a further thread. */
    const enter = (): void => {
      const { digests = [], ...rest } = structuredClone(outcome);
      collection.set(`/reports/${outcomes.length}.md`, share(digests), namesOf({}));
      outcomes.push(rest);
    };
    const weigh = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    enter();
    const before = weigh();
    for (let file = 0; file < files; file += 1) {
      enter();
    }
    const each = (weigh() - before) / files;
    assert.ok(each < most, `${each.toFixed(0)} bytes a file`);
  });
});
