import { basename, dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { InputFile } from '../walking/input-file.ts';
import { clearTemporaryFiles } from './temporary-files.ts';
import { writeFile } from './write-file.ts';

/** Copies of files in a folder, each at the place that the file had. */
export class Copies {
  readonly #folder: string;
  readonly #cwd: string;
  readonly #written = new Set<string>();

  constructor(folder: string, cwd: string) {
    this.#folder = folder;
    this.#cwd = cwd;
  }

  /** Gives the path of the copy, as the folder was given. @throws where it would overwrite the file or another copy, or cannot be written */
  write({ path, absolute, isNamed }: InputFile, bytes: Uint8Array): string {
    const place = isNamed ? basename(path) : path.split(/[/\\]/u).filter((part) => !/^(?:|\.|\.\.|[a-z]:)$/iu.test(part)).join('/');
    const copy = join(this.#folder, place);
    const target = resolve(this.#cwd, copy);
    if (target === absolute) {
      throw new Error(l10n.t('the copy would stand in the place of the file; name another folder'));
    }
    if (this.#written.has(target)) {
      throw new Error(l10n.t('another file of this name was written to {0} already', copy));
    }
    this.#written.add(target);
    clearTemporaryFiles(dirname(target));
    writeFile(target, bytes);
    return copy;
  }
}
