import type { LayoutName, State } from './documents.ts';
import { ours } from './edit.ts';
import { floor } from './server.ts';
import type { Timing } from './statistics.ts';

/** All subjects at one task. */
export interface Measurement {
  readonly layout: LayoutName;
  readonly state: State;
  readonly size: number;
  readonly timings: Readonly<Record<string, Timing>>;
}

export interface Results {
  readonly surroundings: {
    readonly machine: string;
    readonly node: string;
    readonly date: string;
    readonly versions: Readonly<Record<string, string>>;
  };
  readonly edit: readonly Measurement[];
  readonly server: readonly Measurement[];
  readonly batch: readonly Measurement[];
}

interface Target {
  readonly name: string;
  readonly reached: readonly { readonly what: string; readonly ratio: number; readonly limit: number }[];
}

const lezer = '@lezer/markdown';

/** The targets and how far they are reached, as text for a terminal. */
export function summaryOf(results: Results): string {
  return targetsOf(results).filter(({ reached }) => reached.length > 0).map(({ name, reached }) => [
    name,
    ...reached.map(({ what, ratio, limit }) => `  ${what.padEnd(26)} ${ratio.toFixed(2).padStart(7)}  ≤ ${limit}  ${ratio <= limit ? 'reached' : 'MISSED'}`),
  ].join('\n')).join('\n');
}

/** All that was measured, as Markdown. */
export function tablesOf(results: Results): string {
  const { machine, node, date, versions } = results.surroundings;
  return [
    `Measured on ${date}: ${machine}, Node ${node}.`,
    `Versions: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '### Targets',
    targetTable(targetsOf(results)),
    '### An edit in process',
    'Median / 95th percentile in milliseconds (number of runs).',
    timingTable(results.edit, 'reports'),
    '### From didChange to publishDiagnostics over standard streams',
    'Median / 95th percentile in milliseconds (number of runs).',
    timingTable(results.server, 'reports'),
    '### A folder of different reports',
    'Median / 95th percentile in milliseconds (number of runs), the start of each program included.',
    timingTable(results.batch, 'files'),
  ].join('\n\n');
}

function targetsOf({ edit, server, batch }: Results): Target[] {
  return [
    {
      name: 'An edit in process, against the incremental parse of the same reports in Markdown by Lezer',
      reached: edit.map((one) => {
        const inMarkdown = edit.find(({ layout, state, size }) => layout === 'Markdown' && state === one.state && size === one.size) ?? one;
        return { what: nameOf(one), ratio: medianOf(one, ours) / medianOf(inMarkdown, lezer), limit: 1 };
      }),
    },
    {
      name: 'An edit in a hundred reports, against one in a single report',
      reached: edit.filter(({ size }) => size === 100).flatMap((large) => {
        const small = edit.find(({ layout, state, size }) => size === 1 && layout === large.layout && state === large.state);
        return small ? [{ what: nameOf(large), ratio: medianOf(large, ours) / medianOf(small, ours), limit: 5 }] : [];
      }),
    },
    {
      name: 'A round trip over standard streams, against a server that does nothing',
      reached: server.filter(({ size }) => size !== 10).map((one) => against(one, floor, one.size === 1 ? 1.3 : 2)),
    },
    { name: 'A folder of 500 reports, against rumdl', reached: batch.map((one) => against(one, 'rumdl', 1)) },
  ];
}

function against(measured: Measurement, peer: string, limit: number): Target['reached'][number] {
  return { what: nameOf(measured), ratio: medianOf(measured, ours) / medianOf(measured, peer), limit };
}

function nameOf({ layout, state, size }: Measurement): string {
  return `${layout}, ${state}, ${size}`;
}

function medianOf({ timings }: Measurement, subject: string): number {
  return timings[subject]?.median ?? Number.NaN;
}

function targetTable(targets: readonly Target[]): string {
  return [
    '| Target | Layout, state, reports | Ratio | Limit | |', '| --- | --- | --- | --- | --- |',
    ...targets.flatMap(({ name, reached }) => reached.map(({ what, ratio, limit }, at) =>
      `| ${at === 0 ? name : ''} | ${what} | ${ratio.toFixed(2)} | ${limit} | ${ratio <= limit ? 'reached' : '**missed**'} |`)),
  ].join('\n');
}

function timingTable(measured: readonly Measurement[], unit: string): string {
  const subjects = [...new Set(measured.flatMap(({ timings }) => Object.keys(timings)))];
  return [
    `| Layout | State | ${unit} | ${subjects.join(' | ')} |`,
    `| --- | --- | --- |${subjects.map(() => ' --- |').join('')}`,
    ...measured.map((one) =>
      `| ${one.layout} | ${one.state} | ${one.size} | ${subjects.map((subject) => shown(one.timings[subject])).join(' | ')} |`),
  ].join('\n');
}

function shown(timing: Timing | undefined): string {
  if (timing === undefined || timing.runs === 0) {
    return '–';
  }
  const digits = timing.median < 100 ? 2 : 0;
  return `${timing.median.toFixed(digits)} / ${timing.p95.toFixed(digits)} (${timing.runs})`;
}
