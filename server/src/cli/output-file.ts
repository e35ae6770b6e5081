import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Host } from './host.ts';
import type { InputFile } from './input-file.ts';
import { clearTemporaryFiles, temporaryName } from './temporary-files.ts';

/** Where results go: standard output, or a file that is there, whole, once all was written. */
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
    write(data) {
      writeAll(file, typeof data === 'string' ? Buffer.from(data) : data);
      return Promise.resolve();
    },
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

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

/** @throws where the results would stand in the place of a file that was read */
export function refuseInput(output: string | undefined, files: readonly InputFile[], cwd: string): void {
  if (output !== undefined && files.some(({ absolute }) => absolute === resolve(cwd, output))) {
    throw new Error(l10n.t('the results would take the place of a file that is checked; name another file'));
  }
}
