import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import type { Span } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { anyOf, placeInText, plainText, searcher, written, type TextNode } from '../model/running-text.ts';

/** An identity number, or the mobile number of an applicant: not to be published. */
export const personalData: Rule = {
  code: 'personal-data',
  ignoresFigures: true,
  check(report) {
    return search(report).map(({ node, found }) => ({
      code: this.code,
      place: placeInText(node, found),
      message: found.isIdentity
        ? l10n.t('This is an identity number; it must not be published.')
        : l10n.t('This seems to be the mobile number of a private person; it must not be published.'),
    }));
  },
};

interface Personal extends Span {
  readonly isIdentity: boolean;
}

const identity = /(?<![\dA-Za-z/-])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z/-])/gu;
const mobile = /(?<![\d-])1[3-9]\d{9}(?![\d-])/gu;
const { persons, offices, own, surnames } = slips.persons;
const person = new RegExp(anyOf(persons), 'u');
const office = new RegExp(anyOf(offices), 'u');
/** 申请人联系电话, 申请人李建国，联系电话. */
const ownNumber = new RegExp(`(?:${anyOf(persons)})(?:(?:${anyOf(surnames)})\\p{Script=Han}{1,2}[,(:])?(?:${anyOf(own)})[为是:]?$`, 'u');
/** So far before a number it is said whose it is. */
const nearest = 16;

const search = searcher((node: TextNode): readonly Personal[] => {
  const text = plainText(node);
  const found: Personal[] = [];
  for (const { 0: number, index } of text.matchAll(identity)) {
    if (hasCheckDigit(number)) {
      found.push({ isIdentity: true, ...written(node, { start: index, end: index + number.length }) });
    }
  }
  for (const { 0: number, index } of text.matchAll(mobile)) {
    const before = text.slice(Math.max(0, index - nearest), index).split(/[。;]/u).at(-1) ?? '';
    if (ownNumber.test(before) || (person.test(before) && !office.test(before))) {
      found.push({ isIdentity: false, ...written(node, { start: index, end: index + number.length }) });
    }
  }
  return found;
});

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** The last digit of an identity number follows from the others (GB 11643). */
function hasCheckDigit(number: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return checkDigits.charAt(sum % checkDigits.length) === number.slice(-1).toUpperCase();
}
