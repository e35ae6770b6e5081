/** A report as a flat OpenDocument workbook (.fods), with totals as formulas. */
import { escapeXml, namespaces } from './xml.ts';
import type { Cell, Part, Report, Table } from './report.ts';

/** How the workbook is made up. */
export interface Book {
  /** A sheet for each section, or one for all. */
  readonly sheets: 'section' | 'one';
  /** Adds what a reader must leave out: a hidden sheet, a hidden row and a hidden column that hold numbers. */
  readonly hidden: boolean;
  /** Whether totals (总计) are formulas. */
  readonly formulas: boolean;
}

export function flatSheets(report: Report, book: Book): string {
  const sheets = book.sheets === 'one' ? [{ name: '年报', parts: report.parts }] : sections(report.parts);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="n" style:family="table-cell" style:data-style-name="N1"/>
</office:automatic-styles>
<office:body><office:spreadsheet>${sheets.map((sheet) => sheetXml(sheet, book)).join('\n')}${book.hidden ? hiddenSheet : ''}</office:spreadsheet></office:body>
</office:document>`;
}

interface Sheet {
  readonly name: string;
  readonly parts: readonly Part[];
}

const hiddenSheet = '<table:table table:name="草稿" table:style-name="hidden"><table:table-row>'
  + '<table:table-cell office:value-type="string"><text:p>规章</text:p></table:table-cell>'
  + '<table:table-cell office:value-type="float" office:value="77777"/></table:table-row></table:table>';

/** One sheet for what stands before 一, and one for each section. */
function sections(parts: readonly Part[]): Sheet[] {
  const sheets: { name: string; parts: Part[] }[] = [{ name: '封面', parts: [] }];
  for (const part of parts) {
    if (part.kind === 'heading') {
      sheets.push({ name: part.text.slice(0, 1), parts: [] });
    }
    sheets.at(-1)?.parts.push(part);
  }
  return sheets;
}

function sheetXml({ name, parts }: Sheet, book: Book): string {
  let row = 0;
  const rows = parts.flatMap((part) => {
    const made = part.kind === 'table' ? tableRows(part.table, row, book) : [textRow(part.text)];
    row += made.length;
    return made;
  });
  const shadow = book.hidden
    ? '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="88888"/></table:table-row>' : '';
  const columns = book.hidden
    ? '<table:table-column table:number-columns-repeated="16"/><table:table-column table:visibility="collapse"/>' : '<table:table-column table:number-columns-repeated="17"/>';
  return `<table:table table:name="${name}">${columns}${rows.join('')}${shadow}</table:table>`;
}

function textRow(text: string): string {
  return `<table:table-row><table:table-cell office:value-type="string"><text:p>${escapeXml(text)}</text:p></table:table-cell></table:table-row>`;
}

function tableRows(table: Table, top: number, book: Book): string[] {
  return Array.from({ length: table.height }, (_, row) => {
    let xml = '';
    for (let column = 0; column < table.width; column += 1) {
      const cell = table.cells.find((each) => each.row === row && each.column === column);
      xml += cell === undefined ? '<table:covered-table-cell/>' : cellXml(table, cell, top, book);
    }
    const secret = book.hidden && table.width < 16
      ? `<table:table-cell table:number-columns-repeated="${16 - table.width}"/><table:table-cell office:value-type="float" office:value="99999"/>` : '';
    return `<table:table-row>${xml}${secret}</table:table-row>`;
  });
}

function cellXml(table: Table, cell: Cell, top: number, book: Book): string {
  const spans = (cell.columnSpan > 1 ? ` table:number-columns-spanned="${cell.columnSpan}"` : '')
    + (cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : '');
  if (cell.role === 'figure' && /^-?\d+(?:\.\d+)?$/u.test(cell.text)) {
    const style = /^\d{4,}$/u.test(cell.text) ? ' table:style-name="n"' : '';
    const formula = book.formulas && table.name === 'requests' && cell.column === table.width - 1
      ? ` table:formula="of:=SUM([.${letter(cell.column - 6)}${top + cell.row + 1}:.${letter(cell.column - 1)}${top + cell.row + 1}])"` : '';
    return `<table:table-cell${style}${spans}${formula} office:value-type="float" office:value="${cell.text}"/>`;
  }
  return `<table:table-cell${spans}${cell.text === '' ? '/>' : ` office:value-type="string"><text:p>${escapeXml(cell.text)}</text:p></table:table-cell>`}`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}
