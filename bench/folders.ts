import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createText, type LayoutName, type State } from './documents.ts';

/** A folder of different reports. */
export interface Folder {
  readonly path: string;
  /** An empty folder beside it, for what programs keep. */
  readonly kept: string;
}

/** Writes a folder of reports, outside any that Git ignores, and all of them named .md, so that every tool takes them. */
export function writeFolder(layout: LayoutName, state: State, files: number): Folder {
  const home = join(tmpdir(), 'disclosure-report-bench', `${layout}-${state}`);
  const [path, kept] = [join(home, 'reports'), join(home, 'kept')];
  rmSync(home, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  mkdirSync(kept);
  for (let number = 0; number < files; number += 1) {
    writeFileSync(join(path, `${number}.md`), createText(layout, state, 1000 + number));
  }
  return { path, kept };
}

/** Our command line, as it ships, told to check. */
export function ourCommand(root: string, args: readonly string[]): readonly string[] {
  return [process.execPath, join(root, '.bench/dist/cli.js'), 'check', ...args];
}

/** Runs a command to its end; its output is thrown away, and findings make no failure. */
export function runToEnd([command = '', ...args]: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', cwd });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 || code === 1 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}

/** Minutes and seconds of the shell and, on the second line, of what it ran: of the user, and of the system for it. */
const shellTimes = /^.*\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/u;

/** The processor time of a command, in milliseconds. */
export function processorTimeOf(command: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', '"$@" > /dev/null 2>&1; times', 'sh', ...command], { stdio: ['ignore', 'pipe', 'ignore'], cwd });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', () => {
      const [, ...parts] = shellTimes.exec(output) ?? [];
      const [userMinutes = Number.NaN, user = Number.NaN, systemMinutes = Number.NaN, system = Number.NaN] = parts.map(Number);
      resolve(((userMinutes + systemMinutes) * 60 + user + system) * 1_000);
    });
  });
}
