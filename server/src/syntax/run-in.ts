import { isBlank, isBlankCode, withoutRemarks } from './text.ts';
import type { Span } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';
import { numerals } from '../texts/chinese-numbers.ts';

const numeral = new RegExp(String.raw`[${numerals}]{1,2}\s*[、.．]`, 'gu');
/** No title is longer, with the white space that stands in it. */
const longestTitle = 80;
/** Behind a title of so few characters its words may go on as a sentence: 总体情况良好. */
const shortTitle = 8;
const sentenceEnd = /[。！？!?：:…]/u;
const closing = /[”"』」）)]/u;
/** What goes on with a title that is only named: 一、总体情况；二、… and 三、…情况部分. */
const goesOn = /[、，,；;”"’』」》〉）)\]的和及与或等表中之部章节]/u;
const goesOnShort = /[良较比很呈稳基好如]/u;
const remarkAlone = /^\s*[（(][^（()）]*(?:[）)][\s。：:]*)?$/u;

/**
 * The titles of sections, official and with the numeral that the form gives them, at the start of a line that goes on behind
 * them or in the midst of it behind the end of a sentence. A title that has the line to itself is not among them.
 */
export function runInTitles(line: string, vocabulary: Vocabulary): Span[] {
  const text = withoutRemarks(line);
  const titles: Span[] = [];
  for (const { index } of text.matchAll(numeral)) {
    const before = lastWord(text, index);
    if (index >= (titles.at(-1)?.end ?? 0) && (before < 0 || mayStandBehind(text, before, index))) {
      const end = endOfTitle(text, index, vocabulary);
      if (end !== undefined && mayStandBefore(text, index, end) && !(before < 0 && isAlone(text, end))) {
        titles.push({ start: index, end });
      }
    }
  }
  return titles;
}

/** The last character before a place that is no white space; -1 where there is none. */
function lastWord(text: string, at: number): number {
  let before = at - 1;
  while (before >= 0 && isBlankCode(text.charCodeAt(before))) {
    before -= 1;
  }
  return before;
}

/** Behind the end of a sentence, or behind a gap where figures or a remark end. */
function mayStandBehind(text: string, before: number, at: number): boolean {
  const character = text.charAt(before);
  return sentenceEnd.test(character)
    || (closing.test(character) && (before + 1 < at || sentenceEnd.test(text.charAt(before - 1))))
    || (before + 1 < at && /\d/u.test(character));
}

function endOfTitle(text: string, start: number, vocabulary: Vocabulary): number | undefined {
  const normal = vocabulary.normalise(text.slice(start, start + longestTitle));
  const length = vocabulary.leadingTitle(normal);
  let end = start;
  for (let count = 0; count < length && end < text.length; end += 1) {
    count += isBlankCode(text.charCodeAt(end)) ? 0 : 1;
  }
  return length > 0 && vocabulary.normalise(text.slice(start, end)) === normal.slice(0, length) ? end : undefined;
}

function mayStandBefore(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  return !goesOn.test(next) && (end - start > shortTitle || !goesOnShort.test(next));
}

/** Whether nothing follows but a remark in brackets or a mark. */
function isAlone(text: string, end: number): boolean {
  const rest = text.slice(end);
  return isBlank(rest.replace(/^[：:。]/u, '')) || remarkAlone.test(rest);
}
