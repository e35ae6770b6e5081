import { hasRole, idsOf, isWord, joins, ofKind } from './classify.ts';
import type { Token } from './lexer.ts';
import type { Found, Site } from './site.ts';
import { quantities, quantityNamed, type QuantityId } from './vocabulary.ts';

/** Whether decisions are named, or called shortly behind others that were counted: 行政许可决定286件，行政处罚75件. */
export function itemFits(site: Site): boolean {
  const before = site.sentence.entries.at(-1)?.mention?.quantity;
  const isBehindItem = before !== undefined && quantities.get(before)?.kind === 'item';
  return site.words.kinds.has('item') || (isBehindItem && bareItem(site) !== undefined);
}

/** The one word before a count, but for what joins it to the count before. */
function bareItem({ tokens, from, at }: Site): QuantityId | undefined {
  const own = tokens.slice(from, at).filter((token) => !joins(token));
  return own.length === 1 ? itemNamed(own[0]) : undefined;
}

/** The decisions that a word names for certain, or shortly: 行政许可. */
export function itemNamed(token: Token | undefined): QuantityId | undefined {
  if (!isWord(token)) {
    return undefined;
  }
  const { quantity, text } = token.word;
  return quantity?.kind === 'item' ? quantity.id : hasRole(token, 'item.bare') ? quantityNamed('item', text) : undefined;
}

/** 行政许可决定286件, 行政事业性收费15.2万元: the figures of the second table. */
export function itemMeaning(site: Site): Found | undefined {
  const { words } = site;
  const named = idsOf(ofKind(words, ['item', 'fee']));
  const bare = named.length === 0 ? bareItem(site) : undefined;
  const [id, ...others] = bare === undefined ? named : [bare];
  return id === undefined || others.length > 0 || words.isRequest ? undefined : { id, certainty: 'explicit' };
}
