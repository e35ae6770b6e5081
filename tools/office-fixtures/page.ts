/** A report as a page that a browser prints. */
import { escapeXml } from './xml.ts';
import type { Part, Report, Table } from './report.ts';

/** `font`: one that embeds as outlines of TrueType, or as one drawing a glyph, makes another PDF of the same page. */
export function printedPage(report: Report, rules: boolean, font: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(report.title)}</title><style>
@page { size: A4; margin: 2cm }
body { font: 16px/1.8 "${font}" } h1, h2 { font-weight: normal } h1 { text-align: center } p { text-indent: 2em }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4 }
td { ${rules ? 'border: 1px solid #000; ' : ''}text-align: center; padding: 2px 4px } td.label { text-align: left }
td.vertical { writing-mode: vertical-rl }
</style></head><body>${report.parts.map(partHtml).join('\n')}</body></html>`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'title': return `<h1>${escapeXml(part.text)}</h1>`;
    case 'heading': return `<h2>${escapeXml(part.text)}</h2>`;
    case 'paragraph': return `<p>${escapeXml(part.text)}</p>`;
    case 'table': return tableHtml(part.table);
  }
}

function tableHtml(table: Table): string {
  const rows = Array.from({ length: table.height }, (_, row) => {
    const cells = table.cells.filter((cell) => cell.row === row).map((cell) => {
      const kind = cell.role !== 'label' ? '' : cell.rowSpan > 1 ? ' class="vertical"' : ' class="label"';
      return `<td${kind}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}>${escapeXml(cell.text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}
