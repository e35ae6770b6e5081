import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Form } from './forms/index.ts';
import type { Place, Report } from './model/report.ts';
import { createReportReader, type ReportReader } from './model/reports.ts';
import type { ContentChange, Position, Range, ReportDocument } from './service-types.ts';
import { SyntaxDocument } from './syntax/document.ts';
import type { Vocabulary } from './syntax/vocabulary.ts';

/** An open document: its text, its tree and its reports, kept right through edits. */
export class OpenDocument implements ReportDocument {
  #document: TextDocument;
  readonly #syntax: SyntaxDocument;
  readonly #reader: ReportReader;
  #reports: readonly Report[] | undefined;

  constructor(document: TextDocument, vocabulary: Vocabulary, forms: readonly Form[]) {
    this.#document = document;
    this.#syntax = new SyntaxDocument(document.getText(), vocabulary);
    this.#reader = createReportReader(forms);
  }

  get uri(): string {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#syntax.text;
  }

  get syntax(): SyntaxDocument {
    return this.#syntax;
  }

  /** Read when first asked for after an edit. */
  get reports(): readonly Report[] {
    return (this.#reports ??= this.#reader.read(this.#syntax.chunks));
  }

  edit(changes: readonly ContentChange[], version: number): void {
    for (const change of changes) {
      const whole = !('range' in change);
      const start = whole ? 0 : this.offsetAt(change.range.start);
      const oldEnd = whole ? this.text.length : Math.max(start, this.offsetAt(change.range.end));
      this.#document = this.#updated(change, start, oldEnd, version);
      this.#syntax.edit(this.#document.getText(), { start, oldEnd, newEnd: start + change.text.length });
    }
    this.#reports = undefined;
  }

  /** Where a change makes or parts a CRLF, the library's count of lines goes wrong; the lines are counted anew then. */
  #updated(change: ContentChange, start: number, oldEnd: number, version: number): TextDocument {
    const { text } = this;
    const beside = text[start - 1] === '\r' || text[oldEnd] === '\n' || (text[oldEnd - 1] === '\r' && oldEnd > start);
    const atEdge = /^\n|\r$/u.test(change.text) || text[start] === '\n' || change.text === '';
    if (!beside || !atEdge) {
      return TextDocument.update(this.#document, [change], version);
    }
    const whole = `${text.slice(0, start)}${change.text}${text.slice(oldEnd)}`;
    return TextDocument.create(this.uri, this.languageId, version, whole);
  }

  offsetAt(position: Position): number {
    return this.#document.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.#document.positionAt(offset);
  }

  textAt(range: Range): string {
    return this.#document.getText(range);
  }

  /** A line without its line end; undefined where there is none. */
  lineAt(line: number): string | undefined {
    return line < 0 || line >= this.#document.lineCount ? undefined
      : this.#document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/u, '');
  }

  rangeOf(place: Place): Range {
    return this.rangeBetween(place.chunk.offset + place.start, place.chunk.offset + place.end);
  }

  rangeBetween(start: number, end: number): Range {
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** The line end that the text uses first; LF where it has none. */
  get lineEnd(): string {
    return /\r\n|\r|\n/u.exec(this.text.slice(0, 100_000))?.[0] ?? '\n';
  }
}

/** Where a place stands in the document now. */
export function startOf(place: Place): number {
  return place.chunk.offset + place.start;
}

export function endOf(place: Place): number {
  return place.chunk.offset + place.end;
}
