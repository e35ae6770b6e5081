import type { ColumnData } from '../../../forms/form.ts';
import type { FigureDefinition } from '../../../forms/table.ts';
import { placeIn } from '../../../syntax/lines.ts';
import { readNumber, type NumberReading } from '../../../syntax/number.ts';
import type { Cell, Chunk } from '../../../syntax/tree.ts';
import type { Figure, Place } from '../../report.ts';

/** 万元 are tens of thousands of 元; the point is shifted, not divided, so that no digit is lost. */
const decimalsOfWanyuan = 4;

/** What the figures of one row have in common. */
interface RowReading {
  readonly chunk: Chunk;
  /** The unit named in the header of the table's amounts. */
  readonly headerUnit?: string | undefined;
  /** Whether every figure of the row stands in a cell of its own, so that none can have slipped into another's. */
  readonly isFull: boolean;
}

/** Whether there is a cell for each figure and none is blank. */
export function isFull(cells: readonly (Cell | undefined)[]): boolean {
  return cells.every((cell) => cell !== undefined && cell.kind !== 'blank');
}

/** Reads a cell as the figure that stands there. */
export function figureOf(definition: FigureDefinition, cell: Cell, { chunk, headerUnit, isFull }: RowReading): Figure {
  const read = readIn(definition.column, cell.text, isFull);
  const reading = read.spaced && isParted(cell, chunk, read) ? { state: 'text' as const, value: null, plain: undefined, unit: undefined, start: read.start, end: read.end } : read;
  const amount = definition.column.kind === 'amount';
  const inYuan = amount && (reading.unit ?? headerUnit) === '元';
  return {
    definition,
    state: reading.state,
    value: reading.value === null || !inYuan ? reading.value : Number(`${reading.value}e-${decimalsOfWanyuan}`),
    text: cell.map ? cell.text : chunk.text.slice(cell.start, cell.end),
    place: placeOf(cell, chunk, reading.start, reading.end),
    plain: reading.plain !== undefined && isOddlyWritten(cell.text, reading.plain, definition.column) ? reading.plain : undefined,
    cell,
  };
}

/** What a column makes of a text: money is no count and things counted are no money; signs in words tell of a change. */
function readIn({ kind }: ColumnData, text: string, isFull: boolean): NumberReading {
  const reading = readWhole(text, isFull);
  const isForeign = kind === 'amount' ? reading.counted : reading.unit !== undefined;
  if (isForeign || (kind !== 'change' && reading.signed === 'words')) {
    return { state: 'text', value: null, start: reading.start, end: reading.end };
  }
  return kind !== 'change' && reading.signed === 'plus'
    ? { ...reading, plain: (reading.plain ?? text.slice(reading.start, reading.end)).replace('+', '') }
    : reading;
}

/** Digits parted by white space are one number only beside figures that all have cells of their own. */
function readWhole(text: string, isFull: boolean): NumberReading {
  const reading = readNumber(text);
  return reading.spaced && !isFull ? { state: 'text', value: null, start: reading.start, end: reading.end } : reading;
}

/** What parts cells or lines, and is no mark between thousands. */
const parting = /<\/?(?:br|p|div|li)\b|[\t\r\n\u3000]/iu;

/** Whether more than a blank stands within the digits of a cell, as the text is written: they are two figures. */
function isParted(cell: Cell, chunk: Chunk, { start, end }: NumberReading): boolean {
  return parting.test(cell.text.slice(start, end)) || parting.test(chunk.text.slice(placeIn(cell, start), placeIn(cell, end - 1)));
}

/** Where a stretch of the cell's text stands, with the escape before its sign; never empty where the cell has any room. */
function placeOf(cell: Cell, chunk: Chunk, start: number, end: number): Place {
  if (end === start || cell.kind === 'blank') {
    return { chunk, start: cell.start, end: cell.end };
  }
  const from = placeIn(cell, start);
  const isEscaped = cell.map !== undefined && chunk.text[from - 1] === '\\';
  return { chunk, start: isEscaped ? from - 1 : from, end: placeIn(cell, end - 1) + 1 };
}

/** Signs in words (增169) and units (万元) are customary; other spellings than plain digits are not. */
function isOddlyWritten(text: string, plain: string, column: ColumnData): boolean {
  const written = text.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+|(?<![\s\u200B-\u200F\u2060\uFEFF])[\s\u200B-\u200F\u2060\uFEFF]+$/gu, '');
  if (written === plain) {
    return false;
  }
  const withoutGap = written.replace('萬', '万').replace('減', '减').replace(/(?<=^(?:增加|减少|增|减|减|[+-]))\s+|(?<!\s)\s+(?=(?:万元|元)$)/gu, '');
  return !(withoutGap === plain && column.kind !== 'count');
}

/** Whether the figure may take part in identities: a count that was read for certain. */
export function countOf(figure: Figure | undefined): number | null {
  if (!figure || figure.value === null || figure.definition.column.kind === 'amount') {
    return null;
  }
  return Number.isSafeInteger(figure.value) && (figure.value >= 0 || figure.definition.column.kind === 'change') ? figure.value : null;
}
