import { DocError } from './bytes.ts';
import type { DocParagraph } from './paragraphs.ts';

/** A cell with its left edge, in twentieths of a point. */
interface DocCell {
  readonly left: number;
  readonly text: string;
  /** Covered by the cell before or above, it shows nothing. */
  readonly isCovered: boolean;
}

export type DocBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly DocCell[])[] };

/** Edges so near to each other are one. */
const nearest = 60;

/** Paragraphs and tables in their order. @throws DocError where cells cannot be told exactly */
export function blocksOf(paragraphs: readonly DocParagraph[]): DocBlock[] {
  const blocks: DocBlock[] = [];
  let rows: DocCell[][] = [];
  let cells: string[] = [];
  let lines: string[] = [];
  const endTable = (): void => {
    if (cells.length > 0 || lines.length > 0) {
      throw new DocError('a row without an end');
    }
    blocks.push(...(rows.length > 0 ? [{ kind: 'table', rows } as const] : []));
    rows = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.depth > 1) {
      throw new DocError('a table in a table');
    }
    if (paragraph.kind === 'row-end') {
      rows.push(rowOf(cells, paragraph));
      cells = [];
    } else if (paragraph.kind === 'cell') {
      cells.push([...lines, paragraph.text].join('\n'));
      lines = [];
    } else if (paragraph.depth === 1) {
      lines.push(paragraph.text);
    } else {
      endTable();
      blocks.push({ kind: 'paragraph', text: paragraph.text });
    }
  }
  endTable();
  return blocks;
}

const cellLength = 20;
const flags = { merged: 0x0003, mergedDown: 0x0020, restarts: 0x0040 };

/** The cells of a row by what its end says of them (MS-DOC 2.9.321, 2.9.329). */
function rowOf(texts: readonly string[], { definition, text }: DocParagraph): DocCell[] {
  const count = definition?.u8(0);
  if (definition === undefined || count !== texts.length || text !== '') {
    throw new DocError('a row whose cells are not those that its end names');
  }
  const described = 1 + 2 * (count + 1);
  return texts.map((own, index): DocCell => {
    const at = described + cellLength * index;
    const bits = at + 2 <= definition.length ? definition.u16(at) : 0;
    // Which of the two bits says that a cell is covered, programs do not agree on; one that is has no text.
    const isCovered = ((bits & flags.merged) !== 0 && own.trim() === '') || ((bits & flags.mergedDown) !== 0 && (bits & flags.restarts) === 0);
    return { left: definition.i16(1 + 2 * index), text: own, isCovered };
  });
}

/** The rows on the edges at which cells begin. @throws DocError where two cells claim one place */
export function gridOf(rows: readonly (readonly DocCell[])[]): (DocCell | undefined)[][] {
  const edges: number[] = [];
  for (const left of rows.flatMap((row) => row.map((cell) => cell.left)).sort((one, other) => one - other)) {
    if (edges.length === 0 || left - (edges.at(-1) as number) > nearest) {
      edges.push(left);
    }
  }
  return rows.map((row) => {
    const slots = Array<DocCell | undefined>(edges.length).fill(undefined);
    for (const cell of row) {
      const column = edges.findLastIndex((edge) => edge <= cell.left);
      if (slots[column] !== undefined) {
        throw new DocError('two cells at one place');
      }
      slots[column] = cell;
    }
    return slots.map((cell) => (cell?.isCovered === true ? undefined : cell));
  });
}
