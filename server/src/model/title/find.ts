import { foldText } from '../../forms/vocabulary.ts';
import { memoised } from '../memo.ts';
import { linesIn, placeIn } from '../../syntax/lines.ts';
import type { Cell, Chunk, Heading, Node, Prose, Table, TextMap } from '../../syntax/tree.ts';
import type { Place, ReportTitle } from '../report.ts';
import { lettersOf, written, type Letters } from './letters.ts';
import { readTitles, type ReportName, type TitleReading } from './line.ts';
import { isCutOrgan, isEndOfOrgan, isOrganName, linksBelow } from './words.ts';
import { fourDigits, valueOfYear } from '../../syntax/numerals.ts';

/** A title that was found, and how it stands. */
export interface FoundTitle {
  readonly title: ReportTitle;
  readonly isLoose: boolean;
  /** `linked`: it stands below a line that says that links follow. */
  readonly standing: TitleReading['standing'] | 'linked';
  /** Over how many lines it goes. */
  readonly lines: number;
  /** The chunk and the place of the node in which its first line stands. */
  readonly from: { readonly chunk: Chunk; readonly start: number };
  /** Whether its last line reads as a title by itself, and not as running text or data. */
  readonly isHeading: boolean;
}

/** A line of text with its place; a cell counts as one. */
interface Line {
  readonly chunk: Chunk;
  readonly start: number;
  readonly map?: TextMap;
  /** Where the line begins in the text that `start` and `map` are of. */
  readonly at: number;
  readonly letters: Letters;
  readonly isHeading: boolean;
  readonly isCell: boolean;
}

/** Lines in order; undefined where something stands between them that parts them. */
type Lines = readonly (Line | undefined)[];

const mostLines = 4;
const longestLine = 400;
/** A line that goes on in the next one is no longer. */
const longestPiece = 60;
const mostCells = 80;
const sentence = /[。;!?,]/u;

/**
 * All titles in the nodes, in the order of the text, but for those that lead to other pages: the one below 下一篇, those
 * below 相关链接 up to the last, which may be the report's own.
 */
export function findTitles(nodes: readonly Node[], name?: ReportName): FoundTitle[] {
  const lines = nodes.flatMap(linesOf);
  const titles: FoundTitle[] = [];
  let linked: FoundTitle[] = [];
  let links: 'one' | 'many' | undefined;
  lines.forEach((line, at) => {
    const found = line === undefined ? [] : titlesEndingAt(lines, at, name);
    if (links === 'many' && found.length > 0) {
      linked = found;
      return;
    }
    titles.push(...linked.map((title) => ({ ...title, standing: 'linked' as const })), ...(links === 'one' ? [] : found));
    linked = [];
    links = line && linksBelow(line.letters.text);
  });
  return [...titles, ...linked.map((title) => ({ ...title, standing: 'linked' as const }))];
}

const linesOf = memoised((node: Node): Lines =>
  (node.kind === 'table' ? cellsOf(node) : node.kind === 'heading' && node.level === 'section' ? [undefined] : textLines(node)));

function textLines(node: Heading | Prose): Lines {
  const { chunk, start, text, map } = node;
  const isHeading = node.kind === 'heading';
  const lines: (Line | undefined)[] = [];
  for (const { line, index } of linesIn(text)) {
    const letters = line.length > longestLine ? undefined : lettersOf(line);
    if (letters?.text !== '') {
      lines.push(letters && { chunk, start, ...(map && { map }), at: index, letters, isHeading, isCell: false });
    }
  }
  return lines;
}

function cellsOf({ chunk, rows }: Table): Lines {
  const cells = rows.flatMap((row): readonly Cell[] => row.cells).slice(0, mostCells).filter(({ kind, text }) => kind === 'text' && text.length <= longestLine);
  const lines = cells.map(({ start, text, map }): Line =>
    ({ chunk, start, ...(map && { map }), at: 0, letters: lettersOf(text), isHeading: false, isCell: true }));
  return [undefined, ...lines.flatMap((line) => [line, undefined])];
}

/** The titles whose last line is this one, each over as many lines as it needs. */
function titlesEndingAt(lines: Lines, at: number, name: ReportName): FoundTitle[] {
  const line = lines[at] as Line;
  if (name === undefined ? !/[报告度结况]/u.test(line.letters.text) : !line.letters.text.includes(name.slice(-1))) {
    return [];
  }
  const readings = readTitles(line.letters, name);
  const [first, ...others] = readings.length > 0 ? readings : [undefined];
  const isOneLine = isWhole(first) && !isCutAbove(lines[at - 1], line, first);
  const whole = isOneLine ? { reading: first as TitleReading, pieces: piecesOf([line]) } : extended(lines, at, first, name);
  return [
    ...(whole ? [found(whole.reading, whole.pieces, lines.slice(at + 1))] : []),
    ...others.flatMap((reading) => (reading ? [found(reading, piecesOf([line]), [])] : [])),
  ];
}

function isWhole(reading: TitleReading | undefined): boolean {
  return reading?.organ !== undefined && reading.year !== undefined && !isEndOfOrgan(foldText(reading.organ));
}

/** Whether the line right above holds the beginning of a title's organ, cut by the line end. */
function isCutAbove(above: Line | undefined, line: Line, reading: TitleReading | undefined): boolean {
  return above !== undefined && isPiece(above) && numberOf(line) - numberOf(above) === 1
    && isCutOrgan(above.letters.text, foldText(reading?.organ ?? ''));
}

/** The line of the document that a line of text is. */
function numberOf(line: Line): number {
  const start = placeIn(line, line.at);
  return line.chunk.line + line.chunk.lineStarts.findLastIndex((one) => one <= start);
}

/** Lines put together, and where each begins in their text. */
interface Pieces {
  readonly lines: readonly Line[];
  readonly letters: Letters;
  readonly starts: readonly number[];
}

function piecesOf(lines: readonly Line[]): Pieces {
  if (lines.length === 1) {
    return { lines, letters: (lines[0] as Line).letters, starts: [0] };
  }
  const starts: number[] = [];
  let source = '';
  for (const { letters } of lines) {
    starts.push(source.length);
    source += `${letters.source}\n`;
  }
  return { lines, letters: lettersOf(source), starts };
}

/** A title with the lines above it that hold its beginning, its organ or its year. */
function extended(lines: Lines, at: number, alone: TitleReading | undefined, name: ReportName): { reading: TitleReading; pieces: Pieces } | undefined {
  let whole = alone && { reading: alone, pieces: piecesOf([lines[at] as Line]) };
  const own = [lines[at] as Line];
  for (let index = at - 1; index >= 0 && own.length < mostLines; index -= 1) {
    const line = lines[index];
    if (!line || !isPiece(line) || !isPiece(own.at(-1) as Line)) {
      break;
    }
    own.unshift(line);
    const pieces = piecesOf(own);
    const first = line.letters.text.length;
    const reading = readTitles(pieces.letters, name)
      .find(({ start, end }) => start < first && end > pieces.letters.text.length - (lines[at] as Line).letters.text.length);
    if (reading && gains(reading, whole?.reading)) {
      whole = { reading, pieces };
      if (isWhole(reading) && !isCutAbove(lines[index - 1], line, reading)) {
        break;
      }
    }
  }
  return whole;
}

function isPiece({ letters: { text }, isCell }: Line): boolean {
  return !isCell && text.length <= longestPiece && !sentence.test(text) && !text.includes('|');
}

/** Whether the lines above give a title what it lacks, and nothing besides. */
function gains(reading: TitleReading, before: TitleReading | undefined): boolean {
  const organ = foldText(reading.organ ?? '');
  const old = foldText(before?.organ ?? '');
  if (!before) {
    return true;
  }
  if (old !== '' && (isEndOfOrgan(old) || isCutOrgan(organ.slice(0, -old.length), old))) {
    return organ !== old && organ.endsWith(old) && isOrganName(organ);
  }
  return old === '' ? isOrganName(organ) || (organ === '' && before.year === undefined && reading.year !== undefined)
    : organ === old && before.year === undefined && reading.year !== undefined;
}

function found(reading: TitleReading, pieces: Pieces, below: Lines): FoundTitle {
  const { isLoose } = reading;
  const last = pieces.lines.at(-1) as Line;
  const title: ReportTitle = {
    text: reading.text,
    place: placeOf(pieces, last.isHeading ? { start: reading.start, end: pieces.letters.text.length } : reading, last),
    organ: reading.organ,
    year: reading.year,
    ...(reading.digits && { yearPlace: placeOf(pieces, reading.digits) }),
  };
  const standing = last.isCell && reading.standing === 'alone' ? 'labelled' : reading.standing;
  return { title: reading.year === undefined ? withYearBelow(title, below) : title,
    isLoose, standing, lines: pieces.lines.length, from: pieces.lines[0] as Line, isHeading: last.isHeading };
}

/** Where letters stand; the part of them in one line, if that is given, else in the line in which they begin. */
function placeOf({ lines, letters, starts }: Pieces, { start, end }: { start: number; end: number }, inLine?: Line): Place {
  const from = letters.places[start] ?? 0;
  const to = (letters.places[end - 1] ?? from) + 1;
  const index = inLine ? lines.indexOf(inLine) : starts.findLastIndex((one) => one <= from);
  const line = lines[index] as Line;
  const lineStart = starts[index] ?? 0;
  const first = Math.max(0, from - lineStart);
  const last = Math.min(line.letters.source.length, to - lineStart);
  const chunkStart = placeIn(line, line.at + first);
  return { chunk: line.chunk, start: chunkStart, end: Math.max(placeIn(line, line.at + last - 1) + 1, chunkStart + 1) };
}

const farthestYear = 3;
const yearAlone = new RegExp(`^-*(?:[(〔【[](${fourDigits})年?度?[)〕】\\]]|(${fourDigits})年度?)$`, 'u');
const periodAlone = new RegExp(`^\\(?(${fourDigits})年1月(?:1日)?[-至到]+(?:\\1年)?12月(?:31日)?\\)?$`, 'u');

/** A title with the year that stands by itself on one of the lines below: （2024年度）. */
function withYearBelow(title: ReportTitle, below: Lines): ReportTitle {
  const years = below.slice(0, farthestYear).flatMap((line) => {
    const match = line && (yearAlone.exec(line.letters.text) ?? periodAlone.exec(line.letters.text));
    return line && match ? [{ line, match }] : [];
  });
  const [year] = years;
  if (!year || years.length > 1) {
    return title;
  }
  const { line, match } = year;
  const digits = match[1] ?? match[2] ?? '';
  const start = line.letters.text.indexOf(digits);
  return {
    ...title,
    text: `${title.text}${written(line.letters, 0, line.letters.text.length)}`,
    year: valueOfYear(digits),
    yearPlace: placeOf(piecesOf([line]), { start, end: start + digits.length }),
  };
}
