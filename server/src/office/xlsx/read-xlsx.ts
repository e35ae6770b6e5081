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
  const { sheets, hiddenSheets } = readSheets(zip, main);
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
      ? applyToSheets({ zip, text, regions, readAgain: (bytes) => readSheets(openZip(bytes), main).sheets }, edits)
      : refusedAll(edits, readOnly)),
  };
}

function readSheets(zip: Zip, main: string): { sheets: Sheet[]; hiddenSheets: number } {
  const workbook = readWorkbook(zip, main);
  return { sheets: workbook.sheets.map((sheet) => readSheet(zip, sheet, workbook)), hiddenSheets: workbook.hiddenSheets };
}
