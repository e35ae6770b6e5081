import { isWord, type Words } from './classify.ts';
import { endsClause, hasAny, isCase, isTailNear, spreads, type Found, type Site } from './site.ts';
import type { SentenceState } from './state.ts';

const nearTail = 2;
const narrowing = ['disclose', 'subset', 'other', 'rest', 'aside', 'channel'];

/** Finds counts of 规范性文件 and 规章 that were issued, repealed or are in force. */
export function findDocument(site: Site): Found | null {
  const { words, token, sentence } = site;
  const before = documentsIn(words);
  const after = before.length === 0 && isTailNear(site, nearTail) ? documentsIn(site.tail) : [];
  const nouns = [...before, ...after];
  const actions = actionsIn(words);
  if (nouns.length === 0 && (actions.length === 0 || sentence.document === null)) {
    sentence.document = words.last >= 0 ? null : sentence.document;
    return null;
  }
  const follows = sentence.entries.at(-1)?.mention?.quantity.includes('.') ?? false;
  sentence.document = nouns.length > 0 ? only(nouns) : follows ? sentence.document : null;
  sentence.action = actions.length > 0 ? only(actions) : follows ? sentence.action : null;
  const isTailPlain = after.length === 0 || endsClause(site, site.tail.last);
  const isMeasured = isCase(site) || token.measure === '个';
  if (sentence.document === null || sentence.action === null || isNarrowed(site) || !isTailPlain || !isMeasured) {
    return null;
  }
  return { id: `${sentence.document}.${sentence.action}`, certainty: 'explicit' };
}

function isNarrowed(site: Site): boolean {
  const { words, sentence, bracket } = site;
  const isOfRequests = words.quantities.length > 0 || words.isRequest || words.applicants.length > 0;
  return (
    isOfRequests ||
    hasAny(words, narrowing) ||
    bracket !== null ||
    sentence.isSub ||
    sentence.isDocumentBlocked ||
    isOfManyYears(site) ||
    spreads(site)
  );
}

/** 累计 counts from the beginning on, unless it is said to be of the year. */
function isOfManyYears({ tokens, from, at }: Site): boolean {
  const own = tokens.slice(from, at).filter(isWord);
  return own.some(({ word }) => word.text === '累计') && !own.some(({ word }) => ofTheYear.has(word.text) || word.roles.has('thisYear'));
}

const ofTheYear = new Set(['全年', '当年', '年内', '本年内', '全年度']);

function only<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

function documentsIn(words: Words): NonNullable<SentenceState['document']>[] {
  return (['normativeDocuments', 'regulations'] as const).filter((noun) => words.roles.has(`documents.${noun}`));
}

function actionsIn(words: Words): NonNullable<SentenceState['action']>[] {
  return (['issue', 'repeal', 'inForce'] as const).filter((action) => words.roles.has(action));
}
