import { normalise } from '../../forms/vocabulary.ts';
import type { Row, Table } from '../../syntax/tree.ts';
import { isSameList } from '../../texts/same-list.ts';

/** So many lines that say the same twice are those of two tables. */
const fewestLines = 2;

/** Whether the lines of a part without delimiters are those of two tables side by side: nothing tells which is meant. */
export function standsTwice({ rows, layout, chunk }: Table): boolean {
  if (layout.keepsBlanks) {
    return false;
  }
  const words = rows.map(wordsOf);
  const twice = rows.filter((row, at) => saysTwice(words[at] ?? []) || (at > 0 && words[at]?.length !== 0 && isSameList(words[at - 1] ?? [], words[at] ?? [])
    && !/[\r\n]/u.test(chunk.text.slice(rows[at - 1]?.end, row.start))));
  return twice.length >= fewestLines;
}

function wordsOf({ cells }: Row): string[] {
  return cells.flatMap(({ kind, text }) => (kind === 'text' ? [normalise(text)] : []));
}

function saysTwice(words: readonly string[]): boolean {
  const half = words.length / 2;
  const joined = words.join('');
  const middle = joined.length / 2;
  return joined !== '' && (Number.isInteger(half) ? isSameList(words.slice(0, half), words.slice(half)) : joined.slice(0, middle) === joined.slice(middle));
}
