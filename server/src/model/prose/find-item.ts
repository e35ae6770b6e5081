import { idsOf, ofKind } from './classify.ts';
import type { Found, Site } from './site.ts';

/** 行政许可决定286件, 行政事业性收费15.2万元: the figures of the second table. */
export function itemMeaning({ words }: Site): Found | undefined {
  const [id, ...others] = idsOf(ofKind(words, ['item', 'fee']));
  return id === undefined || others.length > 0 || words.isRequest ? undefined : { id, certainty: 'explicit' };
}
