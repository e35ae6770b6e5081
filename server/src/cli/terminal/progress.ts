import * as l10n from '@vscode/l10n';
import type { Host } from '../host.ts';

/** A line on the terminal that says how far the work has come, once it takes long. */
export interface Progress {
  step(): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const patience = 1000;
const pause = 200;

/** `now` gives milliseconds. */
export function createProgress(
  host: Pick<Host, 'errIsTerminal' | 'showProgress'>, total: number, now: () => number = Date.now,
): Progress {
  let done = 0;
  let last = now() + patience - pause;
  let isShown = false;
  return {
    step() {
      done += 1;
      if (host.errIsTerminal && now() - last >= pause) {
        last = now();
        isShown = true;
        host.showProgress(l10n.t('{0} of {1} files', done, total));
      }
    },
    clear() {
      if (isShown) {
        host.showProgress('');
        isShown = false;
      }
    },
  };
}
