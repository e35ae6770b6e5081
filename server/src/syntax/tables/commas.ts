import type { ReadableLayout, ReadTable, Source, TableReading } from '../layout.ts';
import type { Line } from '../lines.ts';
import { looksLikeFigure } from '../number.ts';
import { isBlank } from '../text.ts';
import type { Cell, Row } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createCell, createRow, createWrittenCell, hasWordsOfForm } from './cells.ts';

const longestCell = 90;
const fewestLines = 2;
const longestNumber = 30;
/** Rows with more cells, the last of them blank, are a form that is not filled in. */
const fewestBlankCells = 3;
/** By the mark between cells, a cell in quotation marks or without; a bare one holds none. */
const cellPatterns = {
  ',': /"(?:[^"]|""){0,200}"|[^,"\n]*/yu, '，': /"(?:[^"]|""){0,200}"|[^，"\n]*/yu,
  ';': /"(?:[^"]|""){0,200}"|[^;"\n]*/yu, '；': /"(?:[^"]|""){0,200}"|[^；"\n]*/yu,
} as const;
type Mark = keyof typeof cellPatterns;
/** A row whose cells are broken over more lines is none. */
const mostLinesOfRow = 40;
const mostEmptyLines = 2;

/** Rows of cells separated by commas or semicolons, as spreadsheets are saved. */
export const commas: ReadableLayout = {
  name: 'commas',
  keepsBlanks: true,
  isRow: (line) => fewestCommas.test(line),
  read: readCommas,
};

/** A row of a sheet, be it filled up with commas or not. */
const fewestCommas = /(?:,[^,]*){3}/u;

function readCommas({ text, lines, vocabulary, isHeading }: Source, at: number, words: string): TableReading | undefined {
  const count = cellMarks.test(words) || words.startsWith('"') ? commaExtent(text, lines, at, isHeading) : 0;
  return count > 0 ? { table: readCommaTable(text, lines.slice(at, at + count), vocabulary), count } : undefined;
}

/** The number of lines of the table of commas that starts here, 0 if none does. */
function commaExtent(text: string, lines: readonly Line[], from: number, isHeading: (line: string) => boolean): number {
  let end = from;
  let found = 0;
  let empty = 0;
  let like: CommaRow | undefined;
  for (let at = from; at < lines.length && empty <= mostEmptyLines; at += 1) {
    const line = lines[at] as Line;
    const words = text.slice(line.start, line.end);
    const row = rowAt(text, lines, at, like);
    if (row) {
      like ??= row;
      end = row.next;
      at = end - 1;
      found += 1;
      empty = 0;
    } else if (found > 0 && at === end + empty && isBlank(words)) {
      empty += 1;
    } else if (found === 0 || at > end + empty || words.length > longestCell || /[。,]/u.test(words) || isHeading(words)) {
      break;
    }
  }
  return found < fewestLines ? 0 : end - from;
}

/** Reads a table of commas; undefined where its words are none of a form's, or no figures stand in it. */
function readCommaTable(text: string, lines: readonly Line[], vocabulary: Vocabulary): ReadTable | undefined {
  const rows: Row[] = [];
  let like: CommaRow | undefined;
  for (let at = 0; at < lines.length;) {
    const { start, end } = lines[at] as Line;
    const row = rowAt(text, lines, at, like);
    like ??= row;
    if (row || !isBlank(text.slice(start, end))) {
      rows.push(createRow(row?.cells ?? [createCell(text.slice(start, end), start, end, 0)]));
    }
    at = row?.next ?? at + 1;
  }
  const hasFigures = rows.some(({ cells }) => cells.length > 1 && cells.some(({ kind }) => kind === 'figure'));
  const isBlankForm = rows.filter(({ cells }) => cells.length > fewestBlankCells && cells.at(-1)?.kind === 'blank').length >= fewestLines;
  if (!hasWordsOfForm(rows, vocabulary) || !(hasFigures || isBlankForm)) {
    return undefined;
  }
  return { kind: 'table', layout: commas, rows, start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

interface CommaRow {
  readonly cells: readonly Cell[];
  /** What stands between them. */
  readonly mark: Mark;
  /** The line behind it. */
  readonly next: number;
}

/** The row that starts in a line: line ends inside quotation marks are a cell's. `like`: the first row of the table, if there is one. */
function rowAt(text: string, lines: readonly Line[], from: number, like?: CommaRow): CommaRow | undefined {
  const first = lines[from] as Line;
  let next = from + 1;
  for (let open = holdsOpenQuote(text, first); open && next < Math.min(lines.length, from + mostLinesOfRow); next += 1) {
    open = !holdsOpenQuote(text, lines[next] as Line);
  }
  const line = { ...first, end: (lines[next - 1] as Line).end };
  const asBefore = like && like.mark !== ',' && like.cells.length > fewestMarks ? partsOf(text, line, like.mark) : undefined;
  if (like && asBefore?.length === like.cells.length) {
    return { cells: asBefore, mark: like.mark, next };
  }
  const mark = markOf(text.slice(line.start, line.end));
  const cells = cellsOf(text, line, mark);
  return cells && { cells, mark, next };
}

/** Whether a line holds a quotation mark that none closes. */
function holdsOpenQuote(text: string, { start, end }: Line): boolean {
  return text.slice(start, end).split('"').length % 2 === 0;
}

/** The cells of a row of commas; undefined where the commas may be part of numbers or sentences. */
function cellsOf(text: string, line: Line, mark: Mark): readonly Cell[] | undefined {
  const { start, end } = line;
  const comma = text.indexOf(mark, start);
  if (comma < 0 || comma >= end || areNumbers(text.slice(start, Math.min(end, start + longestCell * 4)))) {
    return undefined;
  }
  const cells = partsOf(text, line, mark) ?? [];
  const [first, ...others] = cells;
  const isWide = others.length >= fewestMarks && (mark === ',' || others.some(({ kind }) => kind !== 'text'));
  const isRow = first !== undefined && (isWide ? areCells(cells) && !isGrouped(cells) : mark === ',' && cells.every(isLabel));
  return isRow ? cells : undefined;
}

/** What stands between the marks of a line; undefined where more than a cell holds does. */
function partsOf(text: string, { start, end }: Line, mark: Mark): Cell[] | undefined {
  const pattern = cellPatterns[mark];
  const cells: Cell[] = [];
  for (let from = start; from <= end;) {
    pattern.lastIndex = from;
    const length = pattern.exec(text)?.[0].length ?? 0;
    const to = Math.min(end, from + length);
    if ((to < end && text[to] !== mark) || to - from > longestCell) {
      return undefined;
    }
    const isQuoted = text[from] === '"' && length > 1;
    const [first, last] = isQuoted ? [from + 1, to - 1] : [from, to];
    cells.push(createWrittenCell(text.slice(first, last), first, last, cells.length));
    from = to + 1;
  }
  return cells;
}

/** The marks that may stand between cells. */
const cellMarks = /[,;，；]/u;

/** The mark between the cells of a line; where it holds none, a comma. */
function markOf(line: string): Mark {
  return ([',', ';', '，', '；'] as const).find((mark) => line.includes(mark)) ?? ',';
}

/** Whether the commas of a line stand between thousands: it is one number, or holds several with white space between them. */
function areNumbers(line: string): boolean {
  const parts = line.split(',');
  const isGrouped = parts.slice(1).every((part, at) => /^[\d０-９]{3}(?![\d０-９])/u.test(part) && /[\d０-９]$/u.test(parts[at] ?? ''));
  return isGrouped && (/\S\s+\S/u.test(line) || (line.length <= longestNumber && looksLikeFigure(line)));
}

/** Between so many commas words may end in digits: `规章,约12,0,0`. */
const fewestMarks = 2;

/** So many figures beside it show that a strange cell stands in a row. */
const fewestFigures = 2;

/** Whether no cell but one among figures, behind the first, holds a mark of a sentence. */
function areCells([first, ...others]: readonly Cell[]): boolean {
  const strange = others.filter((cell) => !isCell(cell)).length;
  return first !== undefined && isCell(first) && (strange === 0 || (strange === 1 && others.filter(({ kind }) => kind === 'figure').length >= fewestFigures));
}

/** Words and one number with its thousands marked off: `行政许可 1,286,000`. */
function isGrouped([first, ...others]: readonly Cell[]): boolean {
  return first?.kind === 'text' && /\d\s*$/u.test(first.text) && others.every(({ text }) => /^\d{3}$/u.test(text));
}

/** Words that end in digits or hold a mark of a sentence are no label: `行政许可 1,286`, `1.属于国家秘密：0,0`. */
function isLabel(cell: Cell): boolean {
  return cell.kind !== 'text' || (isCell(cell) && !/\d\s*$/u.test(cell.text));
}

/** A mark of a sentence is none of a cell. */
function isCell({ kind, text }: Cell): boolean {
  return kind !== 'text' || !/[:：]\s*\d|[。！？]/u.test(text);
}
