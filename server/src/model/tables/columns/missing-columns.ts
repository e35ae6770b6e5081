import type { ColumnData } from '../../../forms/form.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { TableLabels } from '../labels.ts';
import type { MatchedRows } from '../rows/matched-rows.ts';

/** Columns that neither the header names, in one line or broken over several, nor the rows have figures for. */
export function missingColumns({ candidates, byRow }: MatchedRows, labels: TableLabels): readonly number[] {
  const [block, ...others] = new Set(labels.table.rows.map((row) => row.block));
  const count = labels.table.rows[0]?.figures.length ?? 0;
  if (block === undefined || others.length > 0 || !areShort({ byRow }, count)) {
    return [];
  }
  const heads = candidates.filter(({ hasFigures }) => !hasFigures);
  const named = new Set(heads.flatMap(({ row: { cells } }) =>
    cells.flatMap(({ kind, text }) => (kind === 'text' ? labels.columnNamed(normalise(text)) ?? [] : []))));
  const [lacking, ...more] = Array.from({ length: count }, (_, at) => at).filter((at) => !named.has(at));
  const words = heads.filter(({ part }) => !part.layout.keepsBlanks).flatMap(({ own }) => own).join('');
  const isBroken = (at: number): boolean => spellings(block.columns[at] as ColumnData).some((spelling) => words.includes(spelling));
  return lacking === undefined || more.length > 0 || isBroken(lacking) ? [] : [lacking];
}

/** Whether nearly all rows with figures have one less than the form's. */
function areShort({ byRow }: Pick<MatchedRows, 'byRow'>, count: number): boolean {
  const filled = byRow.flatMap((one) => (one?.hasFigures ? [one.figures.filter((cell) => cell.kind === 'figure').length] : []));
  const short = filled.filter((figures) => figures === count - 1).length;
  return filled.length > 0 && short * 4 >= filled.length * 3;
}
