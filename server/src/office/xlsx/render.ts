import { escapeMarkdown, lineBreak, linesOf } from '../markdown.ts';
import type { Place } from '../office-text.ts';
import { TextBuilder, type WrittenCell } from '../text-builder.ts';
import { blocksOf } from './blocks.ts';
import type { Cell, Row, Sheet } from './content.ts';
import { writeReference } from './reference.ts';

/** What a stretch of the text was read from. */
export interface Origin {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly column: number;
  /** Absent where the sheet holds no cell there. */
  readonly cell?: Cell;
  readonly isInTable: boolean;
}

/** The sheets below each other, with their places. @throws ZipError */
export function renderSheets(sheets: readonly Sheet[]): TextBuilder<Origin> {
  const builder = new TextBuilder<Origin>();
  for (const sheet of sheets) {
    for (const block of blocksOf(sheet)) {
      if (block.kind === 'line') {
        const { row, cell } = block;
        builder.paragraph(lineText(cell.text), placeOf(sheet, row, cell.column), { sheet, row, column: cell.column, cell, isInTable: false });
      } else {
        builder.table(block.rows.map(({ row, slots }) => slots.map((slot): WrittenCell<Origin> | undefined => (slot === undefined ? undefined : {
          text: cellText(slot.cell?.text ?? ''),
          place: placeOf(sheet, row, slot.column),
          origin: { sheet, row, ...slot, isInTable: true },
        }))));
      }
    }
  }
  return builder;
}

function placeOf(sheet: Sheet, row: Row, column: number): Place {
  return { kind: 'sheet', sheet: sheet.name, cell: writeReference({ row: row.row, column }) };
}

function lineText(text: string): string {
  return escapeMarkdown(text.replace(/\r\n?/gu, '\n').trim());
}

function cellText(text: string): string {
  return linesOf(text).map((line) => escapeMarkdown(line)).join(lineBreak);
}
