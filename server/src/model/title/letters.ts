import { fold } from '../../forms/vocabulary.ts';
import { withoutRemarks } from '../../syntax/text.ts';

/** A text as words are compared, half-width, simplified and without white space; by character, where it stands. */
export interface Letters {
  readonly text: string;
  /** What was read. */
  readonly source: string;
  /** Offsets in the source. */
  readonly places: readonly number[];
  /** Whether white space stands before the character. */
  readonly apart: readonly boolean[];
}

export function lettersOf(source: string): Letters {
  const visible = withoutRemarks(source);
  const places: number[] = [];
  const apart: boolean[] = [];
  let text = '';
  let isApart = true;
  for (let at = 0; at < visible.length; at += 1) {
    const code = fold[visible.charCodeAt(at)] ?? 0;
    if (code === 0) {
      isApart ||= visible[at] !== '*';
      continue;
    }
    text += String.fromCharCode(code);
    places.push(at);
    apart.push(isApart);
    isApart = false;
  }
  return { text, source, places, apart };
}

/** Letters as the source writes them, without white space. */
export function written({ source, places }: Letters, from: number, to: number): string {
  let text = '';
  for (const at of places.slice(from, to)) {
    text += source[at] ?? '';
  }
  return text;
}
