import { escapeMarkdown, lineBreak, linesOf } from '../markdown.ts';
import { refusedAll, type OfficeReading } from '../office-text.ts';
import { placesIn, TextBuilder } from '../text-builder.ts';
import { DocError } from './bytes.ts';
import { CompoundFile } from './compound-file.ts';
import { readParagraphs } from './paragraphs.ts';
import { readText } from './pieces.ts';
import { characterProperties, paragraphProperties } from './properties.ts';
import { blocksOf, gridOf, type DocBlock } from './rows.ts';

const largest = 64 << 20;
const wordMark = 0xa5ec;
/** The first version of the format that is read, that of Word 97. */
const word97 = 0x00c1;
const flags = { encrypted: 0x0100, secondTable: 0x0200 };

/**
 * Reads a document of Word 97 to 2003 or of WPS. Where its cells cannot be told exactly (tables in tables, rows whose marks do not
 * agree with their description, older versions) it is said to be one of the old format.
 */
export function readDoc(bytes: Uint8Array): OfficeReading {
  if (bytes.length > largest) {
    return { unread: 'too-large' };
  }
  try {
    const file = new CompoundFile(bytes);
    const document = file.read('WordDocument');
    const marks = document.u16(0x0a);
    if ((marks & flags.encrypted) !== 0) {
      return { unread: 'encrypted' };
    }
    if (document.u16(0) !== wordMark || document.u16(2) < word97) {
      return { unread: 'old-word' };
    }
    const table = file.read((marks & flags.secondTable) !== 0 ? '1Table' : '0Table');
    const data = file.has('Data') ? file.read('Data') : undefined;
    const paragraphs = readParagraphs(readText(document, table), paragraphProperties(document, table, data), characterProperties(document, table));
    return textOf(blocksOf(paragraphs));
  } catch (error) {
    if (error instanceof DocError) {
      return { unread: 'old-word' };
    }
    throw error;
  }
}

function textOf(blocks: readonly DocBlock[]): OfficeReading {
  const builder = new TextBuilder<undefined>();
  const count = { paragraph: 0, table: 0 };
  for (const block of blocks) {
    if (block.kind === 'table') {
      count.table += 1;
      const table = count.table;
      builder.table(gridOf(block.rows).map((cells, row) => cells.map((cell, column) => (cell === undefined ? undefined : {
        text: linesOf(cell.text).map((line) => escapeMarkdown(line)).join(lineBreak),
        place: { kind: 'cell', table, row: row + 1, column: column + 1 } as const,
        origin: undefined,
      }))));
    } else if (block.text.trim() !== '') {
      count.paragraph += 1;
      builder.paragraph(escapeMarkdown(block.text), { kind: 'paragraph', paragraph: count.paragraph }, undefined);
    }
  }
  const { text, regions } = builder;
  return text === '' ? { unread: 'empty' } : {
    source: 'doc',
    text,
    readOnly: 'old-format',
    ...placesIn(regions),
    apply: (edits) => refusedAll(edits, 'old-format'),
  };
}
