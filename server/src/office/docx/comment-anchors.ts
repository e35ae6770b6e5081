import { child, elements, type XmlElement } from '../xml.ts';
import type { Piece } from './content.ts';
import { SourceEdits } from '../source-edits.ts';
import { rawOffset } from './write-pieces.ts';

/** A place in a piece of text. */
interface At {
  readonly piece: Piece;
  /** In the text of the piece. */
  readonly offset: number;
}

/** Puts the marks of comments into the source of a document. */
export class CommentAnchors {
  readonly #source: string;
  readonly #w: string;
  readonly #edits = new SourceEdits();
  /** Marks of paragraphs without text, and elements whose white space has to be kept: each is written once. */
  readonly #inParagraphs = new Map<XmlElement, string>();
  readonly #kept = new Set<XmlElement>();

  /** @param prefix what the source calls the namespace of Word, with its colon */
  constructor(source: string, prefix: string) {
    this.#source = source;
    this.#w = prefix;
  }

  around(id: number, from: At, to: At): void {
    this.#insert(from, `<${this.#w}commentRangeStart ${this.#w}id="${id}"/>`, false);
    this.#insert(to, this.#end(id), true);
  }

  aroundParagraph(id: number, paragraph: XmlElement | undefined): void {
    if (paragraph !== undefined) {
      const marks = `<${this.#w}commentRangeStart ${this.#w}id="${id}"/>${this.#end(id)}`;
      this.#inParagraphs.set(paragraph, (this.#inParagraphs.get(paragraph) ?? '') + marks);
    }
  }

  result(): string {
    for (const [paragraph, marks] of this.#inParagraphs) {
      this.#edits.append(this.#source, paragraph, marks);
    }
    for (const element of this.#kept) {
      this.#edits.insert(element.start + 1 + element.rawName.length, ' xml:space="preserve"');
    }
    return this.#edits.apply(this.#source);
  }

  #end(id: number): string {
    const w = this.#w;
    return `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`;
  }

  /** At the place itself where the run is only this text and can be parted there, else at the run's start or end. */
  #insert({ piece, offset }: At, mark: string, isEnd: boolean): void {
    const { element, run, text } = piece;
    if (element === undefined || run === undefined) {
      return;
    }
    const isAlone = elements(run).every((each) => each === element || each.name === 'w:rPr') && element.children.length === 1;
    if (offset <= 0 && !isEnd) {
      this.#edits.insert(run.start, mark);
    } else if (offset >= text.length || !isAlone) {
      this.#edits.insert(isEnd ? run.end : run.start, mark);
    } else {
      this.#part(element, run, rawOffset(this.#source, element, (piece.offset ?? 0) + offset), mark);
    }
  }

  #part(element: XmlElement, run: XmlElement, at: number, mark: string): void {
    const properties = child(run, 'w:rPr');
    const own = properties === undefined ? '' : this.#source.slice(properties.start, properties.end);
    if (element.attributes['xml:space'] !== 'preserve') {
      this.#kept.add(element);
    }
    this.#edits.insert(at, `</${element.rawName}></${run.rawName}>${mark}<${run.rawName}>${own}<${element.rawName} xml:space="preserve">`);
  }
}
