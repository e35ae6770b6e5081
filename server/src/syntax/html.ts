import { Parser } from 'htmlparser2';
import { createCell, createRow } from './tables/cells.ts';
import { lookOf, raised, stroke, type Look } from './html-looks.ts';
import { isBlank, trimmed } from './text.ts';
import type { ReadingLine } from './lines.ts';
import type { Cell, Row, Table, TextMap } from './tree.ts';

/** What a piece of HTML holds, in order: lines of text and tables of cells. */
export type HtmlItem = ReadingLine | Omit<Table, 'chunk'>;

const blocks = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'br', 'hr', 'section', 'article', 'header',
  'footer', 'nav', 'main', 'aside', 'pre', 'center', 'form', 'figure', 'figcaption', 'caption', 'body', 'address', 'fieldset',
]);
const silent = new Set(['script', 'style', 'title', 'noscript', 'template', 'textarea', 'select', 'iframe', 'svg', 'blockquote']);
/** What a page shows in the midst of text without being text: it parts the words around it. */
const replaced = new Set(['img', 'input', 'svg', 'iframe', 'object', 'video', 'canvas', 'select', 'textarea']);
const longestCell = 400;
/** Tables within tables beyond this depth are rubbish; their text still counts. */
const deepestTable = 16;

/** Parses HTML that starts at `offset` of its chunk. Never throws; unclosed and stray tags are taken as browsers do. */
export function readHtml(html: string, offset: number): HtmlItem[] {
  const reader = new HtmlReader(offset);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => reader.close(name, parser.startIndex),
      ontext: (data) => reader.text(data, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  );
  parser.write(html);
  parser.end();
  return reader.end(html.length);
}

/** Text that is being gathered, with where its parts stand in the source. */
class Run {
  text = '';
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  #end = 0;

  add(text: string, source: number, sourceEnd: number): void {
    this.#starts.push(this.text.length);
    this.#sources.push(source);
    this.text += text;
    this.#end = sourceEnd;
  }

  get start(): number {
    return this.#sources[0] ?? 0;
  }

  get end(): number {
    return this.#end;
  }

  map(): TextMap {
    const starts = this.#starts;
    const sources = this.#sources;
    return (at) => {
      let low = 0;
      for (let high = starts.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if ((starts[middle] as number) <= at) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (sources[low] ?? 0) + at - (starts[low] ?? 0);
    };
  }
}

interface OpenCell {
  readonly items: HtmlItem[];
  readonly whole: Run;
  /** What is struck out; it stands only where nothing else does. */
  readonly struck: Run;
  readonly column: number;
  /** How many rows and columns it reaches over. */
  readonly rows: number;
  readonly columns: number;
  readonly start: number;
}

interface OpenTable {
  readonly start: number;
  readonly rows: Cell[][];
  /** By column, how many further rows a cell from above reaches into. */
  readonly reach: number[];
  cell: OpenCell | undefined;
  column: number;
  holdsBlocks: boolean;
  readonly items: HtmlItem[];
}

class HtmlReader {
  readonly #offset: number;
  readonly #items: HtmlItem[] = [];
  readonly #tables: OpenTable[] = [];
  /** How the text of each open element looks. */
  readonly #looks: Look[] = [];
  #run = new Run();
  #heading = false;
  #silent = '';
  #silentDepth = 0;

  constructor(offset: number) {
    this.#offset = offset;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    const look = this.#look(name, attributes);
    this.#looks.push(look);
    if (this.#silentDepth > 0) {
      this.#silentDepth += name === this.#silent ? 1 : 0;
      return;
    }
    if (replaced.has(name)) {
      this.#part(start, end);
    }
    const isHiddenCell = look === 'hidden' && (name === 'td' || name === 'th');
    if (isHiddenCell || silent.has(name)) {
      this.#flush();
      this.#silent = name;
      this.#silentDepth = 1;
    } else if (name === 'table' && this.#tables.length < deepestTable) {
      this.#flush();
      this.#tables.push({ start, rows: [], reach: [], cell: undefined, column: 0, holdsBlocks: false, items: [] });
    } else if (name === 'tr') {
      this.#openRow();
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
    } else if (name === 'table') {
      this.#closeTable(start);
    } else if (name === 'td' || name === 'th') {
      this.#closeCell(start);
    } else if (blocks.has(name)) {
      this.#break(start, start);
      this.#heading = false;
    }
  }

  text(data: string, start: number, end: number): void {
    const look = this.#looks.at(-1);
    if (this.#silentDepth > 0 || look === 'hidden') {
      return;
    }
    this.#run.add(data, start + this.#offset, end + this.#offset);
    const cell = this.#tables.at(-1)?.cell;
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

  end(length: number): HtmlItem[] {
    this.#flush();
    while (this.#tables.length > 0) {
      this.#closeTable(length);
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
    if (isBlank(run.text)) {
      this.#run = new Run();
      return;
    }
    const table = this.#tables.at(-1);
    const line = { text: run.text, start: run.start, end: run.end, map: run.map(), apart: true, heading: this.#heading };
    (table?.cell?.items ?? table?.items ?? this.#items).push(line);
    if (table) {
      table.holdsBlocks ||= this.#heading || run.text.length > longestCell;
    }
    this.#run = new Run();
  }

  #openRow(): void {
    const table = this.#tables.at(-1);
    if (table) {
      table.rows.push([]);
      table.column = 0;
      table.reach.forEach((rows, column) => (table.reach[column] = Math.max(0, rows - (table.rows.length > 1 ? 1 : 0))));
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
    if (table.rows.length === 0) {
      this.#openRow();
    }
    while ((table.reach[table.column] ?? 0) > 0) {
      table.column += 1;
    }
    const columns = spanOf(attributes['colspan']);
    const rows = spanOf(attributes['rowspan']);
    table.cell = { items: [], whole: new Run(), struck: new Run(), column: table.column, rows, columns, start: end + this.#offset };
    for (let at = 0; at < columns; at += 1) {
      table.reach[table.column + at] = rows;
    }
    table.column += columns;
  }

  #closeCell(start: number): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) {
      return;
    }
    this.#flush();
    const { cell } = table;
    const end = Math.max(cell.start, start + this.#offset);
    table.rows.at(-1)?.push(cellOf(cell, end));
    table.items.push(...cell.items);
    table.holdsBlocks ||= cell.whole.text.length > longestCell || cell.items.some((item) => 'kind' in item);
    table.cell = undefined;
  }

  #closeTable(end: number): void {
    this.#closeCell(end);
    const table = this.#tables.pop();
    if (!table) {
      return;
    }
    this.#flush();
    const parent = this.#tables.at(-1);
    const target = parent?.cell?.items ?? parent?.items ?? this.#items;
    if (table.holdsBlocks) {
      target.push(...table.items);
    } else {
      const rows: Row[] = withoutEmptyRows(table.rows).map(createRow);
      const span = { start: table.start + this.#offset, end: end + this.#offset };
      target.push({ kind: 'table', layout: 'html', keepsBlanks: true, rows, ...span });
    }
    if (parent) {
      parent.holdsBlocks = true;
    }
  }
}

/** Rows without a cell of their own are no rows; what reaches into them reaches over fewer rows then. */
function withoutEmptyRows(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const full = rows.map((row) => row.length > 0);
  if (!full.includes(false)) {
    return [...rows];
  }
  return rows.map((row, at) => row.map((cell) => (cell.merged
    ? { ...cell, merged: { ...cell.merged, rows: full.slice(at, at + cell.merged.rows).filter(Boolean).length } }
    : cell))).filter((row) => row.length > 0);
}

function cellOf(cell: OpenCell, end: number): Cell {
  const { column, rows, columns } = cell;
  const whole = isBlank(cell.whole.text) && !isBlank(cell.struck.text) ? cell.struck : cell.whole;
  const inner = trimmed(whole.text);
  const made = inner.start === inner.end
    ? createCell(whole.text, cell.start, end, column, () => cell.start)
    : createCell(whole.text, whole.start, whole.end, column, whole.map());
  return rows * columns === 1 ? made : { ...made, merged: { rows, columns } };
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span >= 1 && span <= 100 ? span : 1;
}

/** Where a web page is cut into chunks: before and behind each outermost table. */
export function cutsOfPage(html: string): number[] {
  const cuts: number[] = [];
  let depth = 0;
  let skipTo = '';
  for (const match of html.matchAll(/<!--|-->|<\/?(?:script|style|table)\b/giu)) {
    const mark = match[0].toLowerCase();
    if (skipTo) {
      skipTo = mark === skipTo ? '' : skipTo;
    } else if (mark === '<!--') {
      skipTo = '-->';
    } else if (mark === '<script' || mark === '<style') {
      skipTo = mark.replace('<', '</');
    } else if (mark === '<table') {
      depth += 1;
      if (depth === 1 && match.index > 0) {
        cuts.push(match.index);
      }
    } else if (mark === '</table') {
      depth = Math.max(0, depth - 1);
      const close = html.indexOf('>', match.index);
      if (depth === 0 && close >= 0 && close + 1 < html.length) {
        cuts.push(close + 1);
      }
    }
  }
  return cuts;
}
