import type { Span } from '../../syntax/tree.ts';
import { readHead, type Head } from './head.ts';
import { written, type Letters } from './letters.ts';
import { readTail } from './tail.ts';
import { isAboutReports } from './words.ts';
import { namesSeveralYears } from './years.ts';
import { fourDigits, valueOfYear } from '../../syntax/numerals.ts';
import { subjectOfReport, yearlyReport } from '../../syntax/report-name.ts';

/** A title as it stands in a line, among whatever else does. Spans count in the text of the letters. */
export interface TitleReading extends Span {
  /** As written, without white space. */
  readonly text: string;
  readonly organ: string | undefined;
  /** The digits of its year. */
  readonly digits: Span | undefined;
  readonly year: number | undefined;
  /** Its name is that of other documents as well (…信息公开工作情况的报告). */
  readonly isLoose: boolean;
  readonly standing: Head['standing'];
}

const longestLine = 400;
const mostNames = 6;
const subject = '(?:(?:政府|政务)?信息(?:[和与及暨]政务)?公开|政务公开)(?:[和与及暨、](?:政府信息|政务|信息)公开)?';
/** Between what a report is about and what it is stands no second subject, and nothing that ends a name. */
const between = '(?:(?!公开)[^,;:。!?|<>《》_/]){0,20}?';
const kinds = `${yearlyReport}|(?:情况|总结|工作)的?报告|的报告|总结|情况`;
const named = new RegExp(`(?<subject>${subject})(?<between>${between})(?<kind>${kinds})`, 'gu');
const strictKind = new RegExp(`^(?:${yearlyReport}|工作报告)`, 'u');
const strictSubject = new RegExp(`^${subjectOfReport}`, 'u');
const yearWithin = new RegExp(`${fourDigits}(?=年)`, 'u');

/** What titles of a kind of report end with; undefined for the annual report on disclosure. */
export type ReportName = string | undefined;

/** The titles in a line, or in lines put together; none where it is about something else. */
export function readTitles(letters: Letters, name?: ReportName): TitleReading[] {
  if (letters.text.length > longestLine || !letters.text.includes(name ?? '公开')) {
    return [];
  }
  return namesIn(letters.text, name).slice(0, mostNames).flatMap((found) => readTitle(letters, found) ?? []);
}

/** The name of a report in a line: where it stands, and what stands within it. */
interface Named extends Span {
  readonly between: string;
  readonly isLoose: boolean;
}

function namesIn(text: string, name: ReportName): Named[] {
  if (name === undefined) {
    return [...text.matchAll(named)].map(({ index, 0: whole, groups }) => {
      const { subject: about, between: within, kind } = groups as { readonly subject: string; readonly between: string; readonly kind: string };
      return { start: index, end: index + whole.length, between: within, isLoose: !strictKind.test(kind) || !strictSubject.test(about) };
    });
  }
  const starts = text.split(name).slice(0, -1).reduce<number[]>((all, part) => [...all, (all.at(-1) ?? -name.length) + name.length + part.length], []);
  return starts.map((start) => ({ start, end: start + name.length, between: '', isLoose: false }));
}

function readTitle(letters: Letters, { start: nameStart, end: nameEnd, between: within, isLoose }: Named): TitleReading | undefined {
  const head = isAboutReports(within) ? undefined : readHead(letters, nameStart);
  const tail = head && readTail(letters, nameEnd);
  if (!head || !tail) {
    return undefined;
  }
  const { start } = head;
  const { end } = tail;
  const isOfYears = namesSeveralYears(letters.text.slice(start, end));
  const digits = isOfYears ? undefined : head.digits ?? digitsWithin(letters.text, nameStart, nameEnd) ?? tail.digits;
  return {
    start,
    end,
    text: written(letters, start, end),
    organ: head.organ ?? tail.organ,
    digits,
    year: digits && valueOfYear(letters.text.slice(digits.start, digits.end)),
    isLoose,
    standing: head.standing === 'alone' ? tail.standing : head.standing,
  };
}

/** 政府信息公开2023年度报告. */
function digitsWithin(text: string, from: number, to: number): Span | undefined {
  const found = yearWithin.exec(text.slice(from, to));
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : undefined;
}
