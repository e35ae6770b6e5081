import { looksLikeBrokenFigure } from '../number.ts';
import { numeral } from '../numerals.ts';
import { isPageNumber } from '../page-furniture.ts';
import { holdsNumerals } from '../text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { addAll } from '../lists.ts';
import { fewestRowFigures, longestLine, type LineReading, type Word } from './line-reading.ts';
import { readBareList, readLabels, readList } from './listed-line.ts';
import { columnsOf, isWholeLabel, knowledge, spanOf, wordsIn } from './loose-words.ts';

const longestRow = 20_000;
const longestWords = 60;
const longestNote = 30;
/** A label that white space parts into more words is none that a broken figure is looked for behind. */
const mostWords = 4;
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
  return readBareList(text) ?? readList(text, vocabulary) ?? readLabels(text, vocabulary) ?? readRuns(text, vocabulary, next);
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
  const runs = withoutRemark(runsOf(wordsIn(text, vocabulary, next), text, vocabulary), text, vocabulary);
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
