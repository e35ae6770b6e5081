import type { Line } from '../lines.ts';
import { trimmed } from '../text.ts';
import type { Row, Span, Table } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { hasWordsOfForm, joinedRow } from './cells.ts';

/** A table that is drawn has a rule above it, below its head and below its last row. */
const fewestRules = 3;
const rule = /^\s*[+|][-=:+|]+[+|]\s*$/u;
const partOfRule = /[+|][-=]{2,}[+|]/u;
/** A line with a bar at either end, as one of the two may be lost. */
const framed = /^\s*[|+].*[|+]|[|+]\s*$/u;

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

/** Reads a drawn table, whose cells may go on over several lines, where all are parted alike; undefined where its words are none of a form's. */
export function readRuledTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): Omit<Table, 'chunk'> | undefined {
  const rows: Row[] = [];
  let open: Span[][] = [];
  const close = (): void => {
    const parts = new Set(open.map(({ length }) => length));
    rows.push(...(parts.size === 1 ? [joinedRow(text, open)] : open.map((spans) => joinedRow(text, [spans]))));
    open = [];
  };
  for (const line of lines) {
    const at = text.slice(line.start, line.end).search(partOfRule);
    const spans = spansOf(text, { ...line, end: at < 0 ? line.end : line.start + at });
    open.push(...(spans.length > 0 ? [spans] : []));
    if (at >= 0) {
      close();
    }
  }
  close();
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return hasWordsOfForm(rows, vocabulary) ? { kind: 'table', layout: 'pipe', keepsBlanks: true, drawn: true, rows, ...span } : undefined;
}

/** What stands between the bars of a line, and before its first or behind its last where an outer one is lost. */
function spansOf(text: string, line: Line): Span[] {
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
