import { slips } from '../../forms/slips.ts';
import { numerals } from '../../syntax/numerals.ts';
import type { Span } from '../../syntax/tree.ts';
import { anyOf, isQuoted, plainText, written, type TextNode } from '../../model/running-text.ts';

export interface Leftover extends Span {
  /** `placeholder`: XX局; `blank`: ____; `phrase`: 此处填写; `comment`: 批注1; `number`: 收到申请件. */
  readonly kind: 'placeholder' | 'blank' | 'phrase' | 'comment' | 'number';
  readonly text: string;
}

const { placeholders, placeholderEnds, phrases, titlesBefore, comments, counted, measures, leads, verbs, goesOn, done, pending } = slips.leftovers;

/** Placeholders of letters and signs may be longer; none is part of a word, a number or a name. */
const placeholder = new RegExp(
  `(?<![A-Za-z${numerals}百千零〇○×])(?:(?<=(?<!\\d)202?)|(?<!\\d))(?<mark>${anyOf(placeholders)})[Xx×○*]{0,3}(?=${anyOf(placeholderEnds)})`, 'gu');
/** In brackets, or at the start of a sentence; 申请表（示例） is a title. */
const phrase = new RegExp(`(?<=^|[(\\[【<。;!])(?:${anyOf(phrases.filter((words) => !/^[([【]/u.test(words)))})|(?<!${anyOf(titlesBefore)})(?:${anyOf(phrases.filter((words) => /^[([【]/u.test(words)))})`, 'gu');
const comment = new RegExp(`[[【](?:${anyOf(comments)})[A-Za-z]{0,4}\\d{1,4}[\\]】]|^(?:${anyOf(comments)})\\[?[A-Za-z]{0,4}\\d{1,4}\\]?:`, 'gu');
/** A noun, white space within the line, a measure word that ends the clause: the number between is gone. */
const spaced = new RegExp(`(?:${anyOf(counted)})[ \\u3000\\u00a0]{1,20}(?<measure>${anyOf(measures)})(?=[，。；、,;]|\\.?$)`, 'gu');
const glued = new RegExp(`(?:${anyOf(verbs)})(?:各类)?(?:政府)?(?:信息)?(?:公开)?(?:${anyOf(counted)})(?<measure>${anyOf(measures)})(?=[,。;])`, 'gu');
const unwritten = new RegExp(`(?<=:)(?:${anyOf(pending)})(?=[。;,]|$)`, 'gu');
/** A telephone number that was to be written. */
const telephone = /(?<![A-Za-z\d×])(?:X{3,4}-X{7,8}|×{3,4}-×{7,8})(?![A-Za-z\d×])/gu;
const lead = new RegExp(anyOf(leads), 'u');
const blank = /[_＿]{3,}|(?<=\p{Script=Han})[ \u3000]?_{2}(?=[ \u3000]?[条件份次篇个项年月日元万])/gu;

/** What a template, a draft or a converter left in a text. */
export function findLeftovers(node: TextNode): readonly Leftover[] {
  const text = plainText(node);
  const found: Leftover[] = [];
  const add = (kind: Leftover['kind'], start: number, words: string): void => {
    found.push({ kind, text: words, ...written(node, { start, end: start + words.length }) });
  };
  for (const [start, end] of placeholdersIn(text)) {
    add('placeholder', start, text.slice(start, end));
  }
  for (const { 0: words, index } of [...text.matchAll(phrase), ...text.matchAll(unwritten)]) {
    if (!isQuoted(text, index)) {
      add('phrase', index, words);
    }
  }
  for (const { 0: words, index } of text.matchAll(comment)) {
    add('comment', index, words);
  }
  for (const { 0: words, index, groups } of text.matchAll(glued)) {
    const measure = groups?.['measure'] ?? '';
    if (isOfYear(text, index, words) && isNoNoun(words, text.slice(index + words.length))) {
      add('number', index + words.length - measure.length, measure);
    }
  }
  const spans = [...blanksIn(node.text), ...spacesIn(node.text)];
  const told = new Set(spans.map(({ start }) => start));
  return spans.length === 0 ? found : [...found.filter(({ start }) => !told.has(start)), ...spans];
}

type Stretch = readonly [start: number, end: number];

/** Placeholders that were not replaced; those of one date (X月X日) are one. */
function placeholdersIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: words, index, groups } of text.matchAll(placeholder)) {
    if (!isQuoted(text, index) && !isOfPerson(text, index, groups?.['mark'])) {
      const [start = index, end = -1] = found.at(-1) ?? [];
      const isSameDate = index === end + 1 && /[年月]/u.test(text.charAt(end));
      found.splice(isSameDate ? -1 : found.length, 1, [isSameDate ? start : index, index + words.length]);
    }
  }
  const telephones = [...text.matchAll(telephone)].map(({ 0: words, index }): Stretch => [index, index + words.length]);
  return [...found, ...telephones];
}

/** Whether a clause tells a number of the year: it says so, or goes on to say that all was done. */
function isOfYear(text: string, at: number, words: string): boolean {
  return lead.test(clauseBefore(text, at)) || (words.includes('公开') && allDone.test(text.slice(at + words.length)));
}

/** 李某某: a name that was made unknown; a 某某 that is to be replaced begins the name of an organ. */
function isOfPerson(text: string, at: number, mark = ''): boolean {
  return /^\p{Script=Han}+$/u.test(mark) && /[\p{Script=Han}]/u.test(text.charAt(at - 1)) && !/[由向在为的与和对经报至有是及或让请等各]/u.test(text.charAt(at - 1));
}

const further = new RegExp(`^,(?:${anyOf(goesOn)})`, 'u');

/** 申请件 is a word of its own, unless requests are named in full before it, or counted on behind it. */
function isNoNoun(words: string, behind: string): boolean {
  return words.includes('公开') || !words.includes('申请') || further.test(behind);
}

const allDone = new RegExp(`^,(?:${anyOf(done)})`, 'u');

const longestClause = 30;

function clauseBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - longestClause), at).split(/[,。;:]/u).at(-1) ?? '';
}

/** Lines to write on, beside words. */
function blanksIn(text: string): Leftover[] {
  return /[_＿]/u.test(text) ? [...text.matchAll(blank)].filter(({ 0: { length }, index }) => isBesideWords(text, index, index + length)).map(({ 0: words, index }) =>
    ({ kind: 'blank', text: words.trim(), start: index + words.length - words.trimStart().length, end: index + words.length })) : [];
}

const beside = 3;

function isBesideWords(text: string, start: number, end: number): boolean {
  return /\p{Script=Han}[ \u3000,，.。:：]*$/u.test(text.slice(Math.max(0, start - beside), start)) || /^[ \u3000]*\p{Script=Han}/u.test(text.slice(end, end + beside));
}

function spacesIn(text: string): Leftover[] {
  return [...text.matchAll(spaced)].map(({ 0: words, index, groups }) => {
    const measure = groups?.['measure'] ?? '';
    const end = index + words.length;
    return { kind: 'number', text: measure, start: end - measure.length, end };
  });
}
