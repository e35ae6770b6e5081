import { normalise } from '../../../forms/vocabulary.ts';
import { remembered } from '../../../syntax/text.ts';
import type { Cell, Table } from '../../../syntax/tree.ts';
import { commonStart } from '../../../texts/common-ends.ts';
import { memoised } from '../../memo.ts';
import type { Candidate } from './candidate.ts';
import type { TableLabels } from '../labels.ts';
import { setRight } from './loose-rows.ts';
import { isRemark } from './remarks.ts';
import { behindFigure, splitRow, type Piece } from './split-row.ts';

/** The rows of a table's parts as candidates, in order. */
export function candidatesOf(parts: readonly Table[], labels: TableLabels): Candidate[] {
  return parts.flatMap((part) => {
    const rows = part.rows.flatMap((row) => splitRow(row, labels));
    const read = rows.map((row) => candidateOf(part, row, labels));
    const candidates = part.layout.keepsBlanks
      ? withoutReversed(read).map((candidate, at) => withOtherPart(candidate, read[at - 1], read.slice(at + 1, at + 1 + mostLines), labels))
      : setRight(read, labels);
    return part.layout.labelsWrap || part.drawn ? candidates.map((candidate, at) => withContext(candidates, candidate, at, labels)) : candidates;
  });
}

/** Where the labels of rows stand before their figures, the cells before a label are none of its row. */
function withoutReversed(candidates: readonly Candidate[]): readonly Candidate[] {
  const behindLabel = ({ named, label, figures: [first] }: Candidate): number =>
    (named !== undefined && label !== undefined && first !== undefined ? first.column - label.column : 0);
  const isReversed = (candidate: Candidate): boolean => behindLabel(candidate) < 0;
  const isForward = (candidate: Candidate): boolean => behindLabel(candidate) > 0;
  return candidates.some(isReversed) && candidates.some(isForward)
    ? candidates.map((one) => (isReversed(one) ? { ...one, figures: [], hasFigures: false } : one))
    : candidates;
}

/** So many lines of a label may stand below the one with the figures. */
const mostLines = 3;

/** A row of figures with part of a label, as the row of which the line above or the lines below have the rest, in one cell or in several, and no figures. */
function withOtherPart(candidate: Candidate, above: Candidate | undefined, below: readonly Candidate[], labels: TableLabels): Candidate {
  if (candidate.named || candidate.isGroup || !candidate.hasFigures || !candidate.label) {
    return candidate;
  }
  const own = normalise(candidate.label.text);
  const isPart = ({ label, named, hasFigures }: Candidate): boolean => label !== undefined && !named && !hasFigures;
  const wholes = above && isPart(above) ? [normalise((above.label as Cell).text) + own] : [];
  let joined = own;
  for (const one of below) {
    if (!isPart(one)) {
      break;
    }
    wholes.push(joined + normalise((one.label as Cell).text), joined + one.own.join(''));
    joined += one.own.join('');
  }
  const match = wholes.map((whole) => labels.rowNamed(whole)).find((one) => one !== undefined);
  return match ? { ...candidate, named: match.row, altered: match.altered } : candidate;
}

/** So many characters show which label they are of. */
const leastPiece = 4;

/** Whether words are the beginning of one row's label and the end of another's. */
function joinsTwo(word: string, { byLength }: TableLabels): boolean {
  return byLength.some(({ row, label }) => {
    const length = commonStart(word, label);
    const rest = word.slice(length);
    return length >= leastPiece && rest.length >= leastPiece && !label.includes(rest)
      && byLength.some((other) => other.row !== row && other.label.endsWith(rest))
      && !byLength.some((other) => other.row === row && other.label.includes(rest));
  });
}

/** What is left of a drawn frame in a cell. */
const rule = /^[-+=|\s]+$/u;

function candidateOf(part: Table, { row, offset, isCutOff }: Piece, labels: TableLabels): Candidate {
  const slipped = offset > 0 && row.cells[0]?.kind === 'text' ? behindFigure(normalise(row.cells[0].text), labels) : undefined;
  const at = labelIndex(row.cells, labels);
  const label = at < 0 ? undefined : row.cells[at];
  const figures = figuresOf(figuresBeside(row.cells, at), part, labels);
  const match = label && (labels.rowNamed(byWords(labels).suffixOrAll(normalise(label.text)))
    ?? (at === 0 && slipped !== undefined ? labels.rowNamed(slipped) : undefined));
  const pieceCells = row.cells.filter((cell) => cell.kind === 'text' && normalise(cell.text) !== '' && !rule.test(cell.text));
  const own = pieceCells.map((cell) => normalise(cell.text));
  return {
    part,
    row,
    label,
    figures,
    named: match?.row,
    altered: match?.altered ?? false,
    isGroup: !match && label !== undefined && labels.groupNamed(normalise(label.text)) !== undefined,
    pieces: own,
    pieceCells,
    own,
    hasFigures: figures.some((cell) => cell.kind === 'figure'),
    offset,
    isCutOff,
    isDouble: label !== undefined && (namesTwo(part.layout.keepsBlanks ? row.cells.slice(0, at + 1) : [label], labels)
      || (part.layout.keepsBlanks && !match && byWords(labels).joinsTwo(normalise(label.text)))),
  };
}

/** Whether cells before figures name two rows of the form, in one cell or one behind the other; of the second perhaps only the group. */
function namesTwo(cells: readonly Cell[], labels: TableLabels): boolean {
  const words = cells.filter(({ kind }) => kind === 'text').map(({ text }) => normalise(text));
  const [first, ...others] = words.flatMap((word) => labels.rowNamed(word)?.row ?? []);
  return others.some((row) => row !== first) || words.some(byWords(labels).holdsTwo);
}

/** What words say by the labels of a table, of which the same come in every report. */
const byWords = memoised((labels: TableLabels) => ({
  holdsTwo: remembered((word) => holdsTwo(word, labels)),
  joinsTwo: remembered((word) => joinsTwo(word, labels)),
  suffixOrAll: remembered((word) => suffixOrAll(word, labels)),
}));

/** Whether behind the label of a row another one stands in the same words, or that of a group. */
function holdsTwo(word: string, labels: TableLabels): boolean {
  return labels.byLength.some(({ row, label }) => {
    const at = word.indexOf(label);
    const behind = at < 0 ? '' : word.slice(at + label.length);
    const rest = behindFigure(behind, labels);
    return (labels.rowNamed(rest)?.row ?? row) !== row || rest !== behind || labels.groupNamed(rest) !== undefined;
  });
}

/** The cells behind the label; those before it where it stands last. */
export function figuresBeside(cells: readonly Cell[], label: number): readonly Cell[] {
  const before = cells.slice(0, Math.max(0, label));
  const isLast = label === cells.length - 1 && before.some((cell) => cell.kind === 'figure') && before.every((cell) => cell.kind !== 'text');
  return isLast ? before : cells.slice(label + 1);
}

/** Where blanks are lost, figures with words between them, or behind the head of a column, are no row's for certain. */
function figuresOf(cells: readonly Cell[], part: Table, labels: TableLabels): readonly Cell[] {
  const figures = cells.filter((cell) => mayBeFigure(cell, part, labels));
  const [first] = figures;
  if (part.layout.keepsBlanks || !first) {
    return figures;
  }
  const from = cells.indexOf(first);
  const areTogether = cells.lastIndexOf(figures.at(-1) as Cell) - from === figures.length - 1;
  return areTogether && !cells.slice(0, from).some((cell) => isHead(cell, labels)) ? figures : [];
}

/** Whether a cell names columns or a block of the table, and no row. */
export function isHead({ kind, text }: Cell, labels: TableLabels): boolean {
  const normal = kind === 'text' ? normalise(text) : '';
  return labels.all.has(normal) && !labels.rowNamed(normal) && !labels.groupNamed(normal);
}

/** Where blanks or row ends are lost, words behind a label are the next row's; elsewhere they stand in the place of a figure. */
function mayBeFigure(cell: Cell, part: Table, labels: TableLabels): boolean {
  if (!part.layout.keepsBlanks) {
    return cell.kind === 'figure';
  }
  return !isRemark(cell, part) && (!part.broken || cell.kind !== 'text' || !labels.all.has(normalise(cell.text)));
}

/** The rightmost cell that names a row of the form; else the last words before the first figure. */
function labelIndex(cells: readonly Cell[], labels: TableLabels): number {
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const cell = cells[at] as Cell;
    if (cell.kind === 'text' && labels.rowNamed(byWords(labels).suffixOrAll(normalise(cell.text))) && !isColumnHeader(cells, at, labels)) {
      return at;
    }
  }
  let label = -1;
  for (let at = 0; at < cells.length && cells[at]?.kind !== 'figure'; at += 1) {
    if (cells[at]?.kind === 'text') {
      label = at;
    }
  }
  return label;
}

/** A label that names a row and a column alike is a column's among other columns. */
function isColumnHeader(cells: readonly Cell[], at: number, labels: TableLabels): boolean {
  const isColumn = (cell: Cell | undefined): boolean => cell?.kind === 'text' && labels.columnNamed(normalise(cell.text)) !== undefined;
  return isColumn(cells[at]) && (isColumn(cells[at - 1]) || isColumn(cells[at + 1]));
}

/** The label of a row behind the words of the group that it stands in: `（三）不予公开1.属于国家秘密`. */
function suffixOrAll(normal: string, labels: TableLabels): string {
  if (labels.rowNamed(normal) || normal.length < 8 || normal.length > 120) {
    return normal;
  }
  for (let at = 1; at <= normal.length - 4; at += 1) {
    if (labels.groupPieces.some((piece) => piece.includes(normal.slice(0, at))) && labels.rowNamed(normal.slice(at))) {
      return normal.slice(at);
    }
  }
  return normal;
}

/** Words of two columns may stand one space apart, so each is a piece. */
function wordsOf(cell: Cell): { piece: string; cell: Cell }[] {
  return cell.text.split(/\s+/u).filter((word) => normalise(word) !== '').map((word) => ({ piece: normalise(word), cell }));
}

const mostPieces = 6;
const leastBeginning = 3;

/** Whether a line begins with the beginning of a row's label, so that no words above go on in it. */
function beginsLabel({ own: [first = ''] }: Candidate, { byLength }: TableLabels): boolean {
  return first.length >= leastBeginning && byLength.some(({ label }) => label.startsWith(first));
}

/** Words on lines of their own, before and behind a row of figures, may belong to its label; a whole label is its own row's. */
function withContext(candidates: readonly Candidate[], candidate: Candidate, at: number, labels: TableLabels): Candidate {
  if (candidate.named && candidate.hasFigures) {
    return candidate;
  }
  const around: Candidate[] = [candidate];
  for (let other = at - 1, found = 0; other >= Math.max(0, at - mostPieces) && found < mostPieces; other -= 1) {
    const above = candidates[other] as Candidate;
    if (above.hasFigures) {
      break;
    }
    around.unshift(above);
    found += above.own.length;
    if (above.named) {
      break;
    }
  }
  for (let other = at + 1, found = 0; other < Math.min(candidates.length, at + mostPieces) && found < mostPieces; other += 1) {
    const below = candidates[other] as Candidate;
    if (below.hasFigures || below.named || (candidate.own.length > 0 && beginsLabel(below, labels))) {
      break;
    }
    around.push(below);
    found += below.own.length;
  }
  const isFree = (one: Candidate): boolean => one === candidate || candidate.own.length === 0 || !(one.named || one.isGroup);
  const words = around.filter(isFree).flatMap((one) => one.row.cells.filter((cell) => cell.kind === 'text').flatMap(wordsOf));
  const above = candidates[at - 1];
  const isBelow = candidate.own.length === 0 && above?.hasFigures === false
    && !(candidate.part.layout.keepsBlanks && above.row.cells.some((cell) => isHead(cell, labels)));
  return {
    ...candidate,
    pieces: words.map((word) => word.piece),
    pieceCells: words.map((word) => word.cell),
    below: isBelow ? above.named : undefined,
  };
}
