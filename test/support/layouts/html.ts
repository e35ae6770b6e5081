import { gridOf, slotsOf, type Grid, type GridCell, type TableName } from '../grid.ts';
import { createSheet, type Sheet } from '../sheet.ts';
import { blocksOf, harmedText, textLayout, type Block } from './document.ts';
import { finish, type Layout, type TableWriter } from './layout.ts';

/** HTML tables with merged cells inside a Markdown report. */
export const htmlInMarkdown: Layout = textLayout('HTML tables in Markdown', () => ({ language: 'markdown' }), () => htmlWriter);

export const htmlWriter: TableWriter = {
  name: 'html', keepsBlanks: true, endsWithEmptyLine: true, write: (sheet, table) => writeHtml(sheet, table, styleOf(sheet, false)),
};

/** A published web page: the report among navigation, as an editor wrote it or on one line. */
export const htmlPage: Layout = {
  name: 'HTML page',
  lay: (report, damage, harm) => {
    const sheet = createSheet(report, damage, harm);
    const style = styleOf(sheet, sheet.random.chance(0.25));
    const blocks = blocksOf(sheet, (table) => harmedText(sheet, table, writeHtml(sheet, table, style)));
    return finish('HTML page', 'html', sheet, page(sheet, style, blocks), () => true);
  },
};

interface HtmlStyle {
  /** Between tags. */
  readonly between: string;
  readonly upperCase: boolean;
  readonly attributes: boolean;
  readonly sections: boolean;
  /** End tags of cells and rows left out, as HTML allows. */
  readonly openEnds: boolean;
  readonly nested: 'none' | 'paragraph' | 'span' | 'deep';
  readonly headerCells: boolean;
  /** Cells of their own, empty or with the text again, in place of `rowspan` and `colspan`. */
  readonly flat: 'no' | 'empty' | 'repeated';
  /** The table stands in a cell of a table that lays the page out. */
  readonly framed: boolean;
}

function styleOf({ random }: Sheet, minified: boolean): HtmlStyle {
  return {
    between: minified ? '' : random.pick(['\n', '\n  ', '']),
    upperCase: random.chance(0.15),
    attributes: random.chance(0.6),
    sections: random.chance(0.4),
    openEnds: random.chance(0.15),
    nested: random.pick(['none', 'paragraph', 'span', 'deep']),
    headerCells: random.chance(0.4),
    flat: random.pick(['no', 'no', 'no', 'no', 'empty', 'repeated']),
    framed: random.chance(0.1),
  };
}

function writeHtml(sheet: Sheet, table: TableName, style: HtmlStyle): string {
  const grid = flattened(gridOf(sheet, table, 'markup'), style.flat);
  const rows = Array.from({ length: grid.height }, (_, row) => rowOf(sheet, grid, row, style));
  const name = (text: string): string => (style.upperCase ? text.toUpperCase() : text);
  const head = rows.slice(0, grid.headerRows).join(style.between);
  const body = rows.slice(grid.headerRows).join(style.between);
  const parts = style.sections && table !== 'proactive'
    ? [`<${name('thead')}>`, head, `</${name('thead')}>`, `<${name('tbody')}>`, body, `</${name('tbody')}>`]
    : style.sections ? [`<${name('tbody')}>`, head, body, `</${name('tbody')}>`] : [head, body];
  const attributes = style.attributes ? ' border="1" cellspacing="0" style="border-collapse:collapse;width:100%"' : '';
  const element = [`<${name('table')}${attributes}>`, ...parts, `</${name('table')}>`].join(style.between);
  return style.framed ? `<table width="90%"><tr><td>${style.between}${element}${style.between}</td></tr></table>` : element;
}

/** The grid without merged cells. */
function flattened(grid: Grid, flat: HtmlStyle['flat']): Grid {
  if (flat === 'no') {
    return grid;
  }
  const cells = slotsOf(grid).flatMap((slots, row) => slots.flatMap((slot, column) => (slot === undefined ? [] : [{
    ...slot.cell,
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: slot.covered === false || flat === 'repeated' ? slot.cell.text : '',
  }])));
  return { ...grid, cells };
}

function rowOf(sheet: Sheet, grid: Grid, row: number, style: HtmlStyle): string {
  const cells = grid.cells.filter((cell) => cell.row === row).map((cell) => cellOf(sheet, cell, style));
  const name = style.upperCase ? 'TR' : 'tr';
  return [`<${name}>`, ...cells, ...(style.openEnds ? [] : [`</${name}>`])].join(style.between);
}

function cellOf(sheet: Sheet, cell: GridCell, style: HtmlStyle): string {
  const tag = style.headerCells && (cell.role === 'header' || cell.role === 'corner') ? 'th' : 'td';
  const name = style.upperCase ? tag.toUpperCase() : tag;
  const attributes = [
    ...(style.attributes ? [sheet.random.pick([' width="64"', " class='x1 x2'", ' valign=center', ' style="padding:0 7px"'])] : []),
    ...(cell.rowSpan > 1 ? [sheet.random.pick([` rowspan="${cell.rowSpan}"`, ` rowspan=${cell.rowSpan}`])] : []),
    ...(cell.columnSpan > 1 ? [` colspan="${cell.columnSpan}"`] : []),
  ].join('');
  return `<${name}${attributes}>${contentOf(sheet, cell, style)}${style.openEnds ? '' : `</${name}>`}`;
}

function contentOf(sheet: Sheet, cell: GridCell, style: HtmlStyle): string {
  const { damage, random } = sheet;
  const space = damage.spaces === '' ? '' : random.pick(['&nbsp;', damage.spaces, '&#12288;', '&ensp;']);
  const text = cell.role === 'figure'
    ? (cell.text === '' ? random.pick(['', '&nbsp;', space]) : random.pick([`${space}${cell.text}`, `${cell.text}${space}`]))
    : entities(sheet, cell.text).replaceAll('\n', random.pick(['<br>', '<br/>', '\n', style.nested === 'paragraph' ? '</p><p>' : '<br />']));
  const spanned = cell.text.includes('</span>') ? `<span>${text}</span>` : text;
  switch (style.nested) {
    case 'none': return spanned;
    case 'paragraph': return `<p>${spanned}</p>`;
    case 'span': return `<span lang="EN-US">${spanned}</span>`;
    case 'deep': return `${style.between}<p align="center"><strong><span style='font-family:"仿宋"'>${spanned}</span></strong></p>${style.between}`;
  }
}

/** Escapes what must be, and writes some characters as references, as converters do. */
function entities({ random }: Sheet, text: string): string {
  return [...text].map((character) => {
    if (character === '&' || character === '<' || character === '>') {
      return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[character];
    }
    if ('“”（）'.includes(character) && random.chance(0.2)) {
      const code = character.charCodeAt(0);
      return random.pick([`&#${code};`, `&#x${code.toString(16)};`, { '“': '&ldquo;', '”': '&rdquo;' }[character] ?? character]);
    }
    return character;
  }).join('');
}

function page(sheet: Sheet, style: HtmlStyle, blocks: readonly Block[]): string {
  const { report, random, damage } = sheet;
  const main = blocks.filter(({ kind }) => kind !== 'before' && kind !== 'after').map((block) => elementOf(sheet, style, block));
  const furniture = (kind: Block['kind']): string[] => blocks.filter((block) => block.kind === kind)
    .map(({ text }) => `<div class="nav"><a href="#">${entities(sheet, text)}</a></div>`);
  if (random.chance(0.2)) {
    return main.join(style.between);
  }
  return [
    '<!DOCTYPE html>', '<html lang="zh-CN">', '<head>', '<meta charset="utf-8">',
    `<title>${damage.pageFurniture ? `${report.title}_政府信息公开年报` : report.organ}</title>`,
    '<style>td{border:1px solid #000} .x1>p{margin:0}</style>',
    '<script>var n = 3; if (n < 4 && n > 2) { document.write("<td>9</td>"); }</script>',
    '</head>', '<body>', ...furniture('before'), '<!-- 正文开始 -->', '<div id="zoom" class="content">', ...main, '</div>',
    '<!-- 正文结束 <td>7</td> -->', ...furniture('after'), '</body>', '</html>',
  ].join(style.between);
}

function elementOf(sheet: Sheet, style: HtmlStyle, { kind, text }: Block): string {
  if (kind === 'table') {
    return text;
  }
  const content = entities(sheet, text);
  if (kind === 'data') {
    return sheet.random.pick([`<p>${content}</p>`, `<div class="info"><span>${content}</span></div>`, `<ul><li>${content}</li></ul>`]);
  }
  if (kind === 'paragraph') {
    return `<p style="text-indent:2em">${content}</p>`;
  }
  switch (sheet.damage.headings) {
    case 'hash': return { title: `<h1>${content}</h1>`, heading: `<h2>${content}</h2>` }[kind as 'title' | 'heading'] ?? `<h3>${content}</h3>`;
    case 'bold': return `<p><strong>${content}</strong></p>`;
    case 'indented': return `<p>&nbsp;&nbsp;&nbsp;&nbsp;${content}</p>`;
    case 'plain': return `<div>${style.between}<span>${content}</span>${style.between}</div>`;
  }
}
