import * as l10n from '@vscode/l10n';
import type { Section } from '../model/report.ts';
import type { Heading, Node } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { placeOfNode } from '../model/places.ts';
import { numeral } from '../syntax/numerals.ts';

/** A numbered sub-heading with nothing below it, among others that have text. */
export const emptySubsection: Rule = {
  code: 'empty-subsection',
  ignoresFigures: true,
  check(report) {
    return report.sections.flatMap((section) => {
      const empty = lonely(section);
      return empty === undefined ? [] : [{ code: this.code, place: placeOfNode(empty), message: l10n.t('Nothing stands below "{0}".', empty.text.trim()) }];
    });
  },
};

const numbered = new RegExp(String.raw`^\s{0,8}[（(]${numeral}[)）]`, 'u');
const fewestOthers = 2;

/** The one sub-heading without text where all others, two or more, have some: where more have none, they are items of a list. */
function lonely({ nodes, data }: Section): Heading | undefined {
  if (data.table !== undefined) {
    return undefined;
  }
  const items = nodes.flatMap((node, at) => (node.kind !== 'table' && numbered.test(node.text) ? [{ node, isEmpty: isEmpty(node, nodes[at + 1]) }] : []));
  const empty = items.filter((item) => item.isEmpty);
  const [only] = empty;
  return empty.length === 1 && items.length > fewestOthers && only?.node.kind === 'heading' ? only.node : undefined;
}

/** A heading that another numbered one follows, or the section's end; one that is a sentence says what it has to say. */
function isEmpty(node: Node, next: Node | undefined): boolean {
  return node.kind === 'heading' && !/[。；，;:：,]/u.test(node.text) && (next === undefined || (next.kind !== 'table' && numbered.test(next.text)));
}
