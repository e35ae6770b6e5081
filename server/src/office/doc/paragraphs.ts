import { strikeMark } from '../markdown.ts';
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
const struckOut: readonly number[] = [0x0837, 0x2a53];
/** 1 raises, 2 lowers. */
const raised = 0x2a48;
/** By how many half points, upwards; fewer than the least are no more than a way to stand in the middle of a line. */
const position = 0x4845;
const leastStep = 4;

const cellMark = '\u0007';
const ends: ReadonlySet<string> = new Set(['\r', '\f', cellMark]);
const shown: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\t': '\t' };

/** The paragraphs of a text as they are shown: without what is deleted or hidden, and with the results of fields. */
export function readParagraphs({ text, places }: DocText, paragraphs: PropertyRuns, characters: PropertyRuns): DocParagraph[] {
  const result: DocParagraph[] = [];
  let current = '';
  let open = '' as Mark;
  let lastShift = 0;
  const turn = (mark: Mark): void => {
    current += mark === open ? '' : `${open === strikeMark ? strikeMark : ''}${mark}`;
    open = mark;
  };
  const show = (character: string, properties: readonly Property[]): void => {
    if (isLeftOut(properties)) {
      return;
    }
    const shift = properties.length === 0 ? 0 : shiftOf(properties);
    const isNote = shift !== 0 && (open === noteMark || (shift !== lastShift && isDigit(current.at(-1) ?? '')));
    turn(!isDigit(character) ? '' : isStruck(properties) ? strikeMark : isNote ? noteMark : '');
    lastShift = shift;
    current += character >= ' ' ? character : shown[character] ?? '';
  };
  let instructions = 0;
  const fields: boolean[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (ends.has(character)) {
      turn('');
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
    } else if (instructions === 0) {
      show(character, characters.at(places[at] ?? 0));
    }
  }
  turn('');
  return [...result, ...(current === '' ? [] : [{ text: current, kind: 'paragraph', depth: 0 } as const])];
}

/** What stands before digits that are struck out or are those of a note: they are put together with no number. */
type Mark = '' | typeof strikeMark | typeof noteMark;

const noteMark = '^';

function isStruck(properties: readonly Property[]): boolean {
  return properties.length > 0 && struckOut.some((code) => flag(properties, code) === 1);
}

/** 0 for what stands on its line, else a number that tells apart what is raised and what is lowered. */
function shiftOf(properties: readonly Property[]): number {
  const kind = flag(properties, raised);
  const step = properties.findLast(({ code }) => code === position)?.operand.i16(0) ?? 0;
  return kind !== 0 || Math.abs(step) < leastStep ? kind : step > 0 ? 1 : 2;
}

function isDigit(character: string): boolean {
  return /\d/u.test(character);
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
