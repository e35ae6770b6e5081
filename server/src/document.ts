import type { Form } from './forms/index.ts';
import type { Place, Report } from './model/report.ts';
import { createReportReader, type ReportReader } from './model/reports.ts';
import type { ContentChange, Position, Range, ReportDocument, TextEdit } from './service-types.ts';
import { positionIn, SyntaxDocument } from './syntax/document.ts';
import type { Vocabulary } from './syntax/vocabulary.ts';

/** An open document: its text, its tree and its reports, kept right through edits. */
export class OpenDocument implements ReportDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  readonly #syntax: SyntaxDocument;
  readonly #reader: ReportReader;
  readonly #vocabulary: Vocabulary;
  readonly #forms: readonly Form[];
  #reports: readonly Report[] | undefined;

  constructor(uri: string, languageId: string, version: number, text: string, vocabulary: Vocabulary, forms: readonly Form[]) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#vocabulary = vocabulary;
    this.#forms = forms;
    this.#syntax = new SyntaxDocument(text, vocabulary);
    this.#reader = createReportReader(forms);
  }

  get version(): number {
    return this.#version;
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
      const end = whole ? this.#syntax.length : this.offsetAt(change.range.end);
      this.#syntax.edit(Math.min(start, end), Math.max(start, end), change.text);
    }
    this.#version = version;
    this.#reports = undefined;
  }

  /** Another document with the text as edits would leave it; this one stays as it is. */
  edited(edits: readonly TextEdit[]): OpenDocument {
    const copy = new OpenDocument(this.uri, this.languageId, this.#version, this.text, this.#vocabulary, this.#forms);
    const fromEnd = [...edits].sort((one, other) => this.offsetAt(other.range.start) - this.offsetAt(one.range.start));
    copy.edit(fromEnd.map(({ range, newText }) => ({ range, text: newText })), this.#version);
    return copy;
  }

  /** Reads another text as this one is read. */
  read(text: string): SyntaxDocument {
    return new SyntaxDocument(text, this.#vocabulary);
  }

  offsetAt(position: Position): number {
    return this.#syntax.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.#syntax.positionAt(offset);
  }

  textAt({ start, end }: Range): string {
    return this.#syntax.slice(this.offsetAt(start), this.offsetAt(end));
  }

  /** A line without its line end; undefined where there is none. */
  lineAt(line: number): string | undefined {
    return line < 0 || line >= this.#syntax.lineCount ? undefined
      : this.#syntax.slice(this.#syntax.lineStart(line), this.#syntax.lineEnd(line));
  }

  rangeOf({ chunk, start, end }: Place): Range {
    const { length } = chunk.text;
    return start <= length && end <= length
      ? { start: positionIn(chunk, start), end: positionIn(chunk, end) }
      : this.rangeBetween(chunk.offset + start, chunk.offset + end);
  }

  rangeBetween(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The line end that the text uses first; LF where it has none. */
  get lineEnd(): string {
    const first = this.#syntax.chunks.find(({ lineStarts }) => lineStarts.length > 1);
    return first === undefined ? '\n' : (/\r\n|\r|\n/u.exec(first.text)?.[0] ?? '\n');
  }
}

/** Where a place stands in the document now. */
export function startOf(place: Place): number {
  return place.chunk.offset + place.start;
}

export function endOf(place: Place): number {
  return place.chunk.offset + place.end;
}
