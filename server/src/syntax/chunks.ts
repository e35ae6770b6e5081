import { readHeading } from './headings.ts';
import { lineAt } from './lines.ts';
import type { Context } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a chunk starts, and what is open there. */
export interface Cut {
  readonly start: number;
  readonly before: Context;
}

/**
 * Cuts a text into chunks from a line start on: before each line that is a landmark (a title or heading).
 * Whether a line is one depends on the line and on what is open before it, never on what follows: hence the reuse.
 */
export class Cutter {
  #at: number;
  #context: Context;
  #text: string;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, vocabulary: Vocabulary, from: Cut) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#at = from.start;
    this.#context = from.before;
  }

  /** The next cut behind the present one; undefined at the end of the text. */
  next(): Cut | undefined {
    let first = true;
    while (this.#at < this.#text.length) {
      const line = lineAt(this.#text, this.#at);
      const words = line.end - line.start > 2000 ? '' : this.#text.slice(line.start, line.end);
      if (!first && this.#context === '' && isLandmark(words, this.#vocabulary)) {
        return { start: line.start, before: '' };
      }
      this.#context = contextAfter(this.#context, words === '' ? this.#text.slice(line.start, line.end) : words);
      this.#at = line.next;
      first = false;
    }
    return undefined;
  }

  /** Goes on in a longer text that begins with the present one. */
  extend(text: string): void {
    this.#text = text;
  }

  /** What is open where the last call stopped. */
  get context(): Context {
    return this.#context;
  }
}

function isLandmark(line: string, vocabulary: Vocabulary): boolean {
  if (line.length < 4 || line.length > 400) {
    return false;
  }
  const heading = readHeading(line, vocabulary);
  return heading !== undefined && heading.kind !== 'sub';
}

const fence = /^ {0,3}(`{3,}|~{3,})/u;

/** What is open behind a line: a code fence (its mark), an HTML table (`<table>` once per level), a comment. */
export function contextAfter(before: Context, line: string): Context {
  if (before.startsWith('`') || before.startsWith('~')) {
    const mark = fence.exec(line)?.[1];
    return mark?.startsWith(before) && line.trim() === mark ? '' : before;
  }
  if (before === '' && line.length < 200) {
    const mark = fence.exec(line)?.[1];
    if (mark) {
      return mark;
    }
  }
  return before === '' && !line.includes('<') ? '' : markupAfter(before, line);
}

function markupAfter(before: Context, line: string): Context {
  let open = before;
  for (const match of line.matchAll(/<!--|-->|<table\b|<\/table\s*>/giu)) {
    const mark = match[0].toLowerCase();
    if (open.endsWith('<!--')) {
      open = mark === '-->' ? open.slice(0, -4) : open;
    } else if (mark === '<!--') {
      open += '<!--';
    } else if (mark.startsWith('</')) {
      open = open.endsWith('<table>') ? open.slice(0, -7) : open;
    } else if (mark === '<table' && open.length < 700) {
      open += '<table>';
    }
  }
  return open;
}
