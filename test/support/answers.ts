import type { Position, ReportDocument, ReportService } from '../../server/src/service-types.ts';
import { lineStarts } from './reading.ts';

/** Where in a text the answers for one place are asked for, from 0 to 1. */
const shares = [0.1, 0.35, 0.6, 0.9];

/** All that the service says of a document: of the whole, and at a few places of it. */
export function answersOf(service: ReportService, document: ReportDocument): unknown {
  const starts = lineStarts(document.text);
  const last = { line: starts.length - 1, character: document.text.length - (starts.at(-1) ?? 0) };
  const whole = { start: { line: 0, character: 0 }, end: last };
  return {
    figures: service.extract(document),
    summaries: service.summaries(document),
    digests: service.digests(document),
    keyFigures: service.keyFigures(document),
    findings: service.diagnostics(document).map(({ code, severity, message, range, figure, report, related, fixes }) =>
      ({ code, severity, message, range, figure, report, related, fixes })),
    outline: service.outline(document),
    states: service.states(document),
    totals: service.recomputeTotals(document),
    blanks: service.fillBlanks(document),
    cells: (['recomputeTotals', 'fillBlanks'] as const).map((kind) => service.cellChanges(document, kind)),
    tokens: service.semanticTokens(document),
    identities: service.identityLists(document),
    links: service.documentLinks(document),
    folds: service.folds(document),
    hints: service.inlayHints(document, whole),
    format: service.format(document),
    forms: service.formViews(document),
    printed: service.printedReports(document),
    places: shares.map((share) => answersAt(service, document, placeAt(starts, document.text, share))),
  };
}

function placeAt(starts: readonly number[], text: string, share: number): Position {
  const offset = Math.floor(text.length * share);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

function answersAt(service: ReportService, document: ReportDocument, at: Position): unknown {
  return {
    fixes: service.quickFixes(document, { start: at, end: at }).map(({ fix }) => fix),
    hover: service.hover(document, at),
    signature: service.signature(document, at),
    highlights: service.highlights(document, at),
    definition: service.definition(document, at),
    references: service.references(document, at, true),
    selections: service.selectionRanges(document, at),
    converted: service.convertTable(document, at, 'html'),
    next: service.nextReport(document, at),
    completions: service.completions(document, at),
  };
}
