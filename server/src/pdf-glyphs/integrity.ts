import { strFromU8 } from 'fflate/browser';
import { decoded, filtersOf, tooLarge } from './filters.ts';

/** No dictionary of a stream is longer. */
const longestDictionary = 4096;

/** A stream of the file: what its dictionary says, and its bytes up to where the file ends it. */
interface Stream {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/**
 * What stands against reading a PDF: a stream that its text depends on is cut, damaged or lost, of which PDF.js shows what it has read up to there as if
 * it were all, or larger than any page's. Pictures and fonts are not looked at, and nothing in a file whose streams are encrypted.
 */
export function faultOf(bytes: Uint8Array): 'broken' | 'too-large' | undefined {
  if (finder(bytes, '/Encrypt')(0) < bytes.length) {
    return undefined;
  }
  const objects = new Set<string>();
  const texts: string[] = [];
  let last = 0;
  for (const { dictionary, data, start, end } of streamsOf(bytes)) {
    texts.push(latin(bytes.subarray(last, start)));
    last = end;
    if (concernsText(dictionary)) {
      const filters = filtersOf(dictionary);
      const found = filters.length > 0 ? decoded(data, filters, isObjects(dictionary)) : isCut(dictionary, data) ? undefined : none;
      if (found === undefined || found === tooLarge) {
        return found === undefined ? 'broken' : 'too-large';
      }
      const content = isObjects(dictionary) ? latin(found) : '';
      namesIn(content, dictionary).forEach((name) => objects.add(name));
      texts.push(content);
    }
  }
  texts.push(latin(bytes.subarray(last)));
  return hasContents(texts, objects) ? undefined : 'broken';
}

const none = new Uint8Array();

function* streamsOf(bytes: Uint8Array): Generator<Stream & { readonly start: number; readonly end: number }> {
  const [nextStream, nextEnd, nextObjectEnd] = [finder(bytes, 'stream'), finder(bytes, 'endstream'), finder(bytes, 'endobj')];
  let last = 0;
  for (let at = nextStream(0); at < bytes.length; at = nextStream(at)) {
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + (bytes[at + 6] === 0x0a || bytes[at + 7] === 0x0a ? 1 : 0);
    if (start === at + 6) {
      at = start;
      continue;
    }
    const before = latin(bytes.subarray(Math.max(last, at - longestDictionary), at));
    const marked = nextEnd(start);
    const end = Math.min(marked, nextObjectEnd(start));
    last = end;
    yield { dictionary: before.slice(Math.max(0, before.lastIndexOf(' obj'))), data: bytes.subarray(start, end), start, end };
    at = end === marked ? end + 'endstream'.length : end;
  }
}

/** Pictures, fonts, descriptions and tables of contents of the file itself say nothing of the text. */
function concernsText(dictionary: string): boolean {
  return !/\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Length1\b|\/Type\s*\/(?:XRef|Metadata|EmbeddedFile)\b/u.test(dictionary);
}

function isObjects(dictionary: string): boolean {
  return /\/Type\s*\/ObjStm\b/u.test(dictionary);
}

/** Whether a stream that is not packed is shorter than its dictionary says; where it is longer, the number is wrong. */
function isCut(dictionary: string, data: Uint8Array): boolean {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/u.exec(dictionary)?.[1];
  return length !== undefined && data.length < Number(length);
}

/** The numbers of the objects that a stream of objects holds (ISO 32000-1, 7.5.7). */
function namesIn(content: string, dictionary: string): string[] {
  const first = Number(/\/First\s+(\d+)/u.exec(dictionary)?.[1] ?? 0);
  return content.slice(0, first).trim().split(/\s+/u).filter((_, index) => index % 2 === 0);
}

/** Whether all contents are there that pages name; `objects` are those within streams. */
function hasContents(texts: readonly string[], objects: Set<string>): boolean {
  const named = texts.flatMap((text) => [...text.matchAll(/\/Contents\s*(?:\[([\d\sR]*)\]|(\d+\s+\d+\s+R))/gu)])
    .flatMap(([, list, one]) => [...(list ?? one ?? '').matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+R/gu)]).map(([, name]) => name ?? '');
  for (const text of texts) {
    for (const [, name] of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/gu)) {
      objects.add(name ?? '');
    }
  }
  return named.every((name) => objects.has(name));
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

function latin(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}
