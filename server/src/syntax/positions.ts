import { lineStarts } from './lines.ts';

/** Zero-based, in UTF-16 units, as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Negative where the first one stands before the other, 0 where they are the same. */
export function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

export function isBefore(one: Position, other: Position): boolean {
  return comparePositions(one, other) < 0;
}

export function isSameRange(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.start) === 0 && comparePositions(one.end, other.end) === 0;
}

/** Whether a position stands in a range or at one of its ends. */
export function contains({ start, end }: Range, at: Position): boolean {
  return !isBefore(at, start) && !isBefore(end, at);
}

/** Whether two ranges have a position in common, be it only an end. */
export function touches(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

/** Turns offsets of one text into positions, and back. */
interface TextPositions {
  readonly position: (offset: number) => Position;
  readonly range: (offset: number, length: number) => Range;
  /** A position past the end of a line or of the text means its end, as in the Language Server Protocol. */
  readonly offset: (position: Position) => number;
  readonly textAt: (range: Range) => string;
}

/** The lines are counted when they are first asked for. */
export function positionsIn(text: string): TextPositions {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => (known ??= lineStarts(text));
  const position = (offset: number): Position => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const line = lastIndex(starts(), (start) => start <= at);
    return { line, character: at - (starts()[line] as number) };
  };
  const offset = ({ line, character }: Position): number => {
    const start = starts()[line];
    return start === undefined ? text.length : Math.min(start + character, starts()[line + 1] ?? text.length);
  };
  return {
    position,
    range: (from, length) => ({ start: position(from), end: position(from + length) }),
    offset,
    textAt: ({ start, end }) => text.slice(offset(start), offset(end)),
  };
}

/** The index of the last item that passes, where all that pass come first; 0 if none does. */
export function lastIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  for (let high = items.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as Item)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
