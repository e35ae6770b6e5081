import { child, elements, type XmlElement } from '../xml.ts';
import type { Block, Cell, Paragraph, Row, Table } from './content.ts';
import { InlineReader, type Surroundings } from './read-inline.ts';
import type { Styles, TableDress } from './styles.ts';
import { partsOfTable, type CellPlace } from './table-parts.ts';
import { openWrapper, within, type Hold } from './wrappers.ts';

const tracked: Hold = { reason: 'tracked-change' };

/** No table has so many columns. */
const mostColumns = 1000;

/** Reads the blocks of a document in its order, with numbers and fields that go on from one to the next. */
export class ContentReader {
  readonly #inline: InlineReader;
  readonly #styles: Styles;

  constructor(surroundings: Surroundings) {
    this.#styles = surroundings.styles;
    this.#inline = new InlineReader(surroundings);
  }

  /** The marks of fields whose end was not found in what was read. */
  get lostFields(): ReadonlySet<XmlElement> {
    return this.#inline.lostFields;
  }

  blocks(container: XmlElement, hold?: Hold): Block[] {
    return joined(elements(container).flatMap((element): Block[] => {
      switch (element.name) {
        case 'w:p': return [this.#inline.paragraph(element, hold)];
        case 'w:tbl': return [this.#table(element, hold)];
        default: {
          const opened = openWrapper(element, hold);
          return opened === undefined ? [] : this.blocks(opened.container, opened.hold);
        }
      }
    }));
  }

  #table(element: XmlElement, hold: Hold | undefined): Table {
    const grid = child(element, 'w:tblGrid');
    const dress = this.#dressOf(element);
    const rows = within(element, 'w:tr', hold).filter(({ element: row }) => !isGone(row));
    return {
      kind: 'table',
      widths: grid === undefined ? [] : elements(grid).filter(({ name }) => name === 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
      rows: rows.map(({ element: row, hold: own }, at) => this.#row(row, own, (place) => dress?.({ ...place, row: at, rows: rows.length }))),
    };
  }

  /** What the style of a table says of each of its cells; undefined where it has none. */
  #dressOf(table: XmlElement): ((place: CellPlace) => TableDress) | undefined {
    const style = child(child(table, 'w:tblPr'), 'w:tblStyle')?.attributes['w:val'];
    if (style === undefined) {
      return undefined;
    }
    const sizes = this.#styles.bandSizes(style);
    const partsOf = sizes === undefined ? () => [] : partsOfTable(table, sizes);
    return (place) => ({ style, parts: partsOf(place) });
  }

  #row(element: XmlElement, hold: Hold | undefined, dressAt: (place: Omit<CellPlace, 'row' | 'rows'>) => TableDress | undefined): Row {
    const properties = child(element, 'w:trPr');
    const own = child(properties, 'w:ins') === undefined ? hold : tracked;
    const before = countOf(child(properties, 'w:gridBefore'), 0);
    const all = within(element, 'w:tc', own).filter(({ element: cell }) => child(child(cell, 'w:tcPr'), 'w:cellDel') === undefined);
    let column = before;
    const cells = all.map(({ element: cell, hold: inner }, at) => {
      const dress = dressAt({ cell: at, cells: all.length, column });
      const read = this.#inline.inCell(dress, () => this.#cell(cell, inner));
      column += read.span;
      return read;
    });
    return { before, cells: mergedAcross(cells) };
  }

  #cell(element: XmlElement, hold: Hold | undefined): Cell {
    const properties = child(element, 'w:tcPr');
    const own = child(properties, 'w:cellIns') === undefined ? hold : tracked;
    const merge = child(properties, 'w:vMerge');
    return {
      element,
      blocks: this.blocks(element, own),
      span: Math.max(1, countOf(child(properties, 'w:gridSpan'), 1)),
      isContinued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    };
  }
}

/** Whether a row is deleted or hidden. */
function isGone(row: XmlElement): boolean {
  const properties = child(row, 'w:trPr');
  return child(properties, 'w:del') !== undefined || child(properties, 'w:hidden') !== undefined;
}

function countOf(element: XmlElement | undefined, absent: number): number {
  const value = Number(element?.attributes['w:val'] ?? absent);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, mostColumns) : absent;
}

/** Cells that go on with the one before them, as old documents merge them. */
function mergedAcross(cells: readonly Cell[]): Cell[] {
  const merged: Cell[] = [];
  for (const cell of cells) {
    const merge = child(child(cell.element, 'w:tcPr'), 'w:hMerge');
    const last = merged.at(-1);
    if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && last !== undefined) {
      merged[merged.length - 1] = { ...last, span: last.span + cell.span };
    } else {
      merged.push(cell);
    }
  }
  return merged;
}

/** Paragraphs whose mark is deleted go on with the next one. */
function joined(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'paragraph' && last.isJoined) {
      result[result.length - 1] = { ...block, pieces: [...last.pieces, ...block.pieces], lock: 'tracked-change' } satisfies Paragraph;
    } else {
      result.push(block);
    }
  }
  return result;
}
