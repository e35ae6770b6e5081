import { Parser } from 'htmlparser2';
import { isNumberedTitle, readHeading } from './headings.ts';
import { showsContent, showsValue } from './html-fields.ts';
import { lookOf, raised, stroke, type Look } from './html-looks.ts';
import { cellOf, isLaidOut, longestCell, openTable, Run, spanOf, strayCell, tableOf, titleRow, type HtmlItem, type OpenTable } from './html-table.ts';
import { looksLikeFigure } from './number.ts';
import { isBlank } from './text.ts';
import type { Grammar } from './layout.ts';
import type { ReadingLine } from './lines.ts';
import { addAll } from './lists.ts';

const blocks = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'br', 'hr', 'section', 'article', 'header',
  'footer', 'nav', 'main', 'aside', 'pre', 'center', 'form', 'figure', 'figcaption', 'caption', 'body', 'address', 'fieldset',
]);
const silent = new Set(['script', 'style', 'title', 'noscript', 'template', 'textarea', 'select', 'iframe', 'svg', 'blockquote']);
/** What is not there for a reader where it is hidden; other elements may be shown by a script. */
const partsOfTable = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
/** What a page shows in the midst of text without being text: it parts the words around it. */
const replaced = new Set(['img', 'input', 'svg', 'iframe', 'object', 'video', 'canvas', 'select', 'textarea']);
/** Tables within tables beyond this depth are rubbish; their text still counts. */
const deepestTable = 16;

/** No page nests its elements so deep; the parser looks through all that is open at each tag. */
const deepest = 512;

/**
 * Parses HTML that starts at `offset` of its chunk. Never throws; unclosed and stray tags are taken as browsers do.
 * `isHidden`: it is an element that a page does not show, read as if it did.
 */
export function readHtml(html: string, offset: number, grammar: Grammar, isHidden = false): HtmlItem[] {
  const reader = new HtmlReader(offset, grammar, isHidden);
  for (let at = 0; at < html.length;) {
    at += readStretch(html.slice(at), at, reader);
  }
  return reader.end(html.length);
}

/** Reads up to where too many elements are open, and forgets those; gives the length of what was read. */
function readStretch(html: string, start: number, reader: HtmlReader): number {
  let end = html.length;
  const parser = new Parser(
    {
      onattribute: (name, value, quote) => {
        const close = parser.endIndex - (quote ? 1 : 0);
        if (name === 'value' && html.slice(close - value.length, close) === value) {
          reader.value(value, start + close - value.length);
        }
      },
      onopentag: (name, attributes) => {
        reader.open(name, attributes, start + parser.startIndex, start + parser.endIndex + 1);
        if (reader.depth > deepest) {
          end = parser.endIndex + 1;
          parser.pause();
        }
      },
      onclosetag: (name) => reader.close(name, start + parser.startIndex),
      ontext: (data) => reader.text(data, start + parser.startIndex, start + parser.endIndex + 1),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  );
  parser.write(html);
  if (end === html.length) {
    parser.end();
  } else {
    reader.forget();
  }
  return end;
}

class HtmlReader {
  readonly #offset: number;
  readonly #grammar: Grammar;
  readonly #items: HtmlItem[] = [];
  readonly #tables: OpenTable[] = [];
  /** How the text of each open element looks. */
  readonly #looks: Look[] = [];
  #run = new Run();
  /** How much of the open cell's text stands before the run. */
  #before = 0;
  #heading = false;
  #silent = '';
  #silentDepth = 0;
  /** What the tag at hand says to be the value of a field, and where it says so; none where it is written in another way than it is shown. */
  #value: { readonly text: string; readonly start: number } | undefined;
  /** Whether what is silent is what a field of the open cell shows. */
  #isShown = false;
  /** Whether the next element is read though the page does not show it. */
  #isHidden: boolean;

  constructor(offset: number, grammar: Grammar, isHidden: boolean) {
    this.#offset = offset;
    this.#grammar = grammar;
    this.#isHidden = isHidden;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#looks.length;
  }

  /** Leaves all elements that are open without closing them. */
  forget(): void {
    this.#looks.length = 0;
    this.#silentDepth = 0;
  }

  /** The attribute `value` of the tag that opens next. */
  value(text: string, start: number): void {
    this.#value = { text, start };
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    const look = this.#look(name, attributes);
    this.#looks.push(look);
    const value = this.#value;
    this.#value = undefined;
    if (this.#silentDepth > 0) {
      this.#silentDepth += name === this.#silent ? 1 : 0;
      this.#isShown = this.#silent === 'select' && look !== 'hidden' && showsContent(name, attributes);
      return;
    }
    if (replaced.has(name)) {
      this.#part(start, end);
    }
    if (value && look !== 'hidden' && showsValue(name, attributes)) {
      const behind = value.start + value.text.length;
      this.#addField(value.text, value.start, behind);
      this.#part(behind, end);
    }
    const isHidden = silent.has(name) || (partsOfTable.has(name) && (look === 'hidden' || lookOf(name, attributes, () => false) === 'hidden'));
    const isRead = this.#isHidden;
    this.#isHidden = false;
    if (isHidden && !isRead) {
      this.#flush();
      this.#silent = name;
      this.#silentDepth = 1;
      this.#isShown = look !== 'hidden' && showsContent(name, attributes);
      if (this.#isShown) {
        this.#addField('', end, end);
      }
    } else if (name === 'table' && this.#tables.length < deepestTable) {
      this.#openTable(start);
    } else if (name === 'tr') {
      this.#openRow(start);
    } else if (name === 'td' || name === 'th') {
      this.#openCell(attributes, end);
    } else if (blocks.has(name)) {
      this.#break(start, end);
      this.#heading = /^h[1-6]$/u.test(name);
    }
  }

  close(name: string, start: number): void {
    this.#looks.pop();
    if (this.#silentDepth > 0) {
      this.#silentDepth -= name === this.#silent ? 1 : 0;
      this.#isShown = false;
      if (this.#silentDepth === 0 && replaced.has(name)) {
        this.#part(start, start);
      }
    } else if (name === 'table') {
      this.#closeTable(start, false);
    } else if (name === 'tr') {
      this.#closeRow(start);
    } else if (name === 'td' || name === 'th') {
      this.#closeCell(start);
    } else if (blocks.has(name)) {
      this.#break(start, start);
      this.#heading = false;
    }
  }

  text(data: string, start: number, end: number): void {
    const look = this.#looks.at(-1);
    if (this.#isShown) {
      this.#addField(data, start, end);
    }
    if (this.#silentDepth > 0 || look === 'hidden') {
      return;
    }
    const cell = this.#tables.at(-1)?.cell;
    if (this.#run.text === '') {
      this.#before = cell?.whole.text.length ?? 0;
    }
    this.#run.add(data, start + this.#offset, end + this.#offset);
    if (cell && look === 'struck') {
      this.#part(start, end);
      for (let at = 0; at < data.length && cell.struck.text.length < longestCell; at += 1) {
        const source = start + at + this.#offset;
        cell.struck.add(data.charAt(at), source, source + 1);
        cell.struck.add(isBlank(data.charAt(at)) ? '' : stroke, source, source + 1);
      }
    } else {
      cell?.whole.add(look === 'above' || look === 'below' ? raised(data, look) : data, start + this.#offset, end + this.#offset);
    }
  }

  /** What a field of the open cell shows; it is no line of the page's text. */
  #addField(data: string, start: number, end: number): void {
    const cell = this.#tables.at(-1)?.cell;
    if (!cell) {
      return;
    }
    cell.field ??= start + this.#offset;
    if (data !== '') {
      cell.whole.add(data, start + this.#offset, end + this.#offset);
    }
  }

  end(length: number): HtmlItem[] {
    this.#flush();
    while (this.#tables.length > 0) {
      this.#closeTable(length, false);
    }
    return this.#items;
  }

  /** A block ends a line; inside a cell it parts the words as white space does. */
  #break(start: number, end: number): void {
    this.#flush();
    this.#part(start, end);
  }

  /** Parts the words of the open cell as white space does. */
  #part(start: number, end: number): void {
    const whole = this.#tables.at(-1)?.cell?.whole;
    if (whole && !isBlank(whole.text)) {
      whole.add('\n', start + this.#offset, end + this.#offset);
    }
  }

  /** How the text of an element looks; outside of cells it does not matter. */
  #look(name: string, attributes: Readonly<Record<string, string>>): Look {
    const table = this.#tables.at(-1);
    const isCell = name === 'td' || name === 'th';
    if (!table || (!table.cell && !isCell)) {
      return 'plain';
    }
    const outer = isCell ? 'plain' : (this.#looks.at(-1) ?? 'plain');
    const own = lookOf(name, attributes, () => !isBlank(table.cell?.whole.text ?? ''));
    const isRaised = own === 'above' || own === 'below';
    return outer !== 'plain' || (isCell && isRaised) ? outer : own;
  }

  #flush(): void {
    const run = this.#run;
    this.#run = new Run();
    if (isBlank(run.text)) {
      return;
    }
    const table = this.#tables.at(-1);
    const line = { text: run.text, start: run.start, end: run.end, map: run.map(), apart: true, heading: this.#heading };
    if (!table) {
      this.#items.push(line);
    } else if (this.#endsTables(table, run.text)) {
      table.cell?.whole.cutBack(this.#before);
      this.#endTables(run.start - this.#offset);
      this.#items.push({ ...line, isTitle: true });
    } else {
      this.#keep(table, line);
    }
  }

  #keep(table: OpenTable, line: ReadingLine): void {
    if (table.cell) {
      table.cell.items.push(line);
      table.holdsBlocks ||= line.heading === true || line.text.length > longestCell;
    } else if (table.rows.length === 0 && readHeading(line.text, this.#grammar)?.kind === 'section') {
      this.#target(-2).push({ ...line, isTitle: true, within: 'table' });
    } else {
      table.items.push(line);
      table.outside.push(...(table.rows.length > 0 ? [line] : []));
      table.strays.push(...(table.isRowOpen ? [line] : []));
    }
  }

  /**
   * Whether a line is the title of a section behind tables that were never closed: it stands in no cell, or is official, with
   * its number, and stands behind other words in one, or in one of a form's table.
   */
  #endsTables(table: OpenTable, text: string): boolean {
    const { cell, rows } = table;
    if (!cell) {
      return rows.length > 0 && (this.#heading || readHeading(text, this.#grammar)?.kind === 'section');
    }
    return isNumberedTitle(text, this.#grammar)
      && (this.#heading || !isBlank(cell.whole.text.slice(0, this.#before)) || isLaidOut(table, this.#grammar));
  }

  #endTables(end: number): void {
    while (this.#tables.length > 0) {
      this.#closeTable(end, true);
    }
  }

  /** A table in one that has rows of a form, or outside of its cells, stands behind it: that was never closed. */
  #openTable(start: number): void {
    this.#flush();
    const outer = this.#tables.at(-1);
    if (outer && (!outer.cell || isLaidOut(outer, this.#grammar))) {
      this.#closeTable(start, true);
    }
    this.#tables.push(openTable(start, false));
  }

  /** A row without a table begins one: its tag is lost, or it was closed too early. */
  #openRow(start: number): void {
    this.#closeCell(start);
    this.#flush();
    this.#endRow(start);
    if (this.#tables.length === 0) {
      this.#tables.push(openTable(start, true));
    }
    const table = this.#tables.at(-1) as OpenTable;
    table.rows.push([]);
    table.isRowOpen = true;
    table.strays = [];
    table.column = 0;
    table.reach.forEach((rows, column) => (table.reach[column] = Math.max(0, rows - (table.rows.length > 1 ? 1 : 0))));
  }

  /** A row that holds nothing but the title of a section parts what stands above it from what stands below. */
  #endRow(start: number): void {
    const table = this.#tables.at(-1);
    const title = !table || table.holdsBlocks ? undefined : titleRow(table, this.#grammar);
    if (table && title) {
      table.rows.pop();
      table.items.splice(table.items.findLastIndex((item) => item.start < title.start) + 1);
      this.#closeTable(start, true);
      this.#target().push({ text: title.text, start: title.start, end: title.end, ...(title.map ? { map: title.map } : {}), apart: true, isTitle: true, within: 'table' });
      this.#tables.push(openTable(start, true));
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>, end: number): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.#flush();
      return;
    }
    if (table.cell) {
      this.#closeCell(end);
    }
    if (!table.isRowOpen) {
      this.#openRow(end);
    }
    this.#flush();
    this.#takeStrays(table);
    const columns = spanOf(attributes['colspan']);
    const rows = spanOf(attributes['rowspan']);
    const column = takeColumns(table, rows, columns);
    table.cell = { field: undefined, items: [], whole: new Run(), struck: new Run(), column, rows, columns, start: end + this.#offset };
  }

  /** Lines of a row that stand before a cell, or are figures, are cells whose tags are lost. */
  #takeStrays(table: OpenTable): void {
    table.outside.length -= table.strays.length;
    for (const line of table.strays) {
      table.rows.at(-1)?.push(strayCell(line, takeColumns(table, 1, 1)));
    }
    table.strays = [];
  }

  #closeRow(start: number): void {
    const table = this.#tables.at(-1);
    if (!table) {
      return;
    }
    this.#closeCell(start);
    this.#flush();
    if (table.strays.every(({ text }) => looksLikeFigure(text))) {
      this.#takeStrays(table);
    }
    table.strays = [];
    table.isRowOpen = false;
  }

  #closeCell(start: number): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) {
      return;
    }
    this.#flush();
    const { cell } = table;
    if (!cell) {
      return;
    }
    const end = Math.max(cell.start, start + this.#offset);
    table.rows.at(-1)?.push(cellOf(cell, end));
    addAll(table.items, cell.items);
    table.holdsBlocks ||= cell.whole.text.length > longestCell || cell.items.some((item) => 'kind' in item);
    table.cell = undefined;
  }

  /** `isCut`: no tag closes it. */
  #closeTable(end: number, isCut: boolean): void {
    this.#closeCell(end);
    this.#flush();
    if (!isCut) {
      this.#endRow(end);
    }
    const table = this.#tables.pop();
    if (!table) {
      return;
    }
    const span = { start: table.start + this.#offset, end: end + this.#offset };
    const isTable = isCut || table.implied ? isLaidOut(table, this.#grammar) : !table.holdsBlocks && table.rows.length > 0;
    addAll(this.#target(), isTable ? [tableOf(table, span), ...table.outside] : table.items);
    const parent = this.#tables.at(-1);
    if (parent && !isCut) {
      parent.holdsBlocks = true;
    }
  }

  /** Where items go that stand in the last open table, or in the one before it; where none is open, in no table. */
  #target(at = -1): HtmlItem[] {
    const parent = this.#tables.at(at);
    return parent?.cell?.items ?? parent?.items ?? this.#items;
  }
}

/** The first column that is free in the open row, for a cell that reaches over so many rows and columns from there. */
function takeColumns(table: OpenTable, rows: number, columns: number): number {
  while ((table.reach[table.column] ?? 0) > 0) {
    table.column += 1;
  }
  const { column } = table;
  for (let at = 0; at < columns; at += 1) {
    table.reach[column + at] = rows;
  }
  table.column += columns;
  return column;
}
