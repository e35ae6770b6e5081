import type { Diagnosis } from '../diagnosis.ts';
import { endOf, startOf, type OpenDocument } from '../document.ts';
import { recomputeTotals } from '../model/arithmetic/index.ts';
import type { BoundTable, Report, Section } from '../model/report.ts';
import { zeroEdits } from '../rules/support/blanks.ts';
import { replaceText } from '../rules/support/edits.ts';
import type { ExtractedFigure, ExtractedReport, Range, ReportSummary, TextEdit } from '../service-types.ts';

/** Every figure that the text holds, with its exact place. */
export function extract(diagnosis: Diagnosis): ExtractedReport[] {
  const { document } = diagnosis;
  return document.reports.map((report) => ({ ...summarise(diagnosis, report), figures: figuresOf(document, report) }));
}

export function summarise({ document }: Diagnosis, report: Report): ReportSummary {
  return {
    range: document.rangeBetween(...extent(report)),
    organ: report.title?.organ ?? null,
    year: report.year ?? null,
    form: report.year === undefined ? null : (report.form?.data.id ?? null),
    tables: Object.fromEntries([...report.tables].map(([id, table]) => [id, table.form.form])),
  };
}

/** Where the report starts and ends in the document. */
export function extent(report: Report): [start: number, end: number] {
  const first = report.nodes[0];
  const last = report.nodes.at(-1);
  return first && last ? [first.chunk.offset + first.start, last.chunk.offset + last.end] : [0, 0];
}

/** Where the section starts and ends in the document, its title with it. */
export function sectionExtent({ title: { place }, nodes }: Section): [start: number, end: number] {
  const last = nodes.at(-1);
  return [startOf(place), last ? last.chunk.offset + last.end : endOf(place)];
}

/** Where the table starts and ends in the document, with all parts that it is made of. */
export function tableExtent({ parts, place }: BoundTable): [start: number, end: number] {
  return [startOf(parts[0] ?? place), endOf(parts.at(-1) ?? place)];
}

function figuresOf(document: OpenDocument, report: Report): Record<string, ExtractedFigure> {
  const figures: Record<string, ExtractedFigure> = {};
  for (const table of report.tables.values()) {
    for (const figure of table.figures) {
      if (figure) {
        figures[figure.definition.id] = { value: figure.value, text: figure.text, range: document.rangeOf(figure.place) };
      }
    }
  }
  return figures;
}

/** Edits that set the totals to what their parts say. */
export function totalEdits({ document }: Diagnosis, range?: Range): TextEdit[] {
  return tablesIn(document, range).flatMap((table) =>
    recomputeTotals(table.form.system, table.values).flatMap(({ figure, value }) => {
      const place = table.figures[figure]?.place;
      const edits = place ? replaceText(place, String(value)) : [];
      return edits.map((edit) => ({ range: document.rangeOf(edit.place), newText: edit.newText }));
    }),
  );
}

/** Edits that put 0 into the blank cells of tables in which no identity forbids it. */
export function blankEdits({ document }: Diagnosis, range?: Range): TextEdit[] {
  return tablesIn(document, range).flatMap((table) =>
    zeroEdits(table).map(({ place, newText }) => ({ range: document.rangeOf(place), newText })));
}

function tablesIn(document: OpenDocument, range: Range | undefined): BoundTable[] {
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.text.length;
  return document.reports
    .filter((report) => {
      const [from, to] = extent(report);
      return from <= end && to >= start;
    })
    .flatMap((report) => [...report.tables.values()]);
}

/** Whether a place touches a stretch of the document. */
export function touches(place: Parameters<typeof startOf>[0], start: number, end: number): boolean {
  return startOf(place) <= end && endOf(place) >= start;
}
