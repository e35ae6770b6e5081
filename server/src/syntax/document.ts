import { parseChunk, type Format } from './blocks.ts';
import { Cutter } from './chunks.ts';
import { cutsOfPage } from './html.ts';
import { lineAt } from './lines.ts';
import type { Chunk, Context } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A change of a text: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly before: Context;
  readonly after: Context;
}

/** The chunks of a text, kept right through its edits; what an edit did not touch stays the same object. */
export class SyntaxDocument {
  #text: string;
  #chunks: Chunk[] = [];
  #format: Format;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#format = formatOf(text);
    this.#replaceAll();
  }

  get text(): string {
    return this.#text;
  }

  get chunks(): readonly Chunk[] {
    return this.#chunks;
  }

  edit(text: string, change: TextChange): void {
    const old = this.#text;
    this.#text = text;
    const format = formatOf(text);
    if (format !== this.#format || format === 'page' || this.#chunks.length === 0) {
      this.#format = format;
      this.#replaceAll();
      return;
    }
    const first = this.#firstTouched(old, change);
    const { pieces, last } = this.#cutAgain(first, change);
    const replaced = this.#chunks.slice(first, last);
    const fresh = this.#reuse(pieces, replaced);
    const delta = change.newEnd - change.oldEnd;
    for (let at = last; delta !== 0 && at < this.#chunks.length; at += 1) {
      (this.#chunks[at] as Chunk).offset += delta;
    }
    if (fresh.length === replaced.length) {
      fresh.forEach((chunk, at) => (this.#chunks[first + at] = chunk));
    } else {
      this.#chunks = [...this.#chunks.slice(0, first), ...fresh, ...this.#chunks.slice(last)];
    }
  }

  /** The chunk before the change where its first line is touched, since it may no longer start there. */
  #firstTouched(old: string, change: TextChange): number {
    let low = 0;
    for (let high = this.#chunks.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.#chunks[middle] as Chunk).offset <= change.start) {
        low = middle;
      } else {
        high = middle;
      }
    }
    const start = this.#chunks[low]?.offset ?? 0;
    return low > 0 && change.start <= lineAt(old, start).end ? low - 1 : low;
  }

  /** Cuts from a chunk on until a cut behind the change falls on an old one in the same context. */
  #cutAgain(first: number, change: TextChange): { pieces: Piece[]; last: number } {
    const from = this.#chunks[first] as Chunk;
    const delta = change.newEnd - change.oldEnd;
    const cutter = new Cutter(this.#text, this.#vocabulary, { start: from.offset, before: from.before });
    const pieces: Piece[] = [];
    let open = { start: from.offset, before: from.before };
    let last = first + 1;
    for (;;) {
      const cut = cutter.next();
      const end = cut?.start ?? this.#text.length;
      pieces.push({ ...open, end, after: cutter.context });
      if (!cut) {
        return { pieces, last: this.#chunks.length };
      }
      open = cut;
      while (last < this.#chunks.length && (this.#chunks[last] as Chunk).offset + delta < cut.start) {
        last += 1;
      }
      const old = this.#chunks[last];
      if (cut.start >= change.newEnd && old && old.offset >= change.oldEnd && old.offset + delta === cut.start && old.before === cut.before) {
        return { pieces, last };
      }
    }
  }

  #replaceAll(): void {
    const pieces = this.#format === 'page' ? piecesOfPage(this.#text) : this.#allPieces();
    this.#chunks = this.#reuse(pieces, this.#chunks);
  }

  #allPieces(): Piece[] {
    const cutter = new Cutter(this.#text, this.#vocabulary, { start: 0, before: '' });
    const pieces: Piece[] = [];
    for (let open = { start: 0, before: '' }; ;) {
      const cut = cutter.next();
      pieces.push({ ...open, end: cut?.start ?? this.#text.length, after: cutter.context });
      if (!cut) {
        return pieces;
      }
      open = cut;
    }
  }

  /** Chunks for the pieces: an old one where its text and context are the same, else a new one. */
  #reuse(pieces: readonly Piece[], old: readonly Chunk[]): Chunk[] {
    const byText = new Map<string, Chunk[]>();
    for (const chunk of old) {
      const same = byText.get(chunk.text);
      if (same) {
        same.push(chunk);
      } else {
        byText.set(chunk.text, [chunk]);
      }
    }
    return pieces.map(({ start, end, before, after }) => {
      const text = this.#text.slice(start, end);
      const candidates = byText.get(text);
      const at = candidates?.findIndex((chunk) => chunk.before === before && chunk.after === after) ?? -1;
      const [chunk] = at >= 0 ? (candidates?.splice(at, 1) ?? []) : [];
      if (chunk) {
        chunk.offset = start;
        return chunk;
      }
      return parseChunk(text, start, before, after, this.#format, this.#vocabulary);
    });
  }
}

function piecesOfPage(html: string): Piece[] {
  const cuts = [0, ...cutsOfPage(html), html.length];
  return cuts.slice(1).map((end, at) => ({ start: cuts[at] ?? 0, end, before: 'page', after: 'page' }));
}

/** A document that starts as a web page is read as one, whatever its name. */
function formatOf(text: string): Format {
  return /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype|html|head|body|meta|div|table|section|article|p|span|h[1-6]|center|link|style|script)\b/iu
    .test(text.slice(0, 2000)) ? 'page' : 'text';
}
