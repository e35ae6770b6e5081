import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { settingsFileName } from '../../settings/index.ts';
import type { Watcher } from '../host.ts';

/** Programs write a file in several steps, and several files at once: what comes within so many milliseconds is one change. */
const pause = 100;

/** Watches folders and files; of a file its folder, since many programs put a new file in its place. */
export function watchFiles(paths: readonly string[], isWanted: (file: string) => boolean): Watcher {
  let isChanged = false;
  let wake: ((isChanged: boolean) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const note = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isChanged = wake === undefined;
      wake?.(true);
      wake = undefined;
    }, pause);
  };
  const watchers = paths.flatMap((path) => watchOne(path, (file) => isWanted(file) && note()));
  return {
    isWatching: watchers.length > 0,
    changed: () => new Promise((resolve) => {
      if (isChanged) {
        isChanged = false;
        resolve(true);
      } else {
        wake = resolve;
      }
    }),
    close() {
      clearTimeout(timer);
      watchers.forEach((watcher) => watcher.close());
      wake?.(false);
    },
  };
}

/** Nothing where a path is not there, which the check itself says; but a settings file may come. */
function watchOne(path: string, onChange: (file: string) => void): readonly FSWatcher[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined && basename(path) !== settingsFileName) {
    return [];
  }
  const isFolder = status?.isDirectory() === true;
  const folder = isFolder ? path : dirname(path);
  const watcher = watch(folder, { recursive: isFolder }, (_event, name) => {
    const file = name === null ? path : join(folder, name);
    if (isFolder || file === path || name === settingsFileName) {
      onChange(file);
    }
  });
  // A folder that is taken away while it is watched is no failure of the check.
  return [watcher.on('error', () => onChange(path))];
}
