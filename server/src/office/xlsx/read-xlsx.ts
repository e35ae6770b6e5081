import { refusedAll, type OfficeReading } from '../office-text.ts';
import { isSigned } from '../package-parts.ts';
import { placesIn } from '../text-builder.ts';
import { openZip } from '../zip/read-zip.ts';
import type { Zip } from '../zip/zip.ts';
import { applyToSheets } from './apply.ts';
import type { Sheet } from './content.ts';
import { readSheet } from './read-sheet.ts';
import { renderSheets } from './render.ts';
import { readWorkbook } from './workbook.ts';

/** Reads a workbook from its package: the cells that are shown, with the values that were last computed. @throws ZipError, XmlError */
export function readXlsx(zip: Zip, main: string): OfficeReading {
  const workbook = readWorkbook(zip, main);
  const { hiddenSheets } = workbook;
  const sheets = workbook.sheets.map((sheet) => readSheet(zip, sheet, workbook));
  const { text, regions } = renderSheets(sheets);
  if (text === '') {
    return { unread: 'empty' };
  }
  const readOnly = !zip.isWritable ? 'package' : isSigned(zip) ? 'signed' : undefined;
  return {
    source: 'xlsx',
    text,
    ...(readOnly === undefined ? {} : { readOnly }),
    leftOut: [...(hiddenSheets > 0 ? ['hidden-sheets'] as const : []), ...(sheets.some(({ hasHidden }) => hasHidden) ? ['hidden-cells'] as const : [])],
    ...placesIn(regions),
    apply: (edits) => (readOnly === undefined
      ? applyToSheets({ zip, text, regions, workbook, readAgain: (bytes) => readSheets(openZip(bytes), main) }, edits)
      : refusedAll(edits, readOnly)),
  };
}

function readSheets(zip: Zip, main: string): Sheet[] {
  const workbook = readWorkbook(zip, main);
  return workbook.sheets.map((sheet) => readSheet(zip, sheet, workbook));
}
