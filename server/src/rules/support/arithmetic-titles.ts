import * as l10n from '@vscode/l10n';
import type { Act, ArithmeticFix } from '../../model/arithmetic/index.ts';
import type { BoundTable } from '../../model/report.ts';
import { lineName } from './act-messages.ts';
import { briefRow, rowNumber, shortLabel } from '../../model/naming.ts';

/** A title has to fit a line. */
const mostWords = 9;
const fewWords = 5;

/** What a fix does, to how many cells, and what then does not hold. */
export function titleOf(table: BoundTable, { changes, act, breaks }: ArithmeticFix): string {
  const action = act === undefined ? cellsTitle(table, changes, breaks.length === 0 ? mostWords : fewWords) : actTitle(table, act);
  return breaks.length === 0 ? action : l10n.t('{0} ({1} identities broken)', action, breaks.length);
}

function actTitle(table: BoundTable, { kind, lines: [line, other], cells, by = 0 }: Act): string {
  const name = line === undefined ? '' : lineName(table, line, mostWords);
  switch (kind) {
    case 'unfilled':
      return l10n.t('Fill in {0} from the identities ({1} cells)', name, cells.length);
    case 'stale':
      return l10n.t('Compute {0} again ({1} cells)', name, cells.length);
    case 'shifted':
      return by > 0 ? l10n.t('Move {0} back by {1} ({2} cells)', name, by, cells.length) : l10n.t('Move {0} on by {1} ({2} cells)', name, -by, cells.length);
    case 'moved':
      return by > 0 ? l10n.t('Move the whole table back by {0} ({1} cells)', by, cells.length) : l10n.t('Move the whole table on by {0} ({1} cells)', -by, cells.length);
    case 'misfiled':
      return l10n.t('Count {0} in {1} and not in {2} ({3} cells)', by, name, other === undefined ? '' : lineName(table, other, mostWords), cells.length);
    default:
      return line === undefined || other === undefined
        ? exchangeTitle(table, cells.map(({ figure }) => figure))
        : l10n.t('Exchange {0} and {1} ({2} cells)', name, lineName(table, other, mostWords), cells.length);
  }
}

/** Two cells of a row by their columns, of a column by their rows, or each by both. */
function exchangeTitle(table: BoundTable, figures: readonly number[]): string {
  const { form } = table;
  const [one, other] = figures.map((figure) => form.figures[figure]);
  if (one === undefined || other === undefined) {
    return '';
  }
  const isAcross = form.data.arrangement === 'across';
  if (one.row === other.row) {
    return isAcross
      ? l10n.t('Exchange {1} and {2} of "{0}"', briefRow(one.row, mostWords), shortLabel(one.column), shortLabel(other.column))
      : l10n.t('Exchange {1} and {2} in row "{0}"', briefRow(one.row, mostWords), shortLabel(one.column), shortLabel(other.column));
  }
  if (!isAcross && one.column !== other.column) {
    return l10n.t('Exchange {0} and {1}', numberName(table, one.index), numberName(table, other.index));
  }
  return isAcross
    ? l10n.t('Exchange "{0}" {1} and "{2}" {3}', briefRow(one.row, fewWords), shortLabel(one.column), briefRow(other.row, fewWords), shortLabel(other.column))
    : l10n.t('Exchange "{1}" and "{2}" in column {0}', shortLabel(one.column), briefRow(one.row, fewWords), briefRow(other.row, fewWords));
}

function cellsTitle(table: BoundTable, changes: ArithmeticFix['changes'], most: number): string {
  const [part, other] = changes.filter(({ figure }) => table.form.system.isTotal[figure] !== true);
  const first = part ?? changes[0];
  if (first === undefined) {
    return '';
  }
  if (changes.length === 1) {
    return l10n.t('Change {0} to {1}', shortName(table, first.figure, most), first.value);
  }
  if (part === undefined) {
    return l10n.t('Compute the totals again ({0} cells)', changes.length);
  }
  return other === undefined
    ? l10n.t('Change {0} to {1} ({2} cells with totals)', shortName(table, part.figure, most), part.value, changes.length)
    : l10n.t('Change {0} to {1}, {2} to {3} ({4} cells)', numberName(table, part.figure), part.value, numberName(table, other.figure), other.value, changes.length);
}

/** A cell by the numbers of its row, where two have to fit the line; a number alone would run into the column, so 一、 is called by what it is. */
function numberName({ form }: BoundTable, figure: number): string {
  const definition = form.figures[figure];
  if (definition === undefined) {
    return '';
  }
  const { row, column } = definition;
  return row.brief === undefined
    ? l10n.t('{0} {1}', rowNumber(row, fewWords), shortLabel(column))
    : l10n.t('{0}: {1}', row.brief, shortLabel(column));
}

function shortName({ form }: BoundTable, figure: number, most: number): string {
  const definition = form.figures[figure];
  return definition === undefined ? '' : l10n.t('"{0}" {1}', briefRow(definition.row, most), shortLabel(definition.column));
}
