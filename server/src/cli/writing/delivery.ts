import { dirname, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Command } from '../arguments.ts';
import { unifiedDiff } from './diff.ts';
import { isHeldOpen } from './held-open.ts';
import type { Host } from '../host.ts';
import { systemPath, type InputFile } from '../walking/input-file.ts';
import type { Source } from '../reading/source.ts';
import { Copies } from './copies.ts';
import { clearTemporaryFiles } from './temporary-files.ts';
import { replaceFile } from './write-file.ts';

/** Where what was fixed goes: into the file, a folder of copies, standard output, or nowhere but a diff. */
export class Delivery {
  readonly #dryRun: boolean;
  readonly #copies: Copies | undefined;
  readonly #host: Host;
  readonly #cleared = new Set<string>();

  constructor({ dryRun, output }: Pick<Extract<Command, { readonly name: 'fix' }>, 'dryRun' | 'output'>, host: Host) {
    this.#dryRun = dryRun;
    this.#copies = output === undefined ? undefined : new Copies(output, host.cwd);
    this.#host = host;
  }

  /** Takes away what a run that was killed has left beside a file. */
  clearBeside({ absolute, archived, isStdin }: InputFile): void {
    const folder = dirname(absolute);
    if (!this.#dryRun && isStdin === undefined && archived === undefined && !this.#cleared.has(folder)) {
      this.#cleared.add(folder);
      clearTemporaryFiles(folder);
    }
  }

  /** Gives what is to be said of it. @throws where it cannot be delivered; nothing was written then */
  async deliver({ input, bytes, content }: Source, text: string, changed: Buffer, changes: number): Promise<string> {
    const isInput = input.isStdin === true;
    if (changes === 0 && (!isInput || this.#dryRun)) {
      return '';
    }
    if (this.#dryRun) {
      await this.#host.write(unifiedDiff(nameInDiff(input, this.#host.cwd), content?.text ?? '', text));
      return '';
    }
    if (isInput) {
      await this.#host.write(changed);
      return changes === 0 ? '' : saying(input.path, changes);
    }
    return saying(this.#copies === undefined ? inPlace(input, changed, bytes) : this.#copies.write(input, changed), changes);
  }
}

/** The name by which `patch` and `git apply` find the file from the working folder. */
function nameInDiff({ path, rawPath }: InputFile, cwd: string): string | Buffer {
  const [raw, base] = [rawPath && Buffer.from(rawPath), Buffer.from(cwd + sep)];
  return raw?.subarray(0, base.length).equals(base) ? raw.subarray(base.length) : raw ?? path;
}

function inPlace(input: InputFile, changed: Buffer, bytes: Buffer): string {
  const { path, absolute, archived } = input;
  if (archived !== undefined) {
    throw new Error(l10n.t('a file in an archive is not changed; name a folder for the corrected copies with --output'));
  }
  if (isHeldOpen(absolute)) {
    throw new Error(l10n.t('another program has the file open; close it there first'));
  }
  const otherNames = replaceFile(systemPath(input), changed, bytes);
  return otherNames === 0 ? path : l10n.t('{0} (its {1} other names, which are hard links, keep the text that it had)', path, otherNames);
}

function saying(path: string, changes: number): string {
  return `${l10n.t('{0}: {1} changed', path, changes)}\n`;
}
