import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import type { OfficeReading } from './office-text.ts';
import type { PdfExtractor, PdfPages } from './pdf/page.ts';
import { readPages } from './pdf/read-pdf.ts';
import { recogniseFormat } from './recognise.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { XmlError } from './xml.ts';
import { ZipError, type Unpacking } from './zip/zip.ts';

/** What a host brings along for office files. */
export interface OfficeHost {
  /** Takes the text out of PDFs; they are unread without it. */
  readonly extractPdf?: PdfExtractor;
  readonly unpacking?: Unpacking;
}

/**
 * Reads the bytes of an office file, whose format is told by its content. Total: what is broken, encrypted, too large
 * or of no known format is a reason, in bounded time and memory.
 */
export async function readOffice(bytes: Uint8Array, host: OfficeHost = {}): Promise<OfficeReading> {
  try {
    return await read(bytes, host);
  } catch (error) {
    if (error instanceof ZipError) {
      return { unread: error.reason };
    }
    if (error instanceof XmlError) {
      return { unread: 'broken' };
    }
    throw error;
  }
}

async function read(bytes: Uint8Array, { extractPdf, unpacking }: OfficeHost): Promise<OfficeReading> {
  const found = recogniseFormat(bytes, unpacking);
  if ('unread' in found) {
    return found;
  }
  switch (found.format) {
    case 'docx': return readDocx(found.zip, found.main);
    case 'xlsx': return readXlsx(found.zip, found.main);
    case 'pdf': return extractPdf === undefined ? { unread: 'pdf' } : readPdf(await extractPdf(bytes));
    case 'ole': return readOle(bytes);
  }
}

function readPdf(extracted: PdfPages): OfficeReading {
  return 'unread' in extracted ? extracted : readPages(extracted.pages);
}

function readOle(bytes: Uint8Array): OfficeReading {
  const reason = oleReason(bytes);
  return reason === 'old-word' ? readDoc(bytes) : { unread: reason };
}

/** What an old compound file holds, by the names of its streams. */
function oleReason(bytes: Uint8Array): 'encrypted' | 'old-word' | 'old-sheet' | 'unknown' {
  if (holds(bytes, 'EncryptedPackage')) {
    return 'encrypted';
  }
  if (holds(bytes, 'WordDocument')) {
    return 'old-word';
  }
  return holds(bytes, 'Workbook') ? 'old-sheet' : 'unknown';
}

/** Whether a name stands anywhere in UTF-16, as in the directory of a compound file. */
function holds(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if ([...name].every((character, index) => bytes[at + 2 * index] === character.charCodeAt(0) && bytes[at + 2 * index + 1] === 0)) {
      return true;
    }
  }
  return false;
}
