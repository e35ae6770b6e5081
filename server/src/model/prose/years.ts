import narrative from '../../forms/narrative.json' with { type: 'json' };
import { anyOf } from '../running-text.ts';
import { fourDigits, valueOfYear } from '../../syntax/numerals.ts';
import type { Sentence } from './clauses.ts';
import { hasRole } from './classify.ts';
import type { DateToken, Lexed, Token, YearToken } from './lexer.ts';
import { textOf } from './numbers.ts';
import type { DatePart, PeriodMention, Span, YearMention } from './types.ts';

type Spanning = (at: number, to: number) => Span;

/** The years that stand in a name of the report itself: 现公布2019年度政府信息公开工作年度报告. */
export function readOwnYears(sentence: Sentence, lexed: Lexed, span: Spanning): YearMention[] {
  return sentence.clauses.flatMap(({ tokens, bracket }) => {
    const own = tokens.findIndex((token) => hasRole(token, 'report.own'));
    const years = tokens.filter((token): token is YearToken => token.kind === 'year');
    const [year] = years;
    const name = tokens.findIndex((token, at) => at > own && hasRole(token, 'report.name'));
    if (own < 0 || bracket !== undefined || year === undefined || years.length !== 1 || name < 0) {
      return [];
    }
    const at = tokens.indexOf(year);
    const isNamed = at > own && at < name && (tokens[name]?.at ?? 0) - year.to <= 12;
    const isOther = tokens.some((token, index) => index < name && index !== own && hasRole(token, 'report.others'));
    const isWhole = endsName.test(textFrom(lexed, tokens[name]?.to ?? 0));
    const before = textBetween(lexed, tokens[own]?.to ?? 0, year.at);
    return isNamed && isWhole && !isOther ? [{ ...span(year.at, year.digitsTo), year: year.year, ...organNamed(before) }] : [];
  });
}

/**
 * The years in names of the report itself that stand in marks: 现公布《青禾县2019年政府信息公开工作年度报告》; and of what
 * was 编制 where the text goes on to say what the report holds.
 */
export function readQuotedYears(lexed: Lexed, span: Spanning): YearMention[] {
  return lexed.titles.flatMap(({ at, to }) => {
    const name = reportName.exec(textBetween(lexed, at, to));
    const sentence = textBetween(lexed, Math.max(0, at - farthestVerb - 1), at - 1).replace(sentenceBefore, '');
    const clause = sentence.replace(clauseBefore, '');
    const behind = textBetween(lexed, to + 1, Math.min(lexed.length, to + farthestIntroduction));
    const isOwn = names.own.some((verb) => clause.startsWith(verb));
    const isCompiled = names.compiled.some((verb) => clause.includes(verb)) && names.introduction.some((words) => behind.includes(words));
    if (!name || !endsName.test(behind.slice(0, farthestEnd)) || !(isOwn || isCompiled) || names.others.some((word) => sentence.includes(word))) {
      return [];
    }
    const digits = at + name[0].indexOf(name[1] ?? '');
    return [{
      ...span(digits, digits + 4), year: valueOfYear(name[1] ?? ''), ...(isOwn ? {} : { isOwnAbove: true }), ...organNamed(textBetween(lexed, at, digits)),
    }];
  });
}

/** An organ by its name, and not 我局; none where anything else stands there. */
function organNamed(words: string): Pick<YearMention, 'organ'> {
  return organName.test(words) && !names.notOrgan.some((word) => words.includes(word)) ? { organ: words } : {};
}

const organName = /^[\p{Script=Han}()]{3,30}$/u;

const { names, periods } = narrative;
const reportName = new RegExp(`^[^\\d]{0,40}?(${fourDigits})年.{0,20}公开.{0,12}(?:报告|年报)$`, 'u');
const farthestVerb = 80;
const farthestIntroduction = 60;
const sentenceBefore = /^.*[。;!?|]/u;
const clauseBefore = /^.*[,:()]/u;

function textBetween({ codes }: Lexed, from: number, to: number): string {
  return textOf(codes, from, to);
}

/** What follows the name of the report itself; 2023年度报告的整改情况 is the name of something else. */
const endsName = new RegExp(`^(?:$|[,。;:(]|${anyOf(names.behind)})`, 'u');
const farthestEnd = 4;

function textFrom({ codes, length }: Lexed, at: number): string {
  return String.fromCharCode(...codes.slice(at, Math.min(length, at + farthestEnd)));
}

/** The period that the report says its figures are for, where both dates can be read. */
export function readPeriods(sentence: Sentence, lexed: Lexed, span: Spanning): PeriodMention[] {
  const tokens = sentence.clauses.flatMap((clause) => clause.tokens);
  const states = tokens.findIndex((token) => hasRole(token, 'period.statement'));
  const isFounded = tokens.some((token) => hasRole(token, 'founded'));
  if (states < 0 || isFounded) {
    return [];
  }
  for (let at = states; at < tokens.length; at += 1) {
    const period = readPeriod(tokens, at, lexed, span);
    if (period !== undefined) {
      return [period];
    }
  }
  return [];
}

interface ReadDate {
  readonly date: DatePart;
  readonly year: YearToken | undefined;
  readonly first: Token;
  readonly last: Token;
  readonly next: number;
}

function readPeriod(tokens: readonly Token[], at: number, lexed: Lexed, span: Spanning): PeriodMention | undefined {
  const from = readDate(tokens, at);
  if (from === undefined) {
    return undefined;
  }
  const follows = tokens
    .slice(from.next, from.next + 3)
    .findIndex((token) => token.kind === 'year' || token.kind === 'month');
  const to = follows < 0 ? undefined : readDate(tokens, from.next + follows);
  if (
    to === undefined ||
    !joining.test(String.fromCharCode(...lexed.codes.slice(from.last.to, Math.min(to.first.at, from.last.to + 8))))
  ) {
    return undefined;
  }
  const years = [from.year, to.year].flatMap((year) =>
    year === undefined ? [] : [{ ...span(year.at, year.digitsTo), year: year.year }],
  );
  return { ...span(from.first.at, to.last.to), from: from.date, to: to.date, years };
}

const joining = new RegExp(`^(?:${anyOf(periods.begun)})?(?:${anyOf(periods.until)}|-+)$`, 'u');

/** 2020年1月1日, 1月1日 or 2020年1月, with nothing between its parts. */
function readDate(tokens: readonly Token[], at: number): ReadDate | undefined {
  const first = tokens[at];
  const year = first?.kind === 'year' ? first : undefined;
  const monthAt = year === undefined ? at : at + 1;
  const month = tokens[monthAt];
  if (first === undefined || month?.kind !== 'month' || (year !== undefined && year.to !== month.at)) {
    return undefined;
  }
  const day = tokens[monthAt + 1];
  const hasDay = isDay(day) && day.at === month.to;
  return {
    date: { year: year?.year, month: month.value, day: hasDay ? day.value : undefined },
    year,
    first,
    last: hasDay ? day : month,
    next: monthAt + (hasDay ? 2 : 1),
  };
}

function isDay(token: Token | undefined): token is DateToken {
  return token?.kind === 'day';
}

/** Whether the period is 1 January to 31 December, as far as it is written. */
export function isWholeYear({ from, to }: PeriodMention): boolean {
  return from.month === 1 && (from.day ?? 1) === 1 && to.month === 12 && (to.day ?? 31) === 31;
}
