import { strFromU8 } from 'fflate/browser';

/** No dictionary of a stream is longer. */
const longestDictionary = 4096;

/** A stream of the file: what its dictionary says, and its bytes up to where the file ends it. */
export interface Stream {
  readonly dictionary: string;
  readonly data: Uint8Array;
  /** The number of its object and how often it was used before; noughts where none is told. */
  readonly object: number;
  readonly generation: number;
}

/** The streams of a file in their order, and what stands between them. */
export function partsOf(bytes: Uint8Array): { streams: Stream[]; texts: string[] } {
  const [nextStream, nextEnd, nextObjectEnd] = [finder(bytes, 'stream'), finder(bytes, 'endstream'), finder(bytes, 'endobj')];
  const streams: Stream[] = [];
  const texts: string[] = [];
  let last = 0;
  for (let at = nextStream(0); at < bytes.length;) {
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + (bytes[at + 6] === 0x0a || bytes[at + 7] === 0x0a ? 1 : 0);
    if (start === at + 6) {
      at = nextStream(start);
      continue;
    }
    const marked = nextEnd(start);
    const end = Math.min(marked, nextObjectEnd(start));
    streams.push({ ...headOf(latin(bytes.subarray(Math.max(last, at - longestDictionary), at))), data: bytes.subarray(start, end) });
    texts.push(latin(bytes.subarray(last, start)));
    last = end;
    at = nextStream(end === marked ? end + 'endstream'.length : end);
  }
  texts.push(latin(bytes.subarray(last)));
  return { streams, texts };
}

function headOf(before: string): { dictionary: string; object: number; generation: number } {
  const at = Math.max(0, before.lastIndexOf(' obj'));
  const [, object, generation] = /(?<!\d)(\d{1,10})\s+(\d{1,5})$/u.exec(before.slice(Math.max(0, at - 20), at)) ?? [];
  return { dictionary: before.slice(at), object: Number(object ?? 0), generation: Number(generation ?? 0) };
}

/** Where a word stands next, from places asked for in their order; the end of the file where it stands nowhere. */
function finder(bytes: Uint8Array, word: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = find(bytes, word, from);
    }
    return found;
  };
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) {
      length += 1;
    }
    if (length === word.length) {
      return at;
    }
  }
  return bytes.length;
}

export function latin(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}
