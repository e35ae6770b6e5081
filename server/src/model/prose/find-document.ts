import { hasRole, readWords, type Words } from './classify.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './lexer.ts';
import { isTailNear, type Found, type Site } from './site.ts';
import type { Role } from './vocabulary.ts';
import { documentActions, type SentenceState } from './state.ts';

const nearNouns = 2;

/** Remembers which documents the sentence last named, and what was done with them: 制发规范性文件5件，废止2件. */
export function rememberDocument(site: Site): void {
  const { words, sentence } = site;
  const nouns = nounsOf(site);
  const actions = actionsIn(words);
  if (nouns.length === 0 && (actions.length === 0 || sentence.document === undefined)) {
    sentence.document = words.last >= 0 ? undefined : sentence.document;
    return;
  }
  const follows = sentence.entries.at(-1)?.mention?.quantity.includes('.') ?? false;
  sentence.document = nouns.length > 0 ? only(nouns) : follows || sentence.isDocumentTopic ? sentence.document : undefined;
  sentence.action = actions.length > 0 ? only(actions) : follows ? sentence.action : undefined;
}

/** A clause without a count that ends with the documents makes them the subject of what follows: 规范性文件管理方面，制发5件. */
export function announceDocument({ tokens, bracket }: Clause, sentence: SentenceState): void {
  const words = readWords(tokens, 0, tokens.length);
  const nouns = documentsIn(words);
  const isNamed = bracket === undefined && nouns.length === 1 && hasRole(tokens[words.last], `documents.${nouns[0] ?? 'regulations'}`);
  if (isNamed && !tokens.some(({ kind }) => kind === 'count') && !tokens.some((token) => hasRole(token, 'denial'))) {
    sentence.document = nouns[0];
    sentence.isDocumentTopic = true;
  }
}

export function documentFits(site: Site): boolean {
  return nounsOf(site).length > 0 || (actionsIn(site.words).length > 0 && site.sentence.document !== undefined);
}

export function documentMeaning(site: Site): Found | undefined {
  const { words, sentence: { document } } = site;
  const action = site.sentence.action ?? (isNonePublished(site) ? 'issue' : undefined);
  const isOfRequests = words.quantities.length > 0 || words.isRequest || words.applicants.length > 0;
  return document === undefined || action === undefined || isOfRequests || isOfManyYears(site)
    ? undefined
    : { id: `${document}.${action}`, certainty: 'explicit' };
}

/** 发布规范性文件0件: those that are issued are published. */
export function isNonePublished({ tokens, at, token, words }: Site): boolean {
  const before = tokens[at - 1];
  const isBeside = before?.to === token.at && published.some((role) => hasRole(before, role));
  return token.number.value === 0 && isBeside && words.roles.has('published');
}

const published: readonly Role[] = ['published', 'documents.normativeDocuments', 'documents.regulations'];

function nounsOf(site: Site): NonNullable<SentenceState['document']>[] {
  const before = documentsIn(site.words);
  return before.length === 0 && isTailNear(site, nearNouns) ? documentsIn(site.tail) : before;
}

/** What counts from the beginning on, unless it is said to be of the year: 累计, 已废止的. */
function isOfManyYears(site: Site): boolean {
  const own = site.tokens.slice(site.from, site.at);
  const isOfYear = own.some((token) => token.kind === 'year' || hasRole(token, 'thisYear') || hasRole(token, 'wholeYear'));
  const isCumulative = own.some((token) => hasRole(token, 'sum.cumulative'));
  return !isOfYear && (isCumulative || isState(site, own));
}

/** Whether documents are told by what they are (已废止的规范性文件), not by what was done with them in the year. */
function isState({ sentence }: Site, own: readonly Token[]): boolean {
  const at = own.findIndex((token) => hasRole(token, 'repeal') || hasRole(token, 'issue'));
  const isDone = hasRole(own[at - 1], 'state');
  const isAttribute = hasRole(own[at + 1], 'attributive');
  if (!hasRole(own[at], 'repeal')) {
    return isDone && isAttribute;
  }
  const quantities = sentence.entries.map(({ mention }) => mention?.quantity ?? '');
  const isBesidePresent = quantities.some((id) => id.endsWith('.inForce')) && !quantities.some((id) => id.endsWith('.issue'));
  return isDone || isAttribute || isBesidePresent;
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function documentsIn(words: Words): NonNullable<SentenceState['document']>[] {
  return (['normativeDocuments', 'regulations'] as const).filter((noun) => words.roles.has(`documents.${noun}`));
}

function actionsIn(words: Words): NonNullable<SentenceState['action']>[] {
  return documentActions.filter((action) => words.roles.has(action));
}
