import type { Measurement, Part, Target } from './part.ts';
import type { Timing } from './statistics.ts';

/** What the parts measured, by their names; a part that was not asked for is absent. */
export interface Results {
  readonly surroundings: {
    readonly machine: string;
    readonly node: string;
    readonly date: string;
    readonly versions: Readonly<Record<string, string>>;
  };
  readonly measured: Readonly<Record<string, readonly Measurement[]>>;
}

/** The targets and how far they are reached, as text for a terminal. */
export function summaryOf(parts: readonly Part[], results: Results): string {
  return targetsOf(parts, results).map(({ name, reached }) => [
    name,
    ...reached.map(({ what, ratio, limit }) => `  ${what.padEnd(26)} ${ratio.toFixed(2).padStart(7)}  ≤ ${limit}  ${ratio <= limit ? 'reached' : 'MISSED'}`),
  ].join('\n')).join('\n');
}

/** All that was measured, as Markdown. */
export function tablesOf(parts: readonly Part[], results: Results): string {
  const { machine, node, date, versions } = results.surroundings;
  return [
    `Measured on ${date}: ${machine}, Node ${node}.`,
    `Versions: ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '### Targets',
    targetTable(targetsOf(parts, results)),
    ...parts.flatMap(({ name, title, quantity, unit }) => {
      const measured = results.measured[name] ?? [];
      return measured.length === 0 ? [] : [`### ${title}`, quantity, timingTable(measured, unit)];
    }),
  ].join('\n\n');
}

function targetsOf(parts: readonly Part[], { measured }: Results): Target[] {
  return parts.flatMap((part) => part.targets(measured[part.name] ?? [])).filter(({ reached }) => reached.length > 0);
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
