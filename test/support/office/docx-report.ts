import type { Damage } from '../damage.ts';
import { gridOf, type Grid, type GridCell, type TableName } from '../grid.ts';
import { blocksOf } from '../layouts/document.ts';
import { unmarked } from '../marked-text.ts';
import { seeded, type Random } from '../random.ts';
import { createSheet, type Sheet } from '../sheet.ts';
import type { ReportSource } from '../source.ts';
import { toTraditional } from '../traditional.ts';
import { docxParts } from './package.ts';
import { numberingXml } from './numbering-xml.ts';

/** A report as a Word document. */
interface DocxReport {
  readonly parts: Record<string, string>;
  /** By figure id: the value; null where the cell is blank or holds no number. */
  readonly expected: ReadonlyMap<string, number | null>;
  /** Whether headings are numbered by Word. */
  readonly isNumbered: boolean;
}

/** How the document was written, by hand or by a program; decided by the seed of the damage. */
interface Wear {
  /** Runs end in the midst of words and numbers. */
  readonly splitRuns: boolean;
  /** What revision, spelling and old links leave between runs. */
  readonly remains: boolean;
  /** Insertions and deletions that nobody has accepted. */
  readonly tracked: boolean;
  readonly numbered: boolean;
  /** The table is laid on more lines than it needs, some of them hardly apart. */
  readonly fineGrid: boolean;
  /** Tables stand in a cell of a table that lays the page out. */
  readonly framed: boolean;
  readonly controls: boolean;
  readonly emptyParagraphs: boolean;
}

const noWear: Wear = {
  splitRuns: false, remains: false, tracked: false, numbered: false, fineGrid: false, framed: false, controls: false, emptyParagraphs: false,
};

function wearOf(random: Random): Wear {
  return {
    splitRuns: random.chance(0.5),
    remains: random.chance(0.4),
    tracked: random.chance(0.3),
    numbered: random.chance(0.4),
    fineGrid: random.chance(0.4),
    framed: random.chance(0.15),
    controls: random.chance(0.25),
    emptyParagraphs: random.chance(0.4),
  };
}

/** Lays a report out as Word and its kin write it. */
export function docxReport(report: ReportSource, damage: Damage, given?: Partial<Wear>): DocxReport {
  const sheet = createSheet(report, { ...damage, splitDigits: false });
  const random = seeded(damage.seed + 1);
  const wear = given === undefined ? wearOf(random) : { ...noWear, ...given };
  const writer = new Writer(sheet, wear, random);
  const body = blocksOf(sheet, () => '', true).map(({ kind, text, table }) =>
    (table === undefined ? writer.block(kind, text) : writer.table(table))).join('');
  const expected = new Map(sheet.figures.map((definition) => {
    const content = sheet.isBlank(definition) ? null : report.figures.get(definition.id) ?? null;
    return [definition.id, typeof content === 'number' ? content : null];
  }));
  const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  return { parts: docxParts(body + section, { numbering: numberingXml }), expected, isNumbered: wear.numbered };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

class Writer {
  readonly #sheet: Sheet;
  readonly #wear: Wear;
  readonly #random: Random;
  #changes = 0;

  constructor(sheet: Sheet, wear: Wear, random: Random) {
    this.#sheet = sheet;
    this.#wear = wear;
    this.#random = random;
  }

  block(kind: string, text: string): string {
    const section = /^[一二三四五六七八九十]+、/u.exec(text)?.[0];
    if (this.#wear.numbered && kind === 'heading' && section !== undefined) {
      return this.#paragraph(text.slice(section.length), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    }
    return this.#paragraph(text, '');
  }

  #paragraph(marked: string, properties: string): string {
    const empty = this.#wear.emptyParagraphs && this.#random.chance(0.2) ? '<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>' : '';
    return `<w:p w:rsidR="00A1"><w:pPr>${properties}<w:jc w:val="both"/></w:pPr>${this.#runs(marked)}</w:p>${empty}`;
  }

  /** The text in runs; what is struck out or hidden stands between them. */
  #runs(marked: string): string {
    const plain = unmarked(marked);
    const text = this.#sheet.damage.traditional ? toTraditional(plain) : plain;
    const pieces = this.#wear.splitRuns ? this.#pieces(text) : [text];
    return pieces.map((piece) => this.#run(piece)).join('');
  }

  #pieces(text: string): string[] {
    const pieces: string[] = [];
    for (let at = 0; at < text.length;) {
      const length = this.#random.pick([1, 2, 3, 8, 40]);
      pieces.push(text.slice(at, at + length));
      at += length;
    }
    return pieces;
  }

  #run(text: string): string {
    const { remains, tracked, controls } = this.#wear;
    const properties = this.#random.pick(['', '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>']);
    const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`).join('<w:br/>');
    const run = `<w:r w:rsidRPr="00B2">${properties}${lines}</w:r>`;
    const before = remains ? this.#random.pick(['', '', '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="_GoBack"/>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>', '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>']) : '';
    const wrapped = remains && this.#random.chance(0.1) ? `<w:smartTag w:uri="x" w:element="chsdate">${run}</w:smartTag>` : run;
    if (tracked && this.#random.chance(0.15)) {
      return `${before}${this.#struck()}<w:ins ${this.#author()}>${wrapped}</w:ins>`;
    }
    if (controls && this.#random.chance(0.15)) {
      return `${before}<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${wrapped}</w:sdtContent></w:sdt>`;
    }
    return before + wrapped;
  }

  #struck(): string {
    return `<w:del ${this.#author()}><w:r><w:delText>86</w:delText></w:r></w:del>`;
  }

  #author(): string {
    this.#changes += 1;
    return `w:id="${this.#changes}" w:author="某人" w:date="2025-01-08T09:00:00Z"`;
  }

  table(name: TableName): string {
    const grid = gridOf(this.#sheet, name, 'delimited');
    const columns = this.#columns(grid);
    const rows = Array.from({ length: grid.height }, (_, row) => this.#row(grid, columns, row));
    const lines = columns.flatMap(({ widths }) => widths);
    const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${
      lines.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
    return this.#wear.framed
      ? `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${table}<w:p/></w:tc></w:tr></w:tbl><w:p/>` : `${table}<w:p/>`;
  }

  /** The lines of the grid in each column of the table: one, or several of which the first is as wide as all others were dragged. */
  #columns(grid: Grid): { widths: number[] }[] {
    return Array.from({ length: grid.width }, (_, at) =>
      ({ widths: this.#wear.fineGrid && at > 0 && this.#random.chance(0.4) ? [this.#random.integer(4, 40), 900] : [900] }));
  }

  #row(grid: Grid, columns: readonly { widths: number[] }[], row: number): string {
    const lines = columns.map(({ widths }) => widths.length);
    /** Whether this row's cell begins on the second of two lines that are hardly apart. */
    const late = columns.map(({ widths }) => widths.length === 2 && this.#random.chance(0.5));
    const startOf = (column: number): number => lines.slice(0, column).reduce((sum, count) => sum + count, 0) + (late[column] === true ? 1 : 0);
    const end = lines.reduce((sum, count) => sum + count, 0);
    const covering = grid.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan).sort((one, other) => one.column - other.column);
    const cells = covering.map((cell) => {
      const next = cell.column + cell.columnSpan;
      const span = (next >= grid.width ? end : startOf(next)) - startOf(cell.column);
      return this.#cell(cell, row, span);
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  }

  #cell(cell: GridCell, row: number, span: number): string {
    const merge = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : this.#random.pick(['<w:vMerge/>', '<w:vMerge w:val="continue"/>']);
    const properties = `<w:tcPr><w:tcW w:w="900" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>`;
    if (cell.row !== row) {
      return `<w:tc>${properties}<w:p/></w:tc>`;
    }
    const { spaces } = this.#sheet.damage;
    const text = cell.role === 'figure' && spaces !== '' ? this.#random.pick([spaces + cell.text, cell.text + spaces, cell.text]) : cell.text;
    const lines = text.split('\n');
    const paragraphs = text === '' ? ['<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>']
      : this.#random.chance(0.5) ? lines.map((line) => `<w:p>${this.#runs(line)}</w:p>`) : [`<w:p>${this.#runs(text)}</w:p>`];
    const spare = this.#wear.emptyParagraphs && this.#random.chance(0.1) ? '<w:p/>' : '';
    return `<w:tc>${properties}${paragraphs.join('')}${spare}</w:tc>`;
  }
}
