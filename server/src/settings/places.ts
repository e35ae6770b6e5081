import type { Position, Range } from '../service-types.ts';

/** Turns offsets of one text into positions. */
export interface Places {
  readonly position: (offset: number) => Position;
  readonly range: (offset: number, length: number) => Range;
}

/** Where each line starts; lines end at LF, CRLF or CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/gu)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

export function createPlaces(text: string): Places {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const at = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return { line: low, character: at - (starts[low] as number) };
  };
  return { position, range: (offset, length) => ({ start: position(offset), end: position(offset + length) }) };
}
