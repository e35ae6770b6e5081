import { decryptionOf, type Decryption } from './encryption/decryption.ts';
import { decoded, filtersOf, isPictureFilter, tooLarge, type Decoded } from './filters.ts';
import { latin, partsOf, type Stream } from './streams.ts';

type Fault = 'broken' | 'too-large' | 'encrypted';

/**
 * What stands against reading a PDF: a stream that its text depends on is cut, damaged or lost, of which PDF.js shows what it has read up to there as if
 * it were all, or larger than any page's; a password is asked for. Pictures are not looked at.
 */
export async function faultOf(bytes: Uint8Array): Promise<Fault | undefined> {
  const { streams, texts } = partsOf(bytes);
  const outside = texts.join('\n');
  const decryption = outside.includes('/Encrypt') ? await decryptionOf(outside) : plain;
  if (decryption === undefined) {
    return 'encrypted';
  }
  const numbers = new Set<string>();
  for (const stream of streams.filter(isObjects)) {
    const content = await contentOf(stream, decryption, mostOfText);
    if (content === undefined || content === tooLarge) {
      return faultOfContent(content);
    }
    const text = latin(content);
    namesIn(text, stream.dictionary).forEach((name) => numbers.add(name));
    texts.push(text);
  }
  const contents = new Set(contentsIn(texts));
  const named = new Set(namedIn(texts));
  for (const stream of streams.filter((each) => !isObjects(each))) {
    const name = String(stream.object);
    const fault = await faultOfStream(stream, decryption, contents.has(name) ? 'contents' : useOf(stream, named.has(name)));
    if (fault !== undefined) {
      return fault;
    }
  }
  addObjects(texts, numbers);
  return [...contents].every((name) => numbers.has(name)) ? undefined : 'broken';
}

/** What a stream is to the text of a page: all of it, needed for it, only read on the way, or nothing. */
type Use = 'contents' | 'text' | 'beside' | 'picture';

const plain: Decryption = (data) => Promise.resolve(data);

/** No stream of which a page's text is made holds more; PDF.js would run all of it. */
const mostOfText = 16 << 20;
/** Fonts of all Chinese characters are larger. */
const mostBeside = 64 << 20;

async function faultOfStream(stream: Stream, decryption: Decryption, use: Use): Promise<Fault | undefined> {
  if (use === 'picture') {
    return undefined;
  }
  const content = await contentOf(stream, decryption, use === 'beside' ? mostBeside : mostOfText, use === 'contents');
  return use === 'beside' && content !== tooLarge ? undefined : faultOfContent(content);
}

async function contentOf(stream: Stream, decryption: Decryption, most: number, isContents = false): Promise<Decoded> {
  const { dictionary, data, object, generation } = stream;
  const filters = filtersOf(dictionary);
  if (filters.length === 0) {
    return isCut(stream) ? undefined : data;
  }
  if (isContents && filters.some(isPictureFilter)) {
    return undefined;
  }
  return decoded(isTable(dictionary) ? data : await decryption(data, object, generation), filters, { most, isKept: isObjects(stream) });
}

function faultOfContent(content: Decoded): Fault | undefined {
  return content === undefined ? 'broken' : content === tooLarge ? 'too-large' : undefined;
}

function useOf({ dictionary }: Stream, isNamed: boolean): Use {
  if (/\/Subtype\s*\/Form\b/u.test(dictionary)) {
    return 'text';
  }
  if (/\/Subtype\s*\/Image\b/u.test(dictionary) && !isNamed) {
    return 'picture';
  }
  // Fonts, descriptions and tables of contents of the file itself say nothing of the text.
  return /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Length1\b|\/Type\s*\/(?:XRef|Metadata|EmbeddedFile)\b/u.test(dictionary) ? 'beside' : 'text';
}

function isObjects({ dictionary }: Stream): boolean {
  return /\/Type\s*\/ObjStm\b/u.test(dictionary);
}

/** The table of objects is never encrypted. */
function isTable(dictionary: string): boolean {
  return /\/Type\s*\/XRef\b/u.test(dictionary);
}

/** Whether a stream that is not packed is shorter than its dictionary says; where it is longer, the number is wrong. */
function isCut({ dictionary, data }: Stream): boolean {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/u.exec(dictionary)?.[1];
  return length !== undefined && data.length < Number(length);
}

/** The numbers of the objects that a stream of objects holds (ISO 32000-1, 7.5.7). */
function namesIn(content: string, dictionary: string): string[] {
  const first = Number(/\/First\s+(\d+)/u.exec(dictionary)?.[1] ?? 0);
  return content.slice(0, first).trim().split(/\s+/u).filter((_, index) => index % 2 === 0);
}

/** The numbers of the streams that pages name as their contents. */
function contentsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/\/Contents\s*(?:\[([\d\sR]*)\]|(\d+\s+\d+\s+R))/gu)])
    .flatMap(([, list, one]) => [...(list ?? one ?? '').matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+R/gu)]).map(([, name]) => name ?? '');
}

/** The numbers of the streams by which fonts are read, whatever these say that they are. */
function namedIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/\/(?:ToUnicode|Encoding|UseCMap|FontFile[23]?)\s+(\d{1,10})\s+\d{1,5}\s+R/gu)]).map(([, name]) => name ?? '');
}

function addObjects(texts: readonly string[], numbers: Set<string>): void {
  for (const text of texts) {
    for (const [, name] of text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/gu)) {
      numbers.add(name ?? '');
    }
  }
}
