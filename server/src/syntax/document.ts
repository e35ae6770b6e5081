import { parseChunk, type Format } from './blocks.ts';
import { Cutter, type Cut } from './chunks.ts';
import type { Grammar } from './layout.ts';
import { lineAt } from './lines.ts';
import { piecesOfPage } from './page-cuts.ts';
import { retouch } from './retouch.ts';
import type { Chunk, Context, Spot } from './tree.ts';
import { lastIndex } from './positions.ts';

/** The part of a text that was cut as one piece, as offsets in that text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly before: Context;
  readonly after: Context;
}

/** So much of a text says whether it is a web page. */
const telling = 2000;

/**
 * A text as chunks, kept right through its edits: what an edit did not touch stays the same object, and the text as a
 * whole is put together only when it is asked for, so that an edit costs the same in a long text as in a short one.
 */
export class SyntaxDocument {
  #text: string | undefined;
  #length: number;
  #chunks: Chunk[] = [];
  #format: Format;
  readonly #grammar: Grammar;

  /** A text to be read, or another document, whose chunks are then shared. */
  constructor(source: string | SyntaxDocument, grammar: Grammar) {
    this.#grammar = grammar;
    if (typeof source === 'string') {
      this.#text = source;
      this.#length = source.length;
      this.#format = formatOf(source);
      this.#replaceAll(source);
    } else {
      this.#text = source.#text;
      this.#length = source.#length;
      this.#format = source.#format;
      this.#chunks = [...source.#chunks];
    }
  }

  /** Says of the chunks again where they stand in this document, after another one that shares them was edited. */
  placeAgain(): void {
    place(this.#chunks, { offset: 0, line: 0, column: 0 });
  }

  get text(): string {
    return (this.#text ??= textOf(this.#chunks));
  }

  get length(): number {
    return this.#length;
  }

  get chunks(): readonly Chunk[] {
    return this.#chunks;
  }

  get lineCount(): number {
    const last = this.#chunks.at(-1) as Chunk;
    return last.line + last.lineStarts.length;
  }

  /** Puts a text in the place of `[start, end)`. */
  edit(start: number, end: number, inserted: string): void {
    const isWhole = start === 0 && end === this.#length;
    const format = start < telling ? formatOf(this.#headAfter(start, end, inserted)) : this.#format;
    const change = { start, end, inserted };
    if (isWhole || format === 'page' || format !== this.#format) {
      this.#format = format;
      this.#text = `${this.slice(0, start)}${inserted}${this.slice(end)}`;
      this.#length = this.#text.length;
      this.#replaceAll(this.#text);
    } else {
      if (!this.#retouch(change)) {
        this.#cutAgain(change);
      }
      this.#text = undefined;
      this.#length += inserted.length - (end - start);
    }
  }

  slice(start: number, end = this.#length): string {
    if (this.#text !== undefined) {
      return this.#text.slice(start, end);
    }
    const from = this.#chunkAt(start);
    const to = this.#chunkAt(end);
    const { offset } = this.#chunks[from] as Chunk;
    return textOf(this.#chunks.slice(from, to + 1)).slice(start - offset, end - offset);
  }

  /** Line and character of an offset; of one inside a CRLF, of the place before it. */
  positionAt(offset: number): Spot {
    const chunk = this.#chunks[this.#chunkAt(Math.min(offset, this.#length))] as Chunk;
    return positionIn(chunk, Math.min(offset, this.#length) - chunk.offset);
  }

  /** The offset of a line and character; of a character behind the line's end, that of its end. */
  offsetAt({ line, character }: Spot): number {
    if (line < 0) {
      return 0;
    }
    if (line >= this.lineCount) {
      return this.#length;
    }
    const start = this.lineStart(line);
    return Math.max(start, Math.min(start + character, this.lineEnd(line)));
  }

  lineStart(line: number): number {
    const at = lastIndex(this.#chunks, (chunk) => chunk.line < line || (chunk.line === line && chunk.column === 0));
    const chunk = this.#chunks[at] as Chunk;
    return chunk.offset + (chunk.lineStarts[line - chunk.line] ?? chunk.text.length);
  }

  /** Where a line ends, before its line end. */
  lineEnd(line: number): number {
    if (line + 1 >= this.lineCount) {
      return this.#length;
    }
    const next = this.lineStart(line + 1);
    const end = this.slice(Math.max(0, next - 2), next);
    return next - (end === '\r\n' ? 2 : 1);
  }

  /** The beginning of the text as it will be. */
  #headAfter(start: number, end: number, inserted: string): string {
    return `${this.slice(0, start)}${inserted}${this.slice(end, Math.min(this.#length, end + telling))}`.slice(0, telling);
  }

  /** The last chunk that starts at or before an offset. */
  #chunkAt(offset: number): number {
    return lastIndex(this.#chunks, (chunk) => chunk.offset <= offset);
  }

  /** Follows a change of digits within a figure of a table; false where the change is another one. */
  #retouch({ start, end, inserted }: { start: number; end: number; inserted: string }): boolean {
    const at = this.#chunkAt(start);
    const chunk = this.#chunks[at] as Chunk;
    const { offset } = chunk;
    const made = /^\d{0,15}$/u.test(inserted) && end <= offset + chunk.text.length
      ? retouch(chunk, { start: start - offset, end: end - offset, inserted })
      : undefined;
    if (made) {
      this.#chunks[at] = made;
      this.#moveFrom(at + 1, inserted.length - (end - start), 0);
    }
    return made !== undefined;
  }

  /** Cuts from the first chunk that the change touches until a cut behind it falls on an old one in the same context. */
  #cutAgain({ start, end, inserted }: { start: number; end: number; inserted: string }): void {
    const first = this.#firstTouched(start);
    const touched = this.#chunkAt(end) + 1;
    const { offset: base, before, line } = this.#chunks[first] as Chunk;
    const old = textOf(this.#chunks.slice(first, touched));
    const text = `${old.slice(0, start - base)}${inserted}${old.slice(end - base)}`;
    const delta = inserted.length - (end - start);
    const { pieces, last, window } = this.#cutWindow({ text, before, touched, shift: delta - base });
    const replaced = this.#chunks.slice(first, last);
    const fresh = this.#reuse(window, pieces, replaced);
    place(fresh, { offset: base, line, column: 0 });
    const lines = lineEndsIn(fresh) - lineEndsIn(replaced);
    this.#moveFrom(last, delta, lines);
    if (fresh.length === replaced.length) {
      fresh.forEach((chunk, at) => (this.#chunks[first + at] = chunk));
    } else {
      this.#chunks = [...this.#chunks.slice(0, first), ...fresh, ...this.#chunks.slice(last)];
    }
  }

  #moveFrom(first: number, delta: number, lines: number): void {
    for (let at = first; at < this.#chunks.length && (delta !== 0 || lines !== 0); at += 1) {
      const chunk = this.#chunks[at] as Chunk;
      chunk.offset += delta;
      chunk.line += lines;
    }
  }

  /** The chunk before the change where its first line is touched, since it may no longer start there. */
  #firstTouched(start: number): number {
    const at = this.#chunkAt(start);
    const { text, offset } = this.#chunks[at] as Chunk;
    return at > 0 && start - offset <= lineAt(text, 0).end ? at - 1 : at;
  }

  /**
   * Cuts a window of the new text. Its end is the start of chunk `touched`, a landmark; what is open there hides that,
   * and then more and more chunks are taken in. `shift` leads from old offsets to offsets in the window.
   */
  #cutWindow({ text, before, touched, shift }: { text: string; before: Context; touched: number; shift: number }):
  { pieces: Piece[]; last: number; window: string } {
    const pieces: Piece[] = [];
    const cutter = new Cutter(text, this.#grammar, { start: 0, before });
    let window = text;
    let open = { start: 0, before };
    let until = touched;
    let last = touched;
    for (;;) {
      const cut = cutter.next();
      if (cut) {
        pieces.push({ ...open, end: cut.start, after: cut.after });
        open = cut;
        while (last < until && (this.#chunks[last] as Chunk).offset + shift < cut.start) {
          last += 1;
        }
        if (last < until && (this.#chunks[last] as Chunk).offset + shift === cut.start && this.#chunks[last]?.before === cut.before) {
          return { pieces, last, window };
        }
      } else if (until === this.#chunks.length || cutter.context === '') {
        pieces.push({ ...open, end: window.length, after: cutter.context });
        return { pieces, last: until, window };
      } else {
        const more = this.#chunks.slice(until, until + Math.max(4, until - touched));
        until += more.length;
        window += textOf(more);
        cutter.extend(window);
      }
    }
  }

  #replaceAll(text: string): void {
    const pieces = [...piecesOf(text, this.#format, this.#grammar)];
    this.#chunks = this.#reuse(text, pieces, this.#chunks);
    place(this.#chunks, { offset: 0, line: 0, column: 0 });
  }

  /** Chunks for the pieces: an old one where its text and context are the same, else a new one. */
  #reuse(text: string, pieces: readonly Piece[], old: readonly Chunk[]): Chunk[] {
    const byText = new Map<string, Chunk[]>();
    for (const chunk of pieces.length > 1 || old.length > 1 ? old : []) {
      const same = byText.get(chunk.text);
      if (same) {
        same.push(chunk);
      } else {
        byText.set(chunk.text, [chunk]);
      }
    }
    return pieces.map(({ start, end, before, after }) => {
      const own = text.slice(start, end);
      const candidates = byText.get(own);
      const at = candidates?.findIndex((chunk) => chunk.before === before && chunk.after === after) ?? -1;
      const [chunk] = at >= 0 ? (candidates?.splice(at, 1) ?? []) : [];
      return chunk ?? parseChunk(own, before, after, this.#format, this.#grammar);
    });
  }
}

function textOf(chunks: readonly Chunk[]): string {
  return chunks.length === 1 ? (chunks[0] as Chunk).text : chunks.map((chunk) => chunk.text).join('');
}

/** Says of chunks that stand one behind the other where they stand. */
function place(chunks: readonly Chunk[], from: { readonly offset: number; readonly line: number; readonly column: number }): void {
  let { offset, line, column } = from;
  for (const chunk of chunks) {
    const { text, lineStarts } = chunk;
    Object.assign(chunk, { offset, line, column });
    const last = lineStarts.length - 1;
    offset += text.length;
    line += last;
    column = (last === 0 ? column : 0) + text.length - (lineStarts[last] ?? 0);
  }
}

function lineEndsIn(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.lineStarts.length - 1, 0);
}

/** Line and character in the document of an offset in a chunk. */
export function positionIn({ text, line, column, lineStarts }: Chunk, at: number): Spot {
  const index = lastIndex(lineStarts, (start) => start <= at);
  const inside = text[at - 1] === '\r' && text[at] === '\n' ? at - 1 : at;
  return { line: line + index, character: inside - (lineStarts[index] ?? 0) + (index === 0 ? column : 0) };
}

/** The chunks of a text one by one, for who stops reading as soon as he knows enough; where they stand is not told. */
export function* readChunks(text: string, grammar: Grammar): Generator<Chunk> {
  const format = formatOf(text);
  for (const { start, end, before, after } of piecesOf(text, format, grammar)) {
    yield parseChunk(text.slice(start, end), before, after, format, grammar);
  }
}

function piecesOf(text: string, format: Format, grammar: Grammar): Iterable<Piece> {
  return format === 'page' ? piecesOfPage(text).map(({ start, end, context }) => ({ start, end, before: context, after: context })) : piecesOfText(text, grammar);
}

function* piecesOfText(text: string, grammar: Grammar): Generator<Piece> {
  const cutter = new Cutter(text, grammar, { start: 0, before: '' });
  for (let open: Cut | undefined = { start: 0, before: '' }; open;) {
    const cut = cutter.next();
    yield { ...open, end: cut?.start ?? text.length, after: cut?.after ?? cutter.context };
    open = cut;
  }
}

/** A document that starts as a web page is read as one, whatever its name. */
function formatOf(text: string): Format {
  const head = text.slice(0, telling);
  return wholePage.test(head) || (partOfPage.test(head) && !markdown.test(head)) ? 'page' : 'text';
}

const before = String.raw`^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*`;
const wholePage = new RegExp(`${before}<(?:!doctype|html|head|body|meta|link|style|script)\\b`, 'iu');
const partOfPage = new RegExp(`${before}<(?:div|table|section|article|header|nav|main|aside|ul|ol|p|span|h[1-6]|center)\\b`, 'iu');
/** Lines that converters to Markdown write between the tags of divisions that they keep: a heading, a link as an item, the rule below the heads of a table. */
const markdown = /^ {0,3}(?:#{1,6} +\S|[-*+] +\[[^\]\r\n\u2028\u2029]*\]\(|\|[ :|-]*-{3}|\*\*[^*\r\n\u2028\u2029]+\*\*\s*$)/mu;
