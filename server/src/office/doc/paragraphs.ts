import type { Bytes } from './bytes.ts';
import type { DocText } from './pieces.ts';
import { flag, type Property, type PropertyRuns } from './properties.ts';

/** A stretch of text up to the mark that ends it. */
export interface DocParagraph {
  readonly text: string;
  readonly kind: 'paragraph' | 'cell' | 'row-end';
  /** Tables within tables, counted: 0 outside of any. */
  readonly depth: number;
  /** Of the end of a row. */
  readonly definition?: Bytes;
}

const inTable = 0x2416;
const rowEnd = 0x2417;
const nesting = 0x6649;
const definition = 0xd608;
const deleted = 0x0800;
const hidden = 0x083c;

const cellMark = '\u0007';
const ends: ReadonlySet<string> = new Set(['\r', '\f', cellMark]);
const shown: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\t': '\t' };

/** The paragraphs of a text as they are shown: without what is deleted or hidden, and with the results of fields. */
export function readParagraphs({ text, places }: DocText, paragraphs: PropertyRuns, characters: PropertyRuns): DocParagraph[] {
  const result: DocParagraph[] = [];
  let current = '';
  let instructions = 0;
  const fields: boolean[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (ends.has(character)) {
      result.push(paragraphOf(current, character, paragraphs.at(places[at] ?? 0)));
      current = '';
    } else if (character === '\u0013') {
      fields.push(true);
      instructions += 1;
    } else if (character === '\u0014' && fields.at(-1) === true) {
      fields[fields.length - 1] = false;
      instructions -= 1;
    } else if (character === '\u0015') {
      instructions -= fields.pop() === true ? 1 : 0;
    } else if (instructions === 0 && !isLeftOut(characters.at(places[at] ?? 0))) {
      current += character >= ' ' ? character : shown[character] ?? '';
    }
  }
  return [...result, ...(current === '' ? [] : [{ text: current, kind: 'paragraph', depth: 0 } as const])];
}

function isLeftOut(properties: readonly Property[]): boolean {
  return properties.length > 0 && (flag(properties, deleted) === 1 || flag(properties, hidden) === 1);
}

function paragraphOf(text: string, mark: string, properties: readonly Property[]): DocParagraph {
  const nested = properties.findLast(({ code }) => code === nesting)?.operand.u32(0);
  const depth = nested ?? flag(properties, inTable);
  const operand = properties.findLast(({ code }) => code === definition)?.operand;
  if (flag(properties, rowEnd) === 1) {
    return { text, kind: 'row-end', depth, ...(operand === undefined ? {} : { definition: operand }) };
  }
  return { text, kind: mark === cellMark ? 'cell' : 'paragraph', depth };
}
