import { escapeXml, type XmlElement } from '../xml.ts';
import type { Piece } from './content.ts';
import type { NoteAuthor } from '../office-text.ts';
import { SourceEdits } from '../source-edits.ts';
import { Tracker, type PieceEdit, type TextChange } from './tracked.ts';

/** Gathers changes of the text of `w:t` elements, and of what stands around them. */
export class PieceWriter {
  readonly source: string;
  readonly edits = new SourceEdits();
  /** Where changes are to be tracked. */
  readonly tracker: Tracker | undefined;
  readonly #pieces = new Map<Piece, PieceEdit[]>();

  constructor(source: string, author?: NoteAuthor) {
    this.source = source;
    this.tracker = author && new Tracker(source, author);
  }

  /** Replaces a stretch of a piece that has an element. */
  change(piece: Piece, edit: PieceEdit): void {
    this.#pieces.set(piece, [...this.#pieces.get(piece) ?? [], edit]);
  }

  /** The source with all changes. */
  result(): string {
    const runs = new Map<XmlElement, Map<XmlElement, TextChange>>();
    for (const [piece, unordered] of this.#pieces) {
      const edits = [...unordered].sort((one, other) => one.from - other.from);
      if (piece.element !== undefined && piece.run !== undefined && this.tracker !== undefined) {
        const changes = runs.get(piece.run) ?? new Map<XmlElement, TextChange>();
        runs.set(piece.run, changes.set(piece.element, { text: piece.text, edits }));
      } else if (piece.element !== undefined) {
        this.#write(piece.element, piece, edits);
      }
    }
    this.#pieces.clear();
    for (const [run, changes] of runs) {
      this.edits.replace(run.start, run.end, this.tracker?.run(run, changes) ?? '');
    }
    return this.edits.apply(this.source);
  }

  #write(element: XmlElement, piece: Piece, edits: readonly PieceEdit[]): void {
    const text = changed(piece.text, edits);
    const isKept = element.attributes['xml:space'] === 'preserve';
    const needsSpace = !isKept && text !== text.trim();
    const tagEnd = element.start + 1 + element.rawName.length;
    if (needsSpace) {
      this.edits.insert(tagEnd, ' xml:space="preserve"');
    }
    if (element.isEmptyTag) {
      this.edits.append(this.source, element, escapeXml(text));
    } else if (needsSpace) {
      this.edits.replace(element.inner.start, element.inner.end, escapeXml(text));
    } else {
      const offset = piece.offset ?? 0;
      for (const edit of edits) {
        const [start, end] = [rawOffset(this.source, element, offset + edit.from), rawOffset(this.source, element, offset + edit.to)];
        this.edits.replace(start, end, escapeXml(edit.text));
      }
    }
  }
}

function changed(text: string, edits: readonly PieceEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** Where a character of an element's text stands in the source; a reference there is one character, or two. */
export function rawOffset(source: string, element: XmlElement, offset: number): number {
  let left = offset;
  let at = element.inner.start;
  while (left > 0 && at < element.inner.end) {
    const reference = source[at] === '&' ? /^&(?:#x[\da-f]+|#\d+|lt|gt|amp|quot|apos);/iu.exec(source.slice(at, at + 12))?.[0] : undefined;
    at += reference?.length ?? 1;
    left -= reference !== undefined && valueOf(reference) > 0xffff ? 2 : 1;
  }
  return at;
}

function valueOf(reference: string): number {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/iu.exec(reference) ?? [];
  return hexadecimal !== undefined ? parseInt(hexadecimal, 16) : Number(decimal ?? 0);
}
