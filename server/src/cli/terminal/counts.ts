import type { Severity } from '../../rules/codes.ts';

/** What a call has gone through so far. */
export interface Counts {
  files: number;
  reports: number;
  /** Files in folders that are no report. */
  skipped: number;
  /** Files that could not be read. */
  unread: number;
  errors: number;
  warnings: number;
  information: number;
  hints: number;
}

export function noCounts(): Counts {
  return { files: 0, reports: 0, skipped: 0, unread: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
}

const counters: Readonly<Record<Severity, 'errors' | 'warnings' | 'information' | 'hints'>> = {
  error: 'errors', warning: 'warnings', information: 'information', hint: 'hints',
};

export function countFindings(counts: Counts, findings: readonly { readonly severity: Severity }[]): void {
  for (const { severity } of findings) {
    counts[counters[severity]] += 1;
  }
}

export function addCounts(counts: Counts, more: Counts): void {
  for (const key of Object.keys(more) as (keyof Counts)[]) {
    counts[key] += more[key];
  }
}
