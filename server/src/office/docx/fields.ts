import type { XmlElement } from '../xml.ts';

interface Field {
  readonly begin: XmlElement;
  code: string;
  isInCode: boolean;
}

/** Follows the fields of a document, whose marks stand in runs one behind the other. */
export class Fields {
  readonly #open: Field[] = [];
  readonly #lost: Set<XmlElement>;
  readonly #known: ReadonlySet<XmlElement>;

  /** Fields that begin with one of the `known` marks have no end, and are none. */
  constructor(known: ReadonlySet<XmlElement>) {
    this.#known = known;
    this.#lost = new Set(known);
  }

  /** Where the fields begin whose end was not found up to here. */
  get lost(): ReadonlySet<XmlElement> {
    return new Set([...this.#lost, ...this.#open.map(({ begin }) => begin)]);
  }

  /** A `w:fldChar`. */
  mark(element: XmlElement): void {
    const last = this.#open.at(-1);
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        if (!this.#known.has(element)) {
          this.#open.push({ begin: element, code: '', isInCode: true });
        }
        break;
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
    for (let last = this.#open.at(-1); last?.isInCode === true; last = this.#open.at(-1)) {
      this.#lost.add(last.begin);
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
