import { trimmed } from './text.ts';
import type { Span, TextMap } from './tree.ts';

/** A line without its line end. A form feed ends no line. */
export interface Line extends Span {
  /** Where the next line starts. */
  readonly next: number;
}

/** Reads the line that starts at an offset; lines end at LF, CRLF or CR. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 0x0a) {
      return { start, end, next: end + 1 };
    }
    if (code === 0x0d) {
      return { start, end, next: text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1 };
    }
  }
  return { start, end, next: end };
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    lines.push(line);
    at = line.next;
  }
  return lines;
}

/** The lines of a text that are not empty, and where each begins; a regular expression would run out of memory on a line of ten million characters. */
export function linesIn(text: string): { readonly line: string; readonly index: number }[] {
  return splitLines(text).filter(({ start, end }) => end > start).map(({ start, end }) => ({ line: text.slice(start, end), index: start }));
}

/** Where the line that holds an offset begins. */
export function lineStart(text: string, at: number): number {
  for (let start = at; start > 0; start -= 1) {
    const before = text[start - 1];
    if (before === '\n' || before === '\r') {
      return start;
    }
  }
  return 0;
}

/** Where the line that holds an offset ends, before its line end. */
export function lineEnd(text: string, at: number, furthest = text.length): number {
  for (let end = at; end < furthest; end += 1) {
    if (text[end] === '\n' || text[end] === '\r') {
      return end;
    }
  }
  return furthest;
}

/** Where each line of a text starts. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\r|\n/gu)) {
    starts.push(index + lineBreak.length);
  }
  return starts;
}

/** A line as a reader sees it: of a text file, or of a block of a web page. */
export interface ReadingLine {
  readonly text: string;
  /** Offsets in the chunk. */
  readonly start: number;
  readonly end: number;
  /** Where `text` stands in the chunk, if not simply from `start` on. */
  readonly map?: TextMap;
  /** Whether the page marks the line as a heading (`h1` … `h6`). */
  readonly heading?: boolean;
  /** Whether an empty line, or another block, stands before it. */
  readonly apart: boolean;
  /** Whether it reads as the title of a report or a section, and is no row of a table. */
  readonly isTitle?: boolean;
  /** What it stands in, where it is a title that has no line of its own. */
  readonly within?: 'line' | 'table';
}

/** The offset in the chunk of an offset in the line's text. */
export function placeIn(line: { readonly start: number; readonly map?: TextMap }, at: number): number {
  return line.map ? line.map(at) : line.start + at;
}

/** A part of a reading line's text, without the white space around it, as a line of its own. */
export function partOf(line: ReadingLine, start: number, end: number): { text: string; start: number; end: number; map?: TextMap } {
  const inner = trimmed(line.text, start, end);
  const text = line.text.slice(inner.start, inner.end);
  const from = placeIn(line, inner.start);
  const to = inner.end > inner.start ? placeIn(line, inner.end - 1) + 1 : from;
  if (!line.map) {
    return { text, start: from, end: to };
  }
  const { map } = line;
  return { text, start: from, end: Math.max(to, from), map: (at) => map(inner.start + at) };
}
