import type { OfficeReading } from '../office-text.ts';
import { readXml } from '../package-parts.ts';
import { regionAt } from '../text-builder.ts';
import { child } from '../xml.ts';
import type { Zip } from '../zip/zip.ts';
import { readBlocks } from './read-content.ts';
import { renderBlocks } from './render.ts';

/** Reads a Word document from its package. @throws ZipError, XmlError */
export function readDocx(zip: Zip, main: string): OfficeReading {
  const body = child(readXml(zip, main), 'w:body');
  if (body === undefined) {
    return { unread: 'no-document' };
  }
  const { text, regions } = renderBlocks(readBlocks(body));
  return {
    source: 'docx',
    text,
    readOnly: 'package',
    place: (offset) => regionAt(regions, offset)?.place,
    apply: (edits) => ({ refused: edits.map(({ start, end }) => ({ start, end, reason: 'package' })) }),
  };
}
