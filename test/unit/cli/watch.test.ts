import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchFiles } from '../../../server/src/cli/watch/watcher.ts';
import { call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

describe('check --watch', () => {
  after(removeFolders);

  it('checks again when a report or the settings change, and not for anything else', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'x.json': '' });
    const changes = [
      () => writeFileSync(join(folder, 'a.md'), cleanReport),
      () => writeFileSync(join(folder, '.disclosure-report.json'), '{ "severity": { "information-fee": "off" } }'),
    ];
    const asked: boolean[] = [];
    const { code, out, err } = await call(folder, ['check', '--watch', '.'], {
      watch: (paths, isWanted) => {
        assert.deepEqual(paths, [folder]);
        asked.push(...['a.md', '.disclosure-report.json', 'x.json', '.x.tmp'].map((name) => isWanted(join(folder, name))));
        return {
          isWatching: true,
          changed: () => {
            changes.shift()?.();
            return Promise.resolve(changes.length > 0);
          },
          close: () => undefined,
        };
      },
    });
    assert.deepEqual(asked, [true, true, false, false]);
    assert.deepEqual([code, out.match(/Errors: \d/gu)], [0, ['Errors: 1', 'Errors: 0']]);
    assert.match(err, /Waiting for changes/u);
  });

  it('is told by the real file system', async () => {
    const folder = makeFolder({ '县/a.md': flawedReport });
    let runs = 0;
    const { out } = await call(folder, ['check', '--watch', '县'], {
      watch: (paths, isWanted) => {
        const watcher = watchFiles(paths, isWanted);
        return {
          isWatching: watcher.isWatching,
          close: () => watcher.close(),
          changed: async () => {
            runs += 1;
            if (runs > 1) {
              return false;
            }
            const changed = watcher.changed();
            writeFileSync(join(folder, '县/a.md'), cleanReport);
            return changed;
          },
        };
      },
    });
    assert.deepEqual(out.match(/Errors: \d/gu), ['Errors: 1', 'Errors: 0']);
  });

  it('follows the settings above what is watched, or those that were named, and nothing that it writes itself', async () => {
    const folder = makeFolder({ '县/乡/a.md': flawedReport, 'own.json': '{}', '县/批注/b.docx': '' });
    mkdirSync(join(folder, '.git'));
    const at = (...names: string[]) => names.map((name) => join(folder, name));
    const watchedBy = async (cwd: string, ...args: string[]) => {
      let given: readonly string[] = [];
      let isWanted: (file: string) => boolean = () => false;
      await call(join(folder, cwd), ['check', '--watch', ...args], {
        watch: (paths, wanted) => {
          [given, isWanted] = [paths, wanted];
          return { isWatching: true, changed: () => Promise.resolve(false), close: () => undefined };
        },
      });
      return { given, wanted: at('own.json', '县/批注/b.docx', '县/list.html', '县/乡/a.md').map(isWanted) };
    };
    assert.deepEqual(await watchedBy('县', '乡'), { given: at('县/乡', '.disclosure-report.json', '县/.disclosure-report.json'), wanted: [false, true, true, true] });
    assert.deepEqual(await watchedBy('.', '--config', 'own.json', '县'), { given: at('县', 'own.json'), wanted: [true, true, true, true] });
    const { wanted } = await watchedBy('.', '--comments', '县/批注', '--format', 'html', '--output', '县/list.html', '县');
    assert.deepEqual(wanted, [false, false, false, true]);
  });

  it('is told by the real file system of settings that come above a folder', async () => {
    const folder = makeFolder({ '县/a.md': flawedReport });
    const watcher = watchFiles([join(folder, '县'), join(folder, '.disclosure-report.json')], (file) => file.endsWith('.json'));
    try {
      const changed = watcher.changed();
      writeFileSync(join(folder, '.disclosure-report.json'), '{}');
      assert.equal(await changed, true);
    } finally {
      watcher.close();
    }
  });

  it('ends where nothing can change, as the check itself does', async () => {
    const folder = makeFolder();
    const missing = await call(folder, ['check', '--watch', 'a.md']);
    assert.deepEqual([missing.code, /Waiting/u.test(missing.err)], [2, false]);
    const piped = await call(folder, ['check', '--watch', '-'], { stdin: flawedReport });
    assert.deepEqual([piped.code, /Waiting/u.test(piped.err)], [1, false]);
  });
});
