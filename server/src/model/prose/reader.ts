import type { Clause, Sentence } from './clauses.ts';
import {
  carriedYear,
  hasRole,
  idsOf,
  isCaseMeasure,
  isCounted,
  isPassing,
  isWord,
  ofKind,
  readWords,
  tailEnd,
  uncovered,
  type Words,
} from './classify.ts';
import type { CountToken, Lexed, Token, WordToken, YearToken } from './lexer.ts';
import type { Certainty, Mention } from './types.ts';
import type { Applicant } from './vocabulary.ts';

/** A count of a sentence, whatever it counts; what sums are made of. */
export interface Entry {
  readonly token: CountToken;
  mention: Mention | null;
  /** How the count divides its whole: parts of two ways do not add up. */
  readonly division: 'channel' | 'applicant' | 'result' | 'outcome' | 'carried' | 'other';
  /** The number of the 其中 that it stands under; 0 where under none. */
  readonly group: number;
  readonly bracket: number | null;
  readonly isCompared: boolean;
  readonly hasSum: boolean;
  readonly isRest: boolean;
  /** 合计 or 共 begins its clause and stands right before it: the sum of what came before. */
  readonly isSum: boolean;
  /** It counts what was finished (办结), of all or of a part. */
  readonly isFinished: boolean;
  /** It is clear what it counts, or that it is a part of something. */
  isKnown: boolean;
}

/** What holds for the rest of a paragraph. */
interface ParagraphState {
  topic: 'none' | 'requests' | 'other';
  year: number | null;
  entries: readonly Entry[];
}

/** What holds for the rest of a sentence. */
export interface SentenceState {
  group: number;
  isSub: boolean;
  subLasts: boolean;
  isForeign: boolean;
  isPlan: boolean;
  isPast: boolean;
  /** It speaks of a part of the year. */
  isPartial: boolean;
  /** A bracket says that it speaks of many years. */
  isSince: boolean;
  isDisclosure: boolean;
  isDocumentBlocked: boolean;
  isAuthority: boolean;
  document: 'normativeDocuments' | 'regulations' | null;
  action: 'issue' | 'repeal' | 'inForce' | null;
  review: string | null;
  unit: string | null;
  readonly columns: Set<string>;
  entries: Entry[];
  /** The numbers of the lists of parts that are announced to be complete (分别为). */
  readonly completeGroups: Set<number>;
}

/** What holds for one clause. */
export interface ClauseState {
  readonly clause: Clause;
  isCompared: boolean;
  isBlocked: boolean;
  year: number | null;
  isMixed: boolean;
}

/** A sentence read through, for those who read denials, sums and percentages from it. */
export interface ReadSentence {
  readonly state: SentenceState;
  readonly sentence: Sentence;
  /** Counts of the sentence before, for a sentence that begins with 其中. */
  readonly before: readonly Entry[];
}

export interface ClauseHook {
  (clause: ClauseState, sentence: SentenceState, reader: MentionReader): void;
}

type Found = { id: string; of?: string; columns?: readonly string[]; certainty: Certainty; isPart?: boolean; carried?: { year: YearToken; follows: boolean } | null };

/** Counts of one sentence beyond these are read, but not added up. */
const longestSentence = 64;

/** Reads the counts of a paragraph, sentence by sentence. */
export class MentionReader {
  readonly lexed: Lexed;
  private readonly paragraph: ParagraphState = { topic: 'none', year: null, entries: [] };
  private readonly onClause: ClauseHook;

  constructor(lexed: Lexed, onClause: ClauseHook) {
    this.lexed = lexed;
    this.onClause = onClause;
  }

  readSentence(sentence: Sentence): ReadSentence {
    if (sentence.isItem || this.paragraph.topic === 'other') {
      this.paragraph.topic = 'none';
    }
    const state = newSentence();
    for (const clause of sentence.clauses) {
      this.readClause(clause, state);
    }
    withdrawUncertain(state);
    const before = this.paragraph.entries;
    this.paragraph.entries = state.entries.length > 0 ? state.entries : before;
    return { state, sentence, before };
  }

  get topic(): ParagraphState['topic'] {
    return this.paragraph.topic;
  }

  /** The year that a clause speaks of; undefined where it speaks of several, or of one that is told by words. */
  yearOf(clause: ClauseState, state: SentenceState): number | null | undefined {
    return clause.isMixed || state.isPast ? undefined : (clause.year ?? this.paragraph.year);
  }

  offset(at: number): number {
    return this.lexed.offsets[at] ?? this.lexed.text.length;
  }

  span(at: number, to: number): { start: number; end: number } {
    return { start: this.offset(at), end: this.offset(to - 1) + 1 };
  }

  private readClause(clause: Clause, state: SentenceState): void {
    const current: ClauseState = { clause, isCompared: false, isBlocked: false, year: null, isMixed: false };
    let from = 0;
    for (const [at, token] of clause.tokens.entries()) {
      if (token.kind === 'count') {
        const used = this.readCount(at, from, current, state);
        from = Math.max(from, used);
      } else if (token.kind === 'percent') {
        from = at + 1;
      } else {
        this.note(token, at, current, state);
      }
    }
    this.onClause(current, state, this);
    if (clause.end === 'semicolon' && !state.subLasts) {
      state.isSub = false;
    }
  }

  /** Takes in what a word, a year or a date says of what follows. */
  private note(token: Token, at: number, clause: ClauseState, state: SentenceState): void {
    if (token.kind === 'year') {
      this.noteYear(token, at, clause, state);
    } else if (token.kind === 'month' && token.value !== 1 && token.value !== 12) {
      state.isPartial = true;
    } else if (isWord(token)) {
      this.noteWord(token, at, clause, state);
    }
  }

  private noteYear(token: YearToken, at: number, clause: ClauseState, state: SentenceState): void {
    const { tokens } = clause.clause;
    if (isCarriedYear(tokens, at) || hasRole(tokens[at - 1], 'compare')) {
      return;
    }
    const leads = tokens.slice(0, at).every((before) => isWord(before) && before.word.roles.has('light'));
    if (leads && clause.clause.bracket === null && token.at - (tokens[0]?.at ?? 0) <= 4 && clause.year === null) {
      this.paragraph.year = token.year;
      state.isPast = false;
    }
    clause.isMixed ||= clause.year !== null && clause.year !== token.year;
    clause.year = token.year;
  }

  private noteWord(token: WordToken, at: number, clause: ClauseState, state: SentenceState): void {
    const { roles, quantity, applicant, text } = token.word;
    const before = clause.clause.tokens[at - 1];
    if (roles.has('request') || roles.has('topic.requests')) {
      this.paragraph.topic = 'requests';
    } else if (roles.has('elsewhere')) {
      this.paragraph.topic = 'none';
    } else if (roles.has('other')) {
      this.paragraph.topic = 'other';
    }
    if (roles.has('lastYear')) {
      const isCompared = hasRole(before, 'compare') || before !== undefined && isWord(before) && comparing.has(before.word.text);
      clause.isCompared ||= isCompared;
      state.isPast ||= !isCompared && !(before?.kind === 'year' && text === '以来');
    }
    if (roles.has('thisYear')) {
      state.isPast = false;
      this.paragraph.year = null;
    }
    clause.isCompared ||= roles.has('compare');
    clause.isBlocked ||= roles.has('delegate') || roles.has('condition');
    state.isForeign ||= roles.has('foreign');
    state.isPlan ||= roles.has('plan');
    state.isPartial ||= roles.has('period');
    state.isSince ||= roles.has('since') && clause.clause.bracket !== null;
    state.isDisclosure ||= roles.has('disclosure') || roles.has('request');
    state.isDocumentBlocked ||= roles.has('otherDocumentAction');
    state.isAuthority ||= roles.has('authority');
    this.noteUnit(token, state);
    if (roles.has('among') || roles.has('parts')) {
      state.group += 1;
      if (roles.has('parts')) {
        state.completeGroups.add(state.group);
      }
      state.isSub = true;
      state.subLasts = clause.clause.tokens[at + 1]?.kind === 'colon';
    }
    if (applicant !== null && quantity === null) {
      applicant.columns.forEach((column) => state.columns.add(column));
    }
  }

  private noteUnit(token: WordToken, state: SentenceState): void {
    const { roles } = token.word;
    if (roles.has('own')) {
      state.unit = null;
    } else if (roles.has('territory')) {
      state.unit = '政府';
    } else if (roles.has('unit')) {
      const from = Math.max(0, token.to - 4);
      state.unit = String.fromCharCode(...this.lexed.codes.slice(from, token.to));
    }
  }

  /** Reads one count; answers from where on the words are free for the next one. */
  private readCount(at: number, from: number, clause: ClauseState, state: SentenceState): number {
    const { tokens, bracket } = clause.clause;
    const token = tokens[at] as CountToken;
    const words = readWords(tokens, from, at);
    const end = tailEnd(tokens, at + 1);
    const tail = readWords(tokens, at + 1, end);
    const isBefore = words.last >= 0;
    const found = this.isReadable(at, clause, state) ? this.find(at, words, tail, end, clause, state) : null;
    const mention = found === null ? null : this.mentionOf(token, found, clause, state);
    const entry: Entry = {
      token,
      mention,
      division: words.roles.has('channel') ? 'channel' : divisionOf(isBefore ? words : tail),
      group: state.isSub ? state.group : 0,
      bracket,
      isCompared: clause.isCompared,
      hasSum: words.roles.has('sum'),
      isRest: words.roles.has('rest'),
      isSum: this.isSum(tokens, at),
      isFinished: isOnlyFinished(isBefore ? words : tail) && !this.isNegated(tokens, isBefore ? words : tail),
      isKnown: words.last >= 0 || tail.last >= 0 || ['channel', 'subset', 'ongoing', 'compare'].some((role) => words.roles.has(role) || tail.roles.has(role)),
    };
    entry.isKnown ||= entry.isSum;
    if (['aside', 'rest'].some((role) => words.roles.has(role) || tail.roles.has(role))) {
      entry.isKnown = false;
    }
    if (state.entries.length < longestSentence) {
      state.entries.push(entry);
    }
    return !isBefore && tail.last >= 0 ? tail.last + 1 : at + 1;
  }

  private isSum(tokens: readonly Token[], at: number): boolean {
    const before = tokens[0];
    const isFirst = at === 1 && isWord(before) && sums.has(before.word.text) && before.to === tokens[1]?.at;
    return isFirst && (before.at === 0 || clauseEnds.has(this.lexed.codes[before.at - 1] ?? 0));
  }

  private isReadable(at: number, clause: ClauseState, state: SentenceState): boolean {
    const { tokens } = clause.clause;
    const token = tokens[at] as CountToken;
    const next = this.lexed.codes[token.to] ?? 0;
    const isClauseEnd = token.to >= this.lexed.length || clauseEnds.has(next);
    const isInteger = Number.isInteger(token.number.value);
    return isInteger && isCounted(tokens, at, isClauseEnd) && !state.isForeign && !state.isPlan && !state.isPartial && !clause.isCompared && !clause.isBlocked;
  }

  private mentionOf(token: CountToken, found: Found, clause: ClauseState, state: SentenceState): Mention | null {
    const year = this.yearOf(clause, state);
    if (year === undefined) {
      return null;
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
      of: found.of ?? null,
      columns: found.columns ?? [],
      otherColumns: [...state.columns],
      certainty: found.certainty,
      year,
      unit: state.unit,
      isPart: found.isPart ?? false,
      carriedYear: found.carried?.year.year ?? null,
      carriedYearFollows: found.carried?.follows ?? false,
    };
  }

  private find(at: number, words: Words, tail: Words, end: number, clause: ClauseState, state: SentenceState): Found | null {
    const { tokens } = clause.clause;
    if (words.last >= 0 && !isPassing(tokens, words.last, at)) {
      return null;
    }
    const tailIsNear = tail.first >= 0 && uncovered(tokens, at, tail.first) <= 2;
    return (
      this.findReview(at, words, tailIsNear ? tail : null, end, clause, state) ??
      this.findDocument(at, words, tailIsNear ? tail : null, clause, state) ??
      this.findRequest(at, words, tail, end, clause, state)
    );
  }

  // --- 行政复议, 行政诉讼

  private findReview(at: number, words: Words, tail: Words | null, end: number, clause: ClauseState, state: SentenceState): Found | null {
    const { tokens } = clause.clause;
    const inWords = ofKind(words, ['review']);
    const inTail = tail === null ? [] : ofKind(tail, ['review']);
    const outcome = ofKind(words, ['outcome']).at(-1) ?? (tail === null || words.last >= 0 ? undefined : ofKind(tail, ['outcome'])[0]);
    const nouns = inWords.length > 0 ? inWords : inTail;
    if (nouns.length === 0 && (outcome === undefined || state.review === null)) {
      return null;
    }
    const acts = ofKind(words, ['finished', 'handled', 'carriedIn', 'carriedOut', 'carried', 'result']);
    const isReceivedByUs = words.quantities.some(({ word }) => word.text.includes('受理'));
    const isBlocked = ['aside', 'subset', 'other', 'rest', 'channel', 'authority'].some((role) => words.roles.has(role) || (tail?.roles.has(role) ?? false));
    const id = nouns.length === 0 ? state.review : this.reviewId(nouns, tokens);
    state.review = nouns.length === 0 ? state.review : id;
    const isAmbiguous = id === null || acts.length > 0 || isReceivedByUs || isBlocked || state.isAuthority;
    if (isAmbiguous || !isCaseMeasure((tokens[at] as CountToken).measure)) {
      return null;
    }
    const certainty = state.isDisclosure || this.paragraph.topic === 'requests' ? 'explicit' : 'weak';
    if (outcome !== undefined) {
      const column = outcome.word.quantity?.id ?? '';
      return id === 'review' ? null : { id: column, of: id, certainty };
    }
    const isSubCount = state.isSub && state.entries.some(({ mention }) => mention?.quantity === id);
    const isTailRead = inWords.length === 0;
    const isNarrowed = !isTailRead && ofKind(readWords(tokens, at + 1, end), ['outcome']).length > 0;
    const isPlainTail = !isTailRead || (tail !== null && uncovered(tokens, tail.last, end - 1) === 0 && this.endsAt(tokens, end));
    return isSubCount || isNarrowed || !isPlainTail || spreads(tokens, at) ? null : { id, certainty };
  }

  /** One id for the nouns before a count; `review` where they are counted together, null where that is open. */
  private reviewId(nouns: readonly WordToken[], tokens: readonly Token[]): string | null {
    const ids = idsOf(nouns);
    const [only] = ids;
    if (ids.length === 1) {
      return only ?? null;
    }
    const first = tokens.indexOf(nouns[0] as Token);
    const last = tokens.indexOf(nouns.at(-1) as Token);
    const between = tokens.slice(first + 1, last);
    const isJoined = uncovered(tokens, first, last) === 0 && between.every((token) => token.kind === 'list' || hasRole(token, 'light'));
    return isJoined && ids.length === 2 && ids.includes('reconsideration') && ids.includes('litigation') ? 'review' : null;
  }

  /** Whether nothing unknown stands between the last token of a range and the end of its clause. */
  private endsAt(tokens: readonly Token[], end: number): boolean {
    const last = tokens[end - 1];
    const to = last?.to ?? 0;
    return to >= this.lexed.length || clauseEnds.has(this.lexed.codes[to] ?? 0);
  }

  // --- 规范性文件, 规章

  private findDocument(at: number, words: Words, tail: Words | null, clause: ClauseState, state: SentenceState): Found | null {
    const { tokens } = clause.clause;
    const token = tokens[at] as CountToken;
    const nouns = documentsIn(words);
    const tailNouns = tail === null || nouns.length > 0 ? [] : documentsIn(tail);
    const noun = nouns.length + tailNouns.length === 1 ? (nouns[0] ?? tailNouns[0] ?? null) : null;
    const actions = actionsIn(words);
    const isFirst = nouns.length + tailNouns.length > 0;
    if (!isFirst && (actions.length === 0 || state.document === null)) {
      state.document = words.last >= 0 ? null : state.document;
      return null;
    }
    const previous = state.entries.at(-1)?.mention ?? null;
    const follows = previous !== null && previous.quantity.includes('.');
    const document = isFirst ? noun : follows ? state.document : null;
    const action = actions.length === 1 ? (actions[0] ?? null) : actions.length === 0 && isFirst && follows ? state.action : null;
    state.document = document;
    state.action = action;
    const others = words.quantities.length > 0 || words.isRequest || words.applicants.length > 0;
    const isBlocked = ['disclose', 'subset', 'other', 'rest', 'aside', 'channel'].some((role) => words.roles.has(role));
    const isTailPlain = tailNouns.length === 0 || (tail !== null && this.endsAt(tokens, tail.last + 1));
    const isWhole = clause.clause.bracket === null && !state.isSub && !state.isDocumentBlocked && !spreads(tokens, at);
    if (document === null || action === null || others || isBlocked || !isTailPlain || !isWhole || !(isCaseMeasure(token.measure) || token.measure === '个')) {
      return null;
    }
    return { id: `${document}.${action}`, certainty: 'explicit' };
  }

  // --- 政府信息公开申请

  private findRequest(at: number, words: Words, tail: Words, end: number, clause: ClauseState, state: SentenceState): Found | null {
    const { tokens } = clause.clause;
    const token = tokens[at] as CountToken;
    const tailIsNear = tail.first >= 0 && uncovered(tokens, at, tail.first) <= 8;
    const isNamedBefore = words.last >= 0;
    const isRequest = words.isRequest || tail.isRequest || this.paragraph.topic === 'requests';
    const certainty: Certainty = isRequest ? 'explicit' : 'weak';
    const isBlocked = (read: Words): boolean => ['other', 'channel', 'aside', 'rest', 'delegate', 'ongoing', 'except'].some((role) => read.roles.has(role));
    const isElsewhere = this.paragraph.topic === 'other' && !words.isRequest && !tail.isRequest;
    if (isElsewhere || isBlocked(words) || (tailIsNear && isBlocked(tail)) || words.roles.has('issue') || spreads(tokens, at)) {
      return null;
    }
    if (!isNamedBefore && !tailIsNear) {
      return null;
    }
    const read = isNamedBefore ? words : tail;
    const carried = this.findCarried(at, read, isNamedBefore, clause, state, certainty);
    if (carried !== undefined) {
      return carried;
    }
    if (words.roles.has('subset') || (tailIsNear && tail.roles.has('subset'))) {
      return null;
    }
    const isCase = isCaseMeasure(token.measure) || ((read.isRequest || words.isRequest) && read.quantities.length > 0);
    const result = ofKind(read, ['result']);
    if (result.length > 0) {
      return isCase ? this.findResult(idsOf(result), state, clause, certainty) : null;
    }
    const applicants = isNamedBefore ? [...words.applicants, ...(tailIsNear ? tail.applicants : [])] : tail.applicants;
    if (applicants.length > 0 && !namesAll(applicants)) {
      return isCase ? this.findApplicant(applicants, words, state, certainty) : null;
    }
    if (state.isSub && !idsOf(read.quantities).includes('new')) {
      return null;
    }
    return isCase ? this.findVerb(at, read, tail, end, isNamedBefore, clause, state, certainty) : null;
  }

  private findCarried(at: number, read: Words, isBefore: boolean, clause: ClauseState, state: SentenceState, certainty: Certainty): Found | null | undefined {
    const { tokens } = clause.clause;
    const found = ofKind(read, ['carriedIn', 'carriedOut', 'carried']);
    if (found.length === 0) {
      return undefined;
    }
    const id = idsOf(found).length === 1 ? (found[0]?.word.quantity ?? null) : null;
    const others = idsOf(read.quantities.filter((token) => !found.includes(token)));
    const isFinished = ofKind(read, ['finished', 'handled']).some((verb) => verb.at < (found[0]?.at ?? 0));
    if (id === null || others.includes('new') || ofKind(read, ['review', 'result', 'outcome']).length > 0 || (id.kind !== 'carriedOut' && others.includes('received') && joins(tokens, at))) {
      return null;
    }
    if (!isBefore && id.kind === 'carriedIn') {
      return null;
    }
    const isPart = isFinished && id.kind !== 'carriedOut' ? true : this.isPartOfNew(state);
    const carried = id.kind === 'carried' ? carriedYear(tokens, tokens.indexOf(found[0] as Token)) : null;
    return { id: id.id, certainty, isPart, carried };
  }

  private findResult(ids: readonly string[], state: SentenceState, clause: ClauseState, certainty: Certainty): Found | null {
    const wholes = state.entries.flatMap(({ mention }) => (mention === null ? [] : [mention.quantity]));
    const isOfCarried = wholes.length > 0 && wholes.every((id) => id.startsWith('carried'));
    const isPart = this.isPartOfNew(state) || clause.clause.bracket !== null;
    const [id] = ids;
    return ids.length !== 1 || id === undefined || isOfCarried ? null : { id, certainty, isPart };
  }

  /** Whether the count stands among those of what was newly received: the table may hold more, from last year. */
  private isPartOfNew(state: SentenceState): boolean {
    const whole = state.entries.findLast(({ mention, group }) => mention !== null && group !== state.group)?.mention?.quantity ?? '';
    return state.isSub && whole !== 'finished' && whole !== 'handled';
  }

  private findApplicant(applicants: readonly Applicant[], words: Words, state: SentenceState, certainty: Certainty): Found | null {
    const [only] = applicants;
    const wholes = state.entries.flatMap(({ mention }) => (mention === null ? [] : [mention.quantity]));
    const isOfTotal = wholes.some((id) => ['new', 'received', 'finished', 'handled', 'requests', 'applicant'].includes(id));
    const isClear = words.isRequest || words.roles.has('application') || ofKind(words, ['received']).length > 0 || (state.isSub && isOfTotal);
    const isOne = applicants.every(({ id }) => id === only?.id);
    return only === undefined || !isOne || only.columns.length === 0 || !isClear || ofKind(words, ['finished', 'handled']).length > 0
      ? null
      : { id: 'applicant', columns: only.columns, certainty };
  }

  private findVerb(at: number, read: Words, tail: Words, end: number, isBefore: boolean, clause: ClauseState, state: SentenceState, certainty: Certainty): Found | null {
    const { tokens, bracket } = clause.clause;
    const verbs = idsOf(ofKind(read, ['received', 'finished', 'handled']));
    if (verbs.length !== read.quantities.length && idsOf(read.quantities).length !== verbs.length) {
      return null;
    }
    const [verb] = verbs;
    if (verb !== undefined) {
      const id = verbs.length > 1 ? 'requests' : !isBefore && tail.roles.has('all') ? 'handled' : verb;
      const isDone = id === 'finished' || id === 'handled' || id === 'requests';
      const negated = this.isNegated(tokens, read);
      return negated || (bracket !== null && id !== 'new') || (!isBefore && !isDone) ? null : { id, certainty };
    }
    const isNoun = isBefore ? read.isRequest : tail.isRequest && tokens.slice(0, at).some((token) => hasRole(token, 'sum'));
    const isEnd = isBefore ? this.endsAt(tokens, at + 1) : this.endsAt(tokens, end) && tail.last === end - 1;
    return isNoun && isEnd && bracket === null && !state.isSub && certainty === 'explicit' ? { id: 'requests', certainty } : null;
  }

  /** Whether 未, 不, 待 or the like stands before a verb. */
  private isNegated(tokens: readonly Token[], read: Words): boolean {
    const verb = read.quantities[0];
    return verb !== undefined && (negations.has(this.lexed.codes[verb.at - 1] ?? 0) || hasRole(tokens[tokens.indexOf(verb) - 1], 'denial'));
  }
}

const codesOf = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const clauseEnds = codesOf(',;。:、!?()|');
const negations = codesOf('未不没待拟须应可需能再');
const sums = new Set(['合计', '共计', '总计', '共']);
const comparing = new Set(['与', '和']);

function newSentence(): SentenceState {
  return {
    group: 0,
    isSub: false,
    subLasts: false,
    isForeign: false,
    isPlan: false,
    isPast: false,
    isPartial: false,
    isSince: false,
    isDisclosure: false,
    isDocumentBlocked: false,
    isAuthority: false,
    document: null,
    action: null,
    review: null,
    unit: null,
    columns: new Set(),
    entries: [],
    completeGroups: new Set(),
  };
}

function isCarriedYear(tokens: readonly Token[], at: number): boolean {
  for (let near = Math.max(0, at - 1); near <= Math.min(tokens.length - 1, at + 3); near += 1) {
    const token = tokens[near];
    if (isWord(token) && token.word.quantity?.kind === 'carried') {
      return carriedYear(tokens, near)?.year === tokens[at];
    }
  }
  return false;
}

/** Whether 分别 before a count begins a list of counts for several things. */
function spreads(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return isWord(before) && before.word.text === '分别';
}

/** Whether 和, 及 or a list mark before a count joins two things that are counted together. */
function joins(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((token) => token.kind === 'list' || (isWord(token) && joiners.has(token.word.text)));
}

const joiners = new Set(['和', '与', '及', '以及', '或']);

function documentsIn(words: Words): ('normativeDocuments' | 'regulations')[] {
  return (['normativeDocuments', 'regulations'] as const).filter((noun) => words.roles.has(`documents.${noun}`));
}

function actionsIn(words: Words): ('issue' | 'repeal' | 'inForce')[] {
  return (['issue', 'repeal', 'inForce'] as const).filter((action) => words.roles.has(action));
}

/** Whether the applicants named together are all there are: 公民、法人和其他组织. */
function namesAll(applicants: readonly Applicant[]): boolean {
  const ids = new Set(applicants.map(({ id }) => id));
  return ids.has('naturalPerson') && (ids.has('organizations') || applicants.length >= 3);
}

function divisionOf(words: Words): Entry['division'] {
  const kind = words.quantities.at(-1)?.word.quantity?.kind;
  if (words.applicants.length > 0) {
    return 'applicant';
  }
  return kind === 'result' || kind === 'outcome' ? kind : kind === 'carriedIn' || kind === 'carriedOut' || kind === 'carried' || kind === 'received' ? 'carried' : 'other';
}

function isOnlyFinished(words: Words): boolean {
  return words.quantities.length > 0 && words.quantities.every(({ word }) => word.quantity?.kind === 'finished');
}

/** 办结 beside counts that nobody can place (8件撤销) says nothing of the totals. */
function withdrawUncertain({ entries, isSince }: SentenceState): void {
  const hasUnknown = entries.some(({ isKnown, isCompared, token, mention }) => !isKnown && !isCompared && mention === null && token.measure !== '' && isCaseMeasure(token.measure));
  for (const entry of entries) {
    if (isSince || (hasUnknown && (entry.mention?.quantity === 'finished' || entry.mention?.quantity === 'handled'))) {
      entry.mention = null;
    }
  }
}
