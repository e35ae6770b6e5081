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

type Findings = readonly { readonly severity: Severity }[];

function countFindings(counts: Counts, findings: Findings): void {
  for (const { severity } of findings) {
    counts[counters[severity]] += 1;
  }
}

/** Counts a file that was checked; undefined stands for one that is no report. */
export function countChecked(counts: Counts, checked: { readonly reports: readonly unknown[]; readonly findings: Findings } | undefined): void {
  if (checked === undefined) {
    counts.skipped += 1;
  } else {
    counts.files += 1;
    counts.reports += checked.reports.length;
    countFindings(counts, checked.findings);
  }
}

export function addCounts(counts: Counts, more: Counts): void {
  for (const key of Object.keys(more) as (keyof Counts)[]) {
    counts[key] += more[key];
  }
}
