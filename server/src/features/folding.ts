import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Report } from '../model/report.ts';
import type { Fold } from '../service-types.ts';
import { reportExtent, sectionExtent, tableExtent } from '../model/places.ts';

/** What can be folded: reports where there are several, sections and tables, each down to its last line. */
export function folds({ document }: Diagnosis): Fold[] {
  const { reports } = document;
  const folds = reports.flatMap((report) => [...(reports.length > 1 ? [reportExtent(report)] : []), ...partsOf(report)]);
  return folds.map((stretch) => linesOf(document, stretch)).filter(({ startLine, endLine }) => startLine < endLine);
}

function partsOf(report: Report): (readonly [start: number, end: number])[] {
  return [...report.sections.map(sectionExtent), ...[...report.tables.values()].map(tableExtent)];
}

function linesOf(document: OpenDocument, [start, end]: readonly [start: number, end: number]): Fold {
  return { startLine: document.positionAt(start).line, endLine: document.positionAt(end).line };
}
