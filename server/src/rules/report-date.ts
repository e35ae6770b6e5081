import * as l10n from '@vscode/l10n';
import { slips } from '../forms/slips.ts';
import type { Report } from '../model/report.ts';
import { valueOfNumeral, valueOfYear, yearDigits } from '../syntax/numerals.ts';
import type { Span } from '../syntax/tree.ts';
import { wrongYears } from '../model/prose/comparison.ts';
import { anyOf, placeInText, plainText, searcher, written, type TextNode } from '../model/running-text.ts';
import type { Finding, Rule } from './rule.ts';
import { closingLines } from './support/closing.ts';

/** The report is dated before its year ends, on a day that does not exist, or tells of a part of the year only. */
export const reportDate: Rule = {
  code: 'report-date',
  ignoresFigures: true,
  check(report) {
    return [...impossibleDays(report), ...partOfYear(report), ...signedEarly(report)];
  },
};

function findingAt(node: TextNode, span: Span, message: string): Finding {
  return { code: reportDate.code, place: placeInText(node, span), message };
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayOfYear = /(?<![\d.])(?:(?<year>[12]\d{3})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日/gu;

/** A month alone, which no calendar has: 2024年13月. */
const monthOfYear = /(?<![\d.])[12]\d{3}年(?:1[3-9]|[2-9]\d)月(?!\d{1,2}日)/gu;

const search = searcher((node: TextNode): readonly (Span & { readonly text: string; readonly isMonth: boolean })[] => {
  const text = plainText(node);
  const days = [...text.matchAll(dayOfYear)].filter(({ groups = {} }) => !exists(groups));
  return [...days, ...text.matchAll(monthOfYear)].map(({ 0: words, index, groups }) =>
    ({ text: words, isMonth: groups === undefined, ...written(node, { start: index, end: index + words.length }) }));
});

function exists({ year, month, day }: Readonly<Record<string, string | undefined>>): boolean {
  const days = lengths[Number(month) - 1];
  const isLeap = year === undefined || (Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0));
  return days !== undefined && Number(day) > 0 && Number(day) <= (Number(month) === 2 && !isLeap ? days - 1 : days);
}

/** Days that are in no calendar; a period of which more is wrong is told of as such. */
function impossibleDays(report: Report): Finding[] {
  const found = search(report);
  const inPeriods = found.length === 0 ? [] : wrongYears(report).filter(({ found: { code } }) => code === 'report-period').map(({ prose }) => prose);
  return found.filter(({ node }) => !inPeriods.some((prose) => prose === node)).map(({ node, found: day }) =>
    findingAt(node, day, day.isMonth ? l10n.t('There is no month {0}.', day.text) : l10n.t('There is no day {0}.', day.text)));
}

const { parts, whole } = slips.dates;
const part = new RegExp(`^(?:[12]\\d{3}年|今年|本年度?)?(?<part>${anyOf(parts)})`, 'u');

/** A summary that begins with a part of the year and never speaks of the rest. */
function partOfYear({ sections }: Report): Finding[] {
  const section = sections.find(({ data }) => data.id === slips.dates.section);
  const first = section?.prose[0];
  const words = first && part.exec(plainText(first))?.groups?.['part'];
  if (!section || !first || words === undefined) {
    return [];
  }
  const isWhole = section.nodes.some((node) => node.kind !== 'table' && whole.some((word) => plainText(node).includes(word)));
  const start = plainText(first).indexOf(words);
  return isWhole ? [] : [findingAt(first, written(first, { start, end: start + words.length }),
    l10n.t('The report is of the whole year; only "{0}" is told of here.', words))];
}

/** A date of signing within the year that the report is of, or before it. */
function signedEarly(report: Report): Finding[] {
  const { date } = closingLines(report);
  const { year, agreement } = report;
  const signed = date && readDate(date.found.text);
  if (!date || !signed || year === undefined || agreement.dissent) {
    return [];
  }
  const isOver = signed.year > year || (signed.year === year && signed.month === 12 && signed.day === 31);
  const end = date.found.end;
  return isOver ? [] : [findingAt(date.node, { start: startOfDate(date.node, end), end },
    l10n.t('The report is of {0}, but this date is before the end of that year.', String(year)))];
}

/** Where the date that ends at an offset begins: behind the organ, where both stand in a line. */
const endOfDate = new RegExp(String.raw`(?<![\d十${yearDigits}年月日\s])[\d十${yearDigits}年月日\s]+$`, 'u');

function startOfDate(node: TextNode, end: number): number {
  const before = endOfDate.exec(node.text.slice(Math.max(0, end - longestDate), end))?.[0] ?? '';
  return end - before.trimStart().length;
}

const longestDate = 24;

function readDate(text: string): { year: number; month: number; day: number } | undefined {
  const [, year, month = '', day = ''] = /^(.{4})年(.{1,3})月(.{1,3})日$/u.exec(text) ?? [];
  return year === undefined ? undefined : { year: valueOfYear(year), month: valueOfNumeral(month), day: valueOfNumeral(day) };
}
