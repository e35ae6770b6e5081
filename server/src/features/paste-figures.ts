import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import { endOf, reportAt, startOf } from '../model/places.ts';
import type { Figure } from '../model/report.ts';
import type { FormEdit, FormEditResult, Pasted, Range } from '../service-types.ts';
import { formEdits } from './form-edit.ts';
import { linesIn, pastedRows, type PastedCell } from './pasted-rows.ts';

/**
 * The edits that put copied cells into the table at a range, from the figure at its start to the right and downwards, or
 * a refusal where they do not fit. Null where that is left to plain text: the range is not within a figure's cell, or what
 * was copied is a piece of one line.
 */
export function pasteFigures(diagnosis: Diagnosis, range: Range, pasted: Pasted): FormEditResult | null {
  const { document } = diagnosis;
  const found = figureAround(document, range);
  const rows = found && copiedRows(document, pasted);
  return rows ? formEdits(diagnosis, { ...found, rows }) : null;
}

/** The figure in whose cell a range lies, with its report. */
function figureAround(document: OpenDocument, range: Range): Pick<FormEdit, 'report' | 'figure'> | undefined {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const report = reportAt(document.reports, start);
  const figures = [...report?.tables.values() ?? []].flatMap((table) => table.figures);
  const found = figures.find((figure) => figure && isWithin(figure, start, end));
  return report && found && { report: document.reports.indexOf(report), figure: found.definition.id };
}

/** The white space of the cell belongs to it. */
function isWithin({ place, cell }: Figure, start: number, end: number): boolean {
  const { chunk } = place;
  return Math.min(startOf(place), startOf({ ...cell, chunk })) <= start && end <= Math.max(endOf(place), endOf({ ...cell, chunk }));
}

/** The rows of what was copied; undefined for a piece of a line, which can be pasted as it is. */
function copiedRows(document: OpenDocument, pasted: Pasted): readonly (readonly string[])[] | undefined {
  const table = pastedRows(document, pasted)?.map(textsOf);
  if (table && table.flat().length > 1) {
    return table;
  }
  const text = pasted.text ?? '';
  return /[\t\r\n]/u.test(text) ? linesIn(text).filter((line) => !ruleOfTable.test(line)).map(cellsOfLine) : undefined;
}

/** The line below the heads of a Markdown table. */
const ruleOfTable = /^\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$/u;

/** The cells between bars or tabs; a line without is one cell, as in a column that was copied. */
function cellsOfLine(line: string): string[] {
  const row = /^\s*\|(?<cells>.*)\|\s*$/u.exec(line)?.groups?.['cells'];
  return (row?.split('|') ?? line.split('\t')).map((cell) => cell.trim());
}

/** The texts of a row by their columns; a merged cell leaves blanks behind it. */
function textsOf(row: readonly PastedCell[]): string[] {
  const texts: string[] = [];
  for (const { column, text } of row) {
    while (texts.length < column) {
      texts.push('');
    }
    texts.push(text.trim());
  }
  return texts;
}
