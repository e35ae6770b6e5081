import type { RowDefinition } from '../../../forms/table.ts';
import { numeral } from '../../../syntax/numerals.ts';
import { holdsNumerals } from '../../../syntax/text.ts';
import { similarity } from '../../../syntax/vocabulary.ts';
import type { Cell } from '../../../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { withoutNote, type TableLabels } from '../labels.ts';
import { greatest } from '../../../syntax/lists.ts';
import { commonStart } from '../../../texts/common-ends.ts';

/** Which candidate is which row of the form. */
interface Alignment {
  /** By row of the form. */
  readonly byRow: readonly (Candidate | undefined)[];
  /** Candidates with figures that are no row of the form, or are one that was there already. */
  readonly duplicates: readonly Candidate[];
  readonly unknown: readonly Candidate[];
}

const leastLikeness = 0.5;
const mostCandidates = 600;
const leastDoubt = 0.9;
const likenessWithoutNumber = 0.95;
/** So many characters at the beginning of a label are more than its first word. */
const leastShort = 4;

/** Finds the rows of a form among candidates: labels first, then order and likeness together. */
export function align(candidates: readonly Candidate[], labels: TableLabels): Alignment {
  const { rows } = labels.table;
  const byRow = alignNamed(candidates, rows.length) ?? alignAlike(candidates, labels);
  const used = new Set(byRow);
  const duplicates: Candidate[] = [];
  const unknown: Candidate[] = [];
  const words = new Set(byRow.flatMap((one) => (one?.hasFigures ? one.own.join('') : [])));
  for (const candidate of candidates) {
    if (used.has(candidate)) {
      continue;
    }
    const { named, below, own, hasFigures } = candidate;
    if (named && byRow[named.index] === undefined) {
      byRow[named.index] = candidate;
      continue;
    }
    const row = named ?? (hasFigures ? below ?? rowSpelled(candidate, labels) : undefined);
    const isFilled = row !== undefined && byRow[row.index]?.hasFigures === true;
    if (row && !named && !isFilled && (below ?? own.length > 0)) {
      byRow[row.index] = candidate;
    } else if ((row && (named ?? below ?? (isFilled && isComplete(byRow[row.index], row))) && candidate.figures.length > 0) || (hasFigures && own.length > 0 && words.has(own.join('')))) {
      duplicates.push(candidate);
    } else if (candidate.hasFigures && !candidate.isGroup && candidate.label && (candidate.part.layout.keepsBlanks || holdsNumber(candidate))) {
      unknown.push(candidate);
    }
  }
  return { byRow, duplicates, unknown };
}

/** Where blanks are lost, a word for none behind other words is a piece of a label, as of one that is written downwards: 无 of 无法提供. */
function holdsNumber({ figures }: Candidate): boolean {
  return figures.some(({ text }) => holdsNumerals(text));
}

function isComplete(candidate: Candidate | undefined, { figures }: RowDefinition): boolean {
  return candidate !== undefined && candidate.figures.length >= figures.length;
}

/** The row whose label the pieces of a candidate with all its figures make up, one of them its own where it has words. */
function rowSpelled(candidate: Candidate, { byLength }: TableLabels): RowDefinition | undefined {
  return byLength.find(({ row, label }) => {
    const { length, first, last } = assemble(label, candidate.pieces);
    return length === label.length && candidate.figures.length >= row.figures.length && isOwn(candidate, first, last + 1);
  })?.row;
}

/** The common case: every row with figures bears a label of the form, each once and in order. */
function alignNamed(candidates: readonly Candidate[], count: number): (Candidate | undefined)[] | undefined {
  const byRow = new Array<Candidate | undefined>(count).fill(undefined);
  let last = -1;
  let found = 0;
  for (const candidate of candidates) {
    if (candidate.named && candidate.figures.length > 0) {
      if (candidate.named.index <= last) {
        return undefined;
      }
      last = candidate.named.index;
      byRow[last] = candidate;
      found += 1;
    } else if (candidate.hasFigures && !candidate.isGroup) {
      return undefined;
    }
  }
  return found === count ? byRow : undefined;
}

/** The assignment in order with the greatest sum of likeness. */
function alignAlike(candidates: readonly Candidate[], labels: TableLabels): (Candidate | undefined)[] {
  const rows = labels.table.rows;
  const byRow = new Array<Candidate | undefined>(rows.length).fill(undefined);
  if (candidates.length > mostCandidates) {
    candidates.forEach((candidate) => candidate.named && (byRow[candidate.named.index] ??= candidate));
    return byRow;
  }
  const width = rows.length + 1;
  const best = new Float64Array((candidates.length + 1) * width);
  const taken = new Uint8Array((candidates.length + 1) * width);
  for (let one = 1; one <= candidates.length; one += 1) {
    const candidate = candidates[one - 1] as Candidate;
    for (let at = 1; at <= rows.length; at += 1) {
      const cell = one * width + at;
      const skip = Math.max(best[cell - width] as number, best[cell - 1] as number);
      const like = likeness(candidate, rows[at - 1] as RowDefinition, labels);
      const take = like > 0 ? (best[cell - width - 1] as number) + like : 0;
      best[cell] = Math.max(skip, take);
      taken[cell] = take > skip ? 1 : 0;
    }
  }
  for (let one = candidates.length, at = rows.length; one > 0 && at > 0;) {
    const cell = one * width + at;
    if (taken[cell]) {
      byRow[at - 1] = candidates[one - 1];
      one -= 1;
      at -= 1;
    } else if ((best[cell - width] as number) >= (best[cell - 1] as number)) {
      one -= 1;
    } else {
      at -= 1;
    }
  }
  return byRow;
}

/** How well a candidate fits a row: 0 for not at all; rows with figures come before lines that only bear the words. */
function likeness(candidate: Candidate, row: RowDefinition, labels: TableLabels): number {
  const isBlankRow = candidate.figures.length > 0 && candidate.part.drawn !== true;
  const weight = candidate.hasFigures ? 2 : isBlankRow ? 1.5 : 1;
  if (candidate.named) {
    return candidate.named === row ? weight : 0;
  }
  if (!candidate.hasFigures && (candidate.isGroup || mayBeHeads(candidate, row, labels) || isPiece(candidate, row, labels))) {
    return 0;
  }
  if (candidate.below === row) {
    return weight;
  }
  const like = isShortened(candidate, row, labels) ? likenessWithoutNumber
    : greatest((labels.spellings[row.index] ?? []).map((label) => coverage(label, candidate, labels)));
  return like >= leastLikeness ? like * 0.98 * weight : 0;
}

/** Whether a row is called in short, in a way that no other row is. */
function isShortened({ part, hasFigures, own }: Candidate, row: RowDefinition, labels: TableLabels): boolean {
  const isShort = (piece: string): boolean => (labels.spellings[row.index] ?? []).some((label) => isShortOf(piece, label, row, labels))
    && !labels.byLength.some((other) => other.row !== row && isShortOf(piece, other.label, other.row, labels));
  return part.layout.keepsBlanks && hasFigures && own.some(isShort);
}

/** Whether a piece is the brief name of a row or the first words of its label, with or without some of those behind (本年新收申请), or another word for it (合计). */
function isShortOf(piece: string, label: string, { brief }: RowDefinition, { columnNamed }: TableLabels): boolean {
  const words = withoutNumber(label);
  const column = columnNamed(words);
  const begun = commonStart(piece, words);
  const goesOn = (from: number): boolean => piece.length === from || (piece.length > from + 1 && words.includes(piece.slice(from)));
  return (column !== undefined && columnNamed(piece) === column)
    || (begun >= leastShort && goesOn(begun)) || (brief !== undefined && piece.startsWith(brief) && goesOn(brief.length));
}

/** Whether the words of a candidate without figures are heads: the last of a table that was cut may be like a row's label. */
function mayBeHeads({ own, figures }: Candidate, row: RowDefinition, labels: TableLabels): boolean {
  return own.filter((piece) => labels.columnNamed(piece) !== undefined).length > 1
    || (figures.length === 0 && (labels.spellings[row.index] ?? []).some((label) => labels.columnNamed(withoutNumber(label)) !== undefined));
}

/** Whether a line without figures, where line ends stand between cells, is a piece of a label only. */
function isPiece({ part, own }: Candidate, row: RowDefinition, labels: TableLabels): boolean {
  const spelled = labels.spellings[row.index] ?? [];
  return part.broken === true && own.every((piece) => !spelled.includes(piece) && spelled.some((label) => label.includes(piece)));
}

function coverage(label: string, candidate: Candidate, labels: TableLabels): number {
  if (endsInOther(label, candidate, labels)) {
    return 0;
  }
  if (candidate.own.some((piece) => piece === withoutNumber(label) || withPlainNumber(piece) === label)) {
    return likenessWithoutNumber;
  }
  const own = candidate.own.length > 0 ? greatest(candidate.own.map((piece) => similarity(piece, label))) : 0;
  return Math.max(own, joined(label, candidate, labels), assembled(label, candidate, labels));
}

const numberBefore = new RegExp(`^(?:\\d+\\.|\\(${numeral}\\)|${numeral}、)`, 'u');

/** A label without the number before it, which some tables leave out. */
function withoutNumber(label: string): string {
  return label.replace(numberBefore, '');
}

/** A label with the number before it as the forms write it: `(3)其他`, `3)其他` and `3其他` as `3.其他`. */
function withPlainNumber(piece: string): string {
  return piece.replace(/^\(?(\d{1,2})[).]?(?=\p{L})/u, '$1.');
}

/** How like a label up to three neighbouring pieces are, read as one: an altered label may be broken as well, and a note behind it. */
function joined(label: string, candidate: Candidate, labels: TableLabels): number {
  const { pieces, own } = candidate;
  const most = pieces.length <= 12 ? 3 : 0;
  let best = own.length > 1 ? similarity(own.join(''), label) : 0;
  for (let from = 0; from < pieces.length; from += 1) {
    for (let count = 2; count <= most && from + count <= pieces.length; count += 1) {
      const mayBeIts = isOwn(candidate, from, from + count) && !standsBelowName(candidate, from + count - 1, labels);
      const words = pieces.slice(from, from + count).join('');
      best = Math.max(best, mayBeIts ? Math.max(similarity(words, label), similarity(withoutNote(words), label)) * leastDoubt : 0);
    }
  }
  return best;
}

/** The share of a label that pieces make up when put together in order; none where none of them is in the row itself, though it has words. */
function assembled(label: string, candidate: Candidate, labels: TableLabels): number {
  const { length, first, last } = assemble(label, candidate.pieces);
  return length > 0 && isOwn(candidate, first, last + 1) && !standsBelowName(candidate, last, labels) ? length / label.length : 0;
}

/** Whether figures without words have the name of a column or group between them and the last piece of a label: they may be other rows'. */
function standsBelowName({ own, pieces, pieceCells, row }: Candidate, last: number, labels: TableLabels): boolean {
  return own.length === 0 && pieces.some((piece, at) => at > last && (pieceCells[at] as Cell).start < row.start
    && (labels.columnNamed(piece) !== undefined || labels.groupNamed(piece) !== undefined));
}

/** Whether one of some pieces stands in the row itself, or the row has no words. */
function isOwn({ own, pieceCells, row }: Candidate, from: number, to: number): boolean {
  return own.length === 0 || pieceCells.slice(from, to).some((cell) => row.cells.includes(cell));
}

/** Whether the last words before the figures of a row begin the label of another one: then the figures are that one's. */
function endsInOther(label: string, { pieces, pieceCells, row }: Candidate, { byLength }: TableLabels): boolean {
  const before = row.cells.slice(0, row.cells.findIndex(({ kind }) => kind === 'figure'));
  const last = pieces.findLast((_, at) => before.includes(pieceCells[at] as Cell)) ?? '';
  return last.length > 1 && !label.includes(last) && byLength.some((other) => other.label !== label && other.label.startsWith(last));
}

/** How much of the label the pieces make up, and which piece it starts and ends in. */
export function assemble(label: string, pieces: readonly string[]): { length: number; first: number; last: number } {
  let at = 0;
  let first = -1;
  let last = -1;
  pieces.forEach((piece, index) => {
    const before = at;
    if (at === 0) {
      at = piece.endsWith(label) || (label.length >= 4 && piece.startsWith(label)) ? label.length : overlap(piece, label);
      first = at > 0 ? index : -1;
    } else if (label.startsWith(piece, at)) {
      at += piece.length;
    } else if (label.length - at >= 2 && piece.startsWith(label.slice(at))) {
      at = label.length;
    }
    last = at > before ? index : last;
  });
  return { length: at, first, last };
}

/** The longest beginning of the label that the piece ends with; at least two characters. */
function overlap(piece: string, label: string): number {
  for (let length = Math.min(piece.length, label.length); length >= 2; length -= 1) {
    if (piece.endsWith(label.slice(0, length))) {
      return length;
    }
  }
  return 0;
}
