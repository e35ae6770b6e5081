import { readXml, relatedPart, relationshipsOf } from '../package-parts.ts';
import { child, elements, textOf, type XmlElement } from '../xml.ts';
import type { Zip } from '../zip/zip.ts';
import { readSharedStrings, type SharedString } from './strings.ts';
import { isTrue, readStyles, type CellStyle } from './styles.ts';

/** A sheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  /** Those that are shown, in the order of their tabs; charts and macros are none. */
  readonly sheets: readonly SheetPart[];
  readonly hiddenSheets: number;
  /** Those that are hidden as well. */
  readonly allSheets: readonly SheetPart[];
  /** What each name that it gives to cells stands for, by the name in small letters. */
  readonly names: ReadonlyMap<string, string>;
  readonly strings: readonly SharedString[];
  readonly styles: readonly CellStyle[];
}

/** @throws ZipError, XmlError */
export function readWorkbook(zip: Zip, main: string): Workbook {
  const root = readXml(zip, main);
  const related = relationshipsOf(zip, main);
  const listed = elements(child(root, 'sheets') ?? root).filter(({ name }) => name === 'sheet');
  const isShown = ({ attributes }: XmlElement): boolean => (attributes['state'] ?? 'visible') === 'visible';
  const epoch = isTrue(child(root, 'workbookPr')?.attributes['date1904']) ? 1904 : 1900;
  const partsOf = (some: readonly XmlElement[]): SheetPart[] => some.flatMap(({ attributes }): SheetPart[] => {
    const part = related.find(({ id }) => id === attributes['r:id']);
    return part?.kind === 'worksheet' && part.path !== undefined && zip.has(part.path) ? [{ name: attributes['name'] ?? '', path: part.path }] : [];
  });
  return {
    sheets: partsOf(listed.filter(isShown)),
    hiddenSheets: listed.filter((sheet) => !isShown(sheet)).length,
    allSheets: partsOf(listed),
    names: new Map(elements(child(root, 'definedNames') ?? root).filter(({ name }) => name === 'definedName')
      .map((element) => [(element.attributes['name'] ?? '').toLowerCase(), textOf(element)])),
    strings: readSharedStrings(relatedPart(zip, related, 'sharedStrings')),
    styles: readStyles(relatedPart(zip, related, 'styles'), epoch),
  };
}
