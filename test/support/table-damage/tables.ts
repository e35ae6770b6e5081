import { columnsOf, unmarked } from '../marked-text.ts';
import type { Random } from '../random.ts';
import type { Sheet } from '../sheet.ts';
import { aimAtRow, within } from './targets.ts';
import type { DamageKind } from './table-damage.ts';

/** Whole tables that are absent, stand beside or below another, or hold a heading. */
export const tableDamages: readonly DamageKind[] = [
  ofTable('a picture in place of the table', (_, random) => random.pick(['![](image3.png)', '[图片]', '<img src="3.png">', '见附件。', '']), ['missing-table', 'empty-section']),
  ofTable("last year's table below, under its own line", (marked, _, { report }) => `${marked}\n\n${report.year - 1}年数据：\n\n${strangeCopy(marked)}`,
    ['duplicate-row', 'missing-row', 'missing-table']),
  ofTable("last year's table below, without a word", (marked) => `${marked}\n\n${strangeCopy(marked)}`, ['duplicate-row', 'missing-row', 'missing-table']),
  ofTable("last year's table above, under its own line", (marked, _, { report }) =>
    `${report.year - 1}年数据：\n\n${strangeCopy(marked)}\n\n${report.year}年数据：\n\n${marked}`, ['duplicate-row', 'missing-row', 'missing-table']),
  ofTable("last year's table beside this year's, one of them under a caption", captioned, ['duplicate-row', 'missing-row', 'missing-table']),
  ofTable('the table twice', (marked) => `${marked}\n\n${marked}`, ['duplicate-row', 'missing-row', 'missing-table']),
  ofTable('the blank form above the table', (marked) => `${emptyCopy(marked)}\n\n${marked}`, ['duplicate-row', 'missing-row', 'blank-cell', 'missing-table']),
  ofTable('two years side by side', (marked, random) => (/[<|│]/.test(marked) ? marked : sideBySide(marked, random)), ['duplicate-row', 'missing-row', 'missing-table', 'missing-column']),
  ofTable("the section's heading as a row of the table", (marked, _, sheet, table) => withHeading(marked, headingOf(sheet, table)), ['duplicate-section', 'section-order']),
  ofTable("the next section's heading in the last row", (marked, _, sheet, table) => withLastLine(marked, nextHeading(sheet, table)), ['duplicate-section', 'section-order']),
  // Where each cell has a line of its own, the label of the first row stands above the cut, and the row is blank.
  ofTable('a table cut after its head', (marked) => cutAfterHead(marked), ['missing-table', 'missing-row', 'blank-cell']),
];

type Change = (marked: string, random: Random, sheet: Sheet, table: string) => string;

function ofTable(name: string, change: Change, allowed: readonly string[]): DamageKind {
  return {
    name,
    aim: (report, random) => {
      const target = aimAtRow(report, random).table;
      return {
        touches: within(target),
        allowed,
        text: (marked, table, sheet) => (table === target ? change(marked, random, sheet, table) : marked),
      };
    },
  };
}

/** The same table with other numbers. */
function strangeCopy(marked: string): string {
  return marked.replace(/[\ue000-\ue7ff][^\uf000]*\uf000([^\uf001]*)\uf001/g, (figure) => figure.replace(/\d+/, (digits) => String(Number(digits) + 1000)))
    .replace(/[\ue000-\uf8ff]/g, '');
}

/** Where this year's table stands first, it needs no caption. */
function captioned(marked: string, random: Random, { report }: Sheet): string {
  const { year } = report;
  const caption = random.pick([
    (of: number) => `${of}年度统计情况`, (of: number) => `（${of}年）`, (of: number) => `表${of === year ? 2 : 1}　${of}年度政府信息公开数据`,
    (of: number) => `附：${of} 年数据`, (of: number) => (of === year ? '本年度数据：' : '上年度数据：'), (of: number) => `**${of}年**`,
  ]);
  const last = `${caption(year - 1)}\n\n${strangeCopy(marked)}`;
  const own = `${caption(year)}\n\n${marked}`;
  return random.chance(0.5) ? `${last}\n\n${own}` : `${random.chance(0.5) ? own : marked}\n\n${last}`;
}

function emptyCopy(marked: string): string {
  return marked.replace(/[\ue000-\ue7ff][^\uf002]*\uf002/g, '');
}

function sideBySide(marked: string, random: Random): string {
  const right = strangeCopy(marked).split('\n');
  const left = marked.split('\n');
  const width = Math.max(...left.map((line) => columnsOf(unmarked(line), 2))) + 4;
  const tabs = random.chance(0.3);
  return left.map((line, at) => `${line}${tabs ? '\t' : ' '.repeat(width - columnsOf(line, 2))}${right[at] ?? ''}`).join('\n');
}

function headingOf({ form }: Sheet, table: string): string {
  const section = form.data.sections.find((each) => each.table === table);
  return section === undefined ? '' : `${section.numeral}、${section.title}`;
}

function nextHeading({ form }: Sheet, table: string): string {
  const at = form.data.sections.findIndex((each) => each.table === table);
  const next = form.data.sections[at + 1];
  return next === undefined ? '' : `${next.numeral}、${next.title}`;
}

function withHeading(marked: string, heading: string): string {
  if (/<tr/i.test(marked)) {
    return marked.replace(/<tr\b/i, (start) => `<tr><td colspan="4">${heading}</td></tr>${start}`);
  }
  if (marked.trimStart().startsWith('|')) {
    return `| ${heading} |  |  |\n${marked}`;
  }
  return marked.includes('\t') && marked.trimStart() === marked ? `${heading}\t\t\n${marked}` : `${heading}\n${marked}`;
}

function withLastLine(marked: string, heading: string): string {
  if (/<\/table>/i.test(marked)) {
    return marked.replace(/<\/table>(?![^]*<\/table>)/i, (end) => `<tr><td colspan="4">${heading}</td></tr>${end}`);
  }
  return marked.trimStart().startsWith('|') ? `${marked}\n| ${heading} |  |  |` : marked;
}

function cutAfterHead(marked: string): string {
  const first = marked.search(/[\ue000-\ue7ff]/);
  const line = marked.lastIndexOf('\n', first);
  return first < 0 || line < 0 || /<t/i.test(marked) ? marked : marked.slice(0, line);
}
