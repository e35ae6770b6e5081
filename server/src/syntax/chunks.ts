import { headingOf, isNumberedTitle } from './headings.ts';
import type { Grammar } from './layout.ts';
import { lineAt } from './lines.ts';
import { withoutMarks } from './markup.ts';
import { isBlank } from './text.ts';
import type { Context } from './tree.ts';

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
  /** Where the present chunk starts. */
  #from: number;
  #context: Context;
  #text: string;
  readonly #grammar: Grammar;

  constructor(text: string, grammar: Grammar, from: Cut) {
    this.#text = text;
    this.#grammar = grammar;
    this.#at = from.start;
    this.#from = from.start;
    this.#context = from.before;
  }

  /** The next cut behind the present one, and what is open there; undefined at the end of the text. */
  next(): (Cut & { readonly after: Context }) | undefined {
    while (this.#at < this.#text.length) {
      const line = lineAt(this.#text, this.#at);
      const words = line.end - line.start > 2000 ? '' : this.#text.slice(line.start, line.end);
      if (this.#at > this.#from && isCut(words, this.#context, this.#grammar)) {
        const after = this.#context;
        this.#from = line.start;
        this.#context = '';
        return { start: line.start, before: '', after };
      }
      this.#context = contextAfter(this.#context, words === '' ? this.#text.slice(line.start, line.end) : words);
      this.#at = line.next;
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

/** Whether a line is a landmark; in a table of HTML that was never closed only the title of a section is one. */
function isCut(line: string, context: Context, grammar: Grammar): boolean {
  if (line.length < 4 || line.length > 400) {
    return false;
  }
  if (context === '') {
    const heading = headingOf(line, grammar);
    return heading !== undefined && heading.kind !== 'sub';
  }
  return openTables.test(context) && endsTables(line, context, grammar);
}

/**
 * Whether a line stands behind tables that were never closed: a heading of Markdown does, any heading where no cell is open,
 * and an official title with its number behind other words in one.
 */
function endsTables(line: string, context: Context, grammar: Grammar): boolean {
  const { kind } = headingOf(line, grammar) ?? {};
  if (kind !== 'section' && kind !== 'marked') {
    return false;
  }
  return /^\s*#/u.test(line) || !openCell.test(context)
    || (context.endsWith(filledCell) && isNumberedTitle(withoutMarks(line).text, grammar));
}

const openCell = /<td>…?$/u;
const filledCell = '<td>…';
const openTables = /^(?:<table>(?:<td>…?)?)+$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * What is open behind a line: a code fence (its mark), a comment, tables of HTML (`<table>` once per level), and in each of
 * them a cell (`<td>`, with `…` where words stand in it).
 */
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
  let from = 0;
  for (const match of line.matchAll(/<!--|-->|<table\b|<\/table\s*>|<\/?t[dhr]\b/giu)) {
    open = withMark(open, match[0].toLowerCase());
    from = match.index + match[0].length;
  }
  return open.endsWith('<td>') && holdsWords(line, from) ? `${open}…` : open;
}

const deepestContext = 700;

function withMark(open: Context, mark: string): Context {
  if (open.endsWith('<!--')) {
    return mark === '-->' ? open.slice(0, -4) : open;
  }
  const table = open.replace(openCell, '');
  switch (mark) {
    case '<!--': return `${open}<!--`;
    case '-->': return open;
    case '<table': return open.length < deepestContext ? `${open}<table>` : open;
    case '<tr': return table === '' ? '<table>' : table;
    case '<td': case '<th': return table.endsWith('<table>') ? `${table}<td>` : table;
    case '</td': case '</th': case '</tr': return table;
    default: return withTable(table.endsWith('<table>') ? table.slice(0, -7) : table);
  }
}

/** What is open behind a table that is closed: where that stands in a cell, the cell holds something. */
function withTable(open: Context): Context {
  return open.endsWith('<td>') ? `${open}…` : open;
}

/** Whether anything but tags and white space stands in a line behind a place, within a tag or right behind it. */
function holdsWords(line: string, from: number): boolean {
  const rest = from === 0 ? line : line.slice(from).replace(/^[^<>]*>/u, '');
  return !isBlank(rest.replace(/<[^<>]*>|&nbsp;/giu, ''));
}
