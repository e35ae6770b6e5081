import type { Line } from '../lines.ts';
import { withoutMarks } from '../markup.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Cell } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createWrittenCell } from './cells.ts';
import { isNote } from './loose-line.ts';

const longestCell = 60;
const mostBlankLines = 3;
const mostLinesInCell = 5;
const fewestBars = 6;

/**
 * The number of lines of a table that starts here whose cells stand on lines of their own, with empty lines and bars
 * between them, as converters leave the paragraphs of a cell; 0 if none does.
 */
export function spreadExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean): number {
  const wordsAt = (at: number): string => text.slice(lines[at]?.start, lines[at]?.end);
  const isCell = (words: string): boolean => words.length <= longestCell && (!/[|。；]/u.test(words) || isNote(words)) && !words.startsWith('#') && !isHeading(words);
  let end = from;
  let bars = 0;
  let cells = 0;
  let blanks = 0;
  let isSpread = false;
  for (let at = from; at < lines.length; at += 1) {
    const words = wordsAt(at);
    if (isBlank(words)) {
      blanks += 1;
    } else if (isLoneBar(words)) {
      bars += /^[\s|:-]*$/u.test(words) || words.includes('|') ? 1 : 0;
      isSpread ||= blanks > 0;
      end = at + 1;
      cells = 0;
      blanks = 0;
    } else if (isCell(words)) {
      cells += 1;
      blanks = 0;
    } else {
      break;
    }
    if (blanks > mostBlankLines || cells > mostLinesInCell) {
      break;
    }
  }
  if (!isSpread || bars < fewestBars) {
    return 0;
  }
  for (let at = end; at < Math.min(lines.length, end + mostBlankLines); at += 1) {
    if (looksLikeFigure(wordsAt(at))) {
      return at + 1 - from;
    }
  }
  return end - from;
}

/** Whether a line holds bars and no more than one cell, or is drawn. */
function isLoneBar(words: string): boolean {
  return words.includes('|') && (words.split('|').filter((cell) => !isBlank(cell)).length <= 1 || /^[\s|:-]+$/u.test(words));
}

/**
 * A cell of several lines as the cells that stand in it where no bar parts them: behind the last figure of a row and behind the
 * last head above the first row, where other words may follow.
 */
export function cellsInLines(cell: Cell, text: string, vocabulary: Vocabulary): Cell[] {
  const all = linesOf(cell, text);
  const lines = all.filter(({ start, end }) => !/^:?-{3,}:?$/u.test(text.slice(start, end)));
  if (all.length < 2) {
    return [cell];
  }
  const cells: Cell[] = [];
  for (let at = 0; at < lines.length;) {
    const count = looksLikeFigure(withoutMarks(text.slice(lines[at]?.start, lines[at]?.end)).text) ? 1 : labelLines(lines.slice(at), text, vocabulary);
    if (count === 0 && cells.length === 0) {
      return [cell];
    }
    const to = count === 0 ? lines.length : at + count;
    const start = lines[at]?.start ?? 0;
    const end = lines[to - 1]?.end ?? 0;
    cells.push(createWrittenCell(text.slice(start, end), start, end, cell.column));
    at = to;
  }
  return cells;
}

function linesOf({ start, end }: Cell, text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let from = start; from < end;) {
    const at = text.slice(from, end).search(/[\r\n]/u);
    const to = at < 0 ? end : from + at;
    if (!isBlank(text.slice(from, to))) {
      lines.push(trimmed(text, from, to));
    }
    from = to + 1;
  }
  return lines;
}

/** How many lines make up a label, as many as can; 0 where none do. */
function labelLines(lines: readonly { start: number; end: number }[], text: string, vocabulary: Vocabulary): number {
  let count = 0;
  let joined = '';
  for (let at = 0; at < Math.min(lines.length, mostLinesInCell); at += 1) {
    joined += vocabulary.normalise(withoutMarks(text.slice(lines[at]?.start, lines[at]?.end)).text);
    count = vocabulary.isLabel(joined) || (joined.endsWith(')') && vocabulary.isLabel(joined.slice(0, joined.lastIndexOf('(')))) ? at + 1 : count;
  }
  return count;
}
