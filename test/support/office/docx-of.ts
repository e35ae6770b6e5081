import { docx } from './package.ts';

/** A Word document of a report in Markdown: a paragraph a line, tables with bars as tables of one grid. */
export function docxOf(markdown: string): Uint8Array {
  const blocks: string[] = [];
  let rows: string[] = [];
  const end = (): void => {
    if (rows.length > 0) {
      blocks.push(`<w:tbl>${rows.join('')}</w:tbl>`);
    }
    rows = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      rows.push(...(/^[|\s:-]+$/u.test(line) && line.includes('-') ? [] : [rowOf(line)]));
    } else {
      end();
      blocks.push(...(line.trim() === '' ? [] : [paragraph(line.replace(/^#+ /u, ''))]));
    }
  }
  end();
  return docx(blocks.join(''));
}

function rowOf(line: string): string {
  return `<w:tr>${line.split('|').slice(1, -1).map((cell) => `<w:tc><w:tcPr/>${paragraph(cell.trim())}</w:tc>`).join('')}</w:tr>`;
}

function paragraph(text: string): string {
  const inner = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return inner === '' ? '<w:p/>' : `<w:p><w:r><w:t xml:space="preserve">${inner}</w:t></w:r></w:p>`;
}
