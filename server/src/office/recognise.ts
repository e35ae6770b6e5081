import type { Unpacking, Zip } from './zip/zip.ts';
import { mainPart } from './package-parts.ts';
import { openZip } from './zip/read-zip.ts';
import type { Unread, UnreadReason } from './office-text.ts';

/** What a file is by its content, whatever its name says; a package comes opened. */
type Format =
  | { readonly format: 'docx' | 'xlsx'; readonly zip: Zip; readonly main: string }
  /** `ole` is the compound file of old formats and of encrypted packages. */
  | { readonly format: 'ole' | 'pdf' }
  | Unread;

const signatures: readonly (readonly [signature: readonly number[], what: 'zip' | 'ole' | 'pdf' | UnreadReason])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'no-document'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich-text'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Other bytes may stand before the header of a PDF, which readers look for in the first kilobyte. */
const pdfHeaderWithin = 1024;

/** @throws ZipError, XmlError where a package is broken */
export function recogniseFormat(bytes: Uint8Array, unpacking?: Unpacking): Format {
  if (bytes.length === 0) {
    return { unread: 'empty' };
  }
  const what = signatures.find(([signature]) => startsWith(bytes, signature, 0))?.[1] ?? (isPdf(bytes) ? 'pdf' : undefined);
  switch (what) {
    case undefined: return { unread: isText(bytes) ? 'text' : 'unknown' };
    case 'ole':
    case 'pdf': return { format: what };
    case 'zip': return recognisePackage(bytes, unpacking);
    default: return { unread: what };
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at: number): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

function isPdf(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(pdfHeaderWithin, bytes.length); at += 1) {
    if (startsWith(bytes, pdf, at)) {
      return true;
    }
  }
  return false;
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}

const documentTypes: readonly (readonly [type: string, what: 'docx' | 'xlsx' | UnreadReason])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['wordprocessingml.template.main+xml', 'docx'],
  ['ms-word.document.macroenabled.main+xml', 'docx'],
  ['ms-word.template.macroenabledtemplate.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['spreadsheetml.template.main+xml', 'xlsx'],
  ['ms-excel.sheet.macroenabled.main+xml', 'xlsx'],
  ['ms-excel.sheet.binary.macroenabled.main', 'old-sheet'],
  ['presentationml.', 'slides'],
];

function recognisePackage(bytes: Uint8Array, unpacking: Unpacking | undefined): Format {
  const zip = openZip(bytes, unpacking);
  if (zip.has('OFD.xml')) {
    return { unread: 'ofd' };
  }
  if (zip.has('mimetype') && zip.has('content.xml')) {
    return { unread: 'open-document' };
  }
  const main = mainPart(zip);
  const what = main && documentTypes.find(([type]) => main.type.toLowerCase().includes(type))?.[1];
  if (main === undefined || what === undefined) {
    return { unread: 'no-document' };
  }
  return what === 'docx' || what === 'xlsx' ? { format: what, zip, main: main.path } : { unread: what };
}
