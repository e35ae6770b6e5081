import { DocError, type Bytes } from './bytes.ts';

/** A character of the main text, and where it stands in the stream. */
export interface DocText {
  readonly text: string;
  /** By character. */
  readonly places: Int32Array;
}

/** More characters than a report of a thousand pages. */
const mostCharacters = 4_000_000;

const fields = { characters: 0x4c, pieces: 0x1a2 };

/** The main text, put together from its pieces (MS-DOC 2.4.1, 2.8.35). @throws DocError */
export function readText(document: Bytes, table: Bytes): DocText {
  const count = document.u32(fields.characters);
  if (count > mostCharacters) {
    throw new DocError('too long');
  }
  const pieces = pieceTable(table.slice(document.u32(fields.pieces), document.u32(fields.pieces + 4)));
  const places = new Int32Array(count);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, offset, isCompressed } of pieces) {
    if (start !== at || end < start) {
      throw new DocError('pieces that leave a gap');
    }
    for (let character = start; character < Math.min(end, count); character += 1) {
      const place = offset + (character - start) * (isCompressed ? 1 : 2);
      places[character] = place;
      parts.push(isCompressed ? fromWindows1252(document.u8(place)) : String.fromCharCode(document.u16(place)));
    }
    at = end;
  }
  if (at < count) {
    throw new DocError('pieces are missing');
  }
  return { text: parts.join(''), places };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly isCompressed: boolean;
}

function pieceTable(clx: Bytes): Piece[] {
  let at = 0;
  while (clx.u8(at) === 1) {
    at += 3 + clx.u16(at + 1);
  }
  if (clx.u8(at) !== 2) {
    throw new DocError('no table of pieces');
  }
  const length = clx.u32(at + 1);
  const plc = clx.slice(at + 5, length);
  const count = (length - 4) / 12;
  if (!Number.isInteger(count)) {
    throw new DocError('a table of pieces that is cut off');
  }
  return Array.from({ length: count }, (_, index) => {
    const place = plc.u32(4 * (count + 1) + 8 * index + 2);
    const isCompressed = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    return { start: plc.u32(4 * index), end: plc.u32(4 * index + 4), offset: isCompressed ? offset / 2 : offset, isCompressed };
  });
}

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? windows1252.charAt(byte - 0x80) : String.fromCharCode(byte);
}
