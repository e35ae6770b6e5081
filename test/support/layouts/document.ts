import { createSheet, type Sheet } from '../sheet.ts';
import { cut } from '../marked-text.ts';
import { problemSubheadings } from '../prose.ts';
import { marked, numbered, runTogether, type TitleDamage } from '../title-damage.ts';
import { alteredHeading, titleLines } from '../titles.ts';
import type { TableName } from '../grid.ts';
import { finish, type Language, type Layout, type TableWriter } from './layout.ts';

/** A part of a report in the order of reading. */
export interface Block {
  readonly kind: 'before' | 'data' | 'title' | 'heading' | 'subheading' | 'paragraph' | 'table' | 'after';
  readonly text: string;
  readonly table?: TableName;
}

/** How the text around the tables is written. */
interface TextStyle {
  readonly language: Language;
  /** Lines of prose are cut after so many characters, as a PDF's text is. */
  readonly wrapAt?: number;
  /** Titles and headings stand between these marks. */
  readonly strong?: '__' | '**';
}

/** Chooses the writer of each table. */
type Writers = (sheet: Sheet, table: TableName) => TableWriter;

/** A layout whose document is lines of text. */
export function textLayout(name: string, styleOf: (sheet: Sheet) => TextStyle, writers: Writers): Layout {
  return {
    name,
    lay: (report, damage, harm) => {
      const sheet = createSheet(report, damage, harm);
      const style = styleOf(sheet);
      const chosen = new Map<string, TableWriter>();
      const blocks = blocksOf(sheet, (table) => {
        const writer = writers(sheet, table);
        chosen.set(table, writer);
        return harmedText(sheet, table, writer.write(sheet, table));
      }, style.wrapAt === undefined);
      const marked = renderText(sheet, style, blocks, (table) => chosen.get(table)?.endsWithEmptyLine ?? true);
      return finish(name, style.language, sheet, marked, (table) => chosen.get(table)?.keepsBlanks ?? false);
    },
  };
}

/** The marked text of a table as its damage leaves it. */
export function harmedText(sheet: Sheet, table: TableName, marked: string): string {
  return sheet.harm.text?.(marked, table, sheet) ?? marked;
}

/** All parts of the report; `write` gives the marked text of a table. `mayRunOn`: titles may lose the line ends around them. */
export function blocksOf(sheet: Sheet, write: (table: TableName) => string, mayRunOn = true): Block[] {
  const { report, damage, random, form } = sheet;
  const blocks: Block[] = [];
  const add = (kind: Block['kind'], ...texts: readonly string[]): void => {
    blocks.push(...texts.map((text) => ({ kind, text })));
  };
  add('before', ...(damage.pageFurniture ? furnitureBefore(report.year) : []));
  add('paragraph', ...(damage.attachment ? ['附件：'] : []));
  const title = damage.looseLabels ? report.title.replace(/\d+/, (year) => `${year} `) : report.title;
  add('data', ...(report.head?.above ?? []));
  add('title', ...(report.head?.title ?? titleLines(title, report.organ, damage.titleLines, random)));
  add('data', ...(report.head?.below ?? []));
  add('paragraph', ...report.prose.preamble);
  for (const section of form.data.sections) {
    const official = `${section.numeral}、${section.title}`;
    const heading = damage.alteredTitles ? alteredHeading(section.id, official, random) : official;
    add('heading', numbered(heading, damage.titles));
    if (!heading.endsWith('。')) {
      add('paragraph', ...report.prose[section.id as keyof typeof report.prose]);
    }
    if (section.table !== undefined) {
      const table = section.table as TableName;
      blocks.push({ kind: 'table', table, text: write(table) });
    }
    if (section.id === 'problems' && damage.numberedSubheadings) {
      problemSubheadings.forEach(([subheading, text]) => {
        add('subheading', subheading);
        add('paragraph', text);
      });
    }
  }
  add('paragraph', ...(damage.signature ? [report.organ, `${report.year + 1}年1月${random.integer(4, 29)}日`] : []));
  add('after', ...(damage.pageFurniture ? furnitureAfter(report.organ, report.year) : []));
  const joined = damage.titles.place === 'line' || !mayRunOn ? blocks : withTitlesRunOn(blocks, sheet);
  return damage.bookmarks ? withBookmark(joined, sheet) : joined;
}

/** Titles of sections that stand in one paragraph with the text before or behind them; not all of them. */
function withTitlesRunOn(blocks: readonly Block[], { damage, random, form }: Sheet): Block[] {
  const official = new Set(form.data.sections.map(({ numeral, title }) => numbered(`${numeral}、${title}`, { ...damage.titles, numerals: 'kept' })));
  const result: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const last = result.at(-1);
    const next = blocks[at + 1];
    const isTitle = block.kind === 'heading' && official.has(block.text) && random.chance(0.6);
    const before = isTitle && damage.titles.place === 'behindText' && last?.kind === 'paragraph' && /[。：]$/u.test(last.text) ? last.text : '';
    const behind = isTitle && next?.kind === 'paragraph' ? next.text : '';
    if (before === '' && behind === '') {
      result.push(block);
    } else {
      result.splice(before === '' ? result.length : -1);
      result.push({ kind: 'paragraph', text: runTogether(before, block.text, behind, random) });
      at += behind === '' ? 0 : 1;
    }
  }
  return result;
}

function furnitureBefore(year: number): string[] {
  return [
    '首页 | 机构概况 | 政务公开 | 办事服务 | 互动交流', '当前位置：首页 > 政务公开 > 政府信息公开年报', '索引号：000014349/2021-00012',
    `发布时间：${year + 1}-01-25  来源：本站  字体：[大 中 小]`,
  ];
}

function furnitureAfter(organ: string, year: number): string[] {
  return [
    `上一篇：${organ}${year - 1}年政府信息公开工作年度报告`, '下一篇：没有了', '打印本页 关闭窗口', '版权所有：信息中心  网站标识码：0000000001',
  ];
}

function withBookmark(blocks: readonly Block[], { random }: Sheet): Block[] {
  const places = blocks.flatMap(({ kind }, at) => (kind === 'heading' || kind === 'paragraph' || kind === 'title' ? [at] : []));
  const chosen = random.pick(places);
  return blocks.map((block, at) => (at === chosen ? { ...block, text: `[bookmark: _GoBack]${block.text}` } : block));
}

function renderText(sheet: Sheet, style: TextStyle, blocks: readonly Block[], emptyAfter: (table: string) => boolean): string {
  const { random, damage } = sheet;
  let text = '';
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    text += renderBlock(sheet, style, block);
    if (next === undefined) {
      text += random.chance(0.8) ? '\n' : '';
    } else if (block.kind === 'table' && block.table !== undefined && emptyAfter(block.table)) {
      text += '\n\n';
    } else if (next.kind === 'table' || block.kind === 'table' || style.language === 'plaintext') {
      text += random.pick(['\n', '\n', '\n\n', '\n\n\n']);
    } else {
      text += '\n\n';
    }
    if (damage.pageBreaks && next !== undefined && next.kind !== 'title' && next.kind !== 'table' && random.chance(0.15)) {
      text += `${pageNumber(sheet)}\n${random.chance(0.5) ? '\f' : '\n'}`;
    }
  });
  return text;
}

/** Two lines of a title are not underlined each. */
function withoutUnderline(markup: TitleDamage['markup']): TitleDamage['markup'] {
  return markup === 'underlined' ? 'none' : markup;
}

function renderBlock(sheet: Sheet, style: TextStyle, { kind, text }: Block): string {
  const { damage, random } = sheet;
  const markdown = style.language === 'markdown';
  const indent = damage.headings !== 'indented' ? '' : markdown ? '\u3000\u3000' : random.pick(['  ', '\u3000\u3000', '      ']);
  switch (kind) {
    case 'title':
    case 'heading':
    case 'subheading':
      if (markdown && style.strong === undefined && (damage.headings === 'hash' || damage.titles.markup !== 'none')) {
        const titles = kind === 'title' && damage.titleLines === 2 ? { ...damage.titles, markup: withoutUnderline(damage.titles.markup) } : damage.titles;
        return marked(text, { title: '#', heading: '##', subheading: '###' }[kind], titles);
      }
      if (style.strong !== undefined) {
        return `${style.strong}${text}${style.strong}`;
      }
      return markdown && damage.headings === 'bold' ? `**${text}**` : indent + text;
    case 'paragraph':
      return style.wrapAt === undefined ? indent + text : wrapProse(sheet, `${indent}${text}`, style.wrapAt);
    default:
      return text;
  }
}

function wrapProse(sheet: Sheet, text: string, at: number): string {
  const lines = cut(text, at);
  if (sheet.damage.pageBreaks && lines.length > 2 && sheet.random.chance(0.3)) {
    lines.splice(sheet.random.integer(1, lines.length - 1), 0, '', pageNumber(sheet));
  }
  return lines.join('\n');
}

/** The line at the foot of a page. */
export function pageNumber({ random, report }: Sheet): string {
  const number = random.integer(2, 19);
  if (random.chance(0.15)) {
    return `Page ${number} - ${report.year}年报\nP. ${number}`;
  }
  const line = random.pick([`-${number}-`, `— ${number} —`, `- ${number} -`, `—${number}—`, `第 ${number}页`, `第 ${number} 页 共 20 页`]);
  return ' '.repeat(random.pick([0, 1, 40])) + line;
}
