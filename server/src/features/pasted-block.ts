import * as l10n from '@vscode/l10n';
import type { FormTable } from '../forms/table.ts';
import { normalise, spellings } from '../forms/vocabulary.ts';
import type { FormEdit } from '../service-types.ts';
import { readNumber } from '../syntax/number.ts';
import { greatest } from '../syntax/lists.ts';

/** A row of what is pasted: its figures, and the label that stood before them. */
interface PastedRow {
  readonly label?: string;
  readonly texts: readonly string[];
}

/** The line of a form that a block is pasted into: its columns of labels, and its figures from the cell of the caret on. */
interface Room {
  readonly labels: number;
  readonly figures: number;
}

/**
 * A block as it is copied from a page often has labels before its figures, and rows of labels only. They are left out
 * where that leaves the same columns of every row; a refusal says why it does not.
 */
export function readBlock(form: FormTable, rows: FormEdit['rows'], room: Room): { readonly rows: readonly PastedRow[] } | { readonly refusal: string } {
  const isSingle = rows.length === 1 && rows[0]?.length === 1;
  if (isSingle || rows.every((row) => labelsIn(row) === 0)) {
    return { rows: rows.map((texts) => ({ texts })) };
  }
  const cuts = rows.map((row) => ({ row, ...labelsBefore(row, rows, room) })).filter(({ row, cut }) => !isLabelsOnly(form, row, cut));
  if (cuts.some(({ isOpen }) => isOpen)) {
    return { refusal: l10n.t('It cannot be told which of the blank cells behind a label are figures. Please copy the figures without their labels.') };
  }
  if (new Set(cuts.map(({ row, cut }) => row.length - cut)).size > 1) {
    return { refusal: l10n.t('The rows of the pasted block do not have the same number of figures.') };
  }
  return {
    rows: cuts.map(({ row, cut }) => {
      const label = labelOf(row, cut);
      return { texts: row.slice(cut), ...(label === undefined ? {} : { label: normalise(label) }) };
    }),
  };
}

/** A row that holds no figures: of labels alone, or the line of a group with nothing but blanks behind its label. */
function isLabelsOnly({ groups }: FormTable, row: readonly string[], cut: number): boolean {
  const label = labelOf(row, cut);
  const isGroup = label !== undefined && groups.some((group) => spellings(group).includes(normalise(label)));
  return row.length === cut || (isGroup && row.slice(cut).every(isBlank));
}

function labelOf(row: readonly string[], cut: number): string | undefined {
  return row.slice(0, cut).findLast(isLabel);
}

/**
 * How many cells of a row belong to labels. Where labels are merged, a copy may leave blanks in their places: rows of one
 * length have the labels in one place, and a row as long as the form's own has as many as the form. Of other blanks behind
 * a label nobody knows whether they are figures.
 */
function labelsBefore(row: readonly string[], rows: FormEdit['rows'], room: Room): { readonly cut: number; readonly isOpen: boolean } {
  const shared = greatest(rows.filter(({ length }) => length === row.length).map(labelsIn));
  const cut = row.slice(0, shared).every((text) => isLabel(text) || isBlank(text)) ? shared : labelsIn(row);
  const isBlankBehind = cut < room.labels && isBlank(row[cut] ?? '.');
  const isWhole = row.length - room.labels === room.figures && row.slice(cut, room.labels).every(isBlank);
  return isBlankBehind && isWhole ? { cut: room.labels, isOpen: false } : { cut, isOpen: isBlankBehind };
}

/** How many cells at the start of a row belong to labels; a text behind a number is none. */
function labelsIn(row: readonly string[]): number {
  const number = row.findIndex((text) => readNumber(text).state === 'number');
  return (number < 0 ? row : row.slice(0, number)).findLastIndex(isLabel) + 1;
}

/** A dash, or what else stands for no number, is no label. */
function isLabel(text: string): boolean {
  return readNumber(text).state === 'text' && /\p{L}/u.test(text);
}

function isBlank(text: string): boolean {
  return readNumber(text).state === 'blank';
}
