import { memoised } from '../../memo.ts';
import { withoutMarks } from '../../../syntax/markup.ts';
import { looksLikeFigure } from '../../../syntax/number.ts';
import type { Cell, Node, Prose, Table } from '../../../syntax/tree.ts';
import type { TableLabels } from '../labels.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import { Notes } from '../../../syntax/notes.ts';

/** So many figures in lines that are no sentences are a table's, or what is left of one. */
const fewestFigures = 3;
const fewestRowFigures = 5;
const longestLine = 90;
const longestText = 50_000;

/** The first of nodes in which figures of a table stand as in its cells, though it is none of the tables read. */
export function figuresBeside(nodes: readonly Node[], isRead: (table: Table) => boolean, labels: readonly TableLabels[]): Node | undefined {
  let first: Node | undefined;
  let count = 0;
  let isBehindLabel = false;
  for (const node of nodes) {
    const figures = node.kind === 'heading' || (node.kind === 'table' && isRead(node)) ? 0 : node.kind === 'table' ? numeralsIn(node) : figuresIn(node, labels);
    first ??= figures > 0 ? node : undefined;
    count += figures > 0 && isBehindLabel ? fewestFigures : figures;
    if (count >= fewestFigures) {
      return first;
    }
    isBehindLabel = isEmpty(node) ? isBehindLabel : isLabel(node, labels);
  }
  return undefined;
}

/** Whether a node is what is left of cells without words. */
function isEmpty(node: Node): boolean {
  return node.kind === 'table' && node.rows.every(({ cells }) => cells.every(({ kind }) => kind === 'blank'));
}

/** Whether a node is the label of a row by itself, below which its figures may stand. */
function isLabel(node: Node, labels: readonly TableLabels[]): boolean {
  return node.kind === 'prose' && node.text.length <= longestLine && labels.some(({ rowNamed }) => rowNamed(normalise(node.text)) !== undefined);
}

const knownProse = new Notes<Prose, Map<readonly TableLabels[], number>>();

const numeralsIn = memoised(({ rows }: Table) => rows.reduce((sum, { cells }) => sum + cells.reduce((own, cell) => own + numeralsOf(cell), 0), 0));

/** How many numbers stand in a cell by themselves; any cell that a converter made of a whole table holds many. */
function numeralsOf({ kind, text }: Cell): number {
  if (kind === 'figure') {
    return /\d/u.test(text) ? 1 : 0;
  }
  return kind === 'text' && text.length <= longestText ? [...text.matchAll(/\s\d[\d.,]*(?=\s|$)/gu)].length : 0;
}

function figuresIn(prose: Prose, labels: readonly TableLabels[]): number {
  const known = knownProse.get(prose) ?? new Map<readonly TableLabels[], number>();
  knownProse.set(prose, known);
  let count = known.get(labels);
  if (count === undefined) {
    count = prose.text.length > longestText ? 0 : prose.text.split(/[\r\n]+/u).reduce((sum, line) => sum + figuresOfLine(line, labels), 0);
    known.set(labels, count);
  }
  return count;
}

/** How many figures of a table a line of text shows: it holds nothing but figures, or a label and figures behind it. */
function figuresOfLine(written: string, labels: readonly TableLabels[]): number {
  const line = withoutMarks(written).text.trim();
  if (line.length > longestLine || !/\d\D?\s*$/u.test(line)) {
    return 0;
  }
  if (/^\s*\d{7,}\s*$/u.test(line)) {
    return fewestFigures;
  }
  const tokens = line.split(/[\s|,，]+/u).filter((token) => token !== '');
  const from = tokens.findLastIndex((token) => !looksLikeFigure(token)) + 1;
  const count = tokens.length - from;
  if (from === 0 || count >= fewestRowFigures) {
    return count;
  }
  const words = normalise(tokens.slice(0, from).join(''));
  return count > 0 && labels.some(({ all }) => all.has(words)) ? fewestFigures : 0;
}
