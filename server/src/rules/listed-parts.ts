import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import { sectionNamer } from '../forms/titles.ts';
import { normalise } from '../forms/vocabulary.ts';
import type { Report } from '../model/report.ts';
import { valueOfNumeral } from '../syntax/numerals.ts';
import { numerals } from '../texts/chinese-numbers.ts';
import type { Span } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { anyOf, placeInText, plainText, searcher, written, type TextNode } from '../model/running-text.ts';

/** The report is said to consist of so many parts, and another number of them is named (由…等六部分组成). */
export const listedParts: Rule = {
  code: 'listed-parts',
  ignoresFigures: true,
  check(report) {
    const unlisted = counts(report).filter(({ found }) => found.said < sectionsOf(report)).map(({ node, found }): Finding => ({
      code: this.code,
      place: placeInText(node, found),
      message: l10n.t('The text speaks of {0} parts; the report has {1}.', found.said, sectionsOf(report)),
    }));
    return [...unlisted, ...search(report).flatMap(({ node, found }): Finding[] => {
      const named = countParts(found.items, report);
      return named === undefined || named === found.said ? [] : [{
        code: this.code,
        place: placeInText(node, found),
        message: l10n.t('The text speaks of {0} parts, but lists {1}.', found.said, named),
      }];
    })];
  },
};

/** How many sections the report has, each once. */
function sectionsOf({ sections }: Report): number {
  return new Set(sections.map(({ data }) => data.id)).size;
}

interface Listed extends Span {
  readonly said: number;
  readonly items: readonly string[];
}

const { about, begin, behind, joins, pairs } = slips.parts;
const list = new RegExp(`(?:${anyOf(begin)})(?<list>[^。;]{8,200}?)等?(?<!第)(?<count>[${numerals}]|\\d{1,2})个?(?:${anyOf(behind)})`, 'gu');

const search = searcher((node: TextNode): readonly Listed[] => {
  const text = plainText(node);
  return [...text.matchAll(list)].flatMap(({ 0: all, index, groups = {} }) => {
    const { count = '', list: words = '' } = groups;
    const start = index + all.lastIndexOf(count);
    const named = words.split(new RegExp(anyOf(begin), 'u')).at(-1) ?? '';
    const isOfReport = about.some((word) => text.slice(Math.max(0, index - nearest), index).includes(word));
    const isList = !behind.some((word) => words.includes(word));
    return isOfReport && isList ? [{ said: valueOfNumeral(count), items: named.split(/[、,]/u).filter((item) => item !== ''), ...written(node, { start, end: start + count.length }) }] : [];
  });
});

/** 本报告由五部分组成: a number alone, which the headings below it show to be too small. */
const alone = new RegExp(`(?:本|年度)(?:${anyOf(about)})(?:共|一共)?(?:${anyOf(begin)})(?<count>[${numerals}]|\\d{1,2})个?(?:${anyOf(behind)})(?=[。,;])`, 'gu');

const counts = searcher((node: TextNode): readonly (Span & { readonly said: number })[] =>
  [...plainText(node).matchAll(alone)].map(({ 0: all, index, groups: { count = '' } = {} }) => {
    const start = index + all.lastIndexOf(count);
    return { said: valueOfNumeral(count), ...written(node, { start, end: start + count.length }) };
  }));

/** So far before the list it is said what consists of the parts. */
const nearest = 80;

/** How many parts are named; undefined where a word may join two of them or stand within one. */
function countParts(items: readonly string[], { forms }: Report): number | undefined {
  const nameOf = sectionNamer(forms);
  const sections = new Set<string>();
  let others = 0;
  let isOpen = false;
  for (let at = 0; at < items.length; at += 1) {
    const [item = '', next = ''] = items.slice(at, at + 2);
    const both = nameOf(normalise(`${item}、${next}`));
    const section = both ?? nameOf(normalise(item));
    const isPair = both !== undefined || (item.includes(pairs.first) && !item.includes(pairs.second) && next.includes(pairs.second));
    at += isPair ? 1 : 0;
    if (section) {
      sections.add(section.id);
    } else {
      others += 1;
      isOpen ||= joins.some((word) => item.includes(word));
    }
  }
  return isOpen ? undefined : sections.size + others;
}
