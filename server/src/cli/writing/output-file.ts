import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Host } from '../host.ts';
import { systemPath, type InputFile } from '../walking/input-file.ts';
import { clearTemporaryFiles, temporaryName } from './temporary-files.ts';

/** Where results go: standard output, a file that is there, whole, once all was written, or a pipe or device. */
export interface Output {
  write(data: string | Uint8Array): Promise<void>;
  /** @throws where the file cannot be written */
  finish(): void;
  /** Leaves what was there as it was. */
  discard(): void;
}

/** @throws where the file cannot be written */
export function openOutput(output: string | undefined, host: Host): Output {
  if (output === undefined) {
    return { write: (data) => host.write(data), finish: () => undefined, discard: () => undefined };
  }
  const target = resolve(host.cwd, output);
  const status = statSync(target, { throwIfNoEntry: false });
  if (status === undefined) {
    return openBeside(target);
  }
  return status.isFile() ? openBeside(realpathSync(target)) : openDirectly(target);
}

/** What is there and no file, as /dev/stdout, takes what is written as it comes and stays what it is. @throws where it is a folder */
function openDirectly(target: string): Output {
  const file = openSync(target, 'w');
  return { write: (data) => write(file, data), finish: () => closeSync(file), discard: () => closeSync(file) };
}

function openBeside(target: string): Output {
  mkdirSync(dirname(target), { recursive: true });
  clearTemporaryFiles(dirname(target));
  const temporary = join(dirname(target), temporaryName());
  const file = openSync(temporary, 'wx');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) {
      isOpen = false;
      closeSync(file);
    }
  };
  return {
    write: (data) => write(file, data),
    finish() {
      close();
      renameSync(temporary, target);
    },
    discard() {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

function write(file: number, data: string | Uint8Array): Promise<void> {
  writeFileSync(file, data);
  return Promise.resolve();
}

/** @throws where the results would stand in the place of a file that was read */
export function refuseInput(output: string | undefined, files: readonly InputFile[], cwd: string): void {
  const target = output === undefined ? undefined : identityOf(resolve(cwd, output));
  if (target !== undefined && files.some((file) => identityOf(file.archived?.archive ?? systemPath(file)) === target)) {
    throw new Error(l10n.t('the results would take the place of a file that is checked; name another file'));
  }
}

/** Tells a file by whatever name: through a link, or in other letters where their case does not count. Undefined where there is none. */
function identityOf(path: string | Buffer): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
