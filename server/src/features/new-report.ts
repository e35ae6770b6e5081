import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import { type OpenDocument } from '../document.ts';
import type { FormData } from '../forms/form.ts';
import type { Form } from '../forms/index.ts';
import { revisionMark } from '../forms/revision.ts';
import { writing } from '../forms/writing.ts';
import { rewriteYear } from '../model/prose/check-years.ts';
import { isWholeYear } from '../model/prose/years.ts';
import { readingOf } from '../model/prose/readings.ts';
import type { Report, Section } from '../model/report.ts';
import { readYear } from '../model/title.ts';
import { isOfTitle, tableOf } from '../model/parts.ts';
import { paragraphsOf, plain, plainLine } from '../model/writing/paragraphs.ts';
import type { NewReport, NewReportResult, Position } from '../service-types.ts';
import type { Node, Prose } from '../syntax/tree.ts';
import { reportExtent } from '../model/places.ts';
import { yearDigits } from '../syntax/numerals.ts';
import { numerals } from '../texts/chinese-numbers.ts';
import { isPageFurniture } from '../syntax/page-furniture.ts';
import { assemble, formFor, formText, titleOf } from './report-text.ts';

/** The empty form in force for a year, as Markdown, with comments that say what to write. */
export function newReport(all: readonly Form[], wanted: NewReport): NewReportResult {
  const form = formFor(all.filter(({ data }) => data.report === wanted.report), wanted.year);
  return 'refusal' in form ? form : { text: formText(form, wanted, () => undefined) };
}

/**
 * The report at a position turned into the next year's, in the form of that year, as Markdown: paragraphs are kept and
 * marked to be revised, the year is changed in the report's own name and period, requests carried out become those
 * carried in, and all other figures are left blank.
 */
export function nextReport({ document }: Diagnosis, position: Position): NewReportResult {
  const report = reportAt(document, position);
  const year = report?.year;
  if (!report || year === undefined) {
    return { refusal: l10n.t('The year of the report cannot be told. Write it into the title first.') };
  }
  const form = formFor(report.forms, year + 1);
  if ('refusal' in form) {
    return form;
  }
  const paragraph = (node: Node): string[] => carry(report, node, year);
  return {
    text: assemble(form, {
      title: titleFor(report, form.data, year),
      preamble: openingOf(report).flatMap(paragraph),
      body: ({ id }) => report.sections.filter((section) => section.data.id === id)
        .flatMap((section) => [...besideTitle(section), ...section.nodes.flatMap(paragraph)]),
      figure: (id) => carriedOver(report, id),
    }),
  };
}

/** The report at a position: the last one that starts before it, else the first. */
function reportAt(document: OpenDocument, position: Position): Report | undefined {
  const offset = document.offsetAt(position);
  return document.reports.findLast((report) => reportExtent(report)[0] <= offset) ?? document.reports[0];
}

/** The title with the next year in it, written as the old one was. */
function titleFor({ title }: Report, form: FormData, year: number): string {
  const written = title && [...title.text.matchAll(yearInTitle)].find(([digits]) => readYear(digits) === year);
  return written
    ? `${title.text.slice(0, written.index)}${rewriteYear(written[0], year + 1)}${title.text.slice(written.index + 4)}`
    : titleOf(form, title?.organ ?? '', year + 1);
}

/** What stands before the first section but the title; in a report without sections all that is no table. */
function openingOf(report: Report): readonly Node[] {
  const nodes = report.sections.length === 0 ? report.nodes : report.preamble;
  return nodes.filter((node) => !isOfTitle(report, node));
}

/** What a title says besides (六、无其他需要报告的事项). */
function besideTitle({ title: { carriesContent, heading } }: Section): string[] {
  const text = plainLine(heading.text).replace(sectionNumber, '');
  return carriesContent ? [marked(/[。！]$/u.test(text) ? text : `${text}。`)] : [];
}

function carry(report: Report, node: Node, year: number): string[] {
  switch (node.kind) {
    case 'heading': return [node.level === 'marked' ? `### ${plainLine(node.text)}` : plainLine(node.text)];
    case 'table': return tableOf(report, node) ? [] : [marked(node.chunk.text.slice(node.start, node.end).trimEnd())];
    case 'prose': {
      const text = plain(inNextYear(node, year, report.forms));
      return isPageFurniture(text) ? [] : paragraphsOf(text).map(marked);
    }
  }
}

const yearInTitle = new RegExp(String.raw`[${yearDigits}\d０-９]{4}`, 'gu');
const sectionNumber = new RegExp(String.raw`^[${numerals}]+[、.．]\s*`, 'u');

function marked(text: string): string {
  return `${revisionMark}\n${text}`;
}

/** A paragraph with the next year where it names the report itself or the period of its figures. */
function inNextYear(prose: Prose, year: number, forms: readonly Form[]): string {
  const { years, periods } = readingOf(prose, forms);
  const ofPeriods = periods.filter(isWholeYear).flatMap((period) => period.years).filter((mention) => mention.year === year);
  // A name that still has the year before was left behind last year; it names this report all the same.
  return [...years.filter((mention) => mention.year === year || mention.year === year - 1), ...ofPeriods]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + rewriteYear(text.slice(start, end), year + 1) + text.slice(end), prose.text);
}

/** What last year's report hands on to a figure (上年结转); undefined where there is no such count. */
function carriedOver(report: Report, id: string): string | undefined {
  const { from, to } = writing.carriedOver;
  if (!id.startsWith(`${to}.`)) {
    return undefined;
  }
  const source = from + id.slice(to.length);
  const table = [...report.tables.values()].find(({ form }) => form.figureById.has(source));
  const value = table?.values[table.form.figureById.get(source)?.index ?? -1];
  return value === undefined || value === null ? undefined : String(value);
}
