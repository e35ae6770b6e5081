import type { Diagnosis } from '../diagnosis.ts';
import type { LayoutChoice, Position, RefusableEdits } from '../service-types.ts';
import { convertTable, isConvertible } from './convert-table.ts';
import { format, isOutOfLine } from './format.ts';

/**
 * The other ways in which the table at a position may be laid out, as far as the table alone tells: whether the result
 * reads the same is tried when one is chosen, because all of them together would keep a list of actions waiting that the
 * editor gives up after a while.
 */
export function layoutChoices(diagnosis: Diagnosis, position: Position): LayoutChoice[] {
  const aligned: readonly LayoutChoice[] = isOutOfLine(diagnosis, position) ? ['aligned'] : [];
  return [...aligned, ...(['pipe', 'html'] as const).filter((layout) => isConvertible(diagnosis, position, layout))];
}

/** The edits that lay the table at a position out in a way, or a refusal where it would not read the same. */
export function layOut(diagnosis: Diagnosis, position: Position, choice: LayoutChoice): RefusableEdits {
  return choice === 'aligned' ? { edits: format(diagnosis, { start: position, end: position }) } : convertTable(diagnosis, position, choice);
}
