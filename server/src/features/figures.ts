import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import { recomputeTotals } from '../model/arithmetic/index.ts';
import type { BoundTable, Figure, Report } from '../model/report.ts';
import { arithmeticCodes } from '../rules/codes.ts';
import { blankRuns, blanksOf, figuresOf, mayBeZero } from '../model/tables/blanks.ts';
import { replaceText, type Edit } from '../model/writing/edits.ts';
import type { ExtractedFigure, ExtractedReport, Range, ReportSummary, TextEdit } from '../service-types.ts';
import { soundTogether, type Step } from './together.ts';
import { zeroEdits } from '../model/writing/blanks.ts';
import { reportExtent } from '../model/places.ts';

/** Every figure that the text holds, with its exact place. */
export function extract(diagnosis: Diagnosis): ExtractedReport[] {
  const { document } = diagnosis;
  return document.reports.map((report) => ({ ...summarise(diagnosis, report), figures: extractedFrom(document, report) }));
}

export function summarise({ document }: Diagnosis, report: Report): ReportSummary {
  return {
    range: document.rangeBetween(...reportExtent(report)),
    organ: report.title?.organ ?? null,
    year: report.year ?? null,
    form: report.year === undefined ? null : (report.form?.data.id ?? null),
    tables: Object.fromEntries([...report.tables].map(([id, table]) => [id, table.form.form])),
  };
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
    const [from, to] = reportExtent(report);
    return from <= end && to >= start ? [...report.tables.values()].map((table) => ({ report: index, table })) : [];
  });
}
