import { contextAfter } from './chunks.ts';
import { headingOf, isBracketedTitle, isMarkedByTag, isTitle, leadingName, namesSection, readHeading } from './headings.ts';
import { readHtml } from './html.ts';
import type { Grammar, ReadableLayout, ReadTable, Source, TableReading } from './layout.ts';
import { partOf, placeIn, splitLines, type Line, type ReadingLine } from './lines.ts';
import { withoutMarks } from './markup.ts';
import { looksLikeFigure } from './number.ts';
import { isListed } from './report-name.ts';
import { longestParagraph, readableParts } from './long-lines.ts';
import { linesLost } from './lost-line-ends.ts';
import { runInTitles } from './run-in.ts';
import { isBlank } from './text.ts';
import type { Chunk, Context, Heading, Node, Prose, Span } from './tree.ts';
import { isYearLine } from './year-line.ts';
import { beginsWithNumeral } from './numerals.ts';
import { hiddenPart } from './page-cuts.ts';
import { isPageHeader } from './page-furniture.ts';

/** `page`: the whole document is HTML; `text`: anything else, in which HTML tables may stand. */
export type Format = 'text' | 'page';

/** Parses a chunk; any text gives nodes, in the order of the text, and none is ever lost from the chunk. */
export function parseChunk(text: string, before: Context, after: Context, format: Format, grammar: Grammar): Chunk {
  const nodes: Node[] = [];
  const lines = splitLines(text);
  const chunk: Chunk = { text, offset: 0, line: 0, column: 0, lineStarts: startsOf(lines), nodes, before, after };
  const parser = new ChunkParser(chunk, nodes, grammar);
  if (format === 'page') {
    parser.html(0, text.length);
  } else {
    parser.lines(lines);
  }
  parser.flush();
  return chunk;
}

function startsOf(lines: readonly Line[]): number[] {
  const starts = [0];
  for (const { end, next } of lines) {
    if (next > end) {
      starts.push(next);
    }
  }
  return starts;
}

const longestCaption = 40;
/** No row of a table is longer; a line beyond is prose or rubbish. */
const longestRow = 20_000;

class ChunkParser {
  readonly #chunk: Chunk;
  readonly #nodes: Node[];
  readonly #grammar: Grammar;
  /** The chunk's text with borders that are drawn in other characters as bars and dashes. */
  readonly #drawn: string;
  #pending: ReadingLine[] = [];
  /** Lines before this one were looked at already and are no table of the layout. */
  readonly #noneBefore = new Map<ReadableLayout, number>();

  constructor(chunk: Chunk, nodes: Node[], grammar: Grammar) {
    this.#chunk = chunk;
    this.#nodes = nodes;
    this.#grammar = grammar;
    this.#drawn = withPlainBorders(chunk.text);
  }

  lines(lines: readonly Line[]): void {
    const text = this.#drawn;
    const grammar = this.#grammar;
    const source: Source = {
      text,
      lines,
      vocabulary: grammar,
      isHeading: (line) => headingOf(line, grammar) !== undefined || isYearLine(line),
      isTitle: (line) => isBracketedTitle(line, grammar),
    };
    let context = this.#chunk.before;
    let apart = true;
    for (let at = 0; at < lines.length;) {
      const line = lines[at] as Line;
      const words = text.slice(line.start, line.end);
      const next = contextAfter(context, words);
      let count = 1;
      if (isHidden(context, next, words)) {
        apart = true;
      } else if (context.includes('<table>') || next.includes('<table>') || /<t(?:able|r)\b/iu.test(words)) {
        count = this.#htmlLines(lines, at, context);
      } else if (isBlank(words) && !words.includes('\t')) {
        apart = true;
      } else {
        const running = linesLost(words, grammar);
        if (running.length > 0) {
          this.#running(running, line);
        } else {
          const title = at === 0 ? this.#isTitle(words, lines[1]) : isBracketedTitle(words, grammar);
          count = title ? 0 : this.#table(source, at, words);
          apart = count === 0 && !this.#take(words, line, apart, title);
          count = Math.max(count, 1);
        }
      }
      for (const passed of lines.slice(at, at + count)) {
        context = contextAfter(context, text.slice(passed.start, passed.end));
      }
      at += count;
    }
  }

  /** Reads the parts of a line as lines of their own. */
  #running(parts: readonly Span[], { start }: Line): void {
    this.#noneBefore.clear();
    this.lines(parts.map((part) => ({ start: start + part.start, end: start + part.end, next: start + part.end })));
    this.#noneBefore.clear();
  }

  /** Whether a line is a title and no row of a table; what has only a number and a key word may be a label above its figures. */
  #isTitle(words: string, next: Line | undefined): boolean {
    const heading = headingOf(words, this.#grammar);
    if (!heading || !isTitle(heading)) {
      return isBracketedTitle(words, this.#grammar);
    }
    const mayBeLabel = words.startsWith('\t') || (next !== undefined && looksLikeFigure(this.#drawn.slice(next.start, Math.min(next.end, next.start + longestCaption))));
    return heading.kind === 'title' || !mayBeLabel || namesSection(withoutMarks(words).text, this.#grammar);
  }

  /** The number of lines that a table with delimiters takes from here on; 0 if none starts here. */
  #table(source: Source, at: number, words: string): number {
    if (words.length > longestRow) {
      return 0;
    }
    const found = this.#firstTable(at, this.#noneBefore, (layout) => layout.read?.(source, at, words));
    if (!found?.table) {
      return 0;
    }
    this.#add(found.table);
    return found.count;
  }

  /** What the first layout reads that finds a table at a line; notes up to where the others find none. */
  #firstTable(
    at: number, noneBefore: Map<ReadableLayout, number>, read: (layout: ReadableLayout) => TableReading | undefined,
  ): TableReading | undefined {
    for (const layout of this.#grammar.layouts) {
      const found = at >= (noneBefore.get(layout) ?? 0) ? read(layout) : undefined;
      if (found?.table) {
        return found;
      }
      if (found) {
        noneBefore.set(layout, at + found.count);
      }
    }
    return undefined;
  }

  /** Takes a line without delimiters as it reads without its markup; false where nothing is left of it. */
  #take(words: string, line: Line, apart: boolean, title: boolean): boolean {
    let isTaken = false;
    for (const { start, end } of readableParts(words)) {
      isTaken = this.#takePart(words.slice(start, end), { start: line.start + start, end: line.start + end }, apart || start > 0, title) || isTaken;
    }
    return isTaken;
  }

  #takePart(words: string, { start, end }: Span, apart: boolean, title: boolean): boolean {
    const { text, map } = withoutMarks(words);
    if (isBlank(text)) {
      return false;
    }
    this.#push({
      text, start, end, apart,
      ...(map ? { map: (at: number) => start + map(at) } : {}),
      ...(title ? { isTitle: title } : {}),
      ...(isMarkedByTag(words) ? { heading: true } : {}),
    });
    return true;
  }

  /** Keeps a line for later, in pieces where titles of sections stand in the midst of it. */
  #push(line: ReadingLine): void {
    const titles = runInTitles(line.text, this.#grammar);
    let from = leadingName(line.text.slice(0, titles[0]?.start ?? 0), this.#grammar);
    this.#pushPart(line, 0, from);
    for (const { start, end } of titles) {
      this.#pushPart(line, from, start);
      this.#pending.push({ ...partOf(line, start, end), apart: line.apart && from === 0, isTitle: true, ...(isBlank(line.text.slice(0, start)) ? {} : { within: 'line' as const }) });
      from = end;
    }
    if (from === 0) {
      this.#keep(line);
    } else {
      this.#pushPart(line, from, line.text.length);
    }
  }

  /** Keeps a line; where it goes on with the title that the line above begins, neither is a row of a table. */
  #keep(line: ReadingLine): void {
    const above = this.#pending.at(-1);
    if (above && !above.isTitle && brokenTitle(above, line, this.#grammar) === 'section') {
      this.#pending[this.#pending.length - 1] = { ...above, isTitle: true };
    }
    this.#pending.push(line);
  }

  #pushPart(line: ReadingLine, start: number, end: number): void {
    if (!isBlank(line.text.slice(start, end))) {
      this.#pending.push({ ...partOf(line, start, end), apart: line.apart && start === 0 });
    }
  }

  #htmlLines(lines: readonly Line[], from: number, before: Context): number {
    const { text } = this.#chunk;
    let context = before;
    let at = from;
    do {
      const line = lines[at] as Line;
      context = contextAfter(context, text.slice(line.start, line.end));
      at += 1;
    } while (at < lines.length && context !== '');
    this.html(lines[from]?.start ?? 0, lines[at - 1]?.end ?? text.length);
    return at - from;
  }

  html(start: number, end: number): void {
    for (const item of readHtml(this.#chunk.text.slice(start, end), start, this.#grammar, this.#chunk.before === hiddenPart)) {
      if ('kind' in item) {
        this.#add(item);
      } else {
        this.#pushBlock(isTitle(readHeading(item.text, this.#grammar)) ? { ...item, isTitle: true } : item);
      }
    }
  }

  /** Keeps the text of a block of a page, in parts where it is too long for one paragraph. */
  #pushBlock(line: ReadingLine): void {
    if (line.text.length <= longestParagraph) {
      this.#push(line);
      return;
    }
    for (const { start, end } of readableParts(line.text)) {
      this.#push({ ...line, ...partOf(line, start, end), apart: true });
    }
  }

  #add(table: ReadTable): void {
    this.flush();
    const above = this.#nodes.at(-1);
    const line = above && above.kind !== 'table' ? above.text.trim().split(/[\r\n]+/u).at(-1) : undefined;
    this.#nodes.push({ ...table, chunk: this.#chunk, ...(line && line.length <= longestCaption ? { caption: line } : {}) });
  }

  /** Turns the lines read so far into headings, prose and tables without delimiters. */
  flush(): void {
    const lines = this.#pending;
    this.#pending = [];
    let paragraph: ReadingLine[] = [];
    const endParagraph = (): void => {
      if (paragraph.length > 0) {
        this.#nodes.push(proseOf(this.#chunk, paragraph));
        paragraph = [];
      }
    };
    const noneBefore = new Map<ReadableLayout, number>();
    for (let at = 0; at < lines.length;) {
      const line = lines[at] as ReadingLine;
      const plain = line.isTitle ? undefined : this.#firstTable(at, noneBefore, (layout) => layout.readPlain?.(lines, at, this.#grammar));
      if (plain?.table) {
        endParagraph();
        this.#nodes.push({ ...plain.table, chunk: this.#chunk });
        at += plain.count;
        continue;
      }
      const next = lines[at + 1];
      const level = next && brokenTitle(line, next, this.#grammar);
      const heading = level ? [this.#headingOver(line, next, level)] : this.#heading(line, next);
      if (heading) {
        endParagraph();
        this.#nodes.push(...heading);
      } else {
        if (line.apart || line.end - (paragraph[0]?.start ?? line.start) > longestParagraph) {
          endParagraph();
        }
        const isUnderHeading = paragraph.length === 0 && isUnderline(line) && this.#nodes.at(-1)?.kind === 'heading';
        paragraph.push(line);
        if (isUnderHeading) {
          endParagraph();
        }
      }
      at += level ? 2 : 1;
    }
    endParagraph();
  }

  /** The heading that a line is, with the text that runs on behind it in the same line. */
  #heading(line: ReadingLine, next: ReadingLine | undefined): Node[] | undefined {
    const reading = readHeading(line.text, this.#grammar);
    if (!reading) {
      const isMarked = (line.heading === true && line.text.length <= 120) || isUnderlined(line, next);
      return isMarked ? [this.#headingOf(line, 0, line.text.length, 'marked')] : undefined;
    }
    const heading = this.#headingOf(line, reading.start, reading.end, reading.kind);
    const rest = line.text.slice(reading.end).replace(/(?<![*#_,\s])[*#_,\s]+$/u, '');
    return isBlank(rest.replace(/^[：:。}]/u, '')) ? [heading] : [heading, { kind: 'prose', chunk: this.#chunk, ...partOf(line, reading.end, line.text.length) }];
  }

  #headingOf(line: ReadingLine, start: number, end: number, level: Heading['level']): Heading {
    return { kind: 'heading', level, chunk: this.#chunk, ...partOf(line, start, end), ...(line.within ? { within: line.within } : {}) };
  }

  #headingOver(line: ReadingLine, next: ReadingLine, level: Heading['level']): Heading {
    return { ...proseOf(this.#chunk, [line, next]), kind: 'heading', level };
  }
}

function withPlainBorders(text: string): string {
  return /[│┃─━]|｜[^｜\n]*｜/u.test(text) ? text.replace(/[｜│┃┆┊┼╋├┤┬┴┌┐└┘┏┓┗┛┣┫┳┻]/gu, '|').replace(/[─━]/gu, '-') : text;
}

/** Code, quotations and comments are no part of a report. */
function isHidden(context: Context, next: Context, line: string): boolean {
  const fenced = /^[`~]/u.test(context) || /^[`~]/u.test(next);
  const comment = context.endsWith('<!--') || /^\s*<!--/u.test(line);
  return fenced || (comment && !/<table\b/iu.test(line)) || /^ {0,3}>/u.test(line);
}

/** Of two short lines that are a title only when read together, what it is the title of. */
function brokenTitle(line: ReadingLine, next: ReadingLine, grammar: Grammar): 'title' | 'section' | undefined {
  if (line.text.length > 45 || next.text.length > 45 || next.apart || isPageHeader(line.text) || isPageHeader(next.text)) {
    return undefined;
  }
  return isBrokenName(line.text, next.text, grammar) ? 'title' : isBrokenSection(line, next, grammar) ? 'section' : undefined;
}

function isBrokenName(line: string, next: string, grammar: Grammar): boolean {
  const isName = (text: string): boolean => readHeading(text, grammar)?.kind === 'title';
  return /报告|年报|報告|年報/u.test(next) && !isListed(grammar.normalise(next)) && !isName(line) && !isName(next) && isName(`${line.trimEnd()}${next.trimStart()}`);
}

/** The title of a section, with its numeral, that a narrow page broke in two. */
function isBrokenSection(line: ReadingLine, next: ReadingLine, grammar: Grammar): boolean {
  if (line.map || next.map || !beginsWithNumeral(line.text)) {
    return false;
  }
  const [first, whole] = [grammar.normalise(line.text), grammar.normalise(`${line.text}${next.text}`)];
  return grammar.leadingTitle(first) < first.length && grammar.leadingTitle(whole) === whole.length;
}

const longestUnderlined = 40;

/** Whether a line only draws one right below another, as Markdown marks a heading. */
function isUnderline({ apart, text }: ReadingLine): boolean {
  return !apart && /^\s*(?:={2,}|-{2,})\s*$/u.test(text);
}

function isUnderlined(line: ReadingLine, next: ReadingLine | undefined): boolean {
  return next !== undefined && isUnderline(next)
    && line.text.length <= longestUnderlined && !/[。；：:，,]|^\s*[=-]/u.test(line.text);
}

function proseOf(chunk: Chunk, lines: readonly ReadingLine[]): Prose {
  const first = lines[0] as ReadingLine;
  const last = lines.at(-1) as ReadingLine;
  if (lines.length === 1) {
    return { kind: 'prose', chunk, ...partOf(first, 0, first.text.length) };
  }
  if (lines.every((line) => !line.map)) {
    return { kind: 'prose', chunk, text: chunk.text.slice(first.start, last.end), start: first.start, end: last.end };
  }
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += `${line.text}\n`;
  }
  const map = (at: number): number => {
    const index = Math.max(0, starts.findLastIndex((start) => start <= at));
    return placeIn(lines[index] as ReadingLine, at - (starts[index] ?? 0));
  };
  return { kind: 'prose', chunk, text, map, start: first.start, end: last.end };
}
