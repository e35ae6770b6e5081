import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { showsChinese } from '../../chinese-bytes.ts';
import { unmarkedUtf16 } from '../../unmarked-utf16.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const names: Readonly<Record<string, EncodingName>> = {
  'utf-8': 'utf-8', 'utf8': 'utf-8',
  'utf-16': 'utf-16le', 'utf16': 'utf-16le', 'utf-16le': 'utf-16le', 'utf16le': 'utf-16le',
  'utf-16be': 'utf-16be', 'utf16be': 'utf-16be',
  'gb18030': 'gb18030', 'gbk': 'gb18030', 'gb2312': 'gb18030', 'gb-2312': 'gb18030', 'cp936': 'gb18030',
  'big5': 'big5', 'big-5': 'big5', 'big5-hkscs': 'big5', 'cp950': 'big5',
};

/** The encoding that a name stands for, whatever its case; GBK and GB2312 are parts of GB18030. */
export function encodingNamed(name: string): EncodingName | undefined {
  const key = name.toLowerCase().replaceAll('_', '-');
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** A text and how its file holds it; `text` is without the byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly hasMark: boolean;
  /** Some bytes are no text in any encoding that was tried; U+FFFD stands for them. */
  readonly isDamaged: boolean;
}

const marks: readonly (readonly [EncodingName, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/**
 * Reads the bytes of a file as text: by the byte order mark, else as `asked`, else as UTF-8, else as GB18030 where
 * that fits without loss and shows Chinese, or as UTF-16 without its mark. Undefined for a binary file.
 */
export function decode(bytes: Buffer, asked?: EncodingName): DecodedText | undefined {
  const marked = marks.find(([, mark]) => startsWith(bytes, mark));
  if (marked !== undefined) {
    const [encoding, mark] = marked;
    return decodeAs(bytes.subarray(mark.length), encoding, true);
  }
  const encoding = asked ?? detect(bytes);
  return encoding === undefined ? undefined : decodeAs(bytes, encoding, false);
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

function detect(bytes: Buffer): EncodingName | undefined {
  if (bytes.includes(0)) {
    return unmarkedUtf16(bytes);
  }
  return !isUtf8(bytes) && showsChinese(bytes) && !iconv.decode(bytes, 'gb18030').includes('\uFFFD') ? 'gb18030' : 'utf-8';
}

function decodeAs(bytes: Buffer, encoding: EncodingName, hasMark: boolean): DecodedText | undefined {
  const text = toText(bytes, encoding);
  // UTF-32 shares its mark with UTF-16, and shows itself by the zeros.
  if (encoding.startsWith('utf-16') && text.includes('\0')) {
    return undefined;
  }
  return { text, encoding, hasMark, isDamaged: text.includes('\uFFFD') && !toBytes(text, encoding).equals(bytes) };
}

function toText(bytes: Buffer, encoding: EncodingName): string {
  switch (encoding) {
    case 'utf-8': return bytes.toString('utf8');
    // Buffer keeps lone surrogates, which a decoder by the book would replace.
    case 'utf-16le': return bytes.toString('utf16le') + '\uFFFD'.repeat(bytes.length % 2);
    case 'utf-16be': {
      const even = Buffer.from(bytes.subarray(0, bytes.length - bytes.length % 2));
      return even.swap16().toString('utf16le') + '\uFFFD'.repeat(bytes.length % 2);
    }
    default: return iconv.decode(bytes, encoding);
  }
}

function toBytes(text: string, encoding: EncodingName): Buffer {
  switch (encoding) {
    case 'utf-8': return Buffer.from(text, 'utf8');
    case 'utf-16le': return Buffer.from(text, 'utf16le');
    case 'utf-16be': return Buffer.from(text, 'utf16le').swap16();
    default: return iconv.encode(text, encoding);
  }
}

/** The bytes of a new text in the encoding of the old one; undefined where the encoding cannot hold every character. */
export function encode(text: string, like: Pick<DecodedText, 'encoding' | 'hasMark'>): Buffer | undefined {
  const bytes = toBytes(text, like.encoding);
  if (toText(bytes, like.encoding) !== text) {
    return undefined;
  }
  const mark = like.hasMark ? marks.find(([encoding]) => encoding === like.encoding)?.[1] : undefined;
  return mark === undefined ? bytes : Buffer.concat([mark, bytes]);
}
