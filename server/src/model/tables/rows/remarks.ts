import titles from '../../../forms/title.json' with { type: 'json' };
import { normalise } from '../../../forms/vocabulary.ts';
import { memoised } from '../../memo.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import { hasGrid } from '../has-grid.ts';

/** Heads of columns that local editions add, in which no figures stand. */
const remarkHeads = new Set(titles.remarkHeads);

/** Whether a cell holds words in a column whose head says that words stand there. */
export function isRemark(cell: Cell, part: Table): boolean {
  return remarksOf(part).has(cell);
}

const remarksOf = memoised((part: Table): ReadonlySet<Cell> => (hasGrid(part) ? remarksIn(part) : new Set()));

function remarksIn({ rows }: Table): Set<Cell> {
  const columns = new Set<number>();
  const remarks = new Set<Cell>();
  rows.filter(({ cells }) => cells.some(({ kind }) => kind === 'text')).forEach((row) => {
    const words = row.cells.filter(({ kind }) => kind === 'text');
    const heads = isHeadRow(row) ? words.filter(({ text }) => remarkHeads.has(normalise(text))) : [];
    if (heads.length > 0) {
      columns.clear();
      heads.forEach(({ column }) => columns.add(column));
    } else {
      words.filter(({ column }) => columns.has(column)).forEach((cell) => remarks.add(cell));
    }
  });
  return remarks;
}

/** Whether a row holds several words and no figures. */
function isHeadRow({ cells }: Row): boolean {
  return cells.every(({ kind }) => kind !== 'figure') && cells.filter(({ kind }) => kind === 'text').length > 1;
}
