import type { Diagnosis } from '../diagnosis.ts';
import type { LayoutChoice, Position, RefusableEdits } from '../service-types.ts';
import { convertTable, isConvertible } from './convert-table.ts';
import { format, isOutOfLine } from './format.ts';

/**
 * Whether the table at a position may be laid out in another way, as far as the table alone tells: whether the result
 * reads the same is tried when the way is chosen, because all ways together would keep a list of actions waiting that the
 * editor gives up after a while.
 */
export function mayBeLaidOut(diagnosis: Diagnosis, position: Position, choice: LayoutChoice): boolean {
  return choice === 'aligned' ? isOutOfLine(diagnosis, position) : isConvertible(diagnosis, position, choice);
}

/** The edits that lay the table at a position out in a way, or a refusal where it would not read the same. */
export function layOut(diagnosis: Diagnosis, position: Position, choice: LayoutChoice): RefusableEdits {
  return choice === 'aligned' ? { edits: format(diagnosis, { start: position, end: position }) } : convertTable(diagnosis, position, choice);
}
