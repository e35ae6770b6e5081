import { basename, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Command } from './arguments.ts';
import { unifiedDiff } from './diff.ts';
import { isHeldOpen } from './held-open.ts';
import type { Host } from './host.ts';
import type { InputFile } from './input-file.ts';
import type { Source } from './source.ts';
import { replaceFile, writeFile } from './write-file.ts';

/** Where what was fixed goes: into the file, a folder of copies, standard output, or nowhere but a diff. */
export class Delivery {
  readonly #dryRun: boolean;
  readonly #output: string | undefined;
  readonly #host: Host;
  readonly #written = new Set<string>();

  constructor({ dryRun, output }: Pick<Extract<Command, { readonly name: 'fix' }>, 'dryRun' | 'output'>, host: Host) {
    this.#dryRun = dryRun;
    this.#output = output;
    this.#host = host;
  }

  /** Gives what is to be said of it. @throws where it cannot be delivered; nothing was written then */
  async deliver({ input, bytes, content }: Source, text: string, changed: Buffer, changes: number): Promise<string> {
    const isInput = input.absolute === '-';
    if (changes === 0 && (!isInput || this.#dryRun)) {
      return '';
    }
    if (this.#dryRun) {
      await this.#host.write(unifiedDiff(input.path, content?.text ?? '', text));
      return '';
    }
    if (isInput) {
      await this.#host.write(changed);
      return changes === 0 ? '' : saying(input.path, changes);
    }
    return saying(this.#output === undefined ? inPlace(input, changed, bytes) : this.#copy(input, changed, this.#output), changes);
  }

  #copy({ path, absolute, isNamed }: InputFile, bytes: Buffer, folder: string): string {
    const place = join(folder, isNamed ? basename(path) : path.split(/[/\\]/u).filter((part) => !/^(?:|\.|\.\.|[a-z]:)$/iu.test(part)).join('/'));
    const target = resolve(this.#host.cwd, place);
    if (target === absolute) {
      throw new Error(l10n.t('the copy would stand in the place of the file; name another folder with --output'));
    }
    if (this.#written.has(target)) {
      throw new Error(l10n.t('another file of this name was written to {0} already', place));
    }
    this.#written.add(target);
    writeFile(target, bytes);
    return place;
  }
}

function inPlace({ path, absolute, archived }: InputFile, changed: Buffer, bytes: Buffer): string {
  if (archived !== undefined) {
    throw new Error(l10n.t('a file in an archive is not changed; name a folder for the corrected copies with --output'));
  }
  if (isHeldOpen(absolute)) {
    throw new Error(l10n.t('another program has the file open; close it there first'));
  }
  replaceFile(absolute, changed, bytes);
  return path;
}

function saying(path: string, changes: number): string {
  return `${l10n.t('{0}: {1} changed', path, changes)}\n`;
}
