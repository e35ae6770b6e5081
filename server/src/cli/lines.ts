import type { Range } from '../service-types.ts';
import { lineStarts } from '../settings/index.ts';

/** The text at a range; the lines are counted when first asked for. */
export function createTextAt(text: string): (range: Range) => string {
  let starts: readonly number[] | undefined;
  return ({ start, end }) => {
    starts ??= lineStarts(text);
    return text.slice((starts[start.line] ?? 0) + start.character, (starts[end.line] ?? 0) + end.character);
  };
}
