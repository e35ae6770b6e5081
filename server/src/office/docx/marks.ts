import { child, type XmlElement } from '../xml.ts';
import type { Piece } from './content.ts';
import { isOn } from './styles.ts';

/** What Markdown and HTML write before and behind digits that are struck out, or raised behind a number as that of a note is. */
const marks = { struck: ['~~', '~~'], raised: ['<sup>', '</sup>'] } as const;

type Look = keyof typeof marks;

/** The pieces of a cell with marks around digits that belong to no number, so that none is read together with those beside them. */
export function withMarks(pieces: readonly (Piece | undefined)[]): (Piece | undefined)[] {
  const result: (Piece | undefined)[] = [];
  let open: Look | undefined;
  let before = '';
  const turn = (look: Look | undefined): void => {
    if (look !== open) {
      result.push(...(open === undefined ? [] : [markOf(marks[open][1])]), ...(look === undefined ? [] : [markOf(marks[look][0])]));
      open = look;
    }
  };
  for (const piece of pieces) {
    turn(lookOf(piece, before, open));
    result.push(piece);
    before = piece?.text ?? '';
  }
  turn(undefined);
  return result;
}

function markOf(text: string): Piece {
  return { text, lock: 'not-text', isMark: true };
}

function lookOf(piece: Piece | undefined, before: string, open: Look | undefined): Look | undefined {
  const properties = piece?.run === undefined || !/\d/u.test(piece.text) ? undefined : child(piece.run, 'w:rPr');
  if (says(properties, 'w:strike') || says(properties, 'w:dstrike')) {
    return 'struck';
  }
  const isRaised = child(properties, 'w:vertAlign')?.attributes['w:val'] === 'superscript';
  return isRaised && (open === 'raised' || /\d\s*$/u.test(before)) ? 'raised' : undefined;
}

function says(properties: XmlElement | undefined, name: string): boolean {
  const element = child(properties, name);
  return element !== undefined && isOn(element.attributes['w:val'], true);
}
