import { figuresOf } from '../../export/figures-json.ts';
import type { QuickFix, RelatedInformation, ReportSummary } from '../../service-types.ts';
import type { Counts } from '../terminal/counts.ts';
import type { ExtractedFile, Finding } from '../checking/examine.ts';
import type { Troubles, Unread } from '../terminal/failures.ts';
import type { CheckFormatter } from './format.ts';
import { toJson } from '../terminal/shown-text.ts';

/** One file a line, so that a large answer is written as it comes. */
export const jsonFormatter: CheckFormatter = {
  head: () => '{ "files": [\n',
  file: (file) => toJson({
    path: file.path,
    source: file.source,
    reports: file.reports.map(toReport),
    diagnostics: file.findings.map((finding) => toDiagnostic(finding, file.whereOf?.(finding.range))),
  }),
  separator: ',\n',
  foot: (counts, { unread }) => foot(unread, counts),
};

/** What could not be read is known when all was gone through; where all was read, nothing is said of it. */
function foot(unread: readonly Unread[], { unread: count, ...counts }: Partial<Counts>): string {
  const entries = unread.map(({ path, reason }) => ({ path, reason }));
  return unread.length === 0
    ? `\n], "summary": ${toJson(counts)} }\n`
    : `\n], "unread": ${toJson(entries)}, "summary": ${toJson({ ...counts, unread: count })} }\n`;
}

function toReport({ range, organ, year, form, tables }: ReportSummary): ReportSummary {
  return { range, organ, year, form, tables };
}

/** `where` only in files that are no text. */
function toDiagnostic(finding: Finding, where: string | undefined): object {
  const { code, severity, message, report, figure, range, related, fixes } = finding;
  return {
    code, severity, message, report, figure, range, where,
    related: related.map(toRelated),
    fixes: fixes.map(toFix),
  };
}

/** `path` only where it is another file. */
function toRelated({ uri, range, message }: RelatedInformation): object {
  return { path: uri, range, message };
}

function toFix({ title, isPreferred, edits }: QuickFix): object {
  return { title, isPreferred, edits: edits.map(({ range, newText }) => ({ range, newText })) };
}

export const jsonFigures = {
  head: () => '{ "files": [\n',
  file: (file: ExtractedFile) => toJson(figuresOf(file)),
  separator: ',\n',
  foot: ({ files, reports, skipped, unread: count }: Counts, { unread }: Troubles) => foot(unread, { files, reports, skipped, unread: count }),
};
