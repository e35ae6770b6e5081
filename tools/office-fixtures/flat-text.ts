/** A report as a flat OpenDocument text (.fodt), which LibreOffice writes in every format of its own. */
import { escapeXml, namespaces } from './xml.ts';
import type { Cell, Part, Report, Table } from './report.ts';

/** How a report looks on paper. */
export interface Look {
  /** Whether table 三 stands on landscape pages of its own. */
  readonly landscape: boolean;
  /** Whether the numerals of headings are automatic, so that they are no text. */
  readonly numbered: boolean;
  /** Whether the labels of groups run downwards. */
  readonly vertical: boolean;
  readonly rules: boolean;
  /** Whether the head of table 三 stands again on each page. */
  readonly repeatedHeads: boolean;
}

/** Widths of the columns in centimetres by table; what is left over is shared by the columns of figures. */
const labelWidths: Readonly<Record<Table['name'], readonly number[]>> = { proactive: [5], requests: [0.9, 1.7, 3.4], review: [] };

const portrait = 15.6;
const landscape = 23.4;

export function flatText(report: Report, look: Look): string {
  const tables = report.parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>${fonts}</office:font-face-decls>
<office:styles>${textStyles}</office:styles>
<office:automatic-styles>${pages(report)}${automaticStyles(tables, look)}</office:automatic-styles>
<office:master-styles>${masters(report)}</office:master-styles>
<office:body><office:text>${report.parts.map((part, at) => partXml(report, part, at, look)).join('\n')}</office:text></office:body>
</office:document>`;
}

const fonts = ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体'].map((name) =>
  `<style:font-face style:name="${name}" svg:font-family="${name}"/>`).join('');

function paragraphStyle(name: string, font: string, points: number, more: string): string {
  const size = `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
  return `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${more}/>`
    + `<style:text-properties style:font-name="${font}" style:font-name-asian="${font}" ${size} `
    + 'fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>';
}

const textStyles = [
  paragraphStyle('Title', '方正小标宋简体', 22, 'fo:text-align="center" fo:margin-bottom="0.6cm"'),
  paragraphStyle('Section', '黑体', 16, 'fo:text-indent="1.1cm" fo:line-height="28pt" fo:keep-with-next="always"'),
  paragraphStyle('Body', '仿宋_GB2312', 16, 'fo:text-align="justify" fo:text-indent="1.1cm" fo:line-height="28pt"'),
  paragraphStyle('Cell', '仿宋_GB2312', 10.5, 'fo:text-align="center"'),
  paragraphStyle('CellLeft', '楷体_GB2312', 10.5, 'fo:text-align="start"'),
  paragraphStyle('Margin', '仿宋_GB2312', 9, 'fo:text-align="center"'),
].join('');

function pages(report: Report): string {
  const page = (name: string, width: number, height: number, orientation: string): string => `<style:page-layout style:name="${name}">`
    + `<style:page-layout-properties fo:page-width="${width}cm" fo:page-height="${height}cm" style:print-orientation="${orientation}" `
    + 'fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.7cm" fo:margin-right="2.7cm"/>'
    + '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style>'
    + '<style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style>'
    + '</style:page-layout>';
  return page(`P${report.year}`, 21, 29.7, 'portrait') + page(`L${report.year}`, 29.7, 21, 'landscape');
}

function masters(report: Report): string {
  const master = (name: string, layout: string): string => `<style:master-page style:name="${name}" style:page-layout-name="${layout}">`
    + `<style:header><text:p text:style-name="Margin">${escapeXml(report.organ)}文件</text:p></style:header>`
    + '<style:footer><text:p text:style-name="Margin">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer>'
    + '</style:master-page>';
  return master('Standard', `P${report.year}`) + master('Wide', `L${report.year}`);
}

function widthOf(table: Table, look: Look): number {
  return look.landscape && table.name === 'requests' ? landscape : portrait;
}

function automaticStyles(tables: readonly Table[], look: Look): string {
  const border = look.rules ? 'fo:border="0.5pt solid #000000"' : 'fo:border="none"';
  const master = (name: string, page: string): string => `<style:style style:name="${name}" style:family="paragraph" `
    + `style:parent-style-name="Section" style:master-page-name="${page}"/>`;
  const cell = (name: string, more: string): string => `<style:style style:name="${name}" style:family="table-cell">`
    + `<style:table-cell-properties ${border} fo:padding="0.08cm" style:vertical-align="middle"${more}/></style:style>`;
  return [
    master('ToWide', 'Wide'), master('ToStandard', 'Standard'),
    cell('C', ''), cell('V', ' style:writing-mode="tb-rl"'),
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ...">'
    + '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    + '<style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>'
    + '</text:list-level-style-number></text:list-style>',
    ...tables.map((table) => tableStyles(table, look)),
  ].join('');
}

function tableStyles(table: Table, look: Look): string {
  const width = widthOf(table, look);
  const labels = labelWidths[table.name];
  const rest = (width - labels.reduce((sum, each) => sum + each, 0)) / (table.width - labels.length);
  const columns = Array.from({ length: table.width }, (_, at) => `<style:style style:name="${table.name}.${at}" style:family="table-column">`
    + `<style:table-column-properties style:column-width="${(labels[at] ?? rest).toFixed(3)}cm"/></style:style>`);
  return `<style:style style:name="${table.name}" style:family="table"><style:table-properties style:width="${width}cm" table:align="center" `
    + `table:border-model="collapsing"/></style:style>${columns.join('')}`;
}

function partXml(report: Report, part: Part, at: number, look: Look): string {
  if (part.kind === 'table') {
    return tableXml(part.table, look);
  }
  if (part.kind !== 'heading') {
    return `<text:p text:style-name="${part.kind === 'title' ? 'Title' : 'Body'}">${escapeXml(part.text)}</text:p>`;
  }
  const style = !look.landscape ? 'Section' : isWide(report, at) ? 'ToWide' : isWide(report, at - 1, true) ? 'ToStandard' : 'Section';
  const text = look.numbered ? part.text.replace(/^[一二三四五六]、/u, '') : part.text;
  const heading = `<text:h text:style-name="${style}" text:outline-level="1">${escapeXml(text)}</text:h>`;
  return look.numbered ? `<text:list text:style-name="Numbers" text:continue-numbering="true"><text:list-item>${heading}</text:list-item></text:list>` : heading;
}

/** Whether the section that begins here, or the one that ends here, holds table 三. */
function isWide(report: Report, at: number, backwards = false): boolean {
  for (let place = backwards ? at : at + 1; ; place += backwards ? -1 : 1) {
    const part = report.parts[place];
    if (part === undefined || part.kind === 'heading' || part.kind === 'title') {
      return false;
    }
    if (part.kind === 'table') {
      return part.table.name === 'requests';
    }
  }
}

function tableXml(table: Table, look: Look): string {
  const columns = Array.from({ length: table.width }, (_, at) => `<table:table-column table:style-name="${table.name}.${at}"/>`).join('');
  const rows = Array.from({ length: table.height }, (_, row) => rowXml(table, row, look));
  const heads = look.repeatedHeads && table.name === 'requests' ? table.headerRows : 0;
  const head = heads > 0 ? `<table:table-header-rows>${rows.slice(0, heads).join('')}</table:table-header-rows>` : '';
  return `<table:table table:name="${table.name}" table:style-name="${table.name}">${columns}${head}${rows.slice(heads).join('')}</table:table>`;
}

function rowXml(table: Table, row: number, look: Look): string {
  let xml = '';
  for (let column = 0; column < table.width; column += 1) {
    const cell = table.cells.find((each) => each.row === row && each.column === column);
    xml += cell === undefined ? '<table:covered-table-cell/>' : cellXml(cell, look);
  }
  return `<table:table-row>${xml}</table:table-row>`;
}

function cellXml(cell: Cell, look: Look): string {
  const vertical = look.vertical && cell.role === 'label' && cell.rowSpan > 1;
  const spans = (cell.columnSpan > 1 ? ` table:number-columns-spanned="${cell.columnSpan}"` : '')
    + (cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : '');
  return `<table:table-cell table:style-name="${vertical ? 'V' : 'C'}" office:value-type="string"${spans}>`
    + `<text:p text:style-name="${cell.role === 'label' && !vertical ? 'CellLeft' : 'Cell'}">${escapeXml(cell.text)}</text:p></table:table-cell>`;
}
