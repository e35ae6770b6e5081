import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import type { Span } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { anyOf, placeInText, plainText, searcher, written, type TextNode } from '../model/running-text.ts';

/** A word that was typed twice (推进推进): from a list, since many stand twice rightly. */
export const doubledWord: Rule = {
  code: 'doubled-word',
  ignoresFigures: true,
  check(report) {
    return search(report).map(({ node, found }) => ({
      code: this.code,
      place: placeInText(node, found),
      message: l10n.t('"{0}" is typed twice.', found.word),
      fixes: () => [{
        title: l10n.t('Delete the second "{0}"', found.word),
        isPreferred: false,
        isSafe: true,
        edits: replaceText(placeInText(node, found.second), ''),
      }],
    }));
  },
};

interface Doubled extends Span {
  readonly word: string;
  readonly second: Span;
}

const doubled = new RegExp(anyOf(slips.doubled.map(({ words }) => words + words)), 'gu');

const search = searcher(doubledIn);

function doubledIn(node: TextNode): readonly Doubled[] {
  const text = plainText(node);
  const found: Doubled[] = [];
  for (const { 0: both, index } of text.matchAll(doubled)) {
    const end = index + both.length;
    const middle = index + both.length / 2;
    const second = written(node, { start: middle, end });
    const whole = written(node, { start: index, end });
    if (!isRight(text, index, end) && !isBroken(node.text.slice(whole.start, second.start))) {
      found.push({ ...whole, word: text.slice(middle, end), second });
    }
  }
  return found;
}

const longestAround = 4;

/** Whether the words around make it right: 目的的. */
function isRight(text: string, start: number, end: number): boolean {
  const word = text.slice(start, (start + end) / 2);
  const around = text.slice(Math.max(0, start - longestAround), end + longestAround);
  return slips.doubled.some(({ words, unless = [] }) => words === word && unless.some((right) => around.includes(right)));
}

/** One word may end a line that stands by itself, and begin the next. */
function isBroken(text: string): boolean {
  return /[\r\n]/u.test(text);
}
