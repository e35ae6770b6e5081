import * as l10n from '@vscode/l10n';
import type { Command } from './arguments.ts';
import { unifiedDiff } from './diff.ts';
import { isHeldOpen } from './held-open.ts';
import type { Host } from './host.ts';
import type { InputFile } from './input-file.ts';
import type { Source } from './source.ts';
import { Copies } from './copies.ts';
import { replaceFile } from './write-file.ts';

/** Where what was fixed goes: into the file, a folder of copies, standard output, or nowhere but a diff. */
export class Delivery {
  readonly #dryRun: boolean;
  readonly #copies: Copies | undefined;
  readonly #host: Host;

  constructor({ dryRun, output }: Pick<Extract<Command, { readonly name: 'fix' }>, 'dryRun' | 'output'>, host: Host) {
    this.#dryRun = dryRun;
    this.#copies = output === undefined ? undefined : new Copies(output, host.cwd);
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
    return saying(this.#copies === undefined ? inPlace(input, changed, bytes) : this.#copies.write(input, changed), changes);
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
