import type { XmlElement } from './xml.ts';

export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes of a text, such as the source of a part, that are made together; all places are those of the text as it was. */
export class SourceEdits {
  readonly #edits: SourceEdit[] = [];

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** More at the end of an element; one that is an empty tag is opened for it. */
  append(source: string, element: XmlElement, text: string): void {
    if (element.isEmptyTag) {
      this.replace(source.lastIndexOf('/', element.end), element.end, `>${text}</${element.rawName}>`);
    } else {
      this.insert(element.inner.end, text);
    }
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** Insertions at one place keep their order, and stand before what is replaced there. */
  apply(source: string): string {
    const edits = this.#edits.map((edit, index) => ({ ...edit, index }))
      .sort((one, other) => one.start - other.start || one.end - other.end || one.index - other.index);
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      pieces.push(source.slice(at, start), text);
      at = end;
    }
    return pieces.join('') + source.slice(at);
  }
}
