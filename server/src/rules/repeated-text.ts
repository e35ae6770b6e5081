import * as l10n from '@vscode/l10n';
import { rangeOf, type LocatedReport } from '../collection/digest.ts';
import { printedSections, type PrintedParagraph, type PrintedSection } from '../collection/retold.ts';
import { placeOfParagraph, repeatedSection, type RepeatedSection } from '../collection/texts.ts';
import type { Report } from '../model/report.ts';
import type { Finding, Rule } from './rule.ts';
import { longParagraphs, type Paragraph } from '../model/paragraphs.ts';
import { isNarrative } from '../model/prose/narrative.ts';
import { repeatedSentences } from './support/repeated-sentences.ts';
import { placeInText, type InText, type TextNode } from '../model/running-text.ts';

/** A paragraph stands twice. */
export const repeatedText: Rule = {
  code: 'repeated-text',
  ignoresFigures: true,
  check(report) {
    const seen = new Map<string, InText<Paragraph>>();
    const isRunning = runningIn(report);
    const findings: Finding[] = [];
    for (const paragraph of longParagraphs(report)) {
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
    return [...findings, ...sentencesTwice(report, new Set(findings.map(({ place }) => place.start)), isRunning)];
  },
};

/** Sentences that stand twice at once, those of paragraphs that are told of left out. */
function sentencesTwice(report: Report, told: ReadonlySet<number>, isRunning: (node: TextNode) => boolean): readonly Finding[] {
  return repeatedSentences(report).filter(({ first, second }) => isRunning(first.node) && isRunning(second.node)).flatMap(({ first, second }): Finding[] => {
    const place = placeInText(second.node, second.found);
    return told.has(place.start) ? [] : [{
      code: repeatedText.code,
      place,
      message: l10n.t('The same stands right before this already.'),
      related: () => [{ place: placeInText(first.node, first.found), message: l10n.t('It stands here as well.') }],
    }];
  });
}

/** What the sections on the year say is what last year's report says (内容雷同): most of a section, or a paragraph with its numbers. */
export const retoldText: Rule = {
  code: 'repeated-text',
  check(report, { neighbours }) {
    const lastYear = neighbours?.lastYear;
    return lastYear === undefined ? [] : printedSections(report).flatMap((printed): Finding[] => {
      const repeated = repeatedSection({ section: printed.section.data.id, sentences: printed.sentences }, lastYear.report.texts);
      return repeated ? [wholeSection(printed, repeated, lastYear)] : printed.paragraphs.flatMap((paragraph) => sameParagraph(paragraph, lastYear));
    });
  },
};

function wholeSection({ section }: PrintedSection, { same, sentences, share }: RepeatedSection, { uri, report }: LocatedReport): Finding {
  const before = report.texts.find((text) => text.section === section.data.id);
  return {
    code: 'repeated-text',
    place: section.title.place,
    message: l10n.t('Of {0} sentences of this section {1} stand in last year\'s report as well, {2}% of the text.', sentences, same, Math.round(share * 100)),
    related: () => (before ? [{ uri, range: rangeOf(before.place), message: l10n.t('Last year\'s section stands here.') }] : []),
  };
}

function sameParagraph({ node, found, print, counts }: PrintedParagraph, { uri, report }: LocatedReport): Finding[] {
  const before = counts ? placeOfParagraph(print, report.texts) : undefined;
  return before ? [{
    code: 'repeated-text',
    place: placeInText(node, found),
    message: l10n.t('This paragraph, with its numbers, stands in last year\'s report as well.'),
    related: () => [{ uri, range: rangeOf(before), message: l10n.t('It stands here in last year\'s report.') }],
  }] : [];
}

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
