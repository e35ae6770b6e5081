import type { BlockData, ColumnData } from '../../../forms/form.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { Row } from '../../../syntax/tree.ts';
import type { BoundRow, BoundTable } from '../../report.ts';
import { similarity } from '../../../syntax/vocabulary.ts';
import { memoised } from '../../memo.ts';

/** A column of the form that the table lacks altogether. */
interface LackingColumn {
  readonly block: BlockData;
  /** Index among the block's columns. */
  readonly at: number;
  readonly column: ColumnData;
}

/** The columns that have neither a header nor a figure in the whole table. */
export const lackingColumns = memoised((table: BoundTable): readonly LackingColumn[] => {
  const [only, ...others] = table.form.data.blocks;
  if (table.form.data.arrangement === 'across') {
    return [];
  }
  const named = others.length === 0 && only ? table.missingColumns.flatMap((at) => entry(only, at)) : [];
  return others.length === 0 ? named : table.form.data.blocks.flatMap((block) => lackingIn(table, block));
});

function entry(block: BlockData, at: number): LackingColumn[] {
  const column = block.columns[at];
  return column === undefined ? [] : [{ block, at, column }];
}

function lackingIn(table: BoundTable, block: BlockData): LackingColumn[] {
  const rows = table.rows.filter(({ definition }) => definition.block === block);
  const candidates = block.columns.map((_, at) => at).filter((at) => rows.length > 0 && rows.every((row) => isUnfilled(row, at)));
  if (table.foreignBlocks.includes(block)) {
    return candidates.flatMap((at) => entry(block, at));
  }
  if (candidates.length === 0 || candidates.length === block.columns.length || table.parts.some(({ layout }) => !layout.keepsBlanks)) {
    return [];
  }
  const headers = headersOf(table, rows);
  return candidates.filter((at) => !isHeaded(block.columns[at], headers)).flatMap((at) => entry(block, at));
}

function isUnfilled({ figures }: BoundRow, at: number): boolean {
  const figure = figures[at];
  return figure === undefined || figure.state === 'blank';
}

/** The words right above the rows of a block, where one of its columns is named there; else those of the whole table: another block may name a column alike. */
function headersOf({ parts }: BoundTable, bound: readonly BoundRow[]): string[] {
  const rows = parts.flatMap((part) => part.rows);
  const starts = parts.flatMap(({ chunk, rows: own }) => own.map(({ start }) => ({ chunk, start })));
  const first = starts.findIndex(({ chunk, start }) => bound.some(({ row, label }) => label.chunk === chunk && row.start === start));
  const above = rows.slice(0, Math.max(0, first));
  const own = wordsIn(above.slice(above.findLastIndex(({ cells }) => cells.some(({ kind }) => kind === 'figure')) + 1));
  return bound[0]?.definition.block.columns.some((column) => isHeaded(column, own)) ? own : wordsIn(rows);
}

function wordsIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ kind, text }) => (kind === 'text' ? [normalise(text)] : [])));
}

const leastLikeness = 0.5;

function isHeaded(column: ColumnData | undefined, headers: readonly string[]): boolean {
  return column !== undefined && spellings(column).some((spelling) =>
    headers.some((header) => header.includes(spelling) || similarity(header, spelling) >= leastLikeness));
}

/** Whether the row's figure in the column is missing because the whole column is. */
export function isLacking(table: BoundTable, { definition }: BoundRow, at: number): boolean {
  const lackings = lackingColumns(table);
  return lackings.length > 0 && lackings.some((lacking) => lacking.block === definition.block && lacking.at === at);
}
