import type { PrintedBlock, PrintedPage, PrintedTable } from '../types/printed.ts';
import { columnShares } from './column-widths.ts';
import { cellAlign, headRows, isHead, isSmall, rowsOf } from './grid.ts';
import { cellLook, lineDistance, paper, textLooks, type TextLook } from './look.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A page as one file of HTML that is printed by a browser: it runs nothing, loads nothing, and every text of it is escaped. */
export function writeHtml({ name, blocks }: PrintedPage): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(name)}</title>
<style>
${style}
</style>
</head>
<body>
${blocks.map(block).join('\n')}
</body>
</html>
`;
}

/** A text as it stands in HTML, between tags or in quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}

const tags = { title: 'h1', section: 'h2', heading: 'h3', paragraph: 'p', note: 'p class="note"' } as const;

function block(one: PrintedBlock): string {
  if (one.kind === 'table') {
    return table(one.table);
  }
  const tag = tags[one.kind];
  return `<${tag}>${escapeHtml(one.text)}</${tag.split(' ')[0] ?? tag}>`;
}

function table(given: PrintedTable): string {
  const columns = columnShares(given).map((share) => `<col style="width:${(100 * share).toFixed(2)}%">`).join('');
  const height = given.rowHeight === undefined ? '' : ` style="height:${given.rowHeight}pt"`;
  const rows = rowsOf(given).map((cells) => `<tr${height}>${cells.map(cell).join('')}</tr>`);
  const heads = headRows(given);
  const head = heads === 0 ? '' : `<thead>\n${rows.slice(0, heads).join('\n')}\n</thead>\n`;
  const body = `<tbody>\n${rows.slice(heads).join('\n')}\n</tbody>`;
  return `<table${isSmall(given) ? ' class="small"' : ''}>\n<colgroup>${columns}</colgroup>\n${head}${body}\n</table>`;
}

function cell(one: PrintedTable['cells'][number]): string {
  const { rowSpan, columnSpan, text } = one;
  const tag = isHead(one) ? 'th' : 'td';
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  return `<${tag}${spans}${cellAlign(one) === 'left' ? ' class="left"' : ''}>${escapeHtml(text)}</${tag}>`;
}

function look(selector: string, { font, otherFonts, size, align, indent = 0 }: TextLook): string {
  return `${selector}{font:normal ${size}pt/${lineDistance}pt "${font}",${otherFonts};text-align:${align};text-indent:${indent}em;margin:0}`;
}

const style = `@page{size:A4;margin:${paper.top}mm ${paper.right}mm ${paper.bottom}mm ${paper.left}mm;@bottom-center{content:"— " counter(page) " —"}}
body{max-width:${paper.width - paper.left - paper.right}mm;margin:2em auto;padding:0 1em;color:#000;background:#fff;overflow-wrap:anywhere}
${look('h1', textLooks.title)}
h1{line-height:1.6;margin-bottom:${lineDistance}pt}
${look('h2', textLooks.section)}
${look('h3', textLooks.heading)}
${look('p', textLooks.paragraph)}
${look('p.note', textLooks.note)}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:8pt 0;font:${cellLook.size}pt/1.3 "${cellLook.font}",SimSun,serif}
table.small{font-size:${cellLook.smallSize}pt}
th,td{border:1px solid #000;padding:3pt 2pt;text-align:center;vertical-align:middle;font-weight:normal}
th{font-family:"${cellLook.headFont}",SimHei,sans-serif}
.left{text-align:left}
tr{break-inside:avoid}
h1,h2,h3{break-after:avoid}
@media print{body{max-width:none;margin:0;padding:0}}`;
