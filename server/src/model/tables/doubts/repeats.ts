import { normalise, spellings } from '../../../forms/vocabulary.ts';
import type { Table } from '../../../syntax/tree.ts';
import type { BoundRow } from '../../report.ts';
import type { TableLabels } from '../labels.ts';

/**
 * Whether a table with a cell on each line names columns that several of its blocks have, and none of them more than once: what
 * took the text from its page leaves out each line that it had before, and with the words all figures that came twice.
 */
export function lacksRepeats(parts: readonly Table[], { rowNamed }: TableLabels): boolean {
  const words = parts.flatMap(({ layout, rows }) => (layout.cellIsLine ? rows : []))
    .flatMap(({ cells }) => cells.flatMap(({ kind, text }) => (kind === 'text' ? normalise(text) : [])));
  const blocks = new Set(words.flatMap((word) => rowNamed(word)?.row.block ?? []));
  const heads = [...blocks].flatMap(({ columns }) => columns.map(spellings));
  const repeated = heads.filter((head, at) => heads.findIndex(([name]) => name === head[0]) < at);
  const counts = repeated.map((head) => words.filter((word) => head.includes(word)).length);
  return counts.includes(1) && counts.every((count) => count <= 1);
}

/** Whether a row has not the figures that it should have, or none. */
export function lacksOwnFigures({ figures, wrongCount }: BoundRow): boolean {
  return wrongCount !== undefined || figures.every((figure) => figure === undefined || figure.state === 'blank');
}
