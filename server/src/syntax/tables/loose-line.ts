import { looksLikeBrokenFigure, looksLikeFigure } from '../number.ts';
import { numeral } from '../numerals.ts';
import { isPageNumber } from '../page-furniture.ts';
import { holdsNumerals, isBlankCode } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { addAll } from '../lists.ts';

/** How a line stands to a table without delimiters. */
export interface LineReading {
  readonly kind: 'words' | 'figures' | 'furniture' | 'other' | 'sentence';
  /** Whether a whole label of a form stands in it. */
  readonly label: boolean;
  /** The rows, or pieces of rows, that stand in it one behind the other; mostly one. */
  readonly rows: readonly Words[];
  /** How many figures stand in it. */
  readonly figures: number;
}

/** Words of a row and the figures behind them. */
type Words = readonly Word[];

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isFigure: boolean;
}

/** A line of prose is seldom shorter; a longer one is a table's only where labels and figures fill it, or figures alone. */
const longestLine = 300;
const longestRow = 20_000;
const longestWords = 60;
const longestNote = 30;
/** A label that white space parts into more words is none that a broken figure is looked for behind. */
const mostWords = 4;
/** So many figures behind words are a row, whatever the words. */
export const fewestRowFigures = 5;
/** So many labels and figures in one long line are a table. */
const fewestInLongLine = 3;

/** A line that is only drawn. */
const ruledLine = /^(?=.*[-—_=+]{4})[\s\-—_=+]+$/u;

/** A note between two rows: no sentence that ends the table. */
const note = /^\s*(?:(?:注|说明|备注)\s*[:：]|[*＊①-⑳])\s*\S.{0,40}$/u;

export function isNote(text: string): boolean {
  return note.test(text);
}

const furniture: LineReading = { kind: 'furniture', label: false, rows: [], figures: 0 };
const sentence: LineReading = { ...furniture, kind: 'sentence' };

/** Reads a line; where several rows stand in it, it is parted at the labels that stand behind figures. `next`: the line below it. */
export function readLine(text: string, vocabulary: Vocabulary, next = ''): LineReading {
  if (isLong(text)) {
    return readLongLine(text, vocabulary, next);
  }
  if (isPageNumber(text) || ruledLine.test(text) || (isNote(text) && /。\s*$/u.test(text))) {
    return furniture;
  }
  return readBareList(text) ?? readList(text, vocabulary) ?? readRuns(text, vocabulary, next);
}

/** Whether a line holds more than columns do, however far apart these stand. */
function isLong(text: string): boolean {
  return text.length > longestLine && (text.length > longestRow || text.replace(/\s+/gu, ' ').length > longestLine);
}

function readLongLine(text: string, vocabulary: Vocabulary, next: string): LineReading {
  if (text.length > longestRow || /[。；！？]/u.test(text)) {
    return sentence;
  }
  const reading = readRuns(text, vocabulary, next);
  const labels = reading.rows.filter((row) => row.some((word) => !word.isFigure && knowledge(word.text, vocabulary) === 2)).length;
  return reading.kind === 'figures' || (labels >= fewestInLongLine && reading.figures >= fewestInLongLine) ? reading : sentence;
}

function readRuns(text: string, vocabulary: Vocabulary, next: string): LineReading {
  const tokens = withoutNumber(tokensOf(text), next).flatMap((token) => unglue(token, vocabulary));
  const runs = withoutRemark(runsOf(joinParts(tokens, text, vocabulary), text, vocabulary), text, vocabulary);
  const rows = rowsOf(runs, text, vocabulary);
  const figures = runs.reduce((sum, run) => sum + (run.isFigures ? run.words.length : 0), 0);
  const words = runs.filter(({ isFigures }) => !isFigures);
  const [first] = words;
  if (!first) {
    return { kind: figures > 0 ? 'figures' : 'furniture', label: false, rows, figures };
  }
  const known = [...words.map((run) => spanOf(run.words, text)), ...rows.flat(), ...words.flatMap((run) => run.words)]
    .filter(({ isFigure }) => !isFigure).map((word) => knowledge(word.text, vocabulary));
  if (known.some((level) => level > 0) || runs.some((run) => run.isFigures && run.words.length >= fewestRowFigures)) {
    return { kind: 'words', label: known.some((level) => level > 1), rows, figures };
  }
  const isSentence = (/[。；！？]/u.test(text) && !looksLikeBrokenFigure(text.trim())) || spanOf(words.flatMap((run) => run.words), text).text.length > longestWords;
  return { kind: isSentence ? 'sentence' : 'other', label: false, rows, figures };
}

/** Words that stand together, or figures. */
interface Run {
  readonly isFigures: boolean;
  /** Whether it is what is left of a figure, behind the label of a row. */
  readonly isBroken?: boolean;
  readonly words: Word[];
}

function runsOf(tokens: readonly Word[], text: string, vocabulary: Vocabulary): Run[] {
  const runs: Run[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last && !token.isFigure && looksLikeBrokenFigure(token.text) && endsInLabel(last, text, vocabulary)) {
      runs.push({ isFigures: false, isBroken: true, words: [token] });
    } else if (last && last.isFigures === token.isFigure && !last.isBroken) {
      last.words.push(token);
    } else {
      runs.push({ isFigures: token.isFigure, words: [token] });
    }
  }
  const last = runs.at(-1);
  const before = runs.at(-2);
  const isLoneSign = before !== undefined && last?.isFigures && last.words.length === 1 && !/[\d０-９]/u.test(last.words[0]?.text ?? '')
    && !endsInLabel(before, text, vocabulary);
  return isLoneSign ? [...runs.slice(0, -2), { isFigures: false, words: [...before.words, ...last.words] }] : runs;
}

/** Whether the last words of a run make up the label of a row. */
function endsInLabel({ words }: Run, text: string, vocabulary: Vocabulary): boolean {
  return words.some((_, at) => at >= words.length - mostWords && vocabulary.isRowLabel(vocabulary.normalise(spanOf(words.slice(at), text).text)));
}

/** The rows that runs of words and figures make up: a row ends where words of another row stand behind its figures. */
function rowsOf(runs: readonly Run[], text: string, vocabulary: Vocabulary): Word[][] {
  const rows: Word[][] = [];
  runs.forEach((run, at) => {
    const last = rows.at(-1);
    const cells = run.isFigures ? run.words : cellsOf(run.words, text, vocabulary);
    const before = runs[at - 1];
    if (last && (run.isFigures || run.isBroken || (runs[at - 2] !== undefined && before && !startsRow(run, runs[at + 1], cells, text, vocabulary)))) {
      addAll(last, cells);
    } else {
      rows.push([...cells]);
    }
  });
  return rows;
}

const rowNumber = new RegExp(`^(?:[（(]${numeral}[）)]|${numeral}、|\\d{1,2}[.．、])`, 'u');

/** Whether words behind figures begin another row: by their label, a piece of one, their number, or the figures behind them. */
function startsRow(run: Run, next: Run | undefined, cells: readonly Word[], text: string, vocabulary: Vocabulary): boolean {
  const whole = spanOf(run.words, text).text;
  return cells.some((cell) => knowledge(cell.text, vocabulary) === 2) || knowledge(whole, vocabulary) > 0 || rowNumber.test(whole)
    || (next?.words.length ?? 0) >= fewestRowFigures;
}

/**
 * Words as cells: each whole label by itself where labels make them all up, but for the end of one that the line above
 * began, the beginning of one that the next line ends, and words behind them that are none of a form; else parted where
 * the gap is wide.
 */
function cellsOf(words: readonly Word[], text: string, vocabulary: Vocabulary): Word[] {
  const cells: Word[] = [];
  let known = 0;
  for (let at = 0; at < words.length;) {
    const { count, isWhole } = labelFrom(words, at, vocabulary);
    const isRest = known === 0 && count === 0;
    if (count === 0 && !isRest) {
      const rest = spanOf(words.slice(at), text);
      if (knowledge(rest.text, vocabulary) === 0) {
        return [...cells, rest];
      }
      if (!holdsNumerals(words[at]?.text ?? '')) {
        known = 0;
        break;
      }
    }
    known += isWhole ? 1 : 0;
    const last = isRest && at > 0 ? cells.pop() : undefined;
    cells.push(spanOf([...(last ? [last] : []), ...words.slice(at, at + Math.max(count, 1))], text));
    at += Math.max(count, 1);
  }
  if (known > 0) {
    return cells;
  }
  const whole = spanOf(words, text);
  return knowledge(whole.text, vocabulary) > 1 ? [whole] : columnsOf(words, text);
}

/** How many words from one on make up a whole label, as many as can; or all of them, the beginning of one. */
function labelFrom(words: readonly Word[], from: number, vocabulary: Vocabulary): { count: number; isWhole: boolean } {
  let joined = '';
  let count = 0;
  for (let at = from; at < words.length; at += 1) {
    joined += vocabulary.normalise(words[at]?.text ?? '');
    const bracket = joined.indexOf('(', 1);
    const isNoted = bracket > 0 && !joined.includes(')', bracket) && joined.length - bracket <= longestNote && vocabulary.isLabel(joined.slice(0, bracket));
    if (isWholeLabel(joined, vocabulary)) {
      count = at + 1 - from;
    } else if (!isNoted && !vocabulary.beginsLabel(joined)) {
      return { count, isWhole: count > 0 };
    }
  }
  return count > 0 ? { count, isWhole: true } : { count: words.length - from, isWhole: false };
}

/** `1、0、0、0、1`: as many figures as a row has, with marks between them, and nothing else. */
function readBareList(text: string): LineReading | undefined {
  if (!isBareList(text)) {
    return undefined;
  }
  const figures = [...text.matchAll(/[-+]?\d[\d.]*/gu)].map(({ index, 0: figure }): Word => ({ text: figure, start: index, end: index + figure.length, isFigure: true }));
  return { kind: 'figures', label: false, rows: [figures], figures: figures.length };
}

/** Figures with marks between them alone in a line; groups of three digits may be one number's. */
function isBareList(line: string): boolean {
  const items = /^[\s\d.+\-,，、;；]+$/u.test(line) ? line.split(/[,，、;；]/u).map((item) => item.trim()) : [];
  return items.length >= fewestRowFigures && items.every((item) => /^[-+]?\d[\d.]*$/u.test(item)) && !items.slice(1).every((item) => /^\d{3}$/u.test(item));
}

/** `1.属于国家秘密：0、0、1`: a whole label, and behind it figures with a mark between them. */
function readList(text: string, vocabulary: Vocabulary): LineReading | undefined {
  const { mark, items } = listIn(text);
  const list = text.slice(mark + 1);
  const label = items > 0 ? labelBefore(text.slice(0, mark)) : '';
  if (label === '' || knowledge(label, vocabulary) < 2 || /^\d{1,3}(?:[,，]\d{3})+$/u.test(list.trim())) {
    return undefined;
  }
  const start = text.indexOf(label);
  const figures = [...list.matchAll(/[-+]?\d[\d.]*/gu)].map((match): Word => {
    const at = mark + 1 + match.index;
    return { text: match[0], start: at, end: at + match[0].length, isFigure: true };
  });
  return { kind: 'words', label: true, rows: [[{ text: label, start, end: start + label.length, isFigure: false }, ...figures]], figures: figures.length };
}

/** Where the mark stands before the figures, with marks between them, in which a line ends, and how many there are; none where it ends otherwise. */
function listIn(text: string): { readonly mark: number; readonly items: number } {
  let tail = text.length;
  while (tail > 0 && /[\s\d.+\-"“”:：,，、;；]/u.test(text[tail - 1] ?? '')) {
    tail -= 1;
  }
  const mark = text.slice(tail).search(/[:：,，;；]/u) + tail;
  const items = mark >= tail ? text.slice(mark + 1).split(/[,，、;；]/u) : [];
  return { mark, items: items.every((item) => /^["“]?[-+]?\d[\d.]*["”]?$/u.test(item.trim())) ? items.length : 0 };
}

/** So many figures behind a colon are those of a row; one or two may be a date or a time in a heading. */
const fewestInList = 3;

/** Whether a line ends in a list of figures behind a colon, or is one, and so is no heading. */
export function endsInList(line: string): boolean {
  return line.length <= longestLine && ((listIn(line).items >= fewestInList && /[:：]/u.test(line)) || isBareList(line));
}

/** The words before a list, without the bullet and the quotation marks around them. */
function labelBefore(words: string): string {
  const label = words.trim().replace(/^[-*•]\s+/u, '').replace(/^["“]/u, '').replace(/["”]$/u, '');
  return label.length >= 2 && label.length <= 80 ? label : '';
}

/** 2: a whole label stands in the words; 1: a piece of one; 0: nothing of a form. */
function knowledge(text: string, vocabulary: Vocabulary): 0 | 1 | 2 {
  const normal = vocabulary.normalise(text);
  if (isWholeLabel(normal, vocabulary) || vocabulary.labelSuffix(normal) >= 0) {
    return 2;
  }
  return vocabulary.isFragment(normal) ? 1 : 0;
}

/** Whether the text is a label, with or without a note in brackets behind it. */
function isWholeLabel(normal: string, vocabulary: Vocabulary): boolean {
  return vocabulary.isLabel(normal) || (normal.endsWith(')') && vocabulary.isLabel(normal.slice(0, normal.lastIndexOf('('))));
}

function tokensOf(text: string): Word[] {
  const tokens: Word[] = [];
  for (let at = 0; at < text.length;) {
    while (at < text.length && isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    const start = at;
    while (at < text.length && !isBlankCode(text.charCodeAt(at))) {
      at += 1;
    }
    if (at > start) {
      tokens.push(wordOf(text.slice(start, at), start, at));
    }
  }
  return tokens;
}

/** The last number of a line is none where the next line goes on with the mark behind it: `2` above `、重复申请`. */
function withoutNumber(tokens: Word[], next: string): Word[] {
  const last = tokens.at(-1);
  return last?.isFigure && /^\d{1,2}$/u.test(last.text) && /^\s{0,20}[.．、]\D/u.test(next) ? [...tokens.slice(0, -1), { ...last, isFigure: false }] : tokens;
}

function wordOf(text: string, start: number, end: number): Word {
  return { text, start, end, isFigure: looksLikeFigure(text) };
}

/** A stretch of words as one; no figure, whatever it reads as. */
function spanOf(words: readonly Word[], text: string): Word {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  return { text: text.slice(start, end), start, end, isFigure: false };
}

const noteMark = /^[（(【〔[]?(?:注\s*\d{0,2}|[①-⑳]|\d{1,2}(?=[)）】〕\]]))[)）】〕\]]?[:：]?$/u;
/** So many figures between a label and a remark are the row's. */
const fewestBeforeRemark = 3;

/** The runs of a line without the words behind its figures that are none of a form, where a whole label stands before. */
function withoutRemark(runs: Run[], text: string, vocabulary: Vocabulary): Run[] {
  const [words, figures, remark] = runs.slice(-3);
  if (!words || !figures || !remark || remark.isFigures) {
    return runs;
  }
  const said = spanOf(remark.words, text).text;
  const isRow = figures.words.length >= fewestBeforeRemark || noteMark.test(said);
  return isRow && !startsRow(remark, undefined, cellsOf(remark.words, text, vocabulary), text, vocabulary)
    && knowledge(spanOf(words.words, text).text, vocabulary) === 2 ? runs.slice(0, -1) : runs;
}

/**
 * A sign before its number, a unit behind it, and a word for what is counted where nothing else stands in the line, is one figure
 * with it, but for a word in which the label above may end (…查询事 ⏎ 3 项), which is no part of the number; a number before its
 * mark (`1 .属于…`, `1 . 属 于…`) is none.
 */
function joinParts(tokens: readonly Word[], text: string, vocabulary: Vocabulary): Word[] {
  const joined: Word[] = [];
  for (const [at, word] of tokens.entries()) {
    const token = word.isFigure && isAmongCharacters(word, tokens[at + 1]) ? { ...word, isFigure: false } : word;
    const last = joined.at(-1);
    const unit = last && /^(?:万元|元|萬元)$/u.test(token.text) && /^[\d.,+-]+$/u.test(last.text);
    const signed = last && /^(?:增|减|減|增加|减少)$/u.test(last.text) && /^\d+$/u.test(token.text);
    const counted = last && tokens.length === 2 && !token.isFigure && token.start - last.end === 1 && text[last.end] !== '\t'
      && /^\d+$/u.test(last.text) && looksLikeFigure(last.text + token.text);
    const isMark = /^[.．、]$/u.test(token.text) && tokens[at + 1]?.isFigure === false;
    const numbered = last && /^\d{1,2}$/u.test(last.text) && (isMark || /^[.．、]\D/u.test(token.text));
    if (last && counted && vocabulary.endsRowLabel(vocabulary.normalise(token.text))) {
      continue;
    }
    if (last && (unit || signed || counted || numbered)) {
      const whole = wordOf(text.slice(last.start, token.end), last.start, token.end);
      joined[joined.length - 1] = numbered ? { ...whole, isFigure: false } : whole;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

const han = /^\p{Script=Han}$/u;

/** Whether a sign in place of a number (无) is a character of words that are set apart one by one: `4 . 无 正 当 理 由`. */
function isAmongCharacters({ text, end }: Word, next: Word | undefined): boolean {
  return han.test(text) && next?.isFigure === false && next.start - end === 1 && han.test(next.text);
}

const mostDigits = 15;

/** `…申请数量3`, `0第二十条第（八）项`: a label and a figure that stands right behind or before it, as two words. */
function unglue(token: Word, vocabulary: Vocabulary): Word[] {
  const { text, start, end } = token;
  const before = token.isFigure || vocabulary.isLabel(vocabulary.normalise(text)) ? undefined : /^[+-]?\d+(?![\d.．、,])/u.exec(text)?.[0];
  if (before !== undefined && vocabulary.isLabel(vocabulary.normalise(text.slice(before.length)))) {
    const cut = start + before.length;
    return [{ text: before, start, end: cut, isFigure: true }, { text: text.slice(before.length), start: cut, end, isFigure: false }];
  }
  if (token.isFigure || !/\d$/u.test(text)) {
    return [token];
  }
  const digits = /(?<=[^\d.,+-])[+-]?\d+(?:\.\d+)?$/u.exec(text.slice(-mostDigits))?.[0];
  const label = text.slice(0, -(digits ?? '').length);
  const normal = digits === undefined ? '' : vocabulary.normalise(label);
  if (digits === undefined || !(vocabulary.isLabel(normal) || vocabulary.labelSuffix(normal) >= 0)) {
    return [token];
  }
  const cut = end - digits.length;
  return [{ text: label, start, end: cut, isFigure: false }, { text: digits, start: cut, end, isFigure: true }];
}

/** Words with one space between them belong together; wider gaps part columns. */
function columnsOf(words: readonly Word[], text: string): Word[] {
  const columns: Word[] = [];
  for (const word of words) {
    const last = columns.at(-1);
    if (last && word.start - last.end === 1 && text[last.end] !== '\u3000' && text[last.end] !== '\t') {
      columns[columns.length - 1] = spanOf([last, word], text);
    } else {
      columns.push(word);
    }
  }
  return columns;
}
