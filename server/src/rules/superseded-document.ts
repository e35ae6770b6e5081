import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import type { Report } from '../model/report.ts';
import type { Node, Span } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { replaceText } from '../model/writing/edits.ts';
import { formOf } from '../model/form-of-report.ts';
import { anyOf, placeInText, plainText, searcher, sentenceAround, written, type InText, type TextNode } from '../model/running-text.ts';

/** A notice or regulation that is no longer in force, or that never was, is named as the ground of the report. */
export const supersededDocument: Rule = {
  code: 'superseded-document',
  ignoresFigures: true,
  check(report) {
    const ahead = new Set<Node>(report.preamble);
    return search(report).flatMap(({ node, found }) => {
      const message = messageFor(report, found, ahead.has(node));
      return message === undefined ? [] : [findingFor({ node, found }, message)];
    });
  },
};

interface Named extends Span {
  readonly kind: 'notice' | 'superseded' | 'article' | 'misspelt';
  /** As it is compared. */
  readonly text: string;
  readonly sentence: string;
  /** What is written in its place. */
  readonly right?: string;
}

const { issuer, reports, otherNotices, superseded, articles, misspelt } = slips.documents;

const notice = new RegExp(`${issuer}[〔\\[(【]\\d{4}[〕\\])】]\\d{1,3}号`, 'gu');
const old = new RegExp(anyOf(superseded.flatMap(({ says }) => says)), 'gu');
const article = new RegExp(`(?:${anyOf(articles.before)})》?(?:的|\\(以下简称《条例》\\))?(?<article>${anyOf(articles.says)})`, 'gu');
const slip = new RegExp(anyOf(misspelt.map(({ says }) => says)), 'gu');

const search = searcher((node: TextNode): readonly Named[] => {
  const text = plainText(node);
  const named: Named[] = [];
  const collect = (kind: Named['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      named.push(read(node, text, kind, match));
    }
  };
  collect('notice', notice);
  collect('superseded', old);
  collect('article', article);
  collect('misspelt', slip);
  return named;
});

function read(node: TextNode, text: string, kind: Named['kind'], { 0: all, index, groups }: RegExpExecArray): Named {
  const spelling = kind === 'misspelt' ? misspelt.find(({ says }) => says === all) : undefined;
  const words = groups?.['article'] ?? spelling?.wrong ?? all;
  const start = index + all.lastIndexOf(words);
  return {
    kind,
    text: words,
    sentence: sentenceAround(text, index),
    ...written(node, { start, end: start + words.length }),
    ...(spelling && { right: spelling.right }),
  };
}

function findingFor({ node, found }: InText<Named>, message: string): Finding {
  const place = placeInText(node, found);
  const { right } = found;
  return {
    code: supersededDocument.code,
    place,
    message,
    ...(right !== undefined && {
      fixes: () => [{ title: l10n.t('Write {0}', right), isPreferred: false, isSafe: true, edits: replaceText(place, right) }],
    }),
  };
}

/** What is amiss with a document that is named; undefined where nothing is for certain. */
function messageFor(report: Report, found: Named, isAhead: boolean): string | undefined {
  const { kind, text, sentence } = found;
  const { year } = report;
  switch (kind) {
    case 'misspelt': return l10n.t('"{0}" is misspelt for "{1}".', text, found.right ?? '');
    case 'notice': return isAhead && isAboutReports(sentence) ? messageForNotice(report, text, sentence) : undefined;
    case 'superseded': {
      const entry = superseded.find(({ says }) => says.includes(text));
      return entry && year !== undefined && year >= entry.from && !entry.unless.some((word) => sentence.includes(word))
        ? l10n.t('{0} is no longer in force; the regulation was published anew by {1}.', text, entry.instead)
        : undefined;
    }
    case 'article':
      return isAhead && year !== undefined && year >= articles.from && isAboutReports(sentence)
        ? l10n.t('{0} is the article of the old regulation; the yearly report is asked for by {1} of the one in force.', text, articles.instead)
        : undefined;
  }
}

function isAboutReports(sentence: string): boolean {
  return reports.some((word) => sentence.includes(word));
}

/** The notice that fixes the form is that of the form in force. */
function messageForNotice(report: Report, text: string, sentence: string): string | undefined {
  const sources = report.forms.map(({ data }) => data.source);
  const current = formOf(report).data.source;
  const number = numbersOf(text);
  const isOf = (source: string): boolean => numbersOf(source) === number;
  const isCurrent = (named: string): boolean => numbersOf(named) === numbersOf(current);
  if (report.year === undefined || (sentence.match(notice) ?? []).some(isCurrent) || otherNotices.some(isOf)) {
    return undefined;
  }
  if (sources.some(isOf)) {
    return sources.findIndex(isOf) < sources.indexOf(current)
      ? l10n.t('{0} is superseded; reports of this year are on the form of {1}.', text, current)
      : undefined;
  }
  return sources.some((source) => isSlipOf(number, numbersOf(source)))
    ? l10n.t('There is no notice {0} on the form; that of this year is {1}.', text, current)
    : undefined;
}

/** Year and number of a notice: `2021/30`. */
function numbersOf(text: string): string {
  return (text.match(/\d+/gu) ?? []).join('/');
}

/** Whether a number has lost or gained a digit, or stands with another year. */
function isSlipOf(number: string, right: string): boolean {
  const [[year, own = ''], [rightYear, rightOwn = '']] = [number.split('/'), right.split('/')];
  return own === rightOwn || (year === rightYear && (own.startsWith(rightOwn) || rightOwn.startsWith(own)));
}
