import type { RowDefinition } from '../../../forms/table.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import type { Candidate } from '../rows/candidate.ts';
import { holdsOwn } from './doubt.ts';
import type { TableLabels } from '../labels.ts';

/** So many cells above a row its heads may stand. */
const mostAbove = 40;
/** So many characters that are none of the form's say that a head of another column stands there. */
const leastForeign = 2;

/**
 * Whether a number that stands right behind its label may be several: a 0 stands before its other digits, or the heads above name
 * a column that the form has not, such as last year's, of which the figure would be run together with it.
 */
export function mayBeRunTogether(
  row: RowDefinition, { part, row: { cells: words } }: Candidate, cells: readonly (Cell | undefined)[], parts: readonly Table[], labels: TableLabels,
): boolean {
  const figure = cells.find((cell) => cell !== undefined);
  const label = figure && words[words.indexOf(figure) - 1];
  if (!figure || label?.kind !== 'text' || part.layout.keepsBlanks || part.chunk.text.slice(label.end, figure.start) !== '' || !/\d\D*\d/u.test(figure.text)) {
    return false;
  }
  return /^\s*0\d/u.test(figure.text) || (!holdsOwn(row.figures, cells, labels.table) && standsBelowForeignHead(row, label, parts, labels));
}

function standsBelowForeignHead({ block }: RowDefinition, label: Cell, parts: readonly Table[], { all }: TableLabels): boolean {
  const known = [...all].sort((one, other) => other.length - one.length);
  const corner = normalise(block.corner ?? '');
  const cells = parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const end = cells.indexOf(label);
  for (let at = end - 1; at >= Math.max(0, end - mostAbove); at -= 1) {
    const cell = cells[at];
    const words = cell?.kind === 'text' ? normalise(cell.text) : '';
    const foreign = known.reduce((rest, one) => rest.replaceAll(one, ' '), words).replace(/[^\p{Script=Han}\d]/gu, '');
    if (foreign.length >= leastForeign) {
      return true;
    }
    if (corner !== '' && words.includes(corner)) {
      return false;
    }
  }
  return false;
}
