import type { LayoutName, State } from './documents.ts';
import type { Timing } from './statistics.ts';

/** All subjects at one task. */
export interface Measurement {
  readonly layout: LayoutName;
  readonly state: State;
  /** How many reports, or files of one report each. */
  readonly size: number;
  readonly timings: Readonly<Record<string, Timing>>;
}

/** What is to be reached: one of our figures against another, at most `limit`. */
export interface Target {
  readonly name: string;
  readonly reached: readonly { readonly what: string; readonly ratio: number; readonly limit: number }[];
}

/** Where and how thoroughly is measured. */
export interface Circumstances {
  readonly root: string;
  readonly isQuick: boolean;
}

/** One thing that is measured; `npm run bench -- --only NAME` measures it alone. */
export interface Part {
  readonly name: string;
  /** Of its table. */
  readonly title: string;
  /** What the figures of the table are. */
  readonly quantity: string;
  readonly unit: 'reports' | 'files';
  measure(circumstances: Circumstances): Promise<Measurement[]>;
  targets(measured: readonly Measurement[]): readonly Target[];
}

/** The name of our own in every table. */
export const ours = 'Disclosure Report';

export const inMilliseconds = 'Median / 95th percentile in milliseconds (number of runs).';

export function nameOf({ layout, state, size }: Measurement): string {
  return `${layout}, ${state}, ${size}`;
}

export function medianOf({ timings }: Measurement, subject: string): number {
  return timings[subject]?.median ?? Number.NaN;
}

/** Ours against a peer at the same task. */
export function against(measured: Measurement, peer: string, limit: number): Target['reached'][number] {
  return { what: nameOf(measured), ratio: medianOf(measured, ours) / medianOf(measured, peer), limit };
}

/** Says what was measured, and keeps it. */
export function found(task: string, document: Pick<Measurement, 'layout' | 'state' | 'size'>, timings: ReadonlyMap<string, Timing>): Measurement {
  const { layout, state, size } = document;
  const shown = [...timings].map(([subject, { median, p95, runs }]) => `${subject} ${median.toFixed(2)}/${p95.toFixed(2)} (${runs})`);
  console.log(`${task}, ${layout}, ${state}, ${size}: ${shown.join(', ')}`);
  return { layout, state, size, timings: Object.fromEntries(timings) };
}
