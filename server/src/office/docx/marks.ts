import { strikeMark } from '../markdown.ts';
import type { Piece } from './content.ts';
import type { Look } from './looks.ts';

/** What Markdown and HTML write before and behind digits that are struck out, or raised or lowered behind a number as that of a note is. */
const marks: Readonly<Record<Look, readonly [open: string, close: string]>> = {
  struck: [strikeMark, strikeMark], raised: ['<sup>', '</sup>'], lowered: ['<sub>', '</sub>'],
};

/** The pieces of a cell with marks around digits that belong to no number, so that none is read together with those beside them. */
export function withMarks(pieces: readonly (Piece | undefined)[]): (Piece | undefined)[] {
  const result: (Piece | undefined)[] = [];
  let open: Look | undefined;
  let before: Piece | undefined;
  const turn = (look: Look | undefined): void => {
    if (look !== open) {
      result.push(...(open === undefined ? [] : [markOf(marks[open][1])]), ...(look === undefined ? [] : [markOf(marks[look][0])]));
      open = look;
    }
  };
  for (const piece of pieces) {
    turn(lookOf(piece, before, open));
    result.push(piece);
    before = piece;
  }
  turn(undefined);
  return result;
}

function markOf(text: string): Piece {
  return { text, lock: 'not-text', isMark: true };
}

/** How digits are to be marked; what is all raised is a number like another one. */
function lookOf(piece: Piece | undefined, before: Piece | undefined, open: Look | undefined): Look | undefined {
  const look = piece?.look;
  return look === undefined || look === 'struck' || look === open || (before?.look !== look && /\d\s*$/u.test(before?.text ?? '')) ? look : undefined;
}
