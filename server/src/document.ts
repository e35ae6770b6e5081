import type { Form } from './forms/index.ts';
import type { Place, Report } from './model/report.ts';
import { createReportReader, type ReportReader } from './model/reports.ts';
import type { ContentChange, Position, Range, ReportDocument } from './service-types.ts';
import { positionIn, SyntaxDocument } from './syntax/document.ts';
import type { Grammar } from './syntax/layout.ts';

/** A text in the place of `[start, end)`, as offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Forms, oldest first, and the words by which their parts are found in a text. */
export interface Knowledge {
  readonly forms: readonly Form[];
  readonly grammar: Grammar;
}

/** An open document: its text, its tree and its reports, kept right through edits. */
export class OpenDocument implements ReportDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #syntax: SyntaxDocument;
  #reader: ReportReader;
  #knowledge: Knowledge;
  #reports: readonly Report[] | undefined;

  /** A text to be read, or another document, which is then shared as far as it stays as it is. */
  constructor(uri: string, languageId: string, version: number, source: string | OpenDocument, knowledge: Knowledge) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#knowledge = knowledge;
    const isText = typeof source === 'string';
    this.#syntax = new SyntaxDocument(isText ? source : source.#syntax, knowledge.grammar);
    this.#reader = isText ? createReportReader(knowledge.forms) : source.#reader.copy();
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

  /** The forms that it is read against, oldest first. */
  get forms(): readonly Form[] {
    return this.#knowledge.forms;
  }

  /** Reads the text from here on against other forms. */
  readAgainst(knowledge: Knowledge): void {
    if (knowledge !== this.#knowledge) {
      this.#knowledge = knowledge;
      this.#syntax = new SyntaxDocument(this.#syntax.text, knowledge.grammar);
      this.#reader = createReportReader(knowledge.forms);
      this.#reports = undefined;
    }
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

  /**
   * Looks at the text as a change would leave it, whose parts stand apart. What the change does not touch is shared, which makes this as cheap as
   * the change: neither may the other document be kept, nor places of this one be asked for, until `look` is back.
   */
  whileChanged<Result>(parts: readonly Replacement[], look: (changed: OpenDocument) => Result): Result {
    const { start, end, newText } = joined(this.#syntax, inOrder(parts));
    const copy = new OpenDocument(this.uri, this.languageId, this.#version, this.#read(), this.#knowledge);
    try {
      copy.#syntax.edit(start, end, newText);
      return look(copy);
    } finally {
      this.#syntax.placeAgain();
    }
  }

  /** This document, once its reports are known: they are read with the chunks where they stand. */
  #read(): this {
    this.#reports ??= this.#reader.read(this.#syntax.chunks);
    return this;
  }

  /** Reads another text as this one is read. */
  read(text: string): SyntaxDocument {
    return new SyntaxDocument(text, this.#knowledge.grammar);
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

/** In the order of the text; a replacement that is asked for twice stands once. */
export function inOrder(parts: readonly Replacement[]): readonly Replacement[] {
  const sorted = [...parts].sort((one, other) => one.start - other.start);
  return sorted.filter((one, at) => !isSame(one, sorted[at - 1]));
}

function isSame(one: Replacement, other: Replacement | undefined): boolean {
  return one.start < one.end && one.start === other?.start && one.end === other.end && one.newText === other.newText;
}

/** All replacements as one, with the text between them. */
function joined(syntax: SyntaxDocument, parts: readonly Replacement[]): Replacement {
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? start;
  const text = syntax.slice(start, end);
  let at = start;
  const pieces: string[] = [];
  for (const part of parts) {
    pieces.push(text.slice(at - start, part.start - start), part.newText);
    at = part.end;
  }
  return { start, end, newText: pieces.join('') };
}
