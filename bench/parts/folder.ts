import { join } from 'node:path';
import { layoutNames, states } from '../documents.ts';
import { ourCommand, runToEnd, processorTimeOf, writeFolder, type Folder } from '../folders.ts';
import { against, found, inMilliseconds, ours, type Measurement, type Part } from '../part.ts';
import { rumdlBinary } from '../peers.ts';
import { measureInTurns, type Effort, type Runner } from '../statistics.ts';

const files = 500;
const thorough: Effort = { warmUp: 1, rounds: 9, runsPerRound: 1, pause: 0, budget: 12_000 };
const quick: Effort = { warmUp: 1, rounds: 3, runsPerRound: 1, pause: 0, budget: 4_000 };
const rumdl = 'rumdl';

type Commands = (root: string, folder: Folder) => readonly (readonly [subject: string, command: readonly string[]])[];

/** Each program is started anew, and checks a whole folder. */
export const batch: Part = {
  name: 'batch',
  title: 'A folder of different reports',
  quantity: `${inMilliseconds.slice(0, -1)}, the start of each program included.`,
  unit: 'files',
  measure: ({ root, isQuick }) => measureFolders('batch', isQuick, (folder) => timed(root, folder, (place, { path }) => [
    [ours, ourCommand(place, [path])],
    [rumdl, [rumdlBinary(place), 'check', '--no-cache', path]],
    ['markdownlint-cli2', [join(place, '.bench/node_modules/.bin/markdownlint-cli2'), '*.md']],
  ])),
  targets: (measured) => [{ name: 'A folder of 500 reports, against rumdl', reached: measured.map((one) => against(one, rumdl, 1)) }],
};

/** The same in processor time, that of all threads; where there is no shell that tells it, nothing is measured. */
export const processor: Part = {
  name: 'processor',
  title: 'A folder of different reports, in processor time',
  quantity: 'Median / 95th percentile in milliseconds of all processors (number of runs).',
  unit: 'files',
  measure: ({ root, isQuick }) => (process.platform === 'win32' ? Promise.resolve([]) : measureFolders('processor', isQuick, ({ path }) => [
    { subject: ours, run: () => processorTimeOf(ourCommand(root, [path]), path) },
    { subject: rumdl, run: () => processorTimeOf([rumdlBinary(root), 'check', '--no-cache', path], path) },
  ])),
  targets: (measured) => [{ name: 'A folder of 500 reports in processor time, against rumdl', reached: measured.map((one) => against(one, rumdl, 3)) }],
};

/** A folder that was checked before, both with what they keep. */
export const again: Part = {
  name: 'again',
  title: 'The same folder again, nothing changed, with caches',
  quantity: `${inMilliseconds.slice(0, -1)}, the start of each program included.`,
  unit: 'files',
  measure: ({ root, isQuick }) => measureFolders('again', isQuick, (folder) => timed(root, folder, (place, { path, kept }) => [
    [ours, ourCommand(place, ['--cache', '--cache-location', join(kept, 'ours'), path])],
    [rumdl, [rumdlBinary(place), 'check', '--cache-dir', join(kept, rumdl), path]],
  ])),
  targets: (measured) => [{ name: 'The same folder again with caches, against rumdl', reached: measured.map((one) => against(one, rumdl, 1.5)) }],
};

const nothing = 'Node alone';

/** One report, from the shell to the answer. */
export const single: Part = {
  name: 'single',
  title: 'One file, from the shell to the answer',
  quantity: inMilliseconds,
  unit: 'files',
  measure: ({ root, isQuick }) => measureFolders('single', isQuick, (folder) => timed(root, folder, (place, { path }) => [
    [ours, ourCommand(place, [join(path, '0.md')])],
    [rumdl, [rumdlBinary(place), 'check', '--no-cache', join(path, '0.md')]],
    [nothing, [process.execPath, '--eval', '0']],
  ]), 1),
  targets: (measured) => [{ name: 'One file, against a Node that does nothing', reached: measured.map((one) => against(one, nothing, 2)) }],
};

async function measureFolders(task: string, isQuick: boolean, runners: (folder: Folder) => Runner[], count = files): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const layout of layoutNames) {
    for (const state of states) {
      const folder = writeFolder(layout, state, count);
      measured.push(found(task, { layout, state, size: count }, await measureInTurns(runners(folder), isQuick ? quick : thorough)));
    }
  }
  return measured;
}

function timed(root: string, folder: Folder, commands: Commands): Runner[] {
  return commands(root, folder).map(([subject, command]) => ({ subject, run: () => runToEnd(command, folder.path) }));
}
