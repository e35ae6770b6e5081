import type { FormTable } from '../../forms/table.ts';
import { evaluate } from '../arithmetic/index.ts';
import type { BoundRow, Figure } from '../report.ts';
import { countOf } from './figures.ts';

/** Digits with white space between them: they may as well be figures of their own. */
const mayBeSeveral = /[\d０-９.,]\s+[\d０-９.,]/u;

/** The rows without those figures whose digits white space parts, and that no identity bears out as one number. */
export function withoutUnconfirmed(rows: readonly BoundRow[], form: FormTable): readonly BoundRow[] {
  const parted = rows.flatMap(({ figures }) => figures.flatMap((figure) => (figure && isParted(figure) ? [figure] : [])));
  if (parted.length === 0) {
    return rows;
  }
  const refused = new Set(parted.filter(unconfirmedIn(rows, form)));
  return refused.size === 0 ? rows : rows.map((row) => ({ ...row, figures: row.figures.map((figure) => (figure && refused.has(figure) ? asText(figure) : figure)) }));
}

function isParted({ plain, state, cell }: Figure): boolean {
  return state === 'number' && plain !== undefined && mayBeSeveral.test(cell.text);
}

function unconfirmedIn(rows: readonly BoundRow[], { system }: FormTable): (figure: Figure) => boolean {
  const values = new Array<number | null>(system.size).fill(null);
  rows.forEach(({ figures }) => figures.forEach((figure) => figure && (values[figure.definition.index] = countOf(figure))));
  const states = evaluate(system, values);
  return ({ definition: { index } }) => !system.identities.some((identity) =>
    (identity.left.includes(index) || identity.right.includes(index)) && states[identity.index] === 'holds');
}

function asText(figure: Figure): Figure {
  return { ...figure, state: 'text', value: null, plain: undefined };
}
