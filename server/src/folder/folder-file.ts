import * as l10n from '@vscode/l10n';
import type { KeyTable, QuickFix, Range, ReportState, ReviewEntry, SeverityCounts } from '../service-types.ts';
import { reviewOf } from '../settings/index.ts';
import type { Severity } from '../rules/codes.ts';
import { comparePositions } from '../syntax/positions.ts';
import type { FindingRow, FolderContent, FolderReport } from './types.ts';

/** A finding as hosts have it. */
interface ListedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly report?: number;
  readonly figure?: string;
  readonly fixes: readonly Pick<QuickFix, 'title' | 'isPreferred'>[];
}

/** All that is known of a file that was checked. */
export interface CheckedParts {
  readonly states: readonly ReportState[];
  readonly keyFigures: readonly (readonly KeyTable[])[];
  readonly findings: readonly ListedFinding[];
  /** The name by which an organ is known whatever it was called. */
  readonly organKey: (name: string) => string;
  readonly textAt: (range: Range) => string;
  /** Where in a file that is no text something stands. */
  readonly whereOf?: (range: Range) => string | undefined;
}

/** What is shown of a file in the list and on the page of its folder; nothing in it is decided yet. */
export function folderContent(parts: CheckedParts): FolderContent {
  return { reports: parts.states.map((state, at) => reportOf(state, at, parts)), rows: parts.findings.map((finding) => rowOf(finding, parts)) };
}

/** The same with what a reviewer decided, by the decisions of the settings whose file matches. */
export function withDecisions({ reports, rows }: FolderContent, review: readonly ReviewEntry[]): FolderContent {
  return { reports, rows: review.length === 0 ? rows : rows.map((row) => decided(row, review)) };
}

function decided(row: FindingRow, review: readonly ReviewEntry[]): FindingRow {
  const decision = reviewOf(row, review, () => row.text);
  return decision ? { ...row, status: decision.status, ...(decision.note ? { note: decision.note } : {}) } : row;
}

/** Who reports on which year, as far as the title says. */
function whoAndWhen(state: ReportState | undefined): Pick<FindingRow, 'organ' | 'year'> {
  return { ...(state?.organ ? { organ: state.organ } : {}), ...(state?.year ? { year: state.year } : {}) };
}

function reportOf(state: ReportState, at: number, { keyFigures, organKey, findings }: CheckedParts): FolderReport {
  const counts = countsOf(findings.filter(({ report }) => report === at));
  const { organ, title } = state;
  return { ...whoAndWhen(state), ...(organ ? { organKey: organKey(organ) } : {}), title, counts, tables: keyFigures[at] ?? [] };
}

function countsOf(findings: readonly ListedFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  findings.forEach(({ severity }) => {
    counts[severity] += 1;
  });
  return counts;
}

function rowOf(finding: ListedFinding, { states, textAt, whereOf }: CheckedParts): FindingRow {
  const { severity, code, figure, message, range, report, fixes } = finding;
  const state = report === undefined ? undefined : states[report];
  return {
    ...whoAndWhen(state), section: sectionAt(state, range),
    place: whereOf?.(range) ?? l10n.t('line {0}', range.start.line + 1),
    severity, code, message, text: textAt(range), proposal: proposalOf(fixes), range,
    ...(figure === undefined ? {} : { figure }),
  };
}

function sectionAt(state: ReportState | undefined, { start }: Range): string {
  return state?.sections.findLast((section) => section.range !== undefined
    && comparePositions(section.range.start, start) <= 0 && comparePositions(start, section.range.end) <= 0)?.title ?? '';
}

/** The preferred fix by its title; where it is open which, all of them. */
function proposalOf(fixes: ListedFinding['fixes']): string {
  const preferred = fixes.filter(({ isPreferred }) => isPreferred);
  return (preferred.length > 0 ? preferred : fixes).map(({ title }) => title).join(l10n.t('; '));
}
