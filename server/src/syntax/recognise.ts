import { lineAt } from './lines.ts';
import { trimmed } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words by which a report is told from any other text, as plain data. */
export interface ReportWords {
  readonly vocabulary: Vocabulary;
  /** Words of which one stands in a title that only this kind of report has. */
  readonly distinctive: readonly string[];
}

/** Only so much of a text is looked at. */
const reach = 200_000;
/** No title or label is longer. */
const longestWords = 120;
const longestTitle = 40;
const enough = 3;
/** Shorter labels (总计, 其他, 行政许可) stand in other texts as well; they count in the cells of a table only. */
const shortestLoneLabel = 6;
const shortestLabel = 3;

const han = /[\u4E00-\u9FFF]/u;
const reportName = /政府信息公开.*(?:年度(?:工作)?报告|年报)|(?:年度(?:工作)?报告|年报).*政府信息公开/u;
const sentence = /[。；;！？!?，,]/u;
const listItem = /^\s*[-+*]\s/u;
const numeral = /^(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,3}[、,:]|\d{1,2}[、.](?!\d))/u;
const fence = /^ {0,3}(?:`{3,}|~{3,})/u;
const blockTag = /<\/?(?:address|article|br|caption|center|dd|div|dl|dt|h[1-6]|hr|li|main|ol|p|section|table|tbody|tfoot|thead|title|tr|ul)\b[^<>]*>/giu;
const cellTag = /<\/?t[dh]\b[^<>]*>/giu;
/** A character that no text has stands for the edge of a cell until the line ends around it are gone. */
const cellMark = '\u0001';
const otherTag = /<[a-z/!][^<>]*>/giu;

/**
 * Makes the function that tells whether a text looks like a report (年度报告): outside fenced code and quotations a
 * title line that names one, three of the section titles, or three labels of a form's table. It looks at the first
 * 200,000 characters, in linear time, and says yes rather too often than too seldom.
 */
export function createRecogniser(words: ReportWords): (text: string) => boolean {
  return (text) => {
    const start = text.slice(0, reach);
    return han.test(start) && findsEnough(start.includes('<') ? withoutTags(start) : start, words);
  };
}

/** The text with line ends where the markup has blocks, and tabs where it has cells. */
function withoutTags(text: string): string {
  return text
    .replace(cellTag, cellMark)
    .replace(blockTag, '\n')
    .replace(otherTag, '')
    .replace(/\u0001\s*/gu, '\t')
    .replace(/&(?:nbsp|#160|#xa0|ensp|emsp|#12288);/giu, ' ');
}

function findsEnough(text: string, words: ReportWords): boolean {
  const evidence = new Evidence(words);
  let open: string | undefined;
  for (let at = 0; at < text.length;) {
    const { start, end, next } = lineAt(text, at);
    const mark = text[start] === ' ' || text[start] === '`' || text[start] === '~'
      ? fence.exec(text.slice(start, Math.min(end, start + longestWords)))?.[0].trim()
      : undefined;
    if (open === undefined) {
      open = mark;
    } else if (mark?.startsWith(open)) {
      open = undefined;
    }
    const isWords = open === undefined && mark === undefined && end > start;
    if (isWords && text[trimmed(text, start, end).start] !== '>' && evidence.read(text.slice(start, end))) {
      return true;
    }
    at = next;
  }
  return false;
}

/** What has been found so far, line by line. */
class Evidence {
  readonly #words: ReportWords;
  readonly #sections = new Set<string>();
  readonly #labels = new Set<string>();
  #isDistinctive = false;
  #before = '';

  constructor(words: ReportWords) {
    this.#words = words;
  }

  /** Reads the next line; true once there is enough to call the text a report. */
  read(line: string): boolean {
    const isTabular = line.includes('\t') || line.includes('|');
    const found = (!isTabular && this.#isNamedBy(line)) || this.#takeSection(line)
      || this.#takeLabels(line, isTabular);
    return found;
  }

  #isNamedBy(line: string): boolean {
    const { start, end } = trimmed(line);
    if (end === start) {
      return false;
    }
    if (end - start > longestWords || listItem.test(line) || sentence.test(line)) {
      this.#before = '';
      return false;
    }
    const words = this.#words.vocabulary.normalise(line.slice(start, end).replace(/^#+/u, ''));
    const twoLines = this.#before + words;
    this.#before = words;
    return reportName.test(twoLines);
  }

  #takeSection(line: string): boolean {
    const { start, end } = trimmed(line);
    if (end - start < shortestLabel || end - start > longestWords) {
      return false;
    }
    const { vocabulary, distinctive } = this.#words;
    const words = vocabulary.normalise(line.slice(start, end).replace(/^#+/u, '')).replace(/[:。.#]+$/u, '');
    const title = words.replace(numeral, '');
    const isNumbered = title !== words && title.length <= longestTitle;
    if (vocabulary.isTitle(title) || (isNumbered && !sentence.test(title) && vocabulary.hasCue(title))) {
      this.#sections.add(title);
      this.#isDistinctive ||= distinctive.some((word) => title.includes(word));
    }
    return this.#isDistinctive && this.#sections.size >= enough;
  }

  #takeLabels(line: string, isTabular: boolean): boolean {
    const shortest = isTabular ? shortestLabel : shortestLoneLabel;
    for (const cell of isTabular ? line.split(/[\t|]/u) : [line]) {
      this.#takeLabel(cell, shortest);
    }
    return this.#labels.size >= enough;
  }

  #takeLabel(cell: string, shortest: number): void {
    if (cell.length < shortest || cell.length > longestWords * 2 || !han.test(cell)) {
      return;
    }
    const { vocabulary } = this.#words;
    for (const part of [cell, cell.replace(/[\s\d.+\-/—]+$/u, ''), ...cell.trim().split(/\s{2,}/u)]) {
      const words = part.length <= longestWords ? vocabulary.normalise(part) : '';
      if (words.length >= shortest && vocabulary.isLabel(words)) {
        this.#labels.add(words);
      }
    }
  }
}
