import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measurement } from './part.ts';
import { parts } from './parts/index.ts';
import { plotOf } from './plot.ts';
import { summaryOf, tablesOf, type Results } from './tables.ts';

const root = dirname(__dirname);
const { quick: isQuick, only } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } }).values;

void main();

async function main(): Promise<void> {
  const wanted = parts.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    throw new Error(`No such part: ${only}. The parts are: ${parts.map(({ name }) => name).join(' ')}.`);
  }
  const measured: Record<string, readonly Measurement[]> = {};
  for (const part of wanted) {
    measured[part.name] = await part.measure({ root, isQuick });
  }
  const results: Results = { surroundings: surroundings(), measured };
  writeFileSync(join(root, '.bench/results.json'), JSON.stringify(results, undefined, 2));
  console.log(`\n${summaryOf(wanted, results)}`);
  if (!isQuick && only === undefined) {
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

/** Puts the tables between the marks of docs/performance.md, and the plot beside it. */
function writeDocs(results: Results): void {
  const path = join(root, 'docs/performance.md');
  const text = readFileSync(path, 'utf8');
  const [start, end] = ['<!-- measured -->', '<!-- /measured -->'];
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${before}\n\n${tablesOf(parts, results)}\n\n${after}`);
  writeFileSync(join(root, 'docs/performance.svg'), plotOf(results.measured['edit'] ?? []));
}
