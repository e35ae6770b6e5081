import { DocError, type Bytes } from './bytes.ts';

/** A property: its number, and where its operand stands. */
export interface Property {
  readonly code: number;
  readonly operand: Bytes;
}

/** Stretches of the stream with the properties of what stands there, in order (MS-DOC 2.9.33 and 2.9.175, pages of formatted text). */
export interface PropertyRuns {
  /** The properties of the character at that place; none where the stream says nothing. */
  at(place: number): readonly Property[];
}

const pageLength = 512;
const paragraphs = { field: 0x102, entry: 13 };
const characters = { field: 0xfa, entry: 1 };

/** The properties of paragraphs; `data` holds those that are too many for a page. @throws DocError */
export function paragraphProperties(document: Bytes, table: Bytes, data: Bytes | undefined): PropertyRuns {
  return runs(document, table, paragraphs, (page, offset) => {
    const length = page.u8(offset);
    const properties = length === 0 ? page.slice(offset + 2, 2 * page.u8(offset + 1)) : page.slice(offset + 1, 2 * length - 1);
    return withHuge(propertiesOf(properties.slice(2, Math.max(0, properties.length - 2))), data);
  });
}

/** The properties of characters. @throws DocError */
export function characterProperties(document: Bytes, table: Bytes): PropertyRuns {
  return runs(document, table, characters, (page, offset) => propertiesOf(page.slice(offset + 1, page.u8(offset))));
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly properties: readonly Property[];
}

function runs(document: Bytes, table: Bytes, { field, entry }: typeof paragraphs, read: (page: Bytes, offset: number) => readonly Property[]): PropertyRuns {
  const length = document.u32(field + 4);
  const plc = table.slice(document.u32(field), length);
  const count = (length - 4) / 8;
  if (!Number.isInteger(count) || count < 0) {
    throw new DocError('a table of pages that is cut off');
  }
  const all: Run[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = document.slice(plc.u32(4 * (count + 1) + 4 * index) * pageLength, pageLength);
    const own = page.u8(pageLength - 1);
    for (let run = 0; run < own; run += 1) {
      const offset = page.u8(4 * (own + 1) + entry * run) * 2;
      all.push({ start: page.u32(4 * run), end: page.u32(4 * run + 4), properties: offset === 0 ? [] : read(page, offset) });
    }
  }
  all.sort((one, other) => one.start - other.start);
  return { at: (place) => runAt(all, place)?.properties ?? [] };
}

function runAt(all: readonly Run[], place: number): Run | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Run).end <= place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const run = all[low];
  return run !== undefined && run.start <= place ? run : undefined;
}

const tableDefinition = 0xd608;
const tabs = 0xc615;
const huge: ReadonlySet<number> = new Set([0x6646, 0x646b]);
/** By the three highest bits of a property's number (MS-DOC 2.6.1). */
const operandLengths = [1, 1, 2, 4, 2, 2, -1, 3];

function propertiesOf(list: Bytes): Property[] {
  const properties: Property[] = [];
  for (let at = 0; at + 2 < list.length;) {
    const code = list.u16(at);
    at += 2;
    let length = operandLengths[code >> 13] as number;
    if (code === tableDefinition) {
      length = list.u16(at) - 1;
      at += 2;
    } else if (length < 0) {
      length = list.u8(at);
      at += 1;
      if (code === tabs && length === 255) {
        throw new DocError('too many tabs');
      }
    }
    properties.push({ code, operand: list.slice(at, length) });
    at += length;
  }
  return properties;
}

/** What a page has no room for stands in a stream of its own (sprmPHugePapx, sprmPTableProps). */
function withHuge(properties: readonly Property[], data: Bytes | undefined): readonly Property[] {
  return properties.flatMap((property): readonly Property[] => {
    if (!huge.has(property.code)) {
      return [property];
    }
    if (data === undefined) {
      throw new DocError('properties elsewhere');
    }
    const at = property.operand.u32(0);
    return propertiesOf(data.slice(at + 2, data.u16(at)));
  });
}

/** The value of a property of one byte; the last one counts. */
export function flag(properties: readonly Property[], code: number): number {
  const operand = properties.findLast((property) => property.code === code)?.operand;
  return operand === undefined ? 0 : operand.u8(0);
}
