import { carriedYear, deniesCarriedIn, isWord, hasRole, joins, uncovered, type Words } from './classify.ts';
import type { Token, WordToken } from './lexer.ts';
import { denials, type DenialName, type QuantityId, type Word } from './vocabulary.ts';

/** 未收到 or the like in its clause, with the words behind it. */
interface Site {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly words: Words;
  /** The denial itself: 未收到. */
  readonly denial: Word;
  /** The last word that names something. */
  readonly last: Word;
}

export interface DeniedQuantities {
  readonly quantities: readonly QuantityId[];
  readonly carried: ReturnType<typeof carriedYear>;
}

interface Reader {
  readonly fits: (site: Site) => boolean;
  /** What does not exist; undefined where that is not certain. */
  readonly read: (site: Site) => DeniedQuantities | undefined;
}

const readers: Readonly<Record<Exclude<DenialName, 'done'>, Reader>> = {
  carried: { fits: ({ words }) => carriedIn(words) !== undefined, read: readCarried },
  review: { fits: ({ last }) => last.quantity?.kind === 'review', read: (site) => ({ quantities: reviewGroup(site), carried: undefined }) },
  document: { fits: ({ last }) => documentNouns.some((noun) => last.roles.has(`documents.${noun}`)), read: readDocument },
  request: { fits: ({ last }) => last.roles.has('request') || last.roles.has('application'), read: readRequest },
};

/** What a clause denies, by the first of the phrases' denials that it fits. */
export function denied(site: Site): DeniedQuantities | undefined {
  for (const { name } of denials) {
    if (name !== 'done' && readers[name].fits(site)) {
      return readers[name].read(site);
    }
  }
  return undefined;
}

/** 结转下年度办理 says no more than 结转下年度. */
export function withoutHandled({ quantities }: Words): readonly WordToken[] {
  const carried = quantities.findIndex(({ word }) => word.quantity?.kind.startsWith('carried'));
  return quantities.filter(({ word }, at) => carried < 0 || at < carried || word.quantity?.kind !== 'handled');
}

function carriedIn({ quantities }: Words): WordToken | undefined {
  return quantities.find(({ word }) => word.quantity?.kind.startsWith('carried'));
}

function readCarried({ tokens, at, words }: Site): DeniedQuantities | undefined {
  const carried = carriedIn(words);
  const [named, ...others] = withoutHandled(words);
  if (carried?.word.quantity === undefined || named !== carried || others.length > 0 || words.roles.has('issue')) {
    return undefined;
  }
  return { quantities: [deniesCarriedIn(tokens, at) ? 'carriedIn' : carried.word.quantity.id], carried: carriedYear(tokens, tokens.indexOf(carried)) };
}

const documentNouns = ['normativeDocuments', 'regulations'] as const;
/** What may be denied of documents; that none were disclosed in the year nobody says. */
const deniedActions = ['issue', 'repeal', 'inForce'] as const;

function readDocument(site: Site): DeniedQuantities | undefined {
  const { words, denial } = site;
  const named = documentNouns.filter((noun) => words.roles.has(`documents.${noun}`));
  const nouns = documentGroup(site);
  const actions = deniedActions.filter((one) => words.roles.has(one) || (one === 'issue' && denial.roles.has('denial.issue')));
  return named.length > nouns.length || actions.length === 0 || (actions.length > 1 && !areListed(site))
    ? undefined
    : { quantities: nouns.flatMap((noun) => actions.map((action): QuantityId => `${noun}.${action}`)), carried: undefined };
}

/** Whether nothing but actions, nouns and what joins them is denied: 未制定、废止规范性文件. */
function areListed({ tokens, at, words }: Site): boolean {
  const isPart = (token: Token): boolean => joins(token) || hasRole(token, 'light')
    || [...deniedActions, ...documentNouns.map((noun) => `documents.${noun}` as const)].some((role) => hasRole(token, role));
  return uncovered(tokens, at, words.last) === 0 && tokens.slice(at + 1, words.last + 1).every(isPart);
}

/** The nouns that end the clause together: 规章、规范性文件. */
function documentGroup({ tokens, at, words }: Site): (typeof documentNouns)[number][] {
  const found = new Set<(typeof documentNouns)[number]>();
  for (let index = words.last; index > at; index -= 1) {
    const noun = documentNouns.find((one) => hasRole(tokens[index], `documents.${one}`));
    if (noun !== undefined) {
      found.add(noun);
    } else if (!joins(tokens[index])) {
      break;
    }
  }
  return documentNouns.filter((noun) => found.has(noun));
}

function readRequest({ tokens, at, words }: Site): DeniedQuantities | undefined {
  const isNamed = words.isRequest || uncovered(tokens, at, words.last) === 0;
  const isReceipt = words.quantities.every(({ word }) => word.quantity?.kind === 'received');
  return isNamed && isReceipt && !words.roles.has('issue') ? { quantities: ['received'], carried: undefined } : undefined;
}

/** The nouns that end the clause together: 行政复议、行政诉讼. */
export function reviewGroup({ tokens, at, words }: Pick<Site, 'tokens' | 'at' | 'words'>): QuantityId[] {
  const ids: QuantityId[] = [];
  for (let index = words.last; index > at; index -= 1) {
    const token = tokens[index];
    const id = isWord(token) && token.word.quantity?.kind === 'review' ? token.word.quantity.id : undefined;
    if (id !== undefined) {
      ids.unshift(id);
    } else if (token?.kind !== 'list' && !hasRole(token, 'light') && !hasRole(token, 'denial')) {
      break;
    }
  }
  return [...new Set(ids)];
}
