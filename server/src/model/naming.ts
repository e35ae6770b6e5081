import * as l10n from '@vscode/l10n';
import type { LabelData } from '../forms/form.ts';
import type { FigureDefinition, FormTable, Identity, RowDefinition } from '../forms/table.ts';

/** A label without the explanation that the form adds in brackets. */
export function shortLabel({ label }: LabelData): string {
  const short = label.replace(/（[^（）]*）$/u, '');
  return short === '' ? label : short;
}

/** A name that messages put in quotation marks: those in it are the inner ones. */
export function inQuotes(name: string): string {
  return name.replaceAll('“', '‘').replaceAll('”', '’');
}

/** What an identity says, in words: the sum or the balance of a column or row. */
export function identityName(table: FormTable, { anchor, defines, each }: Identity): string {
  const at = table.figures[defines ?? anchor];
  if (at === undefined) {
    return '';
  }
  if (each === 'row') {
    return table.data.arrangement === 'across' ? l10n.t('the sum of "{0}"', briefRow(at.row)) : l10n.t('the sum of row "{0}"', briefRow(at.row));
  }
  return defines === undefined ? l10n.t('the balance of column "{0}"', shortLabel(at.column)) : l10n.t('the sum of column "{0}"', shortLabel(at.column));
}

/** A numeral in front of a label, and what stands behind it. */
const numbered = /^(?<numeral>（[^（）]{1,3}）|[^\s、（）]{1,3}、|\d+\.)(?<words>.*)$/u;

/** A label by its words alone, without numeral and explanation: （三）不予公开 is 不予公开. */
export function plainLabel(data: LabelData): string {
  const label = shortLabel(data);
  return numbered.exec(label)?.groups?.['words'] ?? label;
}

const mostWords = 12;

/** A row by its numbers and first words, so that it fits into a message: （六）1.申请人无正当理由…. */
export function briefRow(row: RowDefinition, most = mostWords): string {
  const around = row.groups.findLast(({ id }) => id !== undefined);
  const prefix = around === undefined ? '' : (numbered.exec(around.label)?.groups?.['numeral'] ?? '');
  const label = shortLabel(row);
  const { numeral = '', words = label } = numbered.exec(label)?.groups ?? {};
  const kept = words.length > most ? `${words.slice(0, Math.min(most, shortWords))}…` : words;
  return inQuotes(`${prefix}${numeral}${kept}`);
}

const shortWords = 8;

/** A row by its numbers alone, where it has any: （六）1. */
export function rowNumber(row: RowDefinition, most = mostWords): string {
  const numbers = [row.groups.findLast(({ id }) => id !== undefined)?.label ?? '', shortLabel(row)].map((label) => numbered.exec(label)?.groups?.['numeral'] ?? '');
  return numbers[1] === '' ? briefRow(row, most) : numbers.join('').replace(/[、.]$/u, '');
}

/** A figure by its row and column, as a sentence names it. */
export function cellName({ row, column }: FigureDefinition, { data }: FormTable): string {
  return data.arrangement === 'across'
    ? l10n.t('"{1}" of "{0}"', briefRow(row), shortLabel(column))
    : l10n.t('row "{0}", column "{1}"', briefRow(row), shortLabel(column));
}

/** Words that may begin with the name of a cell, as a sentence begins. */
export function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The labels around a row and its own, outermost first: 三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密. */
export function rowPath(row: RowDefinition): string[] {
  return [...row.groups.map((group) => group.label), row.label];
}

/** What a figure is called: the labels of its row, then those of its column. */
export function figurePath(figure: FigureDefinition): string[] {
  return [...rowPath(figure.row), ...columnPath(figure)];
}

function columnPath({ column }: FigureDefinition): string[] {
  return [...(column.groups ?? []), column.label];
}
