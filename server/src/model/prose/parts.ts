import { add } from './add.ts';
import type { MentionReader } from './reader.ts';
import type { Entry, ReadSentence } from './state.ts';
import type { PartsMention } from './types.ts';

/** Reads wholes and their parts from one sentence: 其中 a, b, c; a, b, 合计 c. */
export function readParts(read: ReadSentence, reader: MentionReader): PartsMention[] {
  if (read.state.blocked.has('sums')) {
    return [];
  }
  const { entries, completeGroups } = read.state;
  const found: PartsMention[] = [];
  for (const group of new Set(entries.map((entry) => entry.group))) {
    const members = group === 0 ? [] : listOf(entries.filter((entry) => entry.group === group));
    const parts =
      members.length === 0 ? undefined : readGroup(members, entries, read.before, completeGroups.has(group), reader);
    if (parts !== undefined) {
      found.push(parts);
    }
  }
  return [...found, ...readSums(entries, reader)];
}

/** The counts under one 其中, as far as they are parts: what was repealed or is in force is counted by itself, and 合计 sums them. */
function listOf(entries: readonly Entry[]): readonly Entry[] {
  const end = entries.findIndex(({ isDocumentAction, isSum }, at) => isDocumentAction || (isSum && at > 1 && at === entries.length - 1));
  return end < 0 ? entries : entries.slice(0, end);
}

function readGroup(
  members: readonly Entry[],
  entries: readonly Entry[],
  before: readonly Entry[],
  isAnnounced: boolean,
  reader: MentionReader,
): PartsMention | undefined {
  const [first] = members;
  const isSum = first?.hasSum === true && members.length === 1;
  if (first === undefined || first.token.measure === '' || members.some(isVague) || isSum) {
    return undefined;
  }
  const { measure } = first.token;
  const bracket = first.bracket;
  const parts = members.filter((entry) => entry.bracket === bracket && entry.token.measure === measure);
  const isPlain =
    parts.length === members.length &&
    new Set(parts.flatMap(({ division, isRest }) => (isRest ? [] : [division]))).size <= 1;
  const earlier = entries.slice(0, entries.indexOf(first));
  const reach = earlier.length > 0 ? earlier : before;
  const limit = bracket ?? Number.POSITIVE_INFINITY;
  const wholes = reach.filter(
    (entry) => isWhole(entry, measure) && (earlier.length === 0 || bracket === undefined || entry.token.to <= limit),
  );
  const whole = wholes.at(-1);
  if (!isPlain || whole === undefined || parts.some(({ token }) => !Number.isInteger(token.number.value))) {
    return undefined;
  }
  const isExhaustive =
    parts.length > 1 &&
    (isAnnounced || (parts.at(-1)?.isRest ?? false) || parts.every(({ division }) => division === 'applicant'));
  const values = wholes.map(({ token }) => token.number.value);
  const { start, end } = reader.span(whole.token.numberAt, whole.token.numberTo);
  return {
    start,
    end,
    whole: whole.token.number.value,
    parts: parts.map(({ token }) => token.number.value),
    places: placesOf(parts, reader),
    isComplete: isExhaustive && whole.hasSum && wholes.length === 1,
    otherWholes: [...values.slice(0, -1), values.reduce((sum, value) => sum + value, 0)],
  };
}

function isVague({ token, isCompared }: Entry): boolean {
  return token.approximate || isCompared;
}

function isWhole(entry: Entry, measure: string): boolean {
  return !isVague(entry) && entry.token.measure === measure && Number.isInteger(entry.token.number.value);
}

/** A, B, 合计 C: the sum stands last, and every count before it belongs to it, but for the sum itself: C, A, B, 合计 C. */
function readSums(entries: readonly Entry[], reader: MentionReader): PartsMention[] {
  return entries.flatMap((sum, at) => {
    const parts = entries.slice(0, at);
    const isSum = sum.isSum && at >= 2 && at <= 12;
    const isPlain = [sum, ...parts].every(
      (entry) => entry.group === 0 && entry.bracket === undefined && isWhole(entry, sum.token.measure) && !entry.isRest,
    );
    if (!isSum || !isPlain || sum.token.measure === '' || parts.some(({ hasSum }) => hasSum)) {
      return [];
    }
    const total = sum.token.number.value;
    const isSaidTwice = parts.length > 2 && parts[0]?.token.number.value === total;
    const counts = parts.map(({ token }) => token.number.value);
    if (counts.some((_, from) => counts.length - from >= 2 && add(counts.slice(from)) === total)) {
      return [];
    }
    const added = isSaidTwice ? parts.slice(1) : parts;
    const mention: PartsMention = {
      ...reader.span(sum.token.numberAt, sum.token.numberTo),
      whole: total,
      parts: added.map(({ token }) => token.number.value),
      places: placesOf(added, reader),
      isComplete: true,
      otherWholes: [],
    };
    return [mention];
  });
}

function placesOf(entries: readonly Entry[], reader: MentionReader): number[] {
  return entries.map(({ token }) => reader.offset(token.numberAt));
}
