import { Inflate } from 'fflate/browser';
import { joinedBytes } from '../office/joined-bytes.ts';

const pushed = 64 << 10;

/** Of a stream that holds more than it may. */
export const tooLarge = Symbol('too large');

/** What a stream holds, empty where that was only counted; undefined where it is cut or damaged. */
export type Decoded = Uint8Array | typeof tooLarge | undefined;

const none = new Uint8Array();

/** The filters of a stream in the order in which they are taken off (ISO 32000-1, 7.4), by their full names. */
export function filtersOf(dictionary: string): readonly string[] {
  const at = dictionary.indexOf('/Filter');
  const value = at < 0 ? '' : dictionary.slice(at + '/Filter'.length).trimStart();
  const end = value.indexOf(']');
  const names = value.startsWith('[') ? value.slice(0, end < 0 ? undefined : end) : value.startsWith('/') ? value : '';
  const all = [...names.matchAll(/\/(\w+)/gu)].map(([, name = '']) => fullNames[name] ?? name);
  return value.startsWith('[') ? all : all.slice(0, 1);
}

const fullNames: Readonly<Record<string, string>> = {
  A85: 'ASCII85Decode', AHx: 'ASCIIHexDecode', Fl: 'FlateDecode', LZW: 'LZWDecode', RL: 'RunLengthDecode',
};

/** How much a stream may hold, and whether its content itself is wanted. */
interface Wanted {
  readonly most: number;
  readonly isKept: boolean;
}

/** Whether what a filter makes is a picture. */
export function isPictureFilter(filter: string): boolean {
  return pictureFilters.has(filter);
}

const pictureFilters: ReadonlySet<string> = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);

const countedFilters: ReadonlySet<string> = new Set(['LZWDecode', 'RunLengthDecode']);

/** Takes the filters off, as far as what they make can be told or counted. */
export function decoded(data: Uint8Array, filters: readonly string[], { most, isKept }: Wanted): Decoded {
  let content: Decoded = data;
  for (const [index, filter] of filters.entries()) {
    const isLast = index === filters.length - 1;
    if (!isLast && countedFilters.has(filter)) {
      // These are counted only, so that nothing can be said of what others pack within them, as no program does.
      return undefined;
    }
    switch (filter) {
      case 'ASCII85Decode': content = bounded(content, most, fromAscii85); break;
      case 'ASCIIHexDecode': content = bounded(content, most, fromHex); break;
      case 'FlateDecode': content = inflated(content, most, isKept || !isLast); break;
      case 'LZWDecode': return lzwLength(content, most) >= most ? tooLarge : none;
      case 'RunLengthDecode': return runLength(content) >= most ? tooLarge : none;
      default:
        if (isPictureFilter(filter)) {
          return none;
        }
        // PDF.js goes on with the next one behind a filter that it does not know.
    }
    if (content === undefined || content === tooLarge) {
      return content;
    }
  }
  return content;
}

function bounded(data: Uint8Array, most: number, decode: (data: Uint8Array) => Uint8Array): Decoded {
  const content = data.length < most ? decode(data) : tooLarge;
  return content === tooLarge || content.length < most ? content : tooLarge;
}

/** Four bytes in five characters, `z` for four noughts. What is no such character is passed over, as PDF.js does. */
function fromAscii85(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length * 4);
  let [length, group, count] = [0, 0, 0];
  const write = (value: number, many: number): void => {
    for (let at = 0; at < many; at += 1) {
      bytes[length + at] = (value >>> (24 - 8 * at)) & 0xff;
    }
    length += many;
  };
  for (const character of data) {
    if (character === 0x7e) {
      break;
    }
    if (character === 0x7a && count === 0) {
      write(0, 4);
    } else if (character >= 0x21 && character <= 0x75) {
      group = group * 85 + character - 0x21;
      count += 1;
    }
    if (count === 5) {
      write(group, 4);
      [group, count] = [0, 0];
    }
  }
  if (count > 1) {
    for (let at = count; at < 5; at += 1) {
      group = group * 85 + 84;
    }
    write(group, count - 1);
  }
  return bytes.subarray(0, length);
}

function fromHex(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array((data.length >> 1) + 1);
  let [length, high] = [0, -1];
  for (const character of data) {
    if (character === 0x3e) {
      break;
    }
    const digit = Number.parseInt(String.fromCharCode(character), 16);
    if (!Number.isNaN(digit)) {
      bytes[length] = high < 0 ? digit << 4 : (high << 4) | digit;
      length += high < 0 ? 0 : 1;
      high = high < 0 ? digit : -1;
    }
  }
  return bytes.subarray(0, high < 0 ? length : length + 1);
}

function inflated(data: Uint8Array, most: number, isKept: boolean): Decoded {
  let [low, high, length] = [1, 0, 0];
  const pieces: Uint8Array[] = [];
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    for (const byte of chunk) {
      low += byte;
      low -= low >= adlerBase ? adlerBase : 0;
      high += low;
      high -= high >= adlerBase ? adlerBase : 0;
    }
    if (isKept) {
      pieces.push(chunk);
    }
  });
  try {
    for (let at = 2; at < data.length && length < most; at += pushed) {
      stream.push(data.subarray(at, at + pushed), at + pushed >= data.length);
    }
  } catch {
    return undefined;
  }
  if (length >= most) {
    return tooLarge;
  }
  return data.length > 2 && endsWith(data, ((high << 16) | low) >>> 0) ? joinedBytes(pieces) : undefined;
}

/** The base of the checksum behind the data (RFC 1950). */
const adlerBase = 65_521;

/** Whether the data end with a checksum; line ends may stand behind it. */
function endsWith(data: Uint8Array, checksum: number): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return [0, 1, 2, 3, 4].some((behind) => data.length >= 6 + behind && view.getUint32(data.length - 4 - behind) === checksum);
}

const [clearTable, endOfData] = [256, 257];

/** How much data packed by LZW make, counted up to a little more than there may be. */
function lzwLength(data: Uint8Array, most: number): number {
  const lengths = new Int32Array(4097);
  let [total, next, width, before, bits, held] = [0, 258, 9, 0, 0, 0];
  for (let at = 0; total < most;) {
    for (; held < width && at < data.length; at += 1) {
      bits = ((bits << 8) | (data[at] ?? 0)) & 0xff_ffff;
      held += 8;
    }
    held -= width;
    const code = held < 0 ? endOfData : (bits >>> held) & ((1 << width) - 1);
    if (code === endOfData) {
      break;
    }
    if (code === clearTable) {
      [next, width, before] = [258, 9, 0];
      continue;
    }
    const length = code < clearTable ? 1 : code < next ? lengths[code] ?? 0 : before + 1;
    total += length;
    if (before > 0 && next < 4096) {
      lengths[next] = before + 1;
      next += 1;
    }
    before = length;
    // A width is taken one code before it is needed.
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
  return total;
}

function runLength(data: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < data.length && data[at] !== 128;) {
    const byte = data[at] ?? 0;
    total += byte < 128 ? byte + 1 : 257 - byte;
    at += byte < 128 ? byte + 2 : 2;
  }
  return total;
}
