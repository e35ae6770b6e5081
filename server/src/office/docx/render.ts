import { escapeMarkdown, lineBreak } from '../markdown.ts';
import { TextBuilder, type WrittenCell } from '../text-builder.ts';
import type { Block, Cell, Paragraph, Piece, Table } from './content.ts';
import { gridRows } from './grid.ts';
import { withMarks } from './marks.ts';

/** What a region of the text was read from. */
export interface Origin {
  readonly kind: 'paragraph' | 'cell';
  readonly paragraphs: readonly Paragraph[];
  /** What is shown, in order; `start` counts from the region's start. */
  readonly shown: readonly ShownPiece[];
  /** The cell, and those of its row. */
  readonly cell?: Cell;
  readonly row?: readonly Cell[];
}

export interface ShownPiece {
  readonly start: number;
  /** As it stands in the text, escaped. */
  readonly text: string;
  /** Absent for what stands between paragraphs. */
  readonly piece?: Piece;
}

/** The text of blocks with its places. */
export function renderBlocks(blocks: readonly Block[]): TextBuilder<Origin> {
  const renderer = new Renderer();
  renderer.blocks(blocks);
  return renderer.builder;
}

class Renderer {
  readonly builder = new TextBuilder<Origin>();
  #paragraphs = 0;
  #tables = 0;

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        this.#paragraph(block);
      } else if (isLayout(block)) {
        block.rows.forEach(({ cells }) => cells.forEach((cell) => this.blocks(cell.isContinued ? [] : cell.blocks)));
      } else {
        this.#table(block);
      }
    }
  }

  #paragraph(paragraph: Paragraph): void {
    const shown = showParagraphs([paragraph], false);
    const text = shown.map((piece) => piece.text).join('');
    if (text.trim() !== '') {
      this.#paragraphs += 1;
      this.builder.paragraph(text, { kind: 'paragraph', paragraph: this.#paragraphs }, { kind: 'paragraph', paragraphs: [paragraph], shown });
    }
  }

  #table(table: Table): void {
    this.#tables += 1;
    const number = this.#tables;
    this.builder.table(gridRows(table).map((cells, row) => {
      const inRow = cells.filter((cell) => cell !== undefined);
      return cells.map((cell, column): WrittenCell<Origin> | undefined => {
        if (cell === undefined || cell.isContinued) {
          return undefined;
        }
        const paragraphs = paragraphsOf(cell.blocks);
        const shown = showParagraphs(paragraphs, true);
        return {
          text: shown.map((piece) => piece.text).join(''),
          place: { kind: 'cell', table: number, row: row + 1, column: column + 1 },
          // The region begins with a space.
          origin: { kind: 'cell', paragraphs, shown: shown.map((piece) => ({ ...piece, start: piece.start + 1 })), cell, row: inRow },
        };
      });
    }));
  }
}

/** A table that only lays out what stands in it: other tables, or one cell a row. */
function isLayout({ rows }: Table): boolean {
  return rows.every(({ cells }) => cells.length <= 1)
    || rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')));
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.filter((block) => block.kind === 'paragraph');
}

/** Stands for a picture where nothing else does: the cell is not blank. */
const picture = '［图］';

function showParagraphs(paragraphs: readonly Paragraph[], inCell: boolean): ShownPiece[] {
  const all = paragraphs.flatMap(({ pieces }) => pieces);
  const shape = all.find(({ text, lock }) => text === '' && lock === 'not-text');
  if (inCell && shape !== undefined && all.every(({ text }) => text.trim() === '')) {
    return [{ start: 0, text: picture, piece: shape }];
  }
  const pieces: (Piece | undefined)[] = paragraphs.flatMap(({ pieces: own }, index): (Piece | undefined)[] => (index === 0 ? [...own] : [undefined, ...own]));
  const shown: ShownPiece[] = [];
  let start = 0;
  for (const piece of withMarks(inCell ? withoutOuterBreaks(pieces) : pieces)) {
    const isBreak = inCell && (piece === undefined || piece.text === '\n' || piece.text === '\t');
    const text = isBreak ? lineBreak : piece?.isMark ? piece.text : escapeMarkdown(piece?.text ?? '', start === 0);
    shown.push({ start, text, ...(piece === undefined ? {} : { piece }) });
    start += text.length;
  }
  return shown;
}

/** Breaks before and behind all text show nothing in a cell, and neither does one behind another. */
function withoutOuterBreaks(pieces: readonly (Piece | undefined)[]): (Piece | undefined)[] {
  const isBreak = (piece: Piece | undefined): boolean => piece === undefined || (piece.element === undefined && /^[\n\t]$/u.test(piece.text));
  const isText = (piece: Piece | undefined): boolean => !isBreak(piece) && piece?.text.trim() !== '';
  const first = pieces.findIndex(isText);
  const last = pieces.findLastIndex(isText);
  let wasBreak = false;
  return pieces.filter((piece, index) => {
    if (!isBreak(piece)) {
      wasBreak = false;
      return true;
    }
    const isKept = index > first && index < last && !wasBreak;
    wasBreak = true;
    return isKept;
  });
}
