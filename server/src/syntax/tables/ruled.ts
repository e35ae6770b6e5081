import type { Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Row, Span } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { hasWordsOfForm, joinedRow } from './cells.ts';
import { addAll } from '../lists.ts';

/** A table that is drawn has a rule above it, below its head and below its last row. */
const fewestRules = 3;
const rule = /^\s*[+|][-=:+|]+[+|]\s*$/u;
/** A rule in a line that may hold cells before or behind it. */
const wholeRule = /[+|]:?[-=]{2,}:?[+|](?::?[-=]+:?[+|])*/u;
const partOfRule = /[+|][-=]{2,}[+|]/u;
/** A line with a bar at either end, as one of the two may be lost. */
const framed = /^\s*[|+].*[|+]|[|+]\s*$/u;

/** A line between two of a drawn table, such as a note or the head of a page, is no longer. */
const longestNote = 60;

/** The number of lines of a drawn table that starts here: rules above, between and below its rows; 0 if none does. */
export function ruledExtent(text: string, lines: readonly Line[], from: number): number {
  if (!isRule(text, lines[from])) {
    return 0;
  }
  let rules = 0;
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const words = text.slice(lines[at]?.start, lines[at]?.end);
    if (!framed.test(words)) {
      if (isBlank(words) || words.length > longestNote || looksLikeFigure(words) || !framed.test(text.slice(lines[at + 1]?.start, lines[at + 1]?.end))) {
        break;
      }
      continue;
    }
    if (partOfRule.test(words)) {
      rules += 1;
      end = at + 1;
    }
  }
  return rules >= fewestRules ? end - from : 0;
}

function isRule(text: string, line: Line | undefined): boolean {
  const words = line ? text.slice(line.start, line.end) : '';
  return partOfRule.test(words) && rule.test(words);
}

/** The rows of a drawn table, whose cells may go on over several lines, where all are parted alike; undefined where its words are none of a form's. */
export function readRuledTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): Row[] | undefined {
  const rows: Row[] = [];
  let open: (readonly Span[])[] = [];
  const columns = columnsOf(text.slice(lines[0]?.start, lines[0]?.end));
  const close = (): void => {
    open = withoutBreaks(text, open, columns);
    const parts = new Set(open.map(({ length }) => length));
    addAll(rows, parts.size === 1 ? [joinedRow(text, open)] : open.map((spans) => joinedRow(text, [spans])));
    open = [];
  };
  const add = (start: number, end: number): void => {
    const spans = spansOf(text, { start, end });
    addAll(open, spans.length > 0 ? partedSpans(text, spans, columns) : []);
  };
  for (const { start, end } of lines.filter((line) => framed.test(text.slice(line.start, line.end)))) {
    const drawn = wholeRule.exec(text.slice(start, end));
    add(start, start + (drawn?.index ?? end - start));
    if (drawn) {
      close();
      add(start + drawn.index + drawn[0].length, end);
    }
  }
  close();
  return hasWordsOfForm(rows, vocabulary) ? rows : undefined;
}

/** The lines of a row without the line end that broke one of them within a cell: its two halves have all the columns together. */
function withoutBreaks(text: string, lines: readonly (readonly Span[])[], columns: number): (readonly Span[])[] {
  const whole: (readonly Span[])[] = [];
  for (const spans of lines) {
    const last = whole.at(-1);
    const [first, ...others] = spans;
    const end = last?.at(-1);
    const isBroken = end && first && text[end.end] !== '|' && text[first.start - 1] !== '|';
    if (last && isBroken && last.length + others.length === columns) {
      whole[whole.length - 1] = [...last.slice(0, -1), { start: end.start, end: first.end }, ...others];
    } else {
      whole.push(spans);
    }
  }
  return whole;
}

/** How many columns the first rule in a line draws; 0 where none does. */
export function columnsOf(line: string): number {
  return (wholeRule.exec(line)?.[0].match(/[+|]/gu)?.length ?? 1) - 1;
}

/** The spans of lines that stand in one line, each with all columns, and white space between the bars at their ends. */
function partedSpans(text: string, spans: readonly Span[], columns: number): (readonly Span[])[] {
  const count = (spans.length + 1) / (columns + 1);
  const lines = Array.from({ length: Math.floor(count) }, (_, at) => spans.slice(at * (columns + 1), (at + 1) * (columns + 1)));
  const areWhole = Number.isInteger(count) && lines.every((line) => line.length === columns || isBlank(text.slice(line[columns]?.start, line[columns]?.end)));
  return areWhole ? lines.map((line) => line.slice(0, columns)) : [spans];
}

/** What stands between the bars of a line, and before its first or behind its last where an outer one is lost. */
function spansOf(text: string, line: Span): Span[] {
  const { start, end } = trimmed(text, line.start, line.end);
  const spans: Span[] = [];
  for (let from = start + (text[start] === '|' ? 1 : 0); from < end;) {
    const bar = text.indexOf('|', from);
    const to = bar < 0 || bar > end ? end : bar;
    spans.push({ start: from, end: to });
    from = to + 1;
  }
  return spans;
}
