import type { Diagnostic, ExtractedReport, IdentityList, QuickFix, ReportDocument, TextEdit, WantedFix } from '../../server/src/service-types.ts';
import { createReportService } from '../../server/src/service.ts';
import { applyEdits, offsets } from './checking.ts';
import { arithmeticCodes } from './reading.ts';

export const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

/** What a fresh start makes of a text. */
export interface Fresh {
  readonly text: string;
  readonly language: string;
  readonly document: ReportDocument;
  readonly reports: readonly ExtractedReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly identities: readonly IdentityList[];
}

export function openFresh(text: string, language: string): Fresh {
  const document = service.open('test:///fixes', language, 1, text);
  return {
    text, language, document, reports: service.extract(document), diagnostics: service.diagnostics(document), identities: service.identityLists(document),
  };
}

/** The ways to silence a finding by a comment. */
export function commentsFor({ document }: Fresh, diagnostic: Diagnostic): readonly QuickFix[] {
  const own = new Set(diagnostic.fixes);
  return service.quickFixes(document, diagnostic.range).filter((one) => one.diagnostic === diagnostic && !own.has(one.fix)).map(({ fix }) => fix);
}

/** What can be wrong with a fix. */
export type Flaw = 'finding stays' | 'figure lost' | 'figure changed' | 'new finding' | 'edits overlap';

/** What is wrong with a fix, with a word on where; empty where it is right. Told by comparing the text with itself after the fix, both read from fresh. */
export function flawsOfFix(before: Fresh, diagnostic: Diagnostic, fix: QuickFix): [Flaw, string][] {
  return flawsOfFixes(before, [{ diagnostic, fix }]);
}

/** The same of fixes that are applied at once. */
export function flawsOfFixes(before: Fresh, wanted: readonly WantedFix[]): [Flaw, string][] {
  const edits = distinct(wanted.flatMap(({ fix }) => fix.edits));
  const text = tryApply(before.text, edits);
  if (text === undefined) {
    return [['edits overlap', wanted.map(({ fix }) => fix.title).join(', ')]];
  }
  const after = openFresh(text, before.language);
  return [
    ...flawsOfFigures(before, after, wanted),
    ...flawsOfFindings(before, after, wanted, movedBy(before.text, edits)),
    ...flawsOfIdentities(before, after, wanted),
  ];
}

/** An edit that several fixes ask for is made once. */
function distinct(edits: readonly TextEdit[]): TextEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** What is wrong with a comment that silences a finding: it must go, with others of its code in its line at most. */
export function flawsOfComment(before: Fresh, diagnostic: Diagnostic, fix: QuickFix): [Flaw, string][] {
  const text = tryApply(before.text, fix.edits);
  if (text === undefined) {
    return [['edits overlap', fix.title]];
  }
  const after = openFresh(text, before.language);
  const moved = movedBy(before.text, fix.edits);
  const { gone, fresh } = compare(before, after, moved);
  const others = gone.filter(({ code, range }) => code !== diagnostic.code || range.start.line !== diagnostic.range.start.line);
  return [
    ...flawsOfFigures(before, after, []),
    ...(gone.includes(diagnostic) ? [] : [['finding stays', diagnostic.code] as [Flaw, string]]),
    ...[...fresh, ...others].map(({ code, message }): [Flaw, string] => ['new finding', `${code} ${message}`]),
  ];
}

function tryApply(text: string, edits: readonly TextEdit[]): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}

function flawsOfFigures(before: Fresh, after: Fresh, wanted: readonly WantedFix[]): [Flaw, string][] {
  if (before.reports.length !== after.reports.length) {
    return [['figure changed', `${before.reports.length} reports were, ${after.reports.length} are`]];
  }
  return before.reports.flatMap(({ figures }, index) => {
    const now = after.reports[index]?.figures ?? {};
    const set: Readonly<Record<string, number>> = Object.assign({}, ...wanted.filter(({ diagnostic }) => diagnostic.report === index).map(({ fix }) => fix.sets));
    return [...new Set([...Object.keys(figures), ...Object.keys(now), ...Object.keys(set)])].flatMap((id): [Flaw, string][] => {
      const [was, is, value] = [figures[id], now[id], set[id]];
      const said = `${id} was ${JSON.stringify(was?.text)}, is ${JSON.stringify(is?.text)}`;
      if (value !== undefined) {
        return is?.value === value ? [] : [[is === undefined ? 'figure lost' : 'figure changed', `${said}, not ${value}`]];
      }
      if (was === undefined) {
        return is === undefined || (is.value === null && is.text.trim() === '') ? [] : [['figure changed', said]];
      }
      if (is === undefined) {
        return [['figure lost', said]];
      }
      return is.value === was.value && (is.value !== null || wordsIn(is.text) === wordsIn(was.text)) ? [] : [['figure changed', said]];
    });
  });
}

/** What stands in a cell but for comments. */
function wordsIn(text: string): string {
  return text.replace(/<!--[^]*?-->/gu, '').trim();
}

function flawsOfFindings(before: Fresh, after: Fresh, wanted: readonly WantedFix[], moved: Moved): [Flaw, string][] {
  const { gone, fresh } = compare(before, after, moved);
  const breaks = wanted.some(({ fix }) => (fix.breaks ?? []).length > 0);
  const isAllowed = (one: Diagnostic): boolean =>
    (breaks && arithmeticCodes.has(one.code)) || wanted.some(({ fix }) => fix.reveals?.includes(one.code) === true)
    || ((onInsertedText.has(one.code) || one.severity === 'hint') && moved.isInserted(offsets(after.text)(one.range.start)));
  return [
    ...wanted.filter(({ diagnostic }) => !gone.includes(diagnostic)).map(({ diagnostic }): [Flaw, string] => ['finding stays', diagnostic.message]),
    ...fresh.filter((one) => !isAllowed(one)).map(({ code, severity, message }): [Flaw, string] => ['new finding', `${severity} ${code}: ${message}`]),
  ];
}

const onInsertedText: ReadonlySet<string> = new Set(['blank-cell', 'empty-section']);

/** Where a fix says which identities it breaks: others that were not broken and are now. Where it says nothing, findings tell. */
function flawsOfIdentities(before: Fresh, after: Fresh, wanted: readonly WantedFix[]): [Flaw, string][] {
  const breaks = wanted.flatMap(({ fix }) => fix.breaks ?? []);
  return breaks.length === 0 ? [] : after.identities.flatMap((list) => {
    const known = before.identities.find(({ report, table }) => report === list.report && table === list.table);
    const broken = list.identities.filter(({ state }, at) => state === 'broken' && known?.identities[at]?.state !== 'broken');
    return broken.length > breaks.length ? broken.map(({ name }): [Flaw, string] => ['new finding', `${name} is broken`]) : [];
  });
}

/** The findings that are gone and those that have come; one that stands where it stood is neither, though its words may be other ones. */
function compare(before: Fresh, after: Fresh, moved: Moved): { gone: Diagnostic[]; fresh: Diagnostic[] } {
  const gone = [...before.diagnostics];
  const take = (isSame: (one: Diagnostic) => boolean): boolean => {
    const at = gone.findIndex(isSame);
    return at >= 0 && gone.splice(at, 1).length > 0;
  };
  const [was, is] = [offsets(before.text), offsets(after.text)];
  const standsThere = (other: Diagnostic, one: Diagnostic): boolean =>
    other.code === one.code && other.report === one.report && was(other.range.start) === moved.back(is(one.range.start));
  const left = after.diagnostics.filter((one) => !take((other) => keyOf(other) === keyOf(one) && standsThere(other, one)));
  const renamed = left.filter((one) => !take((other) => keyOf(other) === keyOf(one)));
  return { gone, fresh: renamed.filter((one) => !take((other) => standsThere(other, one))) };
}

function keyOf({ code, figure, message, report }: Diagnostic): string {
  return `${report} ${code} ${figure ?? message}`;
}

/** How places in a text after edits stand to those before. */
interface Moved {
  /** Where a place of the new text stood; of what was inserted, where it was put. */
  back(at: number): number;
  isInserted(at: number): boolean;
}

function movedBy(text: string, edits: readonly TextEdit[]): Moved {
  const at = offsets(text);
  let shift = 0;
  const pieces = edits.map(({ range, newText }) => ({ start: at(range.start), end: at(range.end), length: newText.length }))
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, length }) => {
      const from = start + shift;
      shift += length - (end - start);
      return { from, to: from + length, start, shift };
    });
  return {
    isInserted: (place) => pieces.some(({ from, to }) => from <= place && place < to),
    back: (place) => {
      const last = pieces.findLast(({ from }) => from <= place);
      return last === undefined ? place : place < last.to ? last.start : place - last.shift;
    },
  };
}
