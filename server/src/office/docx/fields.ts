import type { XmlElement } from '../xml.ts';

interface Field {
  code: string;
  isInCode: boolean;
}

/** Follows the fields of a document, whose marks stand in runs one behind the other. */
export class Fields {
  readonly #open: Field[] = [];

  /** A `w:fldChar`. */
  mark({ attributes }: XmlElement): void {
    const last = this.#open.at(-1);
    switch (attributes['w:fldCharType']) {
      case 'begin': this.#open.push({ code: '', isInCode: true }); break;
      case 'separate': if (last !== undefined) { last.isInCode = false; } break;
      case 'end': this.#open.pop(); break;
    }
  }

  /** A `w:instrText`. */
  instruct(text: string): void {
    const last = this.#open.at(-1);
    if (last?.isInCode === true) {
      last.code += text;
    }
  }

  /** No instruction goes on in another paragraph: where one does, its end is lost. */
  endParagraph(): void {
    while (this.#open.at(-1)?.isInCode === true) {
      this.#open.pop();
    }
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** Within an instruction, nothing is shown. */
  get isHidden(): boolean {
    return this.#open.some(({ isInCode }) => isInCode);
  }

  /** Within a table of contents, which says again what stands in the text. */
  get isContents(): boolean {
    return this.#open.some(({ code, isInCode }) => !isInCode && isContentsCode(code));
  }
}

export function isContentsCode(code: string): boolean {
  return /^\s*TO[CA]\b/u.test(code);
}
