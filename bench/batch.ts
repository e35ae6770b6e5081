import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createText, type LayoutName, type State } from './documents.ts';
import { ours } from './edit.ts';
import { rumdlBinary } from './server.ts';
import type { Runner } from './statistics.ts';

/** A folder of different reports. */
export interface Folder {
  readonly layout: LayoutName;
  readonly state: State;
  readonly files: number;
  readonly bytes: number;
  readonly path: string;
}

/** Writes a folder of reports, outside any that Git ignores, and all of them named .md, so that every tool takes them. */
export function writeFolder(layout: LayoutName, state: State, files: number): Folder {
  const path = join(tmpdir(), 'disclosure-report-bench', `${layout}-${state}`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  let bytes = 0;
  for (let number = 0; number < files; number += 1) {
    const text = Buffer.from(createText(layout, state, 1000 + number));
    bytes += text.length;
    writeFileSync(join(path, `${number}.md`), text);
  }
  return { layout, state, files, bytes, path };
}

/** The commands that check a whole folder. */
export function batchRunners(root: string, { path }: Folder): Runner[] {
  const commands: readonly (readonly [string, readonly string[]])[] = [
    [ours, [process.execPath, join(root, '.bench/dist/cli.js'), 'check', path]],
    ['rumdl', [rumdlBinary(root), 'check', '--no-cache', path]],
    ['markdownlint-cli2', [join(root, '.bench/node_modules/.bin/markdownlint-cli2'), '*.md']],
  ];
  return commands.map(([subject, command]) => ({ subject, run: () => runToEnd(command, path) }));
}

/** Runs a command to its end; its output is thrown away, and findings make no failure. */
function runToEnd([command = '', ...args]: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', cwd });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 || code === 1 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}
