import type { TextDigest } from './digest.ts';

/** A section of which most is last year's text again. */
export interface RepeatedSection {
  readonly section: string;
  readonly same: number;
  readonly sentences: number;
  /** Of the text, between 0 and 1. */
  readonly share: number;
}

/** A fingerprint of a sentence holds its length, so that shares can be told from fingerprints alone. */
const lengths = 4096;

/** A number that stands for a text: equal texts have equal ones, and different ones hardly ever. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash * lengths + Math.min(text.length, lengths - 1);
}

/** From such a share on two people would call the texts the same. */
const leastShare = 0.8;
/** Shorter sections may say the same each year: nothing was to be told. */
const leastText = 80;
const fewestSentences = 3;

export function repeatedSection(own: Pick<TextDigest, 'section' | 'sentences'>, last: readonly TextDigest[]): RepeatedSection | undefined {
  const before = new Set(last.find(({ section }) => section === own.section)?.sentences);
  const same = own.sentences.filter((sentence) => before.has(sentence));
  const [repeated, all] = [lengthOf(same), lengthOf(own.sentences)];
  return all < leastText || own.sentences.length < fewestSentences || repeated < leastShare * all ? undefined
    : { section: own.section, same: same.length, sentences: own.sentences.length, share: repeated / all };
}

function lengthOf(sentences: readonly number[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence % lengths, 0);
}

/** Where a paragraph stands in last year's report; undefined where it does not. */
export function placeOfParagraph(paragraph: number, last: readonly TextDigest[]): readonly number[] | undefined {
  for (const { paragraphs } of last) {
    for (let at = 0; at < paragraphs.length; at += paragraphNumbers) {
      if (paragraphs[at] === paragraph) {
        return paragraphs.slice(at + 1, at + paragraphNumbers);
      }
    }
  }
  return undefined;
}

/** A paragraph in a digest: its fingerprint and its place. */
export const paragraphNumbers = 5;
