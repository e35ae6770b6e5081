import { blockGrids, slotsOf, type Grid } from '../grid.ts';
import type { Sheet } from '../sheet.ts';
import { textLayout } from './document.ts';
import type { Layout, TableWriter } from './layout.ts';

type Kind = 'pipes' | 'tabs' | 'html';

/** One small table a block: five or four for section 二, three for section 四. */
export const blocks: Layout = textLayout('one small table a block', () => ({ language: 'markdown' }), ({ random }) =>
  blockWriter(random.pick(['pipes', 'tabs', 'html'])));

function blockWriter(kind: Kind): TableWriter {
  return {
    name: `blocks, ${kind}`,
    keepsBlanks: true,
    endsWithEmptyLine: true,
    write: (sheet, table) => blockGrids(sheet, table, kind === 'html' ? 'markup' : 'delimited')
      .map(({ heading, grid }) => `${headingLine(sheet, heading)}${smallTable(grid, kind)}`).join('\n\n'),
  };
}

function headingLine({ damage }: Sheet, heading: string): string {
  const text = heading.replaceAll('\n', '');
  return text === '' ? '' : damage.headings === 'bold' ? `**${text}**\n\n` : `${text}\n\n`;
}

function smallTable(grid: Grid, kind: Kind): string {
  const rows = slotsOf(grid).map((slots) => slots.flatMap((slot) => {
    if (slot === undefined || (kind === 'html' && slot.covered !== false)) {
      return [];
    }
    return [slot.covered === false ? slot.cell : { ...slot.cell, text: '' }];
  }));
  switch (kind) {
    case 'pipes': {
      const lines = rows.map((row) => `| ${row.map(({ text }) => text.replaceAll('\n', '<br>')).join(' | ')} |`);
      return [lines[0], `|${' --- |'.repeat(grid.width)}`, ...lines.slice(1)].join('\n');
    }
    case 'tabs':
      return rows.map((row) => row.map(({ text }) => text.replaceAll('\n', '')).join('\t')).join('\n');
    case 'html':
      return `<table>\n${rows.map((row) => `<tr>${row.map(({ text, rowSpan, columnSpan }) =>
        `<td rowspan="${rowSpan}" colspan="${columnSpan}">${text.replaceAll('\n', '<br>')}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
  }
}
