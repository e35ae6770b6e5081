import * as l10n from '@vscode/l10n';
import type { Section } from '../model/report.ts';
import type { Heading, Node } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { placeOfNode } from '../model/places.ts';
import { numeral } from '../syntax/numerals.ts';
import { slips } from '../forms/slips.ts';
import { anyOf, plainText } from '../model/running-text.ts';

/** A numbered sub-heading with nothing below it, among others that have text. */
export const emptySubsection: Rule = {
  code: 'empty-subsection',
  ignoresFigures: true,
  check(report) {
    return report.sections.flatMap((section) => emptyIn(section).map((empty) =>
      ({ code: this.code, place: placeOfNode(empty), message: l10n.t('There is no text below "{0}".', empty.text.trim()) })));
  },
};

const numbered = new RegExp(String.raw`^\s{0,8}[（(]${numeral}[)）]`, 'u');
const fewestOthers = 2;

/** A mere topic (（二）依申请公开情况), which says nothing by itself. */
const topic = new RegExp(`^\\(${numeral}\\)(?:${anyOf(slips.subheadings.topics)})(?:工作)?(?:情况|方面)?$`, 'u');

/**
 * The one sub-heading without text where all others, two or more, have some: where more have none, they are items of a
 * list, but for mere topics beside one that has text.
 */
function emptyIn({ nodes, data }: Section): readonly Heading[] {
  if (data.table !== undefined) {
    return [];
  }
  const items = nodes.flatMap((node, at) => (node.kind !== 'table' && numbered.test(node.text) ? [{ node, isEmpty: isEmpty(node, nodes[at + 1]) }] : []));
  const empty = items.flatMap(({ node, isEmpty: hasNone }) => (hasNone && node.kind === 'heading' ? [node] : []));
  const isOnlyOne = items.filter((item) => item.isEmpty).length === 1 && items.length > fewestOthers;
  return isOnlyOne ? empty : items.some((item) => !item.isEmpty) ? empty.filter((node) => topic.test(plainText(node))) : [];
}

/** A heading that another numbered one follows, or the section's end; one that is a sentence says what it has to say. */
function isEmpty(node: Node, next: Node | undefined): boolean {
  return node.kind === 'heading' && !/[。；，;:：,]/u.test(node.text) && (next === undefined || (next.kind !== 'table' && numbered.test(next.text)));
}
