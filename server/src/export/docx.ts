import { strToU8 } from 'fflate/browser';
import { escapeXml } from '../office/xml.ts';
import { newZip } from '../office/zip/write-zip.ts';
import type { PrintedBlock, PrintedPage, PrintedTable } from '../types/printed.ts';
import { columnShares } from './column-widths.ts';
import { footerXml, packageParts, pageXml, stylesXml, textWidth, twipsOfPoint, wordNamespaces } from './docx-parts.ts';
import { cellAlign, headRows, isHead, isSmall, type Cell } from './grid.ts';

/** A page as a Word document on A4 (ECMA-376, transitional), with styles that a person can change, and numbered pages. */
export function writeDocx({ blocks }: PrintedPage): Uint8Array {
  const body = blocks.map((block, at) => (block.kind === 'table' ? table(block.table) + between(blocks[at + 1]) : paragraph(block.kind, block.text)));
  const document = `<w:document ${wordNamespaces}><w:body>${body.join('')}${pageXml}</w:body></w:document>`;
  const parts = { ...packageParts, 'word/document.xml': document, 'word/styles.xml': stylesXml, 'word/footer1.xml': footerXml };
  const contents = Object.entries(parts).map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const);
  return newZip(new Map(contents));
}

const styleOf = { title: 'Title', section: 'Heading1', heading: 'Heading2', paragraph: 'BodyText', note: 'Note' } as const;

function paragraph(kind: keyof typeof styleOf, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${styleOf[kind]}"/></w:pPr>${run(text)}</w:p>`;
}

function run(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** Two tables without a paragraph between them would be one, and the last thing in a document is a paragraph. */
function between(next: PrintedBlock | undefined): string {
  return next === undefined || next.kind === 'table' ? '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr></w:p>' : '';
}

function table(given: PrintedTable): string {
  const widths = columnShares(given).map((share) => Math.round(share * textWidth));
  const height = given.rowHeight === undefined ? '' : `<w:trHeight w:val="${given.rowHeight * twipsOfPoint}" w:hRule="atLeast"/>`;
  const rows = lines(given).map((cells, row) => `<w:tr><w:trPr><w:cantSplit/>${height}${row < headRows(given) ? '<w:tblHeader/>' : ''}</w:trPr>`
    + `${cells.map((each) => cell(each, row, widths, isSmall(given))).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`
    + `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** For each row the cells that begin or go on in it, in the order of their columns. */
function lines({ height, cells }: PrintedTable): Cell[][] {
  const rows: Cell[][] = Array.from({ length: height }, () => []);
  for (const one of cells) {
    for (let row = one.row; row < one.row + one.rowSpan; row += 1) {
      rows[row]?.push(one);
    }
  }
  return rows.map((row) => row.sort((one, other) => one.column - other.column));
}

function cell(one: Cell, row: number, widths: readonly number[], isSmallTable: boolean): string {
  const { column, columnSpan, rowSpan, text } = one;
  const isFirst = row === one.row;
  const merged = rowSpan === 1 ? '' : `<w:vMerge w:val="${isFirst ? 'restart' : 'continue'}"/>`;
  const style = `${isHead(one) ? 'TableHead' : 'TableText'}${isSmallTable ? 'Small' : ''}`;
  const align = cellAlign(one) === 'left' ? '<w:jc w:val="left"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${sum(widths.slice(column, column + columnSpan))}" w:type="dxa"/>${columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : ''}${merged}`
    + `<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${align}</w:pPr>${isFirst ? run(text) : ''}</w:p></w:tc>`;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((whole, width) => whole + width, 0);
}
