import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { batchRunners, writeFolder, type Folder } from './batch.ts';
import { createDocument, type BenchDocument, type LayoutName, type State } from './documents.ts';
import { editRunners, editSubjects } from './edit.ts';
import { plotOf } from './plot.ts';
import { openServer, serverCommands, type OpenServer } from './server.ts';
import { measureInTurns, type Effort, type Timing } from './statistics.ts';
import { summaryOf, tablesOf, type Measurement, type Results } from './tables.ts';

const root = dirname(__dirname);
const { quick, only } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } }).values;
const layouts: readonly LayoutName[] = ['Markdown', 'Word'];
const states: readonly State[] = ['clean', 'flawed'];
const sizes = [1, 10, 100];
const files = 500;

const inProcess: Effort = quick
  ? { warmUp: 300, rounds: 8, runsPerRound: 20, pause: 0, budget: 1_500 }
  : { warmUp: 1_500, rounds: 25, runsPerRound: 40, pause: 0, budget: 5_000 };
const overStdio: Effort = quick
  ? { warmUp: 300, rounds: 5, runsPerRound: 10, pause: 8, budget: 1_500 }
  : { warmUp: 1_500, rounds: 8, runsPerRound: 25, pause: 8, budget: 7_000 };
const wholeRuns: Effort = quick
  ? { warmUp: 1, rounds: 3, runsPerRound: 1, pause: 0, budget: 4_000 }
  : { warmUp: 1, rounds: 9, runsPerRound: 1, pause: 0, budget: 12_000 };

void main();

async function main(): Promise<void> {
  const wanted = (part: string): boolean => only === undefined || only === part;
  const results: Results = {
    surroundings: surroundings(),
    edit: wanted('edit') ? await measureEdits() : [],
    server: wanted('server') ? await measureServers() : [],
    batch: wanted('batch') ? await measureBatches() : [],
  };
  writeFileSync(join(root, '.bench/results.json'), JSON.stringify(results, undefined, 2));
  console.log(`\n${summaryOf(results)}`);
  if (!quick && only === undefined) {
    writeDocs(results);
  }
}

function surroundings(): Results['surroundings'] {
  const { dependencies, native } = JSON.parse(readFileSync(join(root, 'bench/peers.json'), 'utf8')) as Record<string, Record<string, string>>;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const versions = { 'Disclosure Report': version, ...dependencies, ...native };
  return {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    versions,
  };
}

function documents(): BenchDocument[] {
  return layouts.flatMap((layout) => states.flatMap((state) => sizes.map((size) => createDocument(layout, state, size))));
}

async function measureEdits(): Promise<Measurement[]> {
  const subjects = editSubjects();
  const measured: Measurement[] = [];
  for (const document of documents()) {
    measured.push(found('edit', document, await measureInTurns(editRunners(subjects, document), inProcess)));
  }
  return measured;
}

async function measureServers(): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const document of documents()) {
    const servers: OpenServer[] = [];
    for (const [subject, command] of serverCommands(root)) {
      // One lint of a hundred reports takes markdownlint half a minute, of ten half a second.
      if (!(subject.startsWith('markdownlint') && document.size > 1)) {
        servers.push(await openServer(subject, command, document));
      }
    }
    measured.push(found('round trip', document, await measureInTurns(servers.map(({ runner }) => runner), overStdio)));
    await Promise.all(servers.map((server) => server.end()));
  }
  return measured;
}

async function measureBatches(): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const layout of layouts) {
    for (const state of states) {
      const folder: Folder = writeFolder(layout, state, files);
      measured.push(found('batch', { ...folder, size: folder.files }, await measureInTurns(batchRunners(root, folder), wholeRuns)));
    }
  }
  return measured;
}

function found(task: string, { layout, state, size }: Pick<BenchDocument, 'layout' | 'state' | 'size'>, timings: ReadonlyMap<string, Timing>): Measurement {
  const shown = [...timings].map(([subject, { median, p95, runs }]) => `${subject} ${median.toFixed(2)}/${p95.toFixed(2)} ms (${runs})`);
  console.log(`${task}, ${layout}, ${state}, ${size}: ${shown.join(', ')}`);
  return { layout, state, size, timings: Object.fromEntries(timings) };
}

/** Puts the tables between the marks of docs/performance.md, and the plot beside it. */
function writeDocs(results: Results): void {
  const path = join(root, 'docs/performance.md');
  const text = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- measured -->', '<!-- /measured -->'];
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${before}\n\n${tablesOf(results)}\n\n${after}`);
  writeFileSync(join(root, 'docs/performance.svg'), plotOf(results.edit));
}
