import * as l10n from '@vscode/l10n';
import type { Report } from '../model/report.ts';
import type { Span } from '../syntax/tree.ts';
import type { Finding, Rule } from './rule.ts';
import { isNarrative } from '../model/prose/narrative.ts';
import { placeInText, searcher, type InText, type TextNode } from '../model/running-text.ts';
import { foldText } from '../forms/vocabulary.ts';

/** A paragraph stands twice. */
export const repeatedText: Rule = {
  code: 'repeated-text',
  ignoresFigures: true,
  check(report) {
    const seen = new Map<string, InText<Paragraph>>();
    const isRunning = runningIn(report);
    const findings: Finding[] = [];
    for (const paragraph of search(report)) {
      const first = seen.get(paragraph.found.text);
      if (!first) {
        seen.set(paragraph.found.text, paragraph);
      } else if (isRunning(paragraph.node) && isRunning(first.node)) {
        findings.push({
          code: this.code,
          place: placeInText(paragraph.node, paragraph.found),
          message: l10n.t('This paragraph stands above already.'),
          related: () => [{ place: placeInText(first.node, first.found), message: l10n.t('It stands here as well.') }],
        });
      }
    }
    return findings;
  },
};

interface Paragraph extends Span {
  /** As it is compared. */
  readonly text: string;
}

/** Shorter ones may be said twice: 本年度未收取信息处理费. */
const shortest = 40;

const search = searcher((node: TextNode): readonly Paragraph[] => {
  if (node.kind === 'heading' || node.text.length < shortest) {
    return none;
  }
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const { 0: mark, index } of node.text.matchAll(/[。！；!;](?=[ \t]{0,8}[\r\n])|$/gu)) {
    const end = index + mark.length;
    const own = node.text.slice(start, end);
    const text = foldText(own);
    if (text.length >= shortest) {
      paragraphs.push({ text, start: start + own.length - own.trimStart().length, end });
    }
    start = end;
  }
  return paragraphs;
});

const none: readonly Paragraph[] = [];

/** Tells running text from what stands between the rows of tables; asked once of each node. */
function runningIn(report: Report): (node: TextNode) => boolean {
  const known = new Map<TextNode, boolean>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) {
      return before;
    }
    const section = report.sections.find(({ nodes }) => nodes.includes(node));
    const isRunning = node.kind === 'prose' && (!section || isNarrative(node, section, report));
    known.set(node, isRunning);
    return isRunning;
  };
}
