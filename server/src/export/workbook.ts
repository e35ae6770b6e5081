import { strToU8 } from 'fflate/browser';
import { contentTypes } from '../office/package-parts.ts';
import { escapeAttribute, escapeXml } from '../office/xml.ts';
import { writeReference } from '../office/xlsx/reference.ts';
import { newZip } from '../office/zip/write-zip.ts';
import { greatest } from '../syntax/lists.ts';
import { stylesXml, type CellStyle, styleIndex } from './workbook-styles.ts';

/** A cell; a formula comes with the value that it gives. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | undefined;
  readonly formula?: string;
  readonly style: CellStyle;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** In characters. */
  readonly widths: readonly number[];
  /** In points, by row, where it is not that of one line. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The row whose cells filter those below. */
  readonly filteredBy?: number;
  /** Whether it is far wider than a page, and is printed over several. */
  readonly isWide?: boolean;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook (ECMA-376, transitional); names of sheets are made fit and different. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const numbers = sheets.map((_, at) => at + 1);
  const parts: Record<string, string> = {
    [contentTypes]: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>`
      + `${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>`
      + `${numbers.map((number, at) => `<sheet name="${escapeAttribute(names[at] ?? '')}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets>`
      + `${filterNames(sheets, names)}<calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">`
      + `${numbers.map((number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}`
      + `<Relationship Id="rId${numbers.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml,
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  });
  return newZip(new Map(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])));
}

const longestName = 31;

function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\u0000-\u001f]/gu, '').replace(/^'+|(?<!')'+$/gu, '') || 'Sheet';
    let fit = plain.slice(0, longestName);
    for (let number = 2; taken.has(fit.toLowerCase()); number += 1) {
      fit = `${plain.slice(0, longestName - `(${number})`.length)}(${number})`;
    }
    taken.add(fit.toLowerCase());
    return fit;
  });
}

/** Excel keeps the range of a filter as a hidden name as well. */
function filterNames(sheets: readonly Sheet[], names: readonly string[]): string {
  const defined = sheets.flatMap((sheet, at) => {
    const range = filterRange(sheet);
    return range === undefined ? [] : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(`'${(names[at] ?? '').replaceAll("'", "''")}'!${fixed(range)}`)}</definedName>`];
  });
  return defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
}

function filterRange({ filteredBy, cells, widths }: Sheet): string | undefined {
  const last = Math.max(0, greatest(cells.map(({ row }) => row)));
  return filteredBy === undefined ? undefined : rangeName(filteredBy, 0, last, widths.length - 1);
}

function rangeName(top: number, left: number, bottom: number, right: number): string {
  return `${writeReference({ row: top, column: left })}:${writeReference({ row: bottom, column: right })}`;
}

/** `A2:C5` as `$A$2:$C$5`, which stays the same wherever it is used. */
function fixed(range: string): string {
  return range.replace(/\b([A-Z]{1,3})(\d+)/gu, '$$$1$$$2');
}

function sheetXml(sheet: Sheet): string {
  const { cells, widths, frozen, isWide = false } = sheet;
  const filter = filterRange(sheet);
  const merged = cells.filter(({ rowSpan = 1, columnSpan = 1 }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan = 1, columnSpan = 1 }) => `<mergeCell ref="${rangeName(row, column, row + rowSpan - 1, column + columnSpan - 1)}"/>`);
  return `<worksheet xmlns="${main}">${isWide ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'}<sheetViews><sheetView workbookViewId="0">${frozen ? pane(frozen) : ''}</sheetView></sheetViews>`
    + `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
    + `<sheetData>${rowsXml(sheet)}</sheetData>${filter === undefined ? '' : `<autoFilter ref="${filter}"/>`}`
    + `${merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`}`
    + '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.3"/>'
    + `<pageSetup paperSize="9" orientation="${isWide ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`;
}

function pane({ rows, columns }: NonNullable<Sheet['frozen']>): string {
  return `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${writeReference({ row: rows, column: columns })}" activePane="bottomRight" state="frozen"/>`;
}

function rowsXml({ cells, heights }: Sheet): string {
  const rows = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, xml: string): void => {
    const columns = rows.get(row) ?? new Map<number, string>();
    rows.set(row, columns.set(column, xml));
  };
  for (const cell of cells) {
    const { row, column, rowSpan = 1, columnSpan = 1, style } = cell;
    // Each cell that a merged one covers keeps its border.
    for (let at = 0; at < rowSpan * columnSpan; at += 1) {
      const [down, across] = [row + Math.floor(at / columnSpan), column + (at % columnSpan)];
      put(down, across, at === 0 ? cellXml(cell) : `<c r="${writeReference({ row: down, column: across })}" s="${styleIndex(style)}"/>`);
    }
  }
  return [...rows].sort(([one], [other]) => one - other).map(([row, columns]) => {
    const height = heights?.get(row);
    const inOrder = [...columns].sort(([one], [other]) => one - other).map(([, xml]) => xml);
    return `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${inOrder.join('')}</row>`;
  }).join('');
}

function cellXml({ row, column, value, formula, style }: SheetCell): string {
  const start = `<c r="${writeReference({ row, column })}" s="${styleIndex(style)}"`;
  if (typeof value === 'string') {
    return value === '' ? `${start}/>` : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  }
  return value === undefined ? `${start}/>` : `${start}>${formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`}<v>${value}</v></c>`;
}
