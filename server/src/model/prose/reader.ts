import { add } from './add.ts';
import { announcedApplicant } from './applicants.ts';
import type { Clause, Sentence } from './clauses.ts';
import { hasRole, isCaseMeasure, isCounted, isWord, type Words } from './classify.ts';
import { announceDocument } from './find-document.ts';
import { announceReview } from './find-review.ts';
import { carriedOutMeaning, isOngoing, saysCarriedOut } from './find-ongoing.ts';
import type { Guards } from './guards.ts';
import { impliesRequests } from './implied.ts';
import type { Lexed, Token } from './lexer.ts';
import { find } from './patterns.ts';
import { announcesParts, beginParts, dividesRequests, noteToken } from './scope.ts';
import { endsClause, hasAny, isClauseEnd, isNegated, siteOf, type Found, type Site } from './site.ts';
import {
  newClause,
  newSentence,
  type ClauseState,
  type Division,
  type Entry,
  type ParagraphState,
  type ReadSentence,
  type SentenceState,
  type Topic,
} from './state.ts';
import { statementWords } from './statements.ts';
import type { Mention, Statement } from './types.ts';
import { quantities, type QuantityId, type Role } from './vocabulary.ts';

/** Called at the end of each clause, with what holds there. */
type ClauseHook = (clause: ClauseState, sentence: SentenceState) => void;

/** No sentence that a person writes holds more counts; what is beyond is passed over. */
const mostCounts = 64;

/** Reads the counts of a paragraph, sentence by sentence. */
export class MentionReader {
  readonly lexed: Lexed;
  readonly guards: Guards;
  readonly statements: Statement[] = [];
  readonly namesLitigations: boolean;
  readonly #paragraph: ParagraphState = { topic: 'none', year: undefined, isOfChannel: false, headed: undefined, entries: [] };
  readonly #onClause: ClauseHook;
  /** The last count of the clause before, of requests that were still being worked on; what becomes of them may follow. */
  #waiting: { readonly site: Site; readonly entry: Entry } | undefined;

  constructor(lexed: Lexed, guards: Guards, onClause: ClauseHook) {
    this.lexed = lexed;
    this.guards = guards;
    this.#onClause = onClause;
    this.namesLitigations = lexed.tokens.some((token) => isWord(token) && token.word.quantity?.within.includes('litigation') === true);
  }

  readSentence(sentence: Sentence): ReadSentence {
    if (sentence.isItem || this.#paragraph.topic === 'other') {
      this.#paragraph.topic = 'none';
    }
    this.#paragraph.isOfChannel &&= !sentence.isItem;
    this.#paragraph.headed = sentence.isItem ? undefined : this.#paragraph.headed;
    this.#waiting = undefined;
    const state = newSentence();
    noteWhole(sentence, state, this.guards);
    this.#readClauses(sentence.clauses, state);
    if (sentence.isItem && isReviewHeading(sentence)) {
      this.#paragraph.topic = 'review';
      this.#paragraph.headed = reviewHeaded(sentence);
    }
    withdrawUncertain(state);
    takeAsParts(state);
    this.#implyRequests(sentence, state);
    const before = this.#paragraph.entries;
    this.#paragraph.entries = state.entries.length > 0 ? state.entries : before;
    return { state, sentence, before };
  }

  #implyRequests(sentence: Sentence, { entries, ...state }: SentenceState): void {
    if (entries.some(({ mention }) => mention?.certainty === 'weak') && impliesRequests(sentence, { entries, ...state })) {
      for (const entry of entries) {
        entry.mention = entry.mention?.certainty === 'weak' ? { ...entry.mention, certainty: 'implied' } : entry.mention;
      }
    }
  }

  /** What a bracket announces (含上年结转3件) ends with it. */
  #readClauses(clauses: readonly Clause[], state: SentenceState): void {
    let outside: Pick<SentenceState, 'isSub' | 'group' | 'subLasts'> | undefined;
    for (const clause of clauses) {
      if (clause.bracket === undefined) {
        Object.assign(state, outside);
        outside = undefined;
      } else {
        outside ??= { isSub: state.isSub, group: state.group, subLasts: state.subLasts };
      }
      this.#readClause(clause, state);
    }
  }

  get topic(): Topic {
    return this.#paragraph.topic;
  }

  get headed(): QuantityId | undefined {
    return this.#paragraph.headed;
  }

  /** The year that a clause speaks of, if it names one; undefined where it speaks of several, or of one that is told by words. */
  timeOf(clause: Pick<ClauseState, 'isMixed' | 'year'>, sentence: Pick<SentenceState, 'isPast'>): { readonly year: number | undefined } | undefined {
    return clause.isMixed || sentence.isPast ? undefined : { year: clause.year ?? this.#paragraph.year };
  }

  /** The place in the document's text of a unit of the folded text. */
  offset(at: number): number {
    return this.lexed.offsets[at] ?? this.lexed.text.length;
  }

  span(at: number, to: number): { start: number; end: number } {
    return { start: this.offset(at), end: this.offset(to - 1) + 1 };
  }

  #readClause(clause: Clause, sentence: SentenceState): void {
    const { lexed, guards } = this;
    const paragraph = this.#paragraph;
    const current = newClause(clause);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    let from = 0;
    for (const [at, token] of clause.tokens.entries()) {
      if (token.kind === 'count') {
        from = Math.max(from, this.#readCount(siteOf(this, at, from, current, sentence), current));
      } else if (token.kind === 'percent') {
        from = at + 1;
      } else {
        noteToken(token, at, { lexed, guards, paragraph, sentence, clause: current });
        // By all ways together, which narrows nothing: 通过信函、网络等渠道共收到….
        from = hasRole(token, 'ways.all') ? at + 1 : from;
      }
    }
    sentence.years.set(clause.tokens, this.#paragraph.year);
    if (waiting !== undefined && saysCarriedOut(clause, lexed)) {
      waiting.entry.mention = this.#mentionOf(waiting.site, carriedOutMeaning(waiting.site), waiting.site.clause);
    }
    this.#onClause(current, sentence);
    announceDocument(clause, sentence);
    announceReview(clause, this, sentence);
    sentence.applicant = announcedApplicant(clause.tokens, lexed);
    sentence.dividesRequests ||= dividesRequests(clause, lexed);
    if (announcesParts(clause, lexed)) {
      beginParts(sentence);
    }
    if (clause.end === 'semicolon' && !sentence.subLasts) {
      sentence.isSub = false;
    }
  }

  /** Reads one count; answers from where on the words are free for the next one. */
  #readCount(site: Site, clause: ClauseState): number {
    const { at, words, tail, sentence } = site;
    const found = isReadable(site) ? find(site) : undefined;
    const mention = found === undefined ? undefined : this.#mentionOf(site, found, clause);
    if (mention === undefined) {
      this.#noteStatement(site, clause);
    }
    if (sentence.entries.length < mostCounts) {
      const entry = entryOf(site, clause, mention);
      sentence.entries.push(entry);
      this.#waiting = mention === undefined && isOngoing(site) ? { site, entry } : undefined;
    }
    return words.last < 0 && tail.last >= 0 ? tail.last + 1 : at + 1;
  }

  #noteStatement(site: Site, clause: ClauseState): void {
    const { token, sentence } = site;
    const words = this.#paragraph.isOfChannel ? undefined : statementWords(site);
    const time = this.timeOf(clause, sentence);
    if (words !== undefined && time !== undefined) {
      const { measure, number: { value } } = token;
      this.statements.push({ ...this.span(token.numberAt, token.numberTo), words, measure, value, ...time, unit: sentence.unit });
    }
  }

  #mentionOf({ token, words, sentence }: Site, found: Found, clause: ClauseState): Mention | undefined {
    const time = this.timeOf(clause, sentence);
    // 累计办理1000余件 may count from the beginning on; an exact number is one of the year.
    const isOfManyYears = token.approximate && words.roles.has('sum.cumulative') && time?.year === undefined && !sentence.namesYear;
    if (time === undefined || isOfManyYears) {
      return undefined;
    }
    return {
      start: this.offset(token.numberAt),
      end: this.offset(token.numberTo - 1) + 1,
      quantity: found.id,
      value: token.number.value,
      lower: token.lower,
      upper: token.upper,
      approximate: token.approximate,
      style: token.number.style,
      of: found.of,
      columns: found.columns ?? [],
      otherColumns: [...sentence.columns],
      certainty: found.certainty,
      ...time,
      unit: sentence.unit,
      isPart: found.isPart ?? false,
      carriedYear: found.carried?.year.year,
      carriedYearFollows: found.carried?.follows ?? false,
    };
  }
}

/** Whether the number counts something. */
function isReadable(site: Site): boolean {
  const { tokens, at, token } = site;
  return Number.isInteger(token.number.value) && isCounted(tokens, at, endsClause(site, at));
}

const placing: readonly Role[] = ['channel', 'subset', 'ongoing', 'compare'];
const disclosing: readonly Role[] = ['disclosure', 'request'];
const displacing: readonly Role[] = ['aside', 'rest'];

/** Whether a sentence is a heading that was run into its paragraph: （六）行政复议、行政诉讼情况。 */
function isReviewHeading({ clauses }: Sentence): boolean {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  const isReviewWord = (token: Token): boolean => isWord(token) && token.word.quantity?.kind === 'review';
  return tokens.some(isReviewWord) && tokens.every((token) =>
    isReviewWord(token) || token.kind === 'list' || headingRoles.some((role) => hasRole(token, role)));
}

/** The one review that a heading names. */
function reviewHeaded({ clauses }: Sentence): QuantityId | undefined {
  const ids = new Set(clauses.flatMap(({ tokens }) => tokens.flatMap((token) =>
    (isWord(token) && token.word.quantity?.kind === 'review' ? [token.word.quantity.id] : []))));
  return ids.size === 1 ? [...ids][0] : undefined;
}

const headingRoles: readonly Role[] = ['light', 'disclosure', 'topic.end'];

/** Takes in what holds for the whole of a sentence, wherever in it the word stands. */
function noteWhole({ clauses }: Sentence, state: SentenceState, guards: Guards): void {
  for (const { tokens } of clauses) {
    for (const token of tokens) {
      if (isWord(token)) {
        guards.blockedBy('sentence', token.word).forEach((subject) => state.blocked.add(subject));
        state.namesRequests ||= token.word.roles.has('request');
        state.namesOutcomes ||= token.word.quantity?.kind === 'outcome';
      }
    }
  }
}

function entryOf(site: Site, clause: ClauseState, mention: Mention | undefined): Entry {
  const { token, words, tail, bracket, sentence } = site;
  const read = words.last >= 0 ? words : tail;
  const isSum = beginsSum(site);
  const isPlaced = isSum || read.last >= 0 || hasAny(words, placing) || hasAny(tail, placing);
  return {
    token,
    isReceipt: hasRole(read.quantities.at(-1), 'receipt'),
    mention,
    division: words.roles.has('channel') ? 'channel' : divisionOf(read),
    group: sentence.isSub ? sentence.group : 0,
    bracket,
    isCompared: clause.isCompared,
    hasSum: words.roles.has('sum'),
    isRest: words.roles.has('rest'),
    isDocumentAction: hasAny(words, ['repeal', 'inForce', 'totalDisclosed']),
    isSum,
    isFinished: isOnlyFinished(read) && !isNegated(site, read),
    isOfDisclosure: hasAny(words, disclosing) || hasAny(tail, disclosing),
    isKnown: isPlaced && !hasAny(words, displacing) && !hasAny(tail, displacing),
  };
}

function divisionOf(words: Words): Division {
  if (words.applicants.length > 0) {
    return 'applicant';
  }
  return divisions.get(words.quantities.at(-1)?.word.quantity?.kind ?? '') ?? 'other';
}

const divisions: ReadonlyMap<string, Division> = new Map([
  ['result', 'result'],
  ['outcome', 'outcome'],
  ['review', 'review'],
  ['carriedIn', 'carried'],
  ['carriedOut', 'carried'],
  ['carried', 'carried'],
  ['received', 'carried'],
]);

function isOnlyFinished({ quantities }: Words): boolean {
  return quantities.length > 0 && quantities.every(({ word }) => word.quantity?.kind === 'finished');
}

/** Whether a clause begins with 合计 or 共 and the count. */
function beginsSum({ lexed, tokens, at }: Site): boolean {
  const [before, count] = tokens;
  return at === 1 && before !== undefined && hasRole(before, 'sum.first') && before.to === count?.at
    && (before.at === 0 || isClauseEnd(lexed.codes[before.at - 1]));
}

/** 办结 beside counts that nobody can place (8件撤销) says nothing of the totals; nor does what is said twice. */
function withdrawUncertain({ entries, isSince }: SentenceState): void {
  const unknown = entries.filter(({ isKnown, isCompared, mention, token }) =>
    !isKnown && !isCompared && mention === undefined && token.measure !== '' && isCaseMeasure(token.measure));
  const doubtful = entries.filter((entry) => {
    const isUnplaced = uncertain.has(entry.mention?.quantity) && unknown.some((other) => !isPartOf(other, entry, entries));
    const isDoubted = entries.some((other) => contends(other, entry) || finishesMore(other, entry));
    const isOfOthers = isOfAllKinds(entry, entries) || goesOnElsewhere(entry, entries);
    return entry.mention !== undefined && (isSince || isUnplaced || isDoubted || isOneChannel(entry, entries) || isOfOthers);
  });
  for (const entry of doubtful) {
    entry.mention = undefined;
  }
}

/** Whether a count stands below the 其中 of one that stands below none: 答复35件，其中告知查询途径7件. */
function isPartOf(part: Entry, whole: Entry, entries: readonly Entry[]): boolean {
  const before = entries.slice(0, entries.indexOf(part));
  return part.group > 0 && before.findLast(({ group }) => group === 0) === whole;
}

/** 办结180件，新收的169件，结转的11件: what adds up to what was finished are its parts, and not all that was newly received. */
function takeAsParts({ entries }: SentenceState): void {
  const mentions = entries.flatMap(({ mention }) => mention ?? []);
  const valueOf = (...ids: readonly QuantityId[]): number | undefined => mentions.find(({ quantity }) => ids.includes(quantity))?.value;
  const [finished, carriedIn] = [valueOf('finished'), valueOf('carriedIn', 'carried')];
  for (const entry of entries) {
    const { mention } = entry;
    if (mention?.quantity === 'new' && carriedIn !== undefined && mention.value + carriedIn === finished) {
      entry.mention = { ...mention, isPart: true };
    }
  }
}

const uncertain: ReadonlySet<QuantityId | undefined> = new Set<QuantityId>(['finished', 'handled']);

/** Whether a count of requests stands beside counts by channel that it is not the sum of: 收到申请12件，信函申请6件. */
function isOneChannel(entry: Entry, entries: readonly Entry[]): boolean {
  const { mention, hasSum, group } = entry;
  const channels = entries.filter((other) => other !== entry && other.group === 0 && isChannel(other));
  const sum = add(channels.map(({ token }) => token.number.value));
  return group === 0 && !hasSum && counted.has(mention?.quantity) && channels.length > 0 && sum !== mention?.value;
}

const counted: ReadonlySet<QuantityId | undefined> = new Set<QuantityId>(['new', 'received', 'requests', 'finished', 'handled']);

/** Whether a count of reviews is of all kinds, as one about disclosure follows: 行政复议21件，其中涉及政府信息公开4件. */
function isOfAllKinds(entry: Entry, entries: readonly Entry[]): boolean {
  const isReview = (other: Entry): boolean => quantities.get(other.mention?.quantity ?? 'review')?.kind === 'review';
  const later = entries.slice(entries.indexOf(entry) + 1);
  return entry.mention !== undefined && !entry.isOfDisclosure && isReview(entry) && later.some((other) => other.isOfDisclosure && isReview(other));
}

/** Whether a count of reviews follows those of others, and does not say what it is about: 因房屋征收引发行政诉讼38件，行政复议22件，纠正2件. */
function goesOnElsewhere(entry: Entry, entries: readonly Entry[]): boolean {
  const before = entries.slice(0, entries.indexOf(entry)).findLast((other) => other.division === 'review' && !other.isCompared);
  const isOfReviews = entry.division === 'review' || entry.division === 'outcome';
  return isOfReviews && !entry.isOfDisclosure && before !== undefined && before.mention === undefined;
}

function isChannel({ division, bracket, isCompared, token }: Entry): boolean {
  return division === 'channel' && bracket === undefined && !isCompared && token.measure !== '' && isCaseMeasure(token.measure);
}

/** Whether another count of the same thing says something else: 收到10件，受理9件; 按时办结8件，延期办结1件. */
function contends(other: Entry, { mention, isReceipt }: Entry): boolean {
  const rival = other.mention;
  if (mention === undefined || rival === undefined || rival === mention || rival.quantity !== mention.quantity) {
    return false;
  }
  const isSame =
    rival.of === mention.of && rival.year === mention.year && rival.columns.join() === mention.columns.join();
  const isCarriedElsewhere = rival.carriedYear !== mention.carriedYear;
  const isFuller = mention.quantity === 'received' && isReceipt && !other.isReceipt;
  return isSame && !isCarriedElsewhere && rival.value !== mention.value && !isFuller;
}

/** Whether another count is one of what was finished as well, in a way that the table does not know: 延期办结1件. */
function finishesMore(other: Entry, { mention, token }: Entry): boolean {
  const isOther = other.mention === undefined && other.isFinished && other.group === 0 && !other.isCompared;
  return isOther && mention?.quantity === 'finished' && other.token.number.value !== token.number.value;
}
