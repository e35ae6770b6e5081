import * as l10n from '@vscode/l10n';
import type { FigureDefinition, Identity } from '../../forms/table.ts';
import type { BoundTable } from '../../model/report.ts';
import { briefRow, shortLabel } from '../../model/naming.ts';

/** Of more parts than these only the sum is told. */
const mostParts = 8;

/** A broken identity in the words and numbers that prove it. */
export function identityMessage(table: BoundTable, identity: Identity): string {
  return identity.defines === undefined ? balanceMessage(table, identity) : sumMessage(table, identity, identity.defines);
}

/** What the parts of a total come to: 各分项合计12（5＋1＋6）. */
export function partsMessage(table: BoundTable, { left, right }: Identity, total: number): string {
  const parts = [...left, ...right].filter((figure) => figure !== total).map((figure) => table.values[figure] ?? null);
  const telling = parts.filter((value) => value !== 0 && value !== null);
  const sum = sumOf(parts);
  const isPartial = parts.includes(null);
  if (telling.length === 0) {
    return isPartial ? l10n.t('its parts that are filled in are all 0') : l10n.t('its parts are all 0');
  }
  const told = isPartial ? l10n.t('its parts that are filled in make {0}', sum) : l10n.t('its parts make {0}', sum);
  return telling.length > 1 && telling.length <= mostParts ? l10n.t('{0} ({1})', told, telling.join(l10n.t(' + '))) : told;
}

/** What the parts of a total come to, where all are known. */
export function partsSum({ values }: BoundTable, { left, right }: Identity, total: number): number | undefined {
  const parts = [...left, ...right].filter((figure) => figure !== total).map((figure) => values[figure] ?? null);
  return parts.includes(null) ? undefined : sumOf(parts);
}

function balanceMessage(table: BoundTable, identity: Identity): string {
  const definition = table.form.figures[identity.anchor];
  const [left, right] = [sideOf(table, identity.left), sideOf(table, identity.right)];
  const message = l10n.t('column "{0}" does not balance: {1}, {2}', columnOf(definition), left, right);
  return withDifference(message, table, identity);
}

/** 新收2980＋上年结转195＝3175. */
function sideOf(table: BoundTable, side: readonly number[]): string {
  const values = side.map((figure) => table.values[figure] ?? null);
  const terms = side.map((figure, at) => {
    const row = table.form.figures[figure]?.row;
    return l10n.t('{0} {1}', row === undefined ? '' : (row.brief ?? briefRow(row)), values[at] ?? l10n.t('(blank)'));
  });
  const sign = values.includes(null) ? l10n.t(' ≥ ') : l10n.t(' = ');
  return terms.length === 1 ? terms.join('') : `${terms.join(l10n.t(' + '))}${sign}${sumOf(values)}`;
}

function sumMessage(table: BoundTable, identity: Identity, total: number): string {
  const definition = table.form.figures[total];
  const line = definition === undefined ? '' : lineOf(table, identity, definition);
  const name = definition === undefined ? '' : (identity.each === 'row' ? shortLabel(definition.column) : briefRow(definition.row));
  const message = l10n.t('{0} does not add up: "{1}" is {2}, {3}', line, name, table.values[total] ?? l10n.t('(blank)'), partsMessage(table, identity, total));
  return withDifference(message, table, identity);
}

function lineOf({ form }: BoundTable, { each }: Identity, { row, column }: FigureDefinition): string {
  if (each === 'column') {
    return l10n.t('column "{0}"', shortLabel(column));
  }
  return form.data.arrangement === 'across' ? l10n.t('"{0}"', briefRow(row)) : l10n.t('row "{0}"', briefRow(row));
}

function columnOf(definition: FigureDefinition | undefined): string {
  return definition === undefined ? '' : shortLabel(definition.column);
}

function withDifference(message: string, table: BoundTable, identity: Identity): string {
  const isKnown = [...identity.left, ...identity.right].every((figure) => (table.values[figure] ?? null) !== null);
  return isKnown ? l10n.t('{0}, a difference of {1}', message, differenceOf(table, identity)) : message;
}

/** By how much the known figures of the two sides differ. */
export function differenceOf({ values }: BoundTable, { left, right }: Identity): number {
  const valuesOf = (side: readonly number[]): number[] => side.map((figure) => values[figure] ?? 0);
  return Math.abs(sumOf(valuesOf(left)) - sumOf(valuesOf(right)));
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
