import { normalise } from '../../forms/vocabulary.ts';
import { sectionName } from '../../forms/form.ts';
import { lineEnd } from '../../syntax/lines.ts';
import { numeral, partName } from '../../syntax/numerals.ts';
import { numerals } from '../../texts/chinese-numbers.ts';
import { insertText } from '../../syntax/rewriting.ts';
import type { Section } from '../report.ts';
import { replaceText, underlineBelow, type Edit } from './edits.ts';
import { blockEnd, isPage, paragraphLike } from './pages.ts';

/** Edits that write a section's official title; a number in Chinese stays, and what else the title says comes below it. */
export function restoreTitle({ data, title, nodes }: Section, eol: string): Edit[] {
  const { heading } = title;
  const numeral = chineseNumber.exec(heading.text)?.[0];
  const written = numeral === undefined ? withoutNumber(heading.text) : heading.text.slice(numeral.length);
  const isNumbered = title.numeral !== undefined || numeral !== undefined || lostNumber.test(heading.text);
  const official = numeral === undefined ? (isNumbered ? sectionName(data) : data.title) : `${numeral}${data.title}`;
  const edits = replaceText(title.place, official);
  const content = title.carriesContent ? contentOf(written, [data.title, ...data.aliases]) : '';
  if (content === '') {
    return edits;
  }
  const { chunk } = heading;
  if (isPage(chunk)) {
    return [...edits, insertText(chunk, blockEnd(chunk, heading.end), `${eol}${paragraphLike(chunk, nodes[0], content)}`)];
  }
  const end = lineEnd(chunk.text, heading.end);
  const underline = underlineBelow(chunk.text, end);
  const isMarked = underline !== '' || chunk.text.slice(0, heading.start).trim() !== '';
  return [...edits, insertText(chunk, end + underline.length, `${eol}${isMarked ? eol : ''}${content}`)];
}

/** A number in Chinese, which stays. */
const chineseNumber = new RegExp(String.raw`^${numeral}\s*[、.．,，:：]\s*`, 'u');

/** A number that the official one takes the place of. */
const otherNumber = new RegExp(String.raw`^(?:第\s*[${numerals}\d]+\s*${partName}\s*[、.．:：]?|[0-9０-９]{1,2}\s*[、.．])\s*`, 'u');

/** The mark behind a number that is gone. */
const lostNumber = /^\s*[、.．]/u;

function withoutNumber(text: string): string {
  return text.replace(lostNumber, '').replace(otherNumber, '');
}

/** What a title says beyond itself: all of it, or what follows the official title in it, or stands in brackets behind it. */
function contentOf(written: string, titles: readonly string[]): string {
  const remark = /[（(][^（()）]+[)）]\s*$/u.exec(written);
  if (remark) {
    return remark[0].trim();
  }
  const colon = /[：:]/u.exec(written);
  if (colon && colon.index < written.length - 1) {
    return written.slice(colon.index + 1).trim();
  }
  const title = titles.find((one) => normalise(written).startsWith(normalise(one)));
  return title !== undefined && written.startsWith(title) ? written.slice(title.length).trim() : written.trim();
}
