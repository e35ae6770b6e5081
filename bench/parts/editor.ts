import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocument, editedIn, layoutNames, type LayoutName } from '../documents.ts';
import type { EditorTask, Step, Underlined } from '../editor/tasks.ts';
import { found, inMilliseconds, nameOf, ours, type Circumstances, type Measurement, type Part } from '../part.ts';
import { timingOf } from '../statistics.ts';

const sizes = [1, 10, 100];
/** As Markdown, which VS Code's own extension for it takes in as well, in the same process as ours; and as text of ours alone. */
const nameEnds: Readonly<Record<LayoutName, string>> = { Markdown: 'md', Word: 'disclosure-report.txt' };
const windows = 3;
const openings = 2;
const edits = 6;
const windowsQuick = 1;
const peer = 'VS Code\'s JSON';

/** Real windows are opened once for all three parts, one after the other. */
let measured: readonly Underlined[] | undefined;

/** From opening a document in a new window, whose server has to start, until a mistake is underlined. */
export const firstOpening = inEditor('editor-first', 'first', 'The first document in a window of VS Code, from opening it until its mistake is underlined',
  { name: 'The first document in VS Code until its mistake is underlined, against 250 ms', size: 1, of: 'median', milliseconds: 250 });
export const opening = inEditor('editor-opening', 'opening', 'Another document in VS Code, from opening it until its mistake is underlined',
  { name: 'A hundred reports opened in VS Code until their mistake is underlined, against 400 ms', size: 100, of: 'median', milliseconds: 400 });
export const typing = inEditor('editor-typing', 'typing', 'A digit typed in VS Code, until the mistake that it makes is underlined',
  { name: 'A digit typed among a hundred reports in VS Code until the mistake is underlined, 95 of 100 times, against 150 ms', size: 100, of: 'p95', milliseconds: 150 });

/** What is to be reached at one size. */
interface Aim {
  readonly name: string;
  readonly size: number;
  readonly of: 'median' | 'p95';
  readonly milliseconds: number;
}

function inEditor(name: string, step: Step, title: string, { name: aim, size: wanted, of, milliseconds }: Aim): Part {
  return {
    name, title, quantity: inMilliseconds, unit: 'reports',
    measure(circumstances) {
      measured ??= measureAll(circumstances);
      const own = measured.filter((one) => one.step === step);
      return Promise.resolve(layoutNames.flatMap((layout) => sizes.flatMap((size): Measurement[] => {
        const timed = [ours, peer].map((subject) => [subject, own.filter((one) => one.subject === subject && one.layout === layout && one.size === size)] as const)
          .filter(([, ones]) => ones.length > 0).map(([subject, ones]) => [subject, timingOf(ones.map(({ milliseconds }) => milliseconds))] as const);
        return timed.length === 0 ? [] : [found(name, { layout, state: 'flawed', size }, new Map(timed))];
      })));
    },
    targets: (all) => [{
      name: aim,
      reached: all.filter(({ size }) => size === wanted).map((one) => ({ what: nameOf(one), ratio: (one.timings[ours]?.[of] ?? Number.NaN) / milliseconds, limit: 1 })),
    }],
  };
}

function measureAll({ root, isQuick }: Circumstances): readonly Underlined[] {
  const all: Underlined[] = [];
  for (let window = 0; window < (isQuick ? windowsQuick : windows); window += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'disclosure-report-bench-'));
    try {
      writeTasks(folder, window);
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'bench/editor/run.mjs'), folder], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
      if (status !== 0) {
        console.log(`NOT MEASURED in VS Code, and nothing is said of it:\n${stderr.trim().slice(-1000)}`);
        return [];
      }
      all.push(...JSON.parse(readFileSync(join(folder, 'underlined.json'), 'utf8')) as Underlined[]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return all;
}

/** Ours and the peer in turns; the first of each starts its server, and which of them comes first changes from window to window. The peer's files are as long as the Markdown and stand beside it. */
function writeTasks(folder: string, window: number): void {
  const tasks: EditorTask[] = [];
  const add = (size: number, number: number, isFirst: boolean): void => {
    const all = [reportTask('Markdown'), jsonTask, ...isFirst ? [] : [reportTask('Word')]].map((taskOf) => taskOf(folder, size, number, isFirst));
    tasks.push(...window % 2 === 0 ? all : all.reverse());
  };
  add(1, 0, true);
  sizes.forEach((size) => {
    for (let number = 1; number <= openings; number += 1) {
      add(size, number, false);
    }
  });
  writeFileSync(join(folder, 'tasks.json'), JSON.stringify(tasks));
}

type TaskOf = (folder: string, size: number, number: number, isFirst: boolean) => EditorTask;

const reportTask = (layout: LayoutName): TaskOf => (folder, size, number, isFirst) => {
  // Each of other organs, since reports of one organ are compared with each other.
  const document = createDocument(layout, 'clean', size, size * 1_000 + number * 200 + (layout === 'Word' ? 500 : 0));
  const { text, at } = document;
  const right = text.charAt(at);
  const wrong = String((Number(right) + 3) % 10);
  const { start } = editedIn(document);
  const file = write(folder, `report-${size}-${number}.${nameEnds[layout]}`, `${text.slice(0, at)}${wrong}${text.slice(at + 1)}`);
  return { file, subject: ours, layout, size, isFirst, ...start, right, wrong, edits: editsOf(number) };
};

/** As long as the reports, with a mistake in the middle. */
const jsonTask: TaskOf = (folder, size, number, isFirst) => {
  const { text } = createDocument('Markdown', 'clean', size);
  const rows: string[] = [];
  for (let length = 0; length < text.length; length += rows.at(-1)?.length ?? 0) {
    rows.push(`  { "name": "第${rows.length}行", "values": [1, 2, 3, ${rows.length}] }`);
  }
  const line = rows.length >> 1;
  const row = rows[line] ?? '';
  const [right, wrong] = ['1', '!'];
  const character = row.indexOf('[1') + 1;
  rows[line] = row.replace('[1', `[${wrong}`);
  const file = write(folder, `data-${size}-${number}.json`, `[\n${rows.join(',\n')}\n]\n`);
  return { file, subject: peer, layout: 'Markdown', size, isFirst, line: line + 1, character, right, wrong, edits: editsOf(number) };
};

/** Typing is measured in the last document of each size. */
function editsOf(number: number): number {
  return number === openings ? edits : 0;
}

function write(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return name;
}
