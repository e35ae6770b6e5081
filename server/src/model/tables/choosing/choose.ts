import type { FormTable, RowDefinition } from '../../../forms/table.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import type { Table } from '../../../syntax/tree.ts';
import type { TableLabels } from '../labels.ts';
import { wordsOf } from './shown.ts';

/** The form that a table of the text shows, and another one where labels of that stand in it as well. */
export interface ChosenForm {
  readonly labels: TableLabels;
  readonly mixedWith: FormTable | undefined;
}

/**
 * The form that shows more of itself against each other form than that does against it. Where several do, the year decides:
 * it is the form in force, if that is one of them; else the one of which the least is missing, or the newest where none tells.
 */
export function chooseForm(variants: readonly TableLabels[], parts: readonly Table[], inForce: string | undefined): ChosenForm {
  const shows = evidenceIn(parts, variants);
  const all = variants.map((_, at) => at);
  const losses = all.map((at) => all.filter((other) => shows(other, at) > shows(at, other)).length);
  const best = all.filter((at) => losses[at] === Math.min(...losses));
  const isMixture = best.some((at) => best.some((other) => shows(at, other) > 0));
  const untold = best.length === all.length ? all.at(-1) : leastMissing(best, variants);
  const chosen = isMixture ? best[0] : best.find((at) => variants[at]?.table.form === inForce) ?? untold;
  const mixed = all.find((other) => other !== chosen && shows(other, chosen ?? 0) > 0);
  return { labels: variants[chosen ?? 0] as TableLabels, mixedWith: mixed === undefined ? undefined : variants[mixed]?.table };
}

/** The form of which the fewest labels are missing, where all those that could tell it from the others are. */
function leastMissing(candidates: readonly number[], variants: readonly TableLabels[]): number | undefined {
  const missing = candidates.map((at) => candidates.reduce((sum, other) =>
    sum + ownLabels(variants[at] as TableLabels, variants[other] as TableLabels).length, 0));
  return candidates[missing.indexOf(Math.min(...missing))];
}

/** By two forms, how often the first shows in the table by what the second does not have. */
function evidenceIn(parts: readonly Table[], variants: readonly TableLabels[]): (one: number, other: number) => number {
  const [first] = parts;
  const seen = first && parts.length === 1 ? wordsOf(first) : new Set(parts.flatMap((part) => [...wordsOf(part)]));
  const joined = parts.every((part) => part.layout.keepsBlanks) ? '' : normalise([...seen].join(''));
  const counts = variants.map((one) => variants.map((other) => {
    const mayOwnRows = one !== other && [...seen].some((word) => other.groupNamed(word) && one.rowNamed(word));
    return ownLabels(one, other).filter((label) => seen.has(label) || joined.includes(label)).length
      + (mayOwnRows ? rowsOfOwn(one, other, parts) : 0);
  }));
  return (one, other) => counts[one]?.[other] ?? 0;
}

const known = new WeakMap<TableLabels, WeakMap<TableLabels, readonly string[]>>();

/** The labels of a form that another one does not have. */
function ownLabels(one: TableLabels, other: TableLabels): readonly string[] {
  const byOther = known.get(one) ?? new WeakMap<TableLabels, readonly string[]>();
  known.set(one, byOther);
  let own = byOther.get(other);
  if (!own) {
    own = [...one.all].filter((label) => label.length >= 3 && !other.all.has(label) && !isPartOfLabel(label, other));
    byOther.set(other, own);
  }
  return own;
}

function isPartOfLabel(label: string, other: TableLabels): boolean {
  return [...other.all].some((text) => text.length > label.length && text.includes(label));
}

/**
 * Rows of one form that are mere groups in another: with figures, or with the next row of that form below them. Above rows
 * of the group such figures are their sums.
 */
function rowsOfOwn(one: TableLabels, other: TableLabels, parts: readonly Table[]): number {
  let count = 0;
  let last: RowDefinition | undefined;
  const rows = parts.flatMap((part) => part.rows).map((row) => ({ row, at: row.cells.findLastIndex((cell) => cell.kind === 'text') }))
    .map(({ row, at }) => ({ row, at, normal: at < 0 ? '' : normalise(row.cells[at]?.text ?? '') }));
  for (const [index, { row, at, normal }] of rows.entries()) {
    const named = one.rowNamed(normal)?.row;
    const isNext = last !== undefined && named?.index === last.index + 1;
    const group = other.groupNamed(normal);
    const isOwn = named !== undefined && group !== undefined && other.rowNamed(rows[index + 1]?.normal ?? '')?.row.groups.includes(group) !== true;
    const hasFigures = row.cells.slice(at + 1).some((cell) => cell.kind === 'figure');
    count += isNext || (isOwn && hasFigures) ? 1 : 0;
    last = normal === '' ? last : isOwn && !hasFigures ? named : undefined;
  }
  return count;
}
