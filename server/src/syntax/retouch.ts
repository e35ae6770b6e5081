import type { Cell, Chunk, Heading, Node, Prose, Row, Table } from './tree.ts';
import { Notes } from './notes.ts';

/** What typing in a figure made of a table: another one that differs in the digits of one cell, and in places behind it. */
export interface Retouch {
  readonly before: Table;
  /** Index of the row among the table's. */
  readonly row: number;
  /** Index of the cell in the row. */
  readonly cell: number;
  /** Takes a place of the chunk as it was to where it is now. */
  readonly move: Move;
}

/** The offset of a start, and of an end, after the change. */
interface Move {
  start(offset: number): number;
  end(offset: number): number;
}

/** A change within one chunk, as offsets in it. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

const plainFigure = /^[ \u3000\u00a0]*(?:0|[1-9]\d{0,14})[ \u3000\u00a0]*$/u;
const longestCell = 60;
const longestLine = 280;

const retouches = new Notes<Table, Retouch>();
/** Chunks that came of a retouch, whose nodes are plain as they were before. */
const retouched = new Notes<Chunk, true>();
const origins = new Notes<Prose, Prose>();

/** Whether a cell holds a number in plain digits, of which all that is read is its value: zeros before it are told of. */
export function isPlainFigure(text: string): boolean {
  return text.length <= longestCell && plainFigure.test(text);
}

/** How a table came from another one by typing in a figure; undefined where it was read from its text. */
export function retouchOf(table: Table): Retouch | undefined {
  return retouches.get(table);
}

/** The paragraph that was read from the text: this one, or one of the same words at another place. */
export function originOf(prose: Prose): Prose {
  return origins.get(prose) ?? prose;
}

/**
 * The chunk after a change of nothing but digits in one figure of a table that is written with delimiters: no line of it
 * reads as anything else then. Undefined where that is not so, and the text has to be read.
 */
export function retouch(chunk: Chunk, change: Change): Chunk | undefined {
  const before = chunk.nodes.find((node) => node.start <= change.start && change.end <= node.end);
  if (before?.kind !== 'table' || !before.layout.toldByMarks || !(retouched.has(chunk) || chunk.nodes.every(isPlain))) {
    return undefined;
  }
  const row = before.rows.findIndex((one) => one.start <= change.start && change.end <= one.end);
  const cell = before.rows[row]?.cells.findIndex((one) => one.start <= change.start && change.end <= one.end) ?? -1;
  const old = before.rows[row]?.cells[cell];
  const text = `${chunk.text.slice(0, change.start)}${change.inserted}${chunk.text.slice(change.end)}`;
  const move = moveBy(change);
  if (!old || !staysFigure(chunk.text, old, text.slice(old.start, move.end(old.end))) || lineLength(text, change.start) > longestLine) {
    return undefined;
  }
  const nodes: Node[] = [];
  const { line, column, offset, after } = chunk;
  const lineStarts = chunk.lineStarts.map(move.start);
  const made: Chunk = { text, offset, line, column, lineStarts, nodes, before: chunk.before, after };
  for (const node of chunk.nodes) {
    nodes.push(node.kind === 'table' ? movedTable(node, made, move, node === before ? { row, cell } : undefined) : movedWords(node, made, move));
  }
  retouched.set(made, true);
  retouches.delete(before);
  retouches.set(nodes[chunk.nodes.indexOf(before)] as Table, { before, row, cell, move });
  return made;
}

function moveBy({ start, end, inserted }: Change): Move {
  const delta = inserted.length - (end - start);
  return {
    start: (offset) => (offset > start ? offset + delta : offset),
    end: (offset) => (offset >= end ? offset + delta : offset),
  };
}

/** Whether all offsets of a node can be told without reading it. */
function isPlain(node: Node): boolean {
  return node.kind === 'table'
    ? !node.layout.isMarkup && node.rows.every(({ cells }) => cells.every(({ map }) => map === undefined))
    : node.map === undefined;
}

function staysFigure(text: string, old: Cell, now: string): boolean {
  return old.kind === 'figure' && old.text === text.slice(old.start, old.end) && isPlainFigure(old.text) && isPlainFigure(now);
}

/** The length of the line that holds an offset, as far as it matters. */
function lineLength(text: string, at: number): number {
  let start = at;
  let end = at;
  while (start > 0 && at - start <= longestLine && !isLineEnd(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  while (end < text.length && end - at <= longestLine && !isLineEnd(text.charCodeAt(end))) {
    end += 1;
  }
  return end - start;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function movedWords(node: Heading | Prose, chunk: Chunk, move: Move): Heading | Prose {
  const moved = { ...node, chunk, start: move.start(node.start), end: move.end(node.end) };
  if (node.kind === 'prose') {
    origins.set(moved as Prose, originOf(node));
  }
  return moved;
}

/** Rows before the touched one stay as they are; so do all where nothing moved but that one. */
function movedTable(table: Table, chunk: Chunk, move: Move, touched: { readonly row: number; readonly cell: number } | undefined): Table {
  const rows = table.rows.map((row, at) => {
    const own = touched?.row === at ? touched.cell : undefined;
    const stays = own === undefined && move.start(row.start) === row.start && move.end(row.end) === row.end;
    return stays ? row : movedRow(row, move, own, chunk.text);
  });
  return { ...table, chunk, rows, start: move.start(table.start), end: move.end(table.end) };
}

function movedRow({ cells, start, end }: Row, move: Move, touched: number | undefined, text: string): Row {
  const moved = cells.map((cell, at): Cell => {
    const from = move.start(cell.start);
    const to = move.end(cell.end);
    return { kind: cell.kind, text: at === touched ? text.slice(from, to) : cell.text, start: from, end: to, column: cell.column };
  });
  return { cells: moved, start: move.start(start), end: move.end(end) };
}
