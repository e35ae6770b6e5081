import { readXml } from '../package-parts.ts';
import { child, elements, textOf, XmlError, type XmlElement } from '../xml.ts';
import { ZipError, type Zip } from '../zip/zip.ts';
import type { Cell, Merge, Row, Sheet } from './content.ts';
import { parseMerge, parseReference } from './reference.ts';
import { readString, unescapeString, withStrike, type SharedString } from './strings.ts';
import { isFalse, isTrue, plainStyle } from './styles.ts';
import type { SheetPart, Workbook } from './workbook.ts';

/** More merged cells than any report has; each is looked at for each row that it touches. */
const mostMerges = 5000;

/** What is shown of a sheet. @throws ZipError, XmlError */
export function readSheet(zip: Zip, { name, path }: SheetPart, workbook: Workbook): Sheet {
  const root = readXml(zip, path);
  const isHidden = hiddenColumns(root);
  const showsZeros = !isFalse(elements(child(root, 'sheetViews') ?? root)[0]?.attributes['showZeros']);
  const elementsOfRows = elements(child(root, 'sheetData') ?? root).filter((each) => each.name === 'row');
  const isComputed = computedAreas(elementsOfRows);
  const rows: Row[] = [];
  let hasHidden = false;
  let row = -1;
  for (const element of elementsOfRows) {
    row = following(parseReference(`A${element.attributes['r'] ?? ''}`)?.row, row);
    const cells = readCells(element, row, { workbook, showsZeros, isComputed });
    const isShown = ({ column }: Cell): boolean => !isHiddenRow(element) && !isHidden(column);
    hasHidden ||= cells.some((cell) => cell.text !== '' && !isShown(cell));
    if (!isHiddenRow(element)) {
      rows.push({ row, element, cells: cells.filter(isShown) });
    }
  }
  return { name, path, rows, merges: readMerges(root), isProtected: isTrue(child(root, 'sheetProtection')?.attributes['sheet']), hasHidden };
}

/** The number of a row or column, which may be left out where it is the next one. @throws XmlError where it is not behind the last one */
function following(number: number | undefined, last: number): number {
  if (number !== undefined && number <= last) {
    throw new XmlError('rows and cells out of order');
  }
  return number ?? last + 1;
}

/** Whether a formula of a cell fills other cells too, which hold none. */
function computedAreas(rows: readonly XmlElement[]): (row: number, column: number) => boolean {
  const areas = rows.flatMap((row) => elements(row).map((cell) => child(cell, 'f')?.attributes))
    .flatMap((formula) => (formula?.['ref'] !== undefined && formula['t'] !== 'shared' ? [parseMerge(formula['ref'])] : []))
    .filter((area) => area !== undefined);
  return (row, column) => areas.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right);
}

function isHiddenRow({ attributes }: XmlElement): boolean {
  return isTrue(attributes['hidden']) || (attributes['ht'] !== undefined && Number(attributes['ht']) === 0);
}

function hiddenColumns(root: XmlElement): (column: number) => boolean {
  const hidden = elements(child(root, 'cols') ?? root)
    .filter(({ name, attributes }) => name === 'col' && (isTrue(attributes['hidden']) || Number(attributes['width'] ?? 1) === 0))
    .map(({ attributes }) => ({ from: Number(attributes['min']) - 1, to: Number(attributes['max']) - 1 }));
  return (column) => hidden.some(({ from, to }) => from <= column && column <= to);
}

function readMerges(root: XmlElement): Merge[] {
  const merges = elements(child(root, 'mergeCells') ?? root)
    .flatMap(({ name, attributes }) => (name === 'mergeCell' ? [parseMerge(attributes['ref'] ?? '')] : []))
    .filter((merge) => merge !== undefined);
  if (merges.length > mostMerges) {
    throw new ZipError('too-large');
  }
  return merges.sort((one, other) => one.top - other.top);
}

interface Surroundings {
  readonly workbook: Workbook;
  readonly showsZeros: boolean;
  readonly isComputed: (row: number, column: number) => boolean;
}

function readCells(element: XmlElement, row: number, { workbook, showsZeros, isComputed }: Surroundings): Cell[] {
  let column = -1;
  return elements(element).filter(({ name }) => name === 'c').map((cell) => {
    column = following(parseReference(cell.attributes['r'] ?? '')?.column, column);
    const { format, isRuled, isStruck, isLocked } = workbook.styles[Number(cell.attributes['s'] ?? 0)] ?? plainStyle;
    const type = cell.attributes['t'] ?? 'n';
    const value = textOf(child(cell, 'v'));
    const number = type === 'n' && value.trim() !== '' ? Number(value) : NaN;
    const isNumber = Number.isFinite(number);
    const text = isNumber ? (number === 0 && !showsZeros ? '' : withStrike(format(number), isStruck)) : textOfCell(cell, { type, value, strings: workbook.strings, isStruck });
    const hasFormula = child(cell, 'f') !== undefined || isComputed(row, column);
    return { column, text, element: cell, isNumber, hasFormula, isRuled, isLocked };
  });
}

interface CellValue {
  readonly type: string;
  readonly value: string;
  readonly strings: readonly SharedString[];
  readonly isStruck: boolean;
}

function textOfCell(element: XmlElement, { type, value, strings, isStruck }: CellValue): string {
  const inline = child(element, 'is');
  switch (type) {
    case 's': return (value === '' ? undefined : strings[Number(value)]?.[isStruck ? 'struckText' : 'text']) ?? '';
    case 'inlineStr': return inline === undefined ? '' : readString(inline, isStruck);
    case 'b': return value === '' ? '' : value.trim() === '1' ? 'TRUE' : 'FALSE';
    default: return withStrike(unescapeString(value), isStruck);
  }
}
