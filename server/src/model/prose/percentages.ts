import { add } from './add.ts';
import { hasRole, uncovered } from './classify.ts';
import type { Token } from './lexer.ts';
import type { MentionReader } from './reader.ts';
import type { Entry, ReadSentence } from './state.ts';
import type { PercentMention, Quotient } from './types.ts';
import type { QuantityId } from './vocabulary.ts';
import { readDifference } from './differences.ts';
import { follows, isAfterComparison, quotientOf, shareAt, valueOf, type Read, type Site } from './percent-site.ts';
import { readOfTables } from './table-rates.ts';

/** Reads the percentages of one sentence that its own counts can prove: 办结率, 占, 增长. */
export function readPercentages({ sentence, state, before }: ReadSentence, reader: MentionReader): PercentMention[] {
  if (!sentence.clauses.some(({ tokens }) => tokens.some(({ kind }) => kind === 'percent'))) {
    return [];
  }
  const isOpen = state.blocked.has('percentages') || state.isPast || state.entries.some(({ token }) => token.approximate);
  return sentence.clauses.flatMap((clause, place) => clause.tokens.flatMap((token, at, tokens) => {
    if (token.kind !== 'percent') {
      return [];
    }
    const entries = state.entries.filter((entry) => entry.token.to <= token.at);
    const site = { tokens, at, token, entries, before, clauseBefore: sentence.clauses[place - 1]?.tokens ?? [] };
    const isImpossible = token.number.value > 100 && (follows(site, 'rate') || follows(site, 'timelyRate') || follows(site, 'share'));
    const read = isImpossible ? impossible : isOpen ? undefined : readAny(site, state, reader);
    return read === undefined ? [] : [mentionOf(site, read, reader)];
  }));
}

function readAny(site: Site, state: ReadSentence['state'], reader: MentionReader): Read | undefined {
  return readRate(site) ?? readShare(site) ?? readGrowth(site) ?? readDifference(site) ?? readOfTables(site, state, reader);
}

/** A share of more than 100 % is wrong whatever its counts are. */
const impossible: Read = { quotients: [], otherQuotients: [], counts: [] };

function mentionOf({ token }: Site, { counts, quotients, otherQuotients, ofTables, mayBeOfTables }: Read, reader: MentionReader): PercentMention {
  return {
    ...reader.span(token.at, token.to - 1),
    said: token.number.value,
    unit: token.number.unit,
    places: counts.map((entry) => reader.offset(entry.token.numberAt)),
    quotients,
    otherQuotients,
    ...(ofTables && { ofTables }),
    ...(mayBeOfTables && { mayBeOfTables }),
  };
}

/** 办结率: what was finished against what was received, with or without what was carried in. */
function readRate(site: Site): Read | undefined {
  const earlier = site.entries.filter((entry) => !entry.isCompared && entry.bracket === undefined);
  const received = earlier.filter(({ mention }) => receiving.has(mention?.quantity));
  const carried = earlier.filter(({ mention }) => mention?.quantity === 'carriedIn');
  const [finished, ...others] = earlier.filter((entry) => entry.isFinished);
  if (!follows(site, 'rate') || isAfterComparison(site) || received.length !== 1 || finished === undefined || others.length > 0
    || carried.length > 1 || earlier.length > 4) {
    return undefined;
  }
  const whole = add(received.map(valueOf));
  const wholes = carried.length === 0 ? [whole] : [whole, whole + add(carried.map(valueOf))];
  return {
    counts: [...received, ...carried, finished],
    quotients: wholes.flatMap((other) => quotientOf(valueOf(finished), other)),
    otherQuotients: [],
    mayBeOfTables: true,
  };
}

const receiving: ReadonlySet<QuantityId | undefined> = new Set<QuantityId>(['new', 'received', 'due']);

/** 收到36件，其中予以公开17件，占…: a part against the wholes before it; any count before may be the one meant. */
function readShare(site: Site): Read | undefined {
  const part = site.entries.at(-1);
  if (shareAt(site) < 0 || isAfterComparison(site) || part === undefined || part.isCompared || !isNearestCount(site, part)) {
    return undefined;
  }
  const own = site.entries.slice(0, -1);
  const earlier = (own.length > 0 ? own : site.before).filter((entry) => !entry.isCompared && entry.token.measure === part.token.measure);
  const wholes = earlier.filter((entry) => entry.group === 0 && entry.bracket === undefined && isWholeOf(entry, part));
  return wholes.length === 0 ? undefined : {
    counts: [...wholes, part],
    quotients: wholes.flatMap((whole) => quotientOf(valueOf(part), valueOf(whole))),
    otherQuotients: [
      ...[...earlier.map(valueOf), add(wholes.map(valueOf)), add([...earlier, part].map(valueOf))].flatMap((other) => quotientOf(valueOf(part), other)),
      ...together(site.entries).flatMap((sum) => wholes.flatMap((whole) => quotientOf(sum, valueOf(whole)))),
    ],
  };
}

const mostTogether = 8;

/** What the last counts come to, two or more of them: 自然人152件、企业21件，占94%. */
function together(entries: readonly Entry[]): readonly number[] {
  const values = entries.slice(-mostTogether).map(valueOf);
  return values.slice(1).map((_, at) => add(values.slice(at)));
}

/** Whether the part is one of the whole: below 其中, or by its kind, where the whole is of all requests. */
function isWholeOf(whole: Entry, part: Entry): boolean {
  const isPartByKind = partial.has(part.division) && whole.mention !== undefined && !partial.has(whole.division);
  return valueOf(part) <= valueOf(whole) && (part.group > 0 || isPartByKind);
}

const partial: ReadonlySet<Entry['division']> = new Set(['applicant', 'result', 'channel']);

/** Whether no share stands between the count and the percentage: 占30%、40% are those of others. */
function isNearestCount({ tokens, at }: Site, { token }: Entry): boolean {
  const count = tokens.indexOf(token);
  return !tokens.some((other, index) => other.kind === 'percent' && index > count && index < at);
}

/** 36件，较上年30件增长20%, 36件，与上年30件相比增长20%: the count before the comparison against the one in it. */
function readGrowth(site: Site): Read | undefined {
  const { tokens, at, entries } = site;
  const sign = follows(site, 'rise') ? 1 : follows(site, 'fall') ? -1 : 0;
  const [base, ...others] = entries.filter((entry) => tokens.includes(entry.token));
  if (sign === 0 || base === undefined || others.length > 0 || !isBase(tokens, tokens.indexOf(base.token), at)) {
    return undefined;
  }
  const counts = entries.filter((entry) => !entry.isCompared && entry.token.measure === base.token.measure && entry.token.to <= base.token.at);
  const current = counts.at(-1);
  return current === undefined ? undefined : {
    counts: [current, base],
    quotients: growthOf(valueOf(current), valueOf(base), sign),
    otherQuotients: counts.flatMap((count) => growthOf(valueOf(count), valueOf(base), sign)),
  };
}

/** Whether a comparison names a year and then the count (较上年的30件), and nothing else stands before its 增长. */
function isBase(tokens: readonly Token[], base: number, at: number): boolean {
  const from = tokens.findIndex((token) => hasRole(token, 'compare') || hasRole(token, 'opposes'));
  const names = tokens.slice(from + 1, base);
  const isYear = [tokens[from], ...names].some((token) => token?.kind === 'year' || hasRole(token, 'lastYear'));
  const isPlain = names.every((token) => token.kind === 'year' || hasRole(token, 'lastYear') || hasRole(token, 'light'));
  return from >= 0 && from < base && isYear && isPlain && uncovered(tokens, from, at) === 0;
}

function growthOf(current: number, base: number, sign: 1 | -1): Quotient[] {
  const [more, less] = sign > 0 ? [current, base] : [base, current];
  return base === 0 ? [] : [{ value: ((more - less) / base) * 100, formula: `(${more} − ${less}) ÷ ${base}` }];
}
