import { compared, movesOf } from './comparing.ts';
import { inOrder, type OpenDocument, type Replacement } from './document.ts';
import { findFigure } from './model/find-figure.ts';
import type { Figure, Report, FigureValues } from './model/report.ts';
import { arithmeticCodes, type Severity } from './rules/codes.ts';
import type { Finding } from './rules/rule.ts';
import { type ReportedIdentity, reportedAs } from './model/arithmetic/reporting.ts';
import { withoutRemarks } from './syntax/text.ts';
import { startOf } from './model/places.ts';

/** A finding with its severity, before the settings are known. */
export interface Judged {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** How the figures of a report are read otherwise. */
interface Rereading {
  /** The figures that are not what they were, by id; undefined where one is no longer found. */
  readonly figures: ReadonlyMap<string, Figure | undefined>;
  /** The identities that were not broken before. */
  readonly broken: readonly ReportedIdentity[];
}

/** What a change would do to one report. */
interface ReportOutcome extends Rereading {
  readonly gone: ReadonlySet<Finding>;
  readonly fresh: readonly FreshFinding[];
}

interface FreshFinding extends Judged {
  /** Whether it stands on text that the change inserted. */
  readonly isOnInserted: boolean;
}

/** By index of the reports that a change touches; undefined where reports come or go, or a table is read on another form. */
export type Outcome = ReadonlyMap<number, ReportOutcome> | undefined;

/** What a change is meant to do to a report, and nothing else. */
export interface Claim {
  readonly report: number;
  /** The findings that it ends. */
  readonly ends?: readonly Finding[];
  /** The figures that it sets. */
  readonly sets?: FigureValues | undefined;
  /** The identities that it says it breaks. */
  readonly breaks?: readonly ReportedIdentity[] | undefined;
  /** Codes that it may bring up. */
  readonly reveals?: readonly string[] | undefined;
}

/** Applies a change, reads the text again and compares: all in a document that shares what the change leaves alone. */
export function outcomeOf(document: OpenDocument, parts: readonly Replacement[], judge: (report: Report, index: number) => readonly Judged[]): Outcome {
  if (!areApart(parts)) {
    return undefined;
  }
  const { reports: before } = document;
  const earlier = before.map((report, index) => findingsWithStarts(judge(report, index)));
  const moves = movesOf(parts);
  return document.whileChanged(parts, ({ reports: after }) => {
    const changes = rereadings(before, after);
    return changes && new Map([...changes].map(([index, change]) => {
      const judged = judge(after[index] as Report, index);
      const { gone, fresh } = compared(earlier[index] ?? nothing, findingsWithStarts(judged), moves);
      const come = new Set(fresh);
      return [index, {
        ...change, gone,
        fresh: judged.filter(({ finding }) => come.has(finding)).map((one) => ({ ...one, isOnInserted: moves.isInserted(startOf(one.finding.place)) })),
      }];
    }));
  });
}

const nothing = { findings: [], starts: [] };

function findingsWithStarts(judged: readonly Judged[]): { findings: Finding[]; starts: number[] } {
  return { findings: judged.map(({ finding }) => finding), starts: judged.map(({ finding }) => startOf(finding.place)) };
}

/** Of two texts at one place it could not be told which comes first. */
function areApart(parts: readonly Replacement[]): boolean {
  const sorted = inOrder(parts);
  return sorted.slice(1).every(({ start }, at) => start > (sorted[at] as Replacement).start && start >= (sorted[at] as Replacement).end);
}

/** How each report that is another object now is read; undefined where reports come or go, or a table is read on another form. */
export function rereadings(before: readonly Report[], after: readonly Report[]): ReadonlyMap<number, Rereading> | undefined {
  if (before.length !== after.length) {
    return undefined;
  }
  const changes = new Map<number, Rereading>();
  for (const [index, now] of after.entries()) {
    const was = before[index] as Report;
    if (now !== was) {
      const figures = changedFigures(was, now);
      if (figures === undefined) {
        return undefined;
      }
      changes.set(index, { figures, broken: newlyBroken(was, now) });
    }
  }
  return changes;
}

/** What has to be filled in where text was inserted. */
const onInserted: ReadonlySet<string> = new Set(['blank-cell', 'empty-section']);

/**
 * Whether a change does all that is claimed of it and nothing else: no other figure is another one or lost, and nothing new
 * is found but what has to be filled in on text that was inserted.
 */
export function isSound(reports: readonly Report[], outcome: Outcome, claims: readonly Claim[]): boolean {
  return outcome !== undefined
    && claims.every(({ report, ends = [], sets = {} }) =>
      ends.every((finding) => outcome.get(report)?.gone.has(finding))
      && Object.entries(sets).every(([id, value]) => valueAfter(reports[report], outcome.get(report), id) === value))
    && [...outcome].every(([index, one]) => isClaimed(one, claims.filter(({ report }) => report === index)));
}

function isClaimed({ figures, fresh, broken }: ReportOutcome, claims: readonly Claim[]): boolean {
  const breaks = claims.flatMap((claim) => claim.breaks ?? []);
  return [...figures.keys()].every((id) => claims.some(({ sets }) => sets?.[id] !== undefined))
    && (breaks.length === 0 || broken.every(({ code, figure }) => breaks.some((one) => one.code === code && one.figure === figure)))
    && fresh.every(({ finding: { code }, severity, isOnInserted }) =>
      (isOnInserted && (onInserted.has(code) || severity === 'hint')) || (breaks.length > 0 && arithmeticCodes.has(code))
      || claims.some(({ reveals }) => reveals?.includes(code)));
}

function valueAfter(report: Report | undefined, outcome: ReportOutcome | undefined, id: string): number | null | undefined {
  if (outcome?.figures.has(id)) {
    return outcome.figures.get(id)?.value;
  }
  const found = report && findFigure(report, id);
  return found?.table.figures[found.definition.index]?.value;
}

/** Undefined where a table is read on another form than before. */
function changedFigures({ tables: before }: Report, { tables: after }: Report): ReadonlyMap<string, Figure | undefined> | undefined {
  const changed = new Map<string, Figure | undefined>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, now] = [before.get(id), after.get(id)];
    if (was && now && was.form !== now.form) {
      return undefined;
    }
    const form = (was ?? now)?.form;
    for (const { index, id: figure } of was === now ? [] : (form?.figures ?? [])) {
      const read = now?.figures[index];
      if (!isSameFigure(was?.figures[index], read)) {
        changed.set(figure, read);
      }
    }
  }
  return changed;
}

/** A cell that was not found and is a blank one has no other figure than before. */
function isSameFigure(was: Figure | undefined, now: Figure | undefined): boolean {
  if (!was || !now) {
    return was === now || (!was && now?.state === 'blank');
  }
  return was.state === now.state && was.value === now.value
    && (now.state === 'number' || now.state === 'blank' || withoutRemarks(was.text).trim() === withoutRemarks(now.text).trim());
}

function newlyBroken({ tables: before }: Report, { tables: after }: Report): ReportedIdentity[] {
  return [...after].flatMap(([id, table]) => {
    const was = before.get(id);
    return was === table ? [] : table.analysis.states.flatMap((state, index) =>
      (state === 'broken' && was?.analysis.states[index] !== 'broken' ? (reportedAs(table.form, index) ?? []) : []));
  });
}
