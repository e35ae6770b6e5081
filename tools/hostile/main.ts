/**
 * Gives hostile files by the thousand to the command line and to the language server, as they are built (`npm run hostile -- COUNT SEED`): each has to be
 * answered, nothing may be logged as failed, nothing may take ten minutes. What fails is kept in `.hostile/`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileReports } from '../../test/support/hostile/pairs.ts';
import { hostileFile, type HostileFile } from '../../test/support/hostile/texts.ts';
import { seeded } from '../../test/support/random.ts';
import { commandLineTroubles } from './command-line.ts';
import { HostileServer } from './server.ts';

const atOnce = 100;
const [count = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const random = seeded(Number(seed));
const reports = hostileReports();
let failures = 0;

void run();

async function run(): Promise<void> {
  const server = new HostileServer();
  let [mostMemory, tried] = [0, 0];
  for (; tried < Number(count); tried += atOnce) {
    const files = Array.from({ length: Math.min(atOnce, Number(count) - tried) }, () => hostileFile(reports, random));
    const folder = written(files);
    const { troubles, memory } = commandLineTroubles(folder);
    mostMemory = Math.max(mostMemory, memory);
    tell(troubles, folder);
    for (const [at, file] of files.entries()) {
      tell(await server.troubles(file), folder, nameOf(file, at));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const { memory, longest } = await server.end();
  console.log(`seed ${seed}: ${count} files checked, read and tried to fix on the command line (${mostMemory} MB at the most) and opened in one server `
    + `(${memory} MB at the most, the slowest ${Math.round(longest)} ms), ${failures} failed`);
  process.exitCode = failures === 0 ? 0 : 1;
}

function written(files: readonly HostileFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-hostile-'));
  files.forEach((file, at) => writeFileSync(join(folder, nameOf(file, at)), file.text));
  return folder;
}

function nameOf({ language }: HostileFile, at: number): string {
  return `${at}.${language === 'markdown' ? 'md' : language === 'html' ? 'html' : 'txt'}`;
}

function tell(troubles: readonly string[], folder: string, file = ''): void {
  for (const trouble of troubles) {
    failures += 1;
    const kept = join('.hostile', `${seed}-${failures}`, file);
    mkdirSync(join('.hostile', `${seed}-${failures}`), { recursive: true });
    cpSync(join(folder, file), kept, { recursive: true });
    console.error(`${trouble.slice(0, 1000)}\nkept in ${kept}`);
  }
}
