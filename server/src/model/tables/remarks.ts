import { normalise } from '../../forms/vocabulary.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import { hasGrid } from './grid.ts';
import { Notes } from '../../syntax/notes.ts';

/** Heads of columns that local editions add, in which no figures stand. */
const remarkHeads = new Set(['备注', '备考', '说明', '单位', '计量单位']);

const known = new Notes<Table, ReadonlySet<Cell>>();

/** Whether a cell holds words in a column whose head says that words stand there. */
export function isRemark(cell: Cell, part: Table): boolean {
  let remarks = known.get(part);
  if (!remarks) {
    remarks = hasGrid(part) ? remarksIn(part) : new Set();
    known.set(part, remarks);
  }
  return remarks.has(cell);
}

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
