import type { RowDefinition } from '../../../forms/table.ts';
import { normalise } from '../../../forms/vocabulary.ts';
import { looksLikeBrokenFigure, looksLikeMarkedFigure } from '../../../syntax/number.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import type { BoundRow, UnboundRow } from '../../report.ts';
import type { Candidate } from '../rows/candidate.ts';
import { isHead } from '../rows/candidates.ts';
import { hasGrid } from '../has-grid.ts';
import type { TableLabels } from '../labels.ts';

const longestCell = 120;
/** All fifteen figures of section 四 may stand in one cell. */
const longestFigures = 240;

/** What a table was read as, as far as it matters which of its figures were. */
interface Read {
  readonly rows: readonly BoundRow[];
  readonly unboundRows: readonly UnboundRow[];
  readonly missingRows: readonly unknown[];
  /** How many figures a row wants; by default as many as the form's. */
  readonly wanted?: number;
}

/**
 * Figures of a table that belong to no cell of the form for certain, while cells of the form are without one: they may be
 * theirs, and nothing can be said to be missing or blank. None where no cell lacks its figure.
 */
export function unreadFigures(parts: readonly Table[], read: Read): readonly Cell[] {
  return lacksFigures(read) ? parts.flatMap((part) => unreadIn(part, read)) : [];
}

/** Whether a row of the form is not there, or without any of its figures: they are not found, or blank. */
export function lacksFigures({ rows, missingRows }: Pick<Read, 'rows' | 'missingRows'>): boolean {
  return rows.length === 0 || missingRows.length > 0 || rows.some(({ figures }) => figures.every((figure) => figure === undefined || figure.state === 'blank'));
}

/** So many figures before a label that has some behind it are another row's; or one, where no other row begins in a figure. */
const fewestOfOther = 2;

function unreadIn(part: Table, { rows, unboundRows, wanted }: Read): Cell[] {
  const explained = new Set<Cell>();
  const beginInFigure = part.layout.keepsBlanks ? part.rows.filter(({ cells }) => cells[0]?.kind === 'figure').length : 0;
  const explain = (row: Row, from = row.start): void => {
    const isBehind = ({ kind, start, end }: Cell): boolean => start >= from || (kind === 'figure' && end > from);
    const before = row.cells.filter((cell) => !isBehind(cell) && cell.kind === 'figure');
    const isOther = (before.length >= fewestOfOther || (before[0] === row.cells[0] && beginInFigure === 1)) && before.length < row.cells.filter(({ kind }) => kind === 'figure').length;
    row.cells.filter((cell) => isBehind(cell) || !(isBroken(cell) || (isOther && before.includes(cell)))).forEach((cell) => explained.add(cell));
  };
  for (const row of rows) {
    const isShort = row.wrongCount !== undefined
      && (hasGrid(part) || (row.wrongCount < (wanted ?? row.definition.figures.length) && !hasGlued(row.row, part)));
    if (isShort || row.figures.some((figure) => figure !== undefined && figure.state !== 'blank')) {
      explain(row.row, row.label.start);
    }
  }
  unboundRows.filter(({ kind }) => part.layout.keepsBlanks || kind !== 'unknown').forEach(({ row }) => explain(row));
  return part.rows.flatMap((row) => row.cells.filter((cell) => isNumeral(cell, part) && !explained.has(cell)));
}

/**
 * Figures at the beginnings of lines that stand right below a row whose figures are not there, where few lines begin in a figure:
 * the line of the row has lost its end.
 */
export function figuresBroughtDown(candidates: readonly Candidate[]): Cell[] {
  const beginsInFigure = ({ part, row, offset }: Candidate): boolean => hasGrid(part) && offset === 0 && row.cells[0]?.kind === 'figure';
  const found = candidates.filter((one, at) => {
    const above = candidates[at - 1];
    return beginsInFigure(one) && above?.part === one.part && above.named !== undefined && !above.hasFigures;
  });
  return candidates.filter(beginsInFigure).length * 2 > candidates.length ? [] : found.flatMap(({ row: { cells: [first] } }) => first ?? []);
}

/** So many characters show of which label they are the beginning. */
const leastBeginning = 4;

/**
 * Cells in which the label of a row that is not there stands with other words, or begins behind the figures of another one: rows lost
 * their ends, and its figures are among those of others.
 */
export function hiddenLabels(parts: readonly Table[], missing: readonly RowDefinition[], labels: TableLabels): Cell[] {
  const spelled = missing.flatMap((row) => labels.spellings[row.index] ?? []);
  const isHidden = ({ kind, text }: Cell): boolean => {
    const normal = kind === 'text' && text.length <= longestCell ? normalise(text) : '';
    return spelled.some((label) => normal.length > label.length && (normal.endsWith(label) || (/^\d/u.test(normal) && normal.slice(1).startsWith(label))));
  };
  const begins = ({ kind, text }: Cell): boolean => {
    const normal = kind === 'text' && text.length <= longestCell ? normalise(text) : '';
    return normal.length >= leastBeginning && spelled.some((label) => label.startsWith(normal));
  };
  return missing.length === 0 ? [] : parts.filter(({ layout }) => layout.keepsBlanks).flatMap(({ rows }) => rows.flatMap(({ cells }) => {
    const first = cells.findIndex(({ kind }) => kind === 'figure');
    return cells.filter((cell, at) => isHidden(cell) || (first >= 0 && at > first && begins(cell)));
  }));
}

/** Digits right behind words or a mark between cells, or more of them than a number has: figures that run together are no number any more. */
const runTogether = /(?:^\d{7}|[^\d\s.,，])\d{2,}\s*$|[、;；/／→]\d\s*$/u;
const year = /(?:^|[^\d])(?:19|20)\d\d\s*$/u;

/** Words and figures behind them in one cell. */
const withFigure = /$(?<=[^\d\s](?:\s+[-+]?\d[\d.,，]*)+\s*)/u;
/** Several figures in one cell. */
const severalFigures = /^\s*[-+]?\d[\d.,，]*(?:\s+[-+]?\d[\d.,，]*)+\s*$/u;

const fullWidthZero = 0xFF10;

function plainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - fullWidthZero));
}

/** A number that is no year of a head, one behind words, or figures that run together, with a label or by themselves. */
function isNumeral(cell: Cell, { layout }: Table): boolean {
  const { kind, text } = cell;
  if (kind === 'figure') {
    return /[\d０-９]/u.test(text) && !year.test(text);
  }
  const plain = kind === 'text' && text.length <= longestFigures ? plainDigits(text) : '';
  if (layout.keepsBlanks && severalFigures.test(plain)) {
    return true;
  }
  return kind === 'text' && text.length <= longestCell && (layout.keepsBlanks ? withFigure.test(plain) : runTogether.test(text) || isBroken(cell)) && !year.test(text);
}

/** What is left of a figure, or one with marks around it; before a label it is no figure of its row. */
function isBroken({ kind, text }: Cell): boolean {
  return kind === 'text' && (looksLikeBrokenFigure(text) || looksLikeMarkedFigure(text));
}

const tagsAlone = /^(?:<[^<>]{0,200}>)*$/u;

/** Whether a figure stands right behind words, with nothing but tags between, so that it may be several. */
function hasGlued({ cells }: Row, { chunk: { text } }: Table): boolean {
  return cells.some((cell, at) => (cell.kind === 'figure' && at > 0 && tagsAlone.test(text.slice(cells[at - 1]?.end, cell.start))) || (cell.kind === 'text' && /[^\d\s]\d+$/u.test(cell.text)));
}

/**
 * The candidates whose figures are not certain beside those that were not read: all around these, up to rows whose figures
 * stand with their own words. Where one figure stands on each line, one behind a head or behind nothing shows that labels
 * may follow their figures: then no row is certain.
 */
export function uncertainAround(unread: readonly Cell[], candidates: readonly Candidate[], labels: TableLabels): ReadonlySet<Candidate> {
  const cells = new Set(unread);
  const withoutLabel = candidates.find(({ part, row, label }) => part.layout.cellIsLine && (label === undefined || isHead(label, labels))
    && row.cells.some((cell) => cells.has(cell)));
  if (withoutLabel) {
    return new Set(candidates.filter(({ part }) => part === withoutLabel.part));
  }
  const uncertain = new Set<Candidate>();
  const spread = (from: number, step: 1 | -1): void => {
    for (let at = from; at >= 0 && at < candidates.length; at += step) {
      const candidate = candidates[at] as Candidate;
      if (at !== from && (uncertain.has(candidate) || standsByItself(candidate))) {
        return;
      }
      uncertain.add(candidate);
    }
  };
  candidates.forEach(({ row }, at) => {
    if (row.cells.some((cell) => cells.has(cell))) {
      uncertain.delete(candidates[at] as Candidate);
      spread(at, -1);
      spread(at, 1);
    }
  });
  return uncertain;
}

function standsByItself({ part, own, hasFigures }: Candidate): boolean {
  return part.layout.keepsBlanks || (own.length > 0 && hasFigures);
}
