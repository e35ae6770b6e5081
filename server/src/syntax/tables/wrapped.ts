import type { Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { numerals } from '../../texts/chinese-numbers.ts';
import { withoutMarks } from '../markup.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Row, Span } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { joinedRow } from './cells.ts';

/** So many lines that go on with the labels above them show that the cells of a table are broken over lines. */
const fewestJoined = 2;
const fewestColumns = 3;
const longestLabel = 120;
/** A number that begins a label. */
const numbered = new RegExp(`^\\(?[\\d${numerals}]{1,3}[).、]`, 'u');

/** The rows of lines of bars whose cells go on in the lines below, with no rule between them; undefined where none do. */
export function wrappedRows(text: string, lines: readonly Line[], vocabulary: Vocabulary): Row[] | undefined {
  const columns = lines.map((line) => framedSpans(text, line));
  const width = columns[0]?.length ?? 0;
  if (width < fewestColumns || columns.some((spans) => spans?.length !== width)) {
    return undefined;
  }
  const words = columns.map((spans) => (spans ?? []).map(({ start, end }) => withoutMarks(text.slice(start, end)).text));
  if (joinsIn(words, vocabulary, false).filter(Boolean).length < fewestJoined) {
    return undefined;
  }
  const rows: (readonly Span[])[][] = [];
  joinsIn(words, vocabulary, true).forEach((isJoined, at) => {
    const spans = columns[at] as readonly Span[];
    if (isJoined) {
      rows.at(-1)?.push(spans);
    } else {
      rows.push([spans]);
    }
  });
  return rows.map((spans) => joinedRow(text, spans));
}

/** By line, whether it goes on with the row above; where cells are known to be broken, also in words that are in no label of a form. */
function joinsIn(lines: readonly (readonly string[])[], { normalise, beginsLabel }: Vocabulary, isKnown: boolean): boolean[] {
  let above: string[] = [];
  return lines.map((cells) => {
    const own = cells.map((cell) => (isBlank(cell) ? '' : normalise(cell)));
    const joined = own.map((words, at) => `${above[at] ?? ''}${words}`);
    const goesOn = (words: string, at: number): boolean => words === '' || (above[at] !== '' && (joined[at] ?? '').length <= longestLabel
      && (beginsLabel(joined[at] ?? '') || (isKnown && !beginsLabel(words) && !numbered.test(words))));
    const isJoined = above.length > 0 && own.some((words) => words !== '') && !cells.some((cell) => !isBlank(cell) && looksLikeFigure(cell)) && own.every(goesOn);
    above = isJoined ? joined : own;
    return isJoined;
  });
}

/** What stands between the bars of a line with one at either end. */
function framedSpans(text: string, line: Line): Span[] | undefined {
  const { start, end } = trimmed(text, line.start, line.end);
  if (end - start < 2 || text[start] !== '|' || text[end - 1] !== '|') {
    return undefined;
  }
  const spans: Span[] = [];
  for (let from = start + 1; from < end;) {
    const bar = text.indexOf('|', from);
    spans.push({ start: from, end: bar });
    from = bar + 1;
  }
  return spans;
}
