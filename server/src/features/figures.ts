import type { Diagnosis } from '../diagnosis.ts';
import { endOf, startOf, type OpenDocument } from '../document.ts';
import { recomputeTotals } from '../model/arithmetic/index.ts';
import type { BoundTable, Figure, Report, Section } from '../model/report.ts';
import { arithmeticCodes } from '../rules/codes.ts';
import { blankRuns, blanksOf, figuresOf, mayBeZero } from '../model/tables/blanks.ts';
import { replaceText, type Edit } from '../model/writing/edits.ts';
import type { ExtractedFigure, ExtractedReport, Range, ReportSummary, TextEdit } from '../service-types.ts';
import { soundTogether, type Step } from './together.ts';
import { zeroEdits } from '../model/writing/blanks.ts';

/** Every figure that the text holds, with its exact place. */
export function extract(diagnosis: Diagnosis): ExtractedReport[] {
  const { document } = diagnosis;
  return document.reports.map((report) => ({ ...summarise(diagnosis, report), figures: extractedFrom(document, report) }));
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

function extractedFrom(document: OpenDocument, report: Report): Record<string, ExtractedFigure> {
  const figures: Record<string, ExtractedFigure> = {};
  for (const table of report.tables.values()) {
    for (const figure of table.figures) {
      if (figure) {
        figures[figure.definition.id] = { value: figure.value, text: figure.cell.written ?? figure.text, range: document.rangeOf(figure.place) };
      }
    }
  }
  return figures;
}

/** What the sums and the text may say then: the totals are recomputed whatever they say. */
const onRecomputed: readonly string[] = [...arithmeticCodes, 'narrative-mismatch'];

/** Edits that set the totals to what their parts say. */
export function totalEdits(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  const { document } = diagnosis;
  return editsOf(diagnosis, tablesIn(document, range).map(({ report, table }) => {
    const changes = recomputeTotals(table.form.system, table.values).filter(({ figure }) => table.figures[figure] !== undefined);
    const edits = changes.flatMap(({ figure, value }) => replaceText((table.figures[figure] as Figure).place, String(value)));
    const sets = Object.fromEntries(changes.map(({ figure, value }) => [(table.figures[figure] as Figure).definition.id, value]));
    return { edits: edits.map((edit) => inText(document, edit)), claim: { report, sets, reveals: onRecomputed } };
  }));
}

/** Edits that put 0 into the blank cells of tables in which no identity forbids it. */
export function blankEdits(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  const { document } = diagnosis;
  const fillable = tablesIn(document, range).filter(({ table }) => mayBeZero(table, blanksOf(table)));
  return editsOf(diagnosis, fillable.flatMap(({ report, table }) => blankRuns(table).map((run) => {
    const blanks = figuresOf(run);
    const sets = Object.fromEntries(blanks.map(({ definition }) => [definition.id, 0]));
    return { edits: zeroEdits(table, blanks).map((edit) => inText(document, edit)), claim: { report, sets } };
  })));
}

/** The edits of all steps that are sound together. */
function editsOf(diagnosis: Diagnosis, steps: readonly Step[]): TextEdit[] {
  return soundTogether(diagnosis, steps.filter(({ edits }) => edits.length > 0)).flatMap(({ edits }) => edits);
}

function inText(document: OpenDocument, { place, newText }: Edit): TextEdit {
  return { range: document.rangeOf(place), newText };
}

/** The tables of the reports that a range touches, with the index of the report. */
function tablesIn(document: OpenDocument, range: Range | undefined): { report: number; table: BoundTable }[] {
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.text.length;
  return document.reports.flatMap((report, index) => {
    const [from, to] = extent(report);
    return from <= end && to >= start ? [...report.tables.values()].map((table) => ({ report: index, table })) : [];
  });
}

/** Whether a place touches a stretch of the document. */
export function touches(place: Parameters<typeof startOf>[0], start: number, end: number): boolean {
  return startOf(place) <= end && endOf(place) >= start;
}
