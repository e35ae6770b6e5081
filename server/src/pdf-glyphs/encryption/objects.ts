/** What stands in a dictionary of a PDF: names and key words as they are written, strings as bytes. */
export type PdfValue = string | number | Uint8Array | PdfDictionary | readonly PdfValue[];
export interface PdfDictionary { readonly entries: ReadonlyMap<string, PdfValue> }

/** Deeper than any dictionary of a file's security. */
const deepest = 20;

/** Reads one object of a PDF that stands at that place (ISO 32000-1, 7.3); undefined where none does. */
export function readObject(text: string, at: number): PdfValue | undefined {
  return new ObjectReader(text, at).value(0);
}

class ObjectReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(depth: number): PdfValue | undefined {
    if (depth > deepest) {
      return undefined;
    }
    if (this.#take(/<</uy) !== undefined) {
      return this.#dictionary(depth);
    }
    if (this.#take(/\[/uy) !== undefined) {
      return this.#list(depth);
    }
    const hex = this.#take(/<[^>]*>/uy);
    if (hex !== undefined) {
      return bytesOfHex(hex);
    }
    if (this.#take(/\(/uy) !== undefined) {
      return this.#string();
    }
    const word = this.#take(/\/?[^\s()<>[\]{}/%]+/uy);
    return word !== undefined && /^[-+]?\d+$/u.test(word) ? Number(word) : word;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    while (this.#take(/>>/uy) === undefined) {
      const name = this.value(depth + 1);
      const value = this.value(depth + 1);
      if (typeof name !== 'string' || value === undefined) {
        break;
      }
      entries.set(name, value);
    }
    return { entries };
  }

  #list(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    while (this.#take(/\]/uy) === undefined) {
      const value = this.value(depth + 1);
      if (value === undefined) {
        break;
      }
      values.push(value);
    }
    return values;
  }

  /** A string in brackets, which may hold brackets in pairs and marks behind a backslash. */
  #string(): Uint8Array {
    const bytes: number[] = [];
    for (let open = 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      open += character === '(' ? 1 : character === ')' ? -1 : 0;
      if (open === 0) {
        this.#at += 1;
        break;
      }
      if (character === '\\') {
        bytes.push(...this.#escaped());
      } else {
        bytes.push(character.charCodeAt(0));
      }
    }
    return Uint8Array.from(bytes);
  }

  #escaped(): number[] {
    const octal = /[0-7]{1,3}|\r\n/uy;
    octal.lastIndex = this.#at + 1;
    const found = octal.exec(this.#text)?.[0];
    this.#at += found?.length ?? 1;
    const mark = this.#text[this.#at] ?? '';
    if (found !== undefined) {
      return found === '\r\n' ? [] : [Number.parseInt(found, 8) & 0xff];
    }
    return mark === '\n' || mark === '\r' ? [] : [(escapes[mark] ?? mark).charCodeAt(0)];
  }

  /** Takes what stands next, behind white space; undefined where something else does. */
  #take(next: RegExp): string | undefined {
    while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 0x20) {
      this.#at += 1;
    }
    next.lastIndex = this.#at;
    const found = next.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOfHex(text: string): Uint8Array {
  const digits = text.replace(/[^0-9A-Fa-f]/gu, '');
  return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2).padEnd(2, '0'), 16));
}
