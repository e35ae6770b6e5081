import type { Form } from '../../forms/index.ts';
import { normalise } from '../../forms/vocabulary.ts';
import { retouchOf } from '../../syntax/retouch.ts';
import type { Cell, Table } from '../../syntax/tree.ts';
import { variantsOf } from './shown.ts';

const labelsOfHead = 3;
const recordsOfLedger = 2;
const figuresOfRecord = 3;

const known = new WeakMap<Table, { readonly forms: readonly Form[]; readonly mayBe: boolean }>();

/**
 * Whether a table that bears labels of a form may be a table of it: it is neither a list that explains them (label and
 * sentence), nor a ledger (a record a row, below labels as its heads), nor labels alone, one a line.
 */
export function mayBeOfForm(table: Table, forms: readonly Form[]): boolean {
  const before = retouchOf(table)?.before;
  const seen = known.get(table) ?? (before && known.get(before));
  const mayBe = seen?.forms === forms ? seen.mayBe
    : table.keepsBlanks ? !isExplanation(table, forms) && !isLedger(table, forms) : hasFigures(table);
  known.set(table, { forms, mayBe });
  return mayBe;
}

function hasFigures({ rows }: Table): boolean {
  return rows.some(({ cells }) => cells.some(({ kind }) => kind === 'figure'));
}

/** More cells say something of their own than hold a figure or are left blank for one. */
function isExplanation(table: Table, forms: readonly Form[]): boolean {
  const cells = table.rows.flatMap((row) => row.cells);
  const words = cells.filter(({ kind }) => kind === 'text');
  const labels = words.filter((cell) => isLabel(cell, forms)).length;
  const said = words.length - labels;
  return said > cells.length - words.length && said * 2 >= labels;
}

function isLedger({ rows }: Table, forms: readonly Form[]): boolean {
  const heads = rows.filter(({ cells }) => cells.filter((cell) => isRowLabel(cell, forms)).length >= labelsOfHead);
  const records = rows.filter(({ cells }) => !cells.some((cell) => isRowLabel(cell, forms))
    && cells.some(({ kind }) => kind === 'text') && cells.filter(({ kind }) => kind === 'figure').length >= figuresOfRecord);
  return heads.length > 0 && records.length >= recordsOfLedger;
}

function isLabel({ kind, text }: Cell, forms: readonly Form[]): boolean {
  const normal = kind === 'text' ? normalise(text) : '';
  return normal !== '' && [...variantsOf(forms).values()].some(({ labels }) => labels.has(normal));
}

/** Of a table whose rows stand one below the other. */
function isRowLabel({ kind, text }: Cell, forms: readonly Form[]): boolean {
  const normal = kind === 'text' ? normalise(text) : '';
  return normal !== '' && [...variantsOf(forms).values()].flatMap(({ variants }) => variants)
    .some((labels) => labels.table.data.arrangement === 'down' && labels.rowNamed(normal) !== undefined);
}
