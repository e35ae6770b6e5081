import type { Line } from '../lines.ts';
import { isBlank, trimmed } from '../text.ts';
import type { Cell, Row, Span, Table } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createCell, createRow, hasWordsOfForm } from './cells.ts';

/** A table that is drawn has a rule above it, below its head and below its last row. */
const fewestRules = 3;
const rule = /^\s*[+|][-=:+|]+[+|]\s*$/u;
const partOfRule = /[+|][-=]{2,}[+|]/u;

/** The number of lines of a drawn table that starts here: rules above, between and below its rows; 0 if none does. */
export function ruledExtent(text: string, lines: readonly Line[], from: number): number {
  if (!isRule(text, lines[from])) {
    return 0;
  }
  let rules = 0;
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const words = text.slice(lines[at]?.start, lines[at]?.end);
    if (!/^\s*[|+].*[|+]\s*$/u.test(words)) {
      break;
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

/** Reads a drawn table, whose cells may go on over several lines; undefined where its words are none of a form's. */
export function readRuledTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): Omit<Table, 'chunk'> | undefined {
  const rows: Row[] = [];
  let open: Span[][] = [];
  let isUnclear = false;
  const close = (): void => {
    const parts = new Set(open.map(({ length }) => length));
    isUnclear ||= parts.size > 1;
    rows.push(...(parts.size > 1 ? open.flatMap((spans) => lineOf(spans, text)) : rowOf(open, text)));
    open = [];
  };
  for (const line of lines) {
    if (partOfRule.test(text.slice(line.start, line.end))) {
      close();
    } else {
      open.push(spansOf(text, line));
    }
  }
  close();
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return isUnclear || hasWordsOfForm(rows, vocabulary) ? { kind: 'table', layout: 'pipe', keepsBlanks: true, rows, ...span } : undefined;
}

/** What stands between the bars of a line. */
function spansOf(text: string, { start, end }: Line): Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf('|', start) + 1; from > 0 && from <= end;) {
    const bar = text.indexOf('|', from);
    if (bar < 0 || bar >= end) {
      break;
    }
    spans.push({ start: from, end: bar });
    from = bar + 1;
  }
  return spans;
}

/** The row that lines between two rules make up. */
function rowOf(lines: readonly (readonly Span[])[], text: string): Row[] {
  const columns = lines[0] ?? [];
  return columns.length === 0 ? [] : [createRow(columns.map((_, column) => cellOf(lines.map((spans) => spans[column] as Span), text, column)))];
}

/** A line by itself as one cell of words, where lines between two rules are parted differently. */
function lineOf(spans: readonly Span[], text: string): Row[] {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? [createRow([{ ...cellOf([{ start: first.start, end: last.end }], text, 0), kind: 'text' }])] : [];
}

/** A cell of several lines as one, without the blank ones; its places are those of its lines. */
function cellOf(spans: readonly Span[], text: string, column: number): Cell {
  const pieces = spans.filter(({ start, end }) => !isBlank(text.slice(start, end))).map(({ start, end }) => trimmed(text, start, end));
  const [first = spans[0] as Span, ...others] = pieces;
  const last = others.at(-1) ?? first;
  if (others.length === 0) {
    return createCell(text.slice(first.start, first.end), first.start, first.end, column);
  }
  const starts: number[] = [];
  let joined = '';
  for (const piece of pieces) {
    starts.push(joined.length);
    joined += `${text.slice(piece.start, piece.end)}\n`;
  }
  const map = (at: number): number => {
    const index = Math.max(0, starts.findLastIndex((start) => start <= at));
    return (pieces[index]?.start ?? 0) + at - (starts[index] ?? 0);
  };
  return createCell(joined.slice(0, -1), first.start, last.end, column, map);
}
