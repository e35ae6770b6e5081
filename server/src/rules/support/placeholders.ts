import { slips } from '../../forms/slips.ts';
import { numerals } from '../../texts/chinese-numbers.ts';
import { anyOf, isQuoted, sentenceAround } from '../../model/running-text.ts';

const { placeholders, nameEnds, dayEnds, countEnds, casePlaces, cases, counted, verbs, beforeCounts } = slips.leftovers;
const ends = anyOf([...nameEnds, ...dayEnds, ...countEnds]);

/** Placeholders of letters and signs may be longer; none is part of a word, a number or a name. */
const placeholder = new RegExp(
  `(?<![A-Za-z${numerals}百千零〇○×])(?:(?<=(?<!\\d)202?)|(?<!\\d))(?<mark>${anyOf(placeholders)})[Xx×○*]{0,3}(?=${ends})`, 'gu');
/** A telephone number that was to be written. */
const telephone = /(?<![A-Za-z\d×])(?:X{3,4}-X{7,8}|×{3,4}-×{7,8}|0{3,4}-0{7,8})(?![A-Za-z\d×])/gu;
/** What programs fill in, and the address of nobody. */
const variable = /\{\{[^{}\r\n]{1,20}\}\}|\{\p{Script=Han}{2,12}\}|\$\{[^{}\r\n]{1,20}\}|www\.[xX×]{2,4}(?=\.)/gu;
type Stretch = readonly [start: number, end: number];

/** Placeholders that were not replaced; those of one date (X月X日) are one. */
export function placeholdersIn(text: string): Stretch[] {
  const marks = [...text.matchAll(placeholder)].filter(({ index, groups }) => !isOfPerson(text, index, groups?.['mark']));
  const found: Stretch[] = [];
  for (const { 0: words, index } of [...marks, ...signsIn(text)].sort((one, other) => one.index - other.index)) {
    if (!isQuoted(text, index)) {
      const [start = index, end = -1] = found.at(-1) ?? [];
      const isSameDate = index === end + 1 && /[年月]/u.test(text.charAt(end));
      found.splice(isSameDate ? -1 : found.length, 1, [isSameDate ? start : index, index + words.length]);
    }
  }
  const others = [...text.matchAll(telephone), ...text.matchAll(variable)].map(({ 0: words, index }): Stretch => [index, index + words.length]);
  return [...found, ...others];
}

const beforeName = /[由向在为的与和对经报至有是及或让请等各]/u;
const place = new RegExp(`^(?:${anyOf(casePlaces)})`, 'u');
const ofCase = new RegExp(anyOf(cases), 'u');
const longestPlace = 6;

/** 李某某: a name that was made unknown; a 某某 that is to be replaced begins the name of an organ. */
function isOfPerson(text: string, at: number, mark = ''): boolean {
  if (!/^\p{Script=Han}+$/u.test(mark) || !/[\p{Script=Han}]/u.test(text.charAt(at - 1)) || beforeName.test(text.charAt(at - 1))) {
    return false;
  }
  return !place.test(text.slice(at + mark.length, at + mark.length + longestPlace)) || ofCase.test(sentenceAround(text, at));
}

/** A sign by itself, which may be one of multiplication, or a letter or question marks for a number. */
const sign = new RegExp(`(?<![\\d×A-Za-z+?])(?:×|N|\\?{2,4})(?=(?<end>${ends}))`, 'gu');
const beforeDay = /^[。;；,，:：、!年月于在自至到]?$/u;
const beforeCount = new RegExp(`(?:${anyOf([...counted, ...verbs, ...beforeCounts])})$`, 'u');
const longestBefore = 4;
const endOfClause = /^[。;；,，:：、)）]?$/u;

/** Signs by themselves that stand where a name begins, in a date, or for a number. */
function signsIn(text: string): readonly RegExpExecArray[] {
  return /[×N?]/u.test(text) ? [...text.matchAll(sign)].filter((match) => isForWords(text, match)) : [];
}

/** Whether a name, a day, or a number that ends its clause, should stand in the place of what was found. */
function isForWords(text: string, { 0: words, index, groups }: RegExpExecArray): boolean {
  const end = groups?.['end'] ?? '';
  const isLetter = words === 'N';
  const before = text.slice(Math.max(0, index - longestBefore), index);
  if (dayEnds.includes(end)) {
    return !isLetter && beforeDay.test(before.slice(-1));
  }
  return countEnds.includes(end)
    ? (before.endsWith('第') && !isLetter) || (beforeCount.test(before) && endOfClause.test(text.charAt(index + words.length + end.length)))
    : words === '×' && (/^[。;；,，:：、!]?$/u.test(before.slice(-1)) || beforeName.test(before.slice(-1)));
}

const star = new RegExp(`(?<![*\\dA-Za-z\\s])\\*{1,3}(?=(?<end>${ends}))`, 'gu');
/** So many stars are no mark of a note. */
const manyStars = 2;

/** Stars in a text as it is written that are no marks of emphasis, of a list or of a note: they stand alone in it, and not at its start. */
export function starsIn(text: string): readonly Stretch[] {
  const isAlone = text.indexOf('*') > 0 && text.match(/\*+/gu)?.length === 1;
  const found = isAlone ? [...text.matchAll(star)] : [];
  return found.filter((match) => isForWords(text, match) || (match[0].length >= manyStars && nameEnds.includes(match.groups?.['end'] ?? '')))
    .map(({ 0: words, index }) => [index, index + words.length]);
}
