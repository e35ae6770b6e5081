import type { RowDefinition } from '../../../server/src/forms/table.ts';
import { columnsOf } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';
import { pageNumber } from './document.ts';

/** A text and the character column at which it should start. */
export interface Placed {
  readonly at: number;
  readonly text: string;
}

/** Where things stand on the page; a page break moves them. */
export interface PageStyle {
  /** Columns that a Chinese character takes: 2 in most tools' output, 1 where they count characters. */
  readonly wide: 1 | 2;
  readonly margin: number;
  readonly labelWidth: number;
  readonly figureStart: number;
  readonly columnWidth: number;
  readonly emptyLines: number;
}

export function pageStyle(sheet: Sheet): PageStyle {
  const { random } = sheet;
  const wide = random.pick([1, 2] as const);
  const labelWidth = random.pick([12, 14, 18, 40]);
  return {
    wide,
    margin: random.pick([0, 0, 2, 6]),
    labelWidth,
    figureStart: 16 + Math.min(labelWidth, 20) * wide + random.integer(0, 6),
    columnWidth: random.integer(4, 10),
    emptyLines: random.pick([0, 0, 1, 2]),
  };
}

/** A line of the page with its texts at their columns, at least one space apart. */
export function place(items: readonly Placed[], { wide, margin }: PageStyle): string {
  return items.filter(({ text }) => text !== '').reduce((line, { at, text }) => {
    const room = margin + at - columnsOf(line, wide);
    return line + ' '.repeat(line === '' ? Math.max(room, 0) : Math.max(room, 1)) + text;
  }, '');
}

/** Figures side by side, each in its column, to the left or centred. */
export function placedFigures(sheet: Sheet, row: RowDefinition, style: PageStyle): Placed[] {
  return sheet.figuresOf(row, 'spaced').map((text, index) => ({
    at: style.figureStart + index * style.columnWidth + sheet.random.pick([0, 0, 1]),
    text,
  })).filter(({ text }) => text !== '');
}

export function flat(text: string): string {
  return text.replaceAll('\n', '');
}

/** The foot of a page; the form feed stands before the first text of the next. */
export function breakPage(sheet: Sheet): string[] {
  const number = sheet.random.chance(0.2) ? `${' '.repeat(30)}${sheet.random.integer(2, 19)}` : pageNumber(sheet);
  return [...sheet.random.pick([[''], ['', '', '']]), number, ...(sheet.random.chance(0.8) ? ['\f'] : [''])];
}
