import { slips } from '../forms/slips.ts';
import { memoised } from '../model/memo.ts';
import { longParagraphsIn, type Paragraph } from '../model/paragraphs.ts';
import { isNarrative } from '../model/prose/narrative.ts';
import type { Report, Section } from '../model/report.ts';
import { anyOf, plainText } from '../model/running-text.ts';
import { originOf } from '../syntax/retouch.ts';
import type { Prose } from '../syntax/tree.ts';
import { fingerprint } from './texts.ts';

/** A paragraph by its fingerprint. */
export interface PrintedParagraph {
  readonly node: Prose;
  readonly found: Paragraph;
  readonly print: number;
  /** Whether it counts several things, which hardly come out alike two years running. */
  readonly counts: boolean;
}

/** A section that is compared with last year's (内容雷同). */
export interface PrintedSection {
  readonly section: Section;
  readonly sentences: readonly number[];
  readonly paragraphs: readonly PrintedParagraph[];
}

/** The sections of a report that tell of the year, by fingerprints; a repeated one is left out. */
export function printedSections(report: Report): readonly PrintedSection[] {
  return slips.repetition.sections.flatMap((id) => {
    const [section, again] = report.sections.filter(({ data }) => data.id === id);
    if (!section || again) {
      return [];
    }
    const prose = section.prose.filter((node) => isNarrative(node, section, report));
    return [{
      section,
      sentences: prose.flatMap((node) => sentencesOf(originOf(node))),
      paragraphs: prose.flatMap((node) => paragraphsOf(originOf(node)).map((paragraph) => ({ ...paragraph, node }))),
    }];
  });
}

const sentenceEnd = /[。！？;!?]/u;
/** Shorter ones say nothing: 一是, 无. */
const shortest = 6;

const sentencesOf = memoised((node: Prose): readonly number[] =>
  plainText(node).split(sentenceEnd).filter((sentence) => sentence.length >= shortest).map(fingerprint));

const shortestParagraph = 60;
const fewestCounts = 2;
const counted = new RegExp(`(?<![\\d.])[1-9]\\d*(?:\\.\\d+)?万?余?(?:${anyOf(slips.leftovers.measures)})`, 'gu');

const paragraphsOf = memoised((node: Prose): readonly Omit<PrintedParagraph, 'node'>[] => longParagraphsIn(node)
  .filter(({ text }) => text.length >= shortestParagraph)
  .map((found) => ({ found, print: fingerprint(found.text), counts: [...found.text.matchAll(counted)].length >= fewestCounts })));
