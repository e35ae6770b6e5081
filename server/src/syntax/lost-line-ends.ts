import { isNumberedTitle, leadingName } from './headings.ts';
import type { Grammar } from './layout.ts';
import { looksLikeFigure } from './number.ts';
import { runInTitles } from './run-in.ts';
import { isBlankCode } from './text.ts';
import type { Span } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** No row of a table is a line of so many characters in which titles of so many sections and so many figures are cells. */
const longestRow = 400;
const fewestTitles = 2;
/** Heads that name sections above the columns of a wide table have none. */
const fewestFigures = 10;

/** What Markdown draws below the heads of a table. */
const delimiterRow = /(?:\|[ \t]{0,3}:?-{3,40}:?[ \t]{0,3}){2,}/gu;

/**
 * The lines of a text with bars between its cells that has lost all its line ends, as far as titles show them: what the line
 * begins with, each title, and what stands between two. None where a line is no such text.
 */
export function linesLost(line: string, grammar: Grammar): Span[] {
  const titles = line.length > longestRow && line.includes('|') ? titlesAmongBars(line, grammar) : [];
  if (titles.length < fewestTitles) {
    return [];
  }
  const first = wordsIn(line, 0, leadingName(line.slice(0, titles[0]?.start), grammar) || line.indexOf('|', 1));
  const parts: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    const part = wordsIn(line, from, to);
    parts.push(...(part.end > part.start ? [part] : []));
    from = to;
  };
  const closeAtRules = (to: number): void => {
    const base = from;
    for (const { index, 0: rule } of line.slice(base, to).matchAll(delimiterRow)) {
      close(base + index);
      from = base + index + rule.length;
    }
  };
  for (const { start, end } of [...(first.end <= (titles[0]?.start ?? 0) ? [first] : []), ...titles]) {
    closeAtRules(start);
    close(start);
    close(end);
  }
  close(line.length);
  return parts;
}

/** The titles that have a cell to themselves, and those that stand as they would in a text without bars. */
function titlesAmongBars(line: string, vocabulary: Vocabulary): readonly Span[] {
  const cells = [...line.matchAll(/[^|]+/gu)].map(({ index, 0: cell }) => wordsIn(line, index, index + cell.length));
  if (cells.filter(({ start, end }) => looksLikeFigure(line.slice(start, end))).length < fewestFigures) {
    return [];
  }
  const own = cells.filter(({ start, end }) => isNumberedTitle(line.slice(start, end), vocabulary));
  const others = runInTitles(line.replaceAll('|', ' '), vocabulary).filter(({ start }) => own.every((title) => start < title.start || start >= title.end));
  return [...own, ...others].sort((one, other) => one.start - other.start);
}

/** A stretch of a line without the blanks and bars at its ends. */
function wordsIn(line: string, from: number, to: number): Span {
  const isEdge = (at: number): boolean => line[at] === '|' || isBlankCode(line.charCodeAt(at));
  let [start, end] = [from, to];
  while (start < end && isEdge(start)) {
    start += 1;
  }
  while (end > start && isEdge(end - 1)) {
    end -= 1;
  }
  return { start, end };
}
