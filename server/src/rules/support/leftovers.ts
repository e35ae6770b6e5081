import { slips } from '../../forms/slips.ts';
import type { Span } from '../../syntax/tree.ts';
import { anyOf, isQuoted, plainText, written, type TextNode } from '../../model/running-text.ts';
import { placeholdersIn, starsIn } from './placeholders.ts';

export interface Leftover extends Span {
  /** `placeholder`: XX局; `blank`: ____; `phrase`: 此处填写; `comment`: 批注1; `number`: 收到申请件. */
  readonly kind: 'placeholder' | 'blank' | 'phrase' | 'comment' | 'number';
  readonly text: string;
}

const { phrases, titlesBefore, comments, counted, measures, leads, verbs, goesOn, done, pending } = slips.leftovers;

/** In brackets, or at the start of a sentence; 申请表（示例） is a title. */
const phrase = new RegExp(`(?<=^|[(\\[【<。;!])(?:${anyOf(phrases.filter((words) => !/^[([【]/u.test(words)))})|(?<!${anyOf(titlesBefore)})(?:${anyOf(phrases.filter((words) => /^[([【]/u.test(words)))})`, 'gu');
const comment = new RegExp(`[[【](?:${anyOf(comments)})[A-Za-z]{0,4}\\d{1,4}[\\]】]|^(?:${anyOf(comments)})\\[?[A-Za-z]{0,4}\\d{1,4}\\]?:`, 'gu');
/** A noun, white space within the line, a measure word that ends the clause: the number between is gone. */
const spaced = new RegExp(`(?:${anyOf(counted)})[ \\u3000\\u00a0]{1,20}(?<measure>${anyOf(measures)})(?=[，。；、,;]|\\.?$)`, 'gu');
const glued = new RegExp(`(?:${anyOf(verbs)})(?:各类)?(?:政府)?(?:信息)?(?:公开)?(?:${anyOf(counted)})(?<measure>${anyOf(measures)})(?=[,。;])`, 'gu');
const unwritten = new RegExp(`(?<=:)(?:${anyOf(pending)})(?=[。;,]|$)`, 'gu');
/** A date of which the day was to be written: 2025年1月 日. */
const dateless = /(?<=(?:19|20)\d\d年)(?:\d{1,2})?月日(?=[。,;:)前止]|印发|公布|发布|编制|$)/gu;
const lead = new RegExp(anyOf(leads), 'u');
const blank = /[_＿]{3,}|(?<=(?:19|20)\d?)[_＿]{1,2}(?=年)|(?<=\p{Script=Han})[ \u3000]?_{2}(?=[ \u3000]?[条件份次篇个项年月日元万])/gu;

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
  for (const { 0: words, index } of text.matchAll(dateless)) {
    add('blank', index, words);
  }
  for (const { 0: words, index, groups } of text.matchAll(glued)) {
    const measure = groups?.['measure'] ?? '';
    if (isOfYear(text, index, words) && isNoNoun(words, text.slice(index + words.length))) {
      add('number', index + words.length - measure.length, measure);
    }
  }
  const stars = starsIn(node.text).map(([start, end]): Leftover => ({ kind: 'placeholder', text: node.text.slice(start, end), start, end }));
  const spans = [...blanksIn(node.text), ...spacesIn(node.text), ...stars];
  const told = new Set([...spans.map(({ start }) => start), ...stars.map(({ end }) => end)]);
  return spans.length === 0 ? found : [...found.filter(({ start }) => !told.has(start)), ...spans];
}

/** Whether a clause tells a number of the year: it says so, or goes on to say that all was done. */
function isOfYear(text: string, at: number, words: string): boolean {
  return lead.test(clauseBefore(text, at)) || (words.includes('公开') && allDone.test(text.slice(at + words.length)));
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
