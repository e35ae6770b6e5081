import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isPageFormat } from '../../export/formats.ts';
import type { Command } from '../arguments.ts';
import type { Host } from '../host.ts';
import type { InputFile } from '../walking/inputs.ts';
import { writeFile } from '../writing/write-file.ts';

type ExportCommand = Extract<Command, { readonly name: 'export' }>;

/** A file that is made. */
interface Made {
  /** What it is about, for its name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Where exported files go: a folder takes one for each report and none of its own files is overwritten; a file that is named
 * is written anew; without either a text goes to standard output.
 */
export class ExportTarget {
  readonly #command: ExportCommand;
  readonly #inputs: ReadonlySet<string>;
  readonly #host: Host;
  readonly #isFolder: boolean;
  /** Held until it is certain that it is the only one. */
  #only: Made | undefined;
  #areSeveral = false;

  constructor(command: ExportCommand, inputs: readonly InputFile[], host: Host) {
    this.#command = command;
    this.#inputs = new Set(inputs.map(({ absolute }) => absolute));
    this.#host = host;
    this.#isFolder = command.output !== undefined && isFolder(command.output, resolve(host.cwd, command.output));
  }

  /** @throws where it cannot be written, or would take the place of another file */
  add(made: Made): void {
    const { output, to } = this.#command;
    if (this.#isFolder && output !== undefined) {
      if (!isPageFormat(to)) {
        throw new Error(l10n.t('the figures of all reports go into one file; name it, and not a folder'));
      }
      this.#writeInto(output, made);
    } else if (this.#only === undefined) {
      this.#only = made;
    } else if (!this.#areSeveral) {
      this.#areSeveral = true;
      throw new Error(l10n.t('there are several reports, each of which is a file of its own; name a folder with --output, with / at its end where it is not there yet'));
    }
  }

  #writeInto(folder: string, { name, bytes }: Made): void {
    const file = join(folder, `${fileName(name) || l10n.t('Report')}.${this.#command.to}`);
    const path = resolve(this.#host.cwd, file);
    if (existsSync(path)) {
      throw new Error(l10n.t('{0} is there already and is left as it is; take it away or name another folder', file));
    }
    writeFile(path, bytes);
  }

  /** @throws where the file cannot be written, or is one of those that were read */
  async finish(): Promise<void> {
    const { output } = this.#command;
    if (this.#only === undefined || this.#areSeveral) {
      return;
    }
    if (output === undefined) {
      await this.#host.write(this.#only.bytes);
      return;
    }
    const path = resolve(this.#host.cwd, output);
    if (this.#inputs.has(path)) {
      throw new Error(l10n.t('this is one of the files that are exported, and is left as it is'));
    }
    writeFile(path, this.#only.bytes);
  }
}

function isFolder(given: string, path: string): boolean {
  return /[/\\]$/u.test(given) || (existsSync(path) && statSync(path).isDirectory());
}

/** In bytes of UTF-8, as file systems count; their limit is 255 with the name's end. */
const longestName = 200;

/** A name without what a file system refuses. */
function fileName(name: string): string {
  let plain = name.replace(/[\u0000-\u001f<>:"/\\|?*]/gu, '_').replace(/(?<![. ])[. ]+$/u, '');
  while (Buffer.byteLength(plain) > longestName) {
    plain = [...plain].slice(0, -1).join('');
  }
  return plain;
}
