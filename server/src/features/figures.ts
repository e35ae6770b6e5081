import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import { recomputeTotals } from '../model/arithmetic/index.ts';
import { cellName, sentence } from '../model/naming.ts';
import type { BoundTable, Figure, Report } from '../model/report.ts';
import { arithmeticCodes } from '../rules/codes.ts';
import { blankRuns, blanksOf, figuresOf, mayBeZero } from '../model/tables/blanks.ts';
import type { Edit } from '../model/writing/edits.ts';
import type { CellChange, ExtractedFigure, ExtractedReport, Range, ReportSummary, TextEdit } from '../service-types.ts';
import { soundTogether, type Step } from './together.ts';
import { writeValue, zeroEdits } from '../model/writing/blanks.ts';
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

/** What may be told then: the totals that are still blank, now with what they must be. */
const onPartsFilled: readonly string[] = ['blank-cell'];

/** Edits that set the totals to what their parts say. */
export function totalEdits(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  return editsOf(totalChanges(diagnosis, range));
}

/** Edits that put 0 into the blank cells of tables in which no identity forbids it. */
export function blankEdits(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  return editsOf(blankChanges(diagnosis, range));
}

/** The same cell by cell, with their names. */
export function cellChanges(diagnosis: Diagnosis, kind: 'recomputeTotals' | 'fillBlanks'): readonly CellChange[] {
  return kind === 'recomputeTotals' ? totalChanges(diagnosis) : blankChanges(diagnosis);
}

function editsOf(changes: readonly CellChange[]): TextEdit[] {
  return changes.flatMap(({ edits }) => edits);
}

/** Changes of cells that belong together, and what they are meant to do. */
interface CellStep extends Step {
  readonly changes: readonly CellChange[];
}

function totalChanges(diagnosis: Diagnosis, range?: Range): readonly CellChange[] {
  const { document } = diagnosis;
  return soundChanges(diagnosis, tablesIn(document, range).map(({ report, table }) => {
    const totals = recomputeTotals(table.form.system, table.values)
      .flatMap(({ figure: index, value }) => {
        const figure = table.figures[index];
        return figure === undefined ? [] : [{ figure, value }];
      });
    const changes = totals.map(({ figure, value }) => changeOf(document, table, figure, writeValue(table, figure, String(value))));
    const sets = Object.fromEntries(totals.map(({ figure, value }) => [figure.definition.id, value]));
    return { changes, edits: editsOf(changes), claim: { report, sets, reveals: onRecomputed } };
  }));
}

function blankChanges(diagnosis: Diagnosis, range?: Range): readonly CellChange[] {
  return soundChanges(diagnosis, tablesIn(diagnosis.document, range).flatMap(({ report, table }) => {
    const blanks = blanksOf(table);
    return mayBeZero(table, blanks) ? blankRuns(table).map((run) => zeroStep(diagnosis, report, table, figuresOf(run)))
      : partsStep(diagnosis, report, table, blanks);
  }));
}

/** Blanks that may all be 0; none of them where some may not. */
function zeroStep({ document }: Diagnosis, report: number, table: BoundTable, blanks: readonly Figure[]): CellStep {
  const changes = mayBeZero(table, blanks) ? blanks.map((figure) => changeOf(document, table, figure, zeroEdits(table, [figure]))) : [];
  const sets = Object.fromEntries(blanks.map(({ definition }) => [definition.id, 0]));
  return { changes, edits: editsOf(changes), claim: { report, sets } };
}

/** Where some totals cannot be 0 the parts that are blank still may: what was not there was not typed. The totals are left for what sums them. */
function partsStep(diagnosis: Diagnosis, report: number, table: BoundTable, blanks: readonly Figure[]): readonly CellStep[] {
  const { isTotal } = table.form.system;
  const step = zeroStep(diagnosis, report, table, blanks.filter(({ definition }) => isTotal[definition.index] !== true));
  return [{ ...step, claim: { ...step.claim, reveals: onPartsFilled } }];
}

/** The changes of all steps that are sound together. */
function soundChanges(diagnosis: Diagnosis, steps: readonly CellStep[]): readonly CellChange[] {
  return soundTogether(diagnosis, steps.filter(({ edits }) => edits.length > 0)).flatMap(({ changes }) => changes);
}

export function changeOf(document: OpenDocument, table: BoundTable, { definition }: Figure, edits: readonly Edit[]): CellChange {
  return {
    name: sentence(cellName(definition, table.form)),
    edits: edits.map(({ place, newText }) => ({ range: document.rangeOf(place), newText })),
  };
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
