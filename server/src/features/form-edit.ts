import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { FormTable, RowDefinition } from '../forms/table.ts';
import { spellings } from '../forms/vocabulary.ts';
import type { BoundTable, Figure } from '../model/report.ts';
import { printedGrid } from '../model/writing/grid.ts';
import { fillBlank } from '../model/writing/blanks.ts';
import { replaceText, type Edit } from '../model/writing/edits.ts';
import { cellName } from '../model/naming.ts';
import type { FormEdit, FormEditResult, TextEdit } from '../service-types.ts';
import { readNumber } from '../syntax/number.ts';
import { totalsAfter } from './follow-totals.ts';
import { readBlock } from './pasted-block.ts';

/** What is typed or pasted for one figure: plain digits, or the empty text to make the cell blank. */
interface Entry {
  readonly figure: number;
  readonly text: string;
}

/** Why an edit is not made, as a message for the user. */
class Refusal extends Error {}

/**
 * The edits that put numbers into the cells of a form's table, in the layout that the table has in the text. All of
 * them or none: a refusal says why. What the text would then say is read again before it is offered, so that nothing
 * but the named figures can change.
 */
export function formEdits(diagnosis: Diagnosis, edit: FormEdit): FormEditResult {
  const { document } = diagnosis;
  try {
    const report = document.reports[edit.report];
    const table = report && [...report.tables.values()].find(({ form }) => form.figureById.has(edit.figure));
    const start = table?.form.figureById.get(edit.figure)?.index;
    if (!report || !table || start === undefined) {
      throw new Refusal(l10n.t('This figure has no place in the text: its table is missing.'));
    }
    if (edit.expected !== undefined && (table.figures[start]?.text.trim() ?? '') !== edit.expected) {
      throw new Refusal(l10n.t('The figure has changed in the meantime.'));
    }
    const entries = place(table.form, start, edit.rows).map((entry) => ({ ...entry, text: written(table, entry) }));
    const all = edit.keepsTotals === true ? [...entries, ...followersOf(table, entries)] : entries;
    const edits = all.flatMap((entry) => editsFor(table, entry));
    const inText = edits.map(({ place: at, newText }) => ({ range: document.rangeOf(at), newText }));
    verify(diagnosis, edit.report, table, all, inText);
    return { edits: inText.filter(({ range, newText }) => document.textAt(range) !== newText) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { edits: [], refusal: error.message };
    }
    throw error;
  }
}

/** Which figure each number is for: the first one at the start, the others beside and below it as the form is printed. */
function place(form: FormTable, start: number, pasted: FormEdit['rows']): Entry[] {
  const lines = linesOf(form);
  const line = lines.findIndex(({ figures }) => figures.includes(start));
  const { figures = [], labels = 0 } = lines[line] ?? {};
  const column = figures.indexOf(start);
  const block = readBlock(form, pasted, { labels, figures: figures.length - column });
  if ('refusal' in block) {
    throw new Refusal(block.refusal);
  }
  const { rows } = block;
  if (rows.length === 0) {
    throw new Refusal(l10n.t('There are no numbers in what was pasted.'));
  }
  return rows.flatMap(({ label, texts }, down) => texts.map((text, right) => {
    const figure = lines[line + down]?.figures[column + right];
    if (figure === undefined) {
      throw new Refusal(l10n.t('The pasted block has {0} rows and {1} columns and reaches beyond the table from this cell.',
        rows.length, Math.max(...rows.map((one) => one.texts.length))));
    }
    compareLabel(form, figure, label);
    return { figure, text };
  }));
}

/** A row that names itself comes into no other row. */
function compareLabel(form: FormTable, figure: number, label: string | undefined): void {
  const row = form.figures[figure]?.row;
  const isNamed = (one: RowDefinition): boolean => label !== undefined && spellings(one).includes(label);
  if (row && !isNamed(row) && form.rows.some(isNamed)) {
    throw new Refusal(l10n.t('From this cell the pasted row “{0}” would come into the row “{1}”.', label ?? '', row.label));
  }
}

/** A line of a table as the form prints it: how many columns of labels come before its figures, and those by their indexes. */
interface PrintedLine {
  readonly labels: number;
  readonly figures: number[];
}

/** The lines that have figures. */
function linesOf(form: FormTable): PrintedLine[] {
  const lines = new Map<number, PrintedLine>();
  const figures = printedGrid(form).cells.filter(({ kind }) => kind === 'figure');
  figures.forEach(({ row, column }, figure) => {
    const line = lines.get(row) ?? { labels: column, figures: [] };
    line.figures.push(figure);
    lines.set(row, line);
  });
  return [...lines.values()];
}

/** How an entry is written: as plain digits, with the unit that the cell has if none is given. */
function written(table: BoundTable, { figure, text }: Entry): string {
  const reading = readNumber(text);
  if (reading.state === 'blank') {
    return '';
  }
  const definition = table.form.figures[figure];
  if (reading.state !== 'number' || reading.spaced) {
    throw new Refusal(l10n.t('“{0}” is no number.', text.trim().slice(0, 40)));
  }
  const number = reading.plain ?? text.slice(reading.start, reading.end);
  if (definition?.column.kind !== 'amount' || reading.unit !== undefined) {
    return number;
  }
  const unit = readNumber(table.figures[figure]?.text ?? '').unit;
  return unit === undefined ? number : `${number}${unit}`;
}

/** The totals that are other ones with what is entered; what stands for no number in one of them was meant so. */
function followersOf(table: BoundTable, entries: readonly Entry[]): Entry[] {
  const entered = new Map(entries.map(({ figure, text }) => [figure, readNumber(text).value]));
  const values = table.values.map((value, figure) => (entered.has(figure) ? entered.get(figure) ?? null : value));
  return totalsAfter(table.form.system, values, [...entered.keys()])
    .filter(({ figure }) => ['number', 'blank'].includes(table.figures[figure]?.state ?? ''))
    .map(({ figure, value }) => ({ figure, text: String(value) }));
}

function editsFor(table: BoundTable, { figure: index, text }: Entry): Edit[] {
  const figure = table.figures[index];
  const definition = table.form.figures[index];
  if (!figure) {
    throw new Refusal(l10n.t('{0} has no place in the text.', definition ? cellName(definition, table.form) : ''));
  }
  if (figure.state === 'blank') {
    return text === '' ? [] : fillBlank(table, figure, text);
  }
  if (text === '' && !keepsBlanks(table, figure)) {
    throw new Refusal(l10n.t('{0} cannot be made blank: in this layout the cells after it would move.', definition ? cellName(definition, table.form) : ''));
  }
  return replaceText(figure.place, text);
}

function keepsBlanks({ parts }: BoundTable, { place: { chunk, start } }: Figure): boolean {
  return parts.some((part) => part.chunk === chunk && part.start <= start && start <= part.end && part.layout.keepsBlanks);
}

/** Reads the text as the edits would leave it: the named figures must say what was entered, all others what they said. */
function verify(
  diagnosis: Diagnosis, reportIndex: number, table: BoundTable, entries: readonly Entry[], edits: readonly TextEdit[],
): void {
  const wanted = new Map(entries.map(({ figure, text }) => [figure, text]));
  const isRight = diagnosis.whileEdited(edits, ({ document: { reports: after } }) => {
    const bound = after[reportIndex]?.tables.get(table.id);
    return after.length === diagnosis.document.reports.length && bound?.form === table.form
      && table.form.figures.every(({ index }) => {
        const text = wanted.get(index);
        const read = bound.figures[index];
        return text === undefined
          ? read?.state === table.figures[index]?.state && read?.value === table.figures[index]?.value
          : text === '' ? read?.state === 'blank' : read?.text.trim() === text;
      });
  });
  if (!isRight) {
    throw new Refusal(l10n.t('Here the layout of the text does not let the cells be told apart after the change. Please change the text itself.'));
  }
}
