import { normalise } from '../forms/vocabulary.ts';
import { placeIn } from '../syntax/lines.ts';
import { isReportName, mayNameReport } from '../syntax/report-name.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Heading, Node, Prose } from '../syntax/tree.ts';
import type { Place, ReportTitle } from './report.ts';

const chineseDigits = '〇一二三四五六七八九';
const longestOrganLine = 40;
/** What no title of two lines has: marks of a sentence, a quotation, a list. */
const marks = /[。；;！？!?，,：:《〈“”]|[-+*]\s/u;

/** The title of a report from the nodes before its first section; undefined where none is there. */
export function readTitle(preamble: readonly Node[]): ReportTitle | undefined {
  const at = preamble.findLastIndex((node) => node.kind === 'heading' && node.level === 'title' && readYear(node.text) !== undefined);
  const index = at >= 0 ? at : preamble.findIndex((node) => node.kind === 'heading' && node.level === 'title');
  const heading = preamble[index];
  if (heading?.kind !== 'heading') {
    return brokenTitle(preamble);
  }
  const title = titleFrom(heading, heading.text, organLineOf(preamble[index - 1]));
  return title.year === undefined ? withYearBelow(title, preamble.slice(index + 1)) : title;
}

/** A title in other words (关于…信息公开工作情况的报告), for a text whose sections or tables show that it is a report. */
export function readLooseTitle(preamble: readonly Node[]): ReportTitle | undefined {
  const titles = preamble.flatMap((node, at) => {
    const lines = node.kind === 'table' ? [] : linesOf(node.text);
    const index = lines.findLastIndex((line) => !marks.test(line) && readYear(line) !== undefined && mayNameReport(normalise(line)));
    const line = lines[index];
    return line === undefined ? [] : [titleFrom(node as Heading | Prose, line, index > 0 ? lines[index - 1] : organLineOf(preamble[at - 1]))];
  });
  return titles.at(-1);
}

const farthestYear = 3;

/** A title with the year that stands by itself on one of the lines below: （2024年度）. */
function withYearBelow(title: ReportTitle, below: readonly Node[]): ReportTitle {
  const end = below.findIndex((node) => node.kind === 'table' || (node.kind === 'heading' && node.level === 'section'));
  const lines = (end < 0 ? below : below.slice(0, end)).slice(0, farthestYear).flatMap((node) => (node.kind === 'table' ? [] : linesOf(node.text)));
  const found = lines.slice(0, farthestYear).filter((line) => isYearAlone(line)).map((line) => withoutBreaks(line));
  const [first] = found;
  return first !== undefined && found.length === 1 ? { ...title, text: `${title.text}${first}`, year: readYear(first) } : title;
}

/** Whether a line says nothing but a year, or its first and last day. */
function isYearAlone(line: string): boolean {
  const normal = normalise(line).replace(/[○零]/gu, '〇');
  return yearAlone.test(normal) || periodAlone.exec(normal)?.every((year) => year === undefined || readYear(year) === readYear(normal)) === true;
}

const fourDigits = '[\\d〇一二三四五六七八九]{4}';
const yearAlone = new RegExp(`^[-—–―─]*(?:[(〔【[]${fourDigits}年?度?[)〕】\\]]|${fourDigits}年度?)$`, 'u');
const periodAlone = new RegExp(`^[(]?(${fourDigits})年1月(?:1日)?[-—–―─至到]+(?:(${fourDigits})年)?12月(?:31日)?[)]?$`, 'u');

function titleFrom(heading: Heading | Prose, text: string, before: string | undefined): ReportTitle {
  const organLine = before !== undefined && isOrgan(before) && goesOn(before, text) ? before : '';
  const name = withoutBreaks(withoutRemarks(`${organLine}${text}`));
  return { text: name, place: placeOf(heading), year: readYear(name), organ: readOrgan(name) };
}

/** Whether a title's line needs the one before it: for its organ, or for its year. */
function goesOn(before: string, title: string): boolean {
  return startsWithoutOrgan(title) || (readYear(title) === undefined && readYear(before) !== undefined);
}

/** A title that stands on two lines apart, neither of which is one by itself. */
function brokenTitle(preamble: readonly Node[]): ReportTitle | undefined {
  for (const [at, node] of preamble.slice(0, -1).entries()) {
    const next = preamble[at + 1] as Node;
    if (node.kind !== 'table' && next.kind !== 'table' && isOrganLine(node)) {
      const text = `${lastLine(node.text)}${firstLine(next.text)}`;
      if (!marks.test(text) && isReportName(normalise(text))) {
        return titleFrom(node, text, organLineOf(preamble[at - 1]));
      }
    }
  }
  return undefined;
}

/** Of the lines before a title only the last can belong to it. */
function lastLine(text: string): string {
  return linesOf(text).at(-1) ?? '';
}

function firstLine(text: string): string {
  return linesOf(text)[0] ?? '';
}

function linesOf(text: string): string[] {
  return withoutRemarks(text).trim().split(/[\r\n]+/u);
}

function withoutBreaks(text: string): string {
  return text.replace(/[\s\u200B-\u200F\u2060\uFEFF*#]+/gu, '');
}

/** Whether a title begins with its year or with the business itself, so that the organ must stand before it. */
export function startsWithoutOrgan(title: string): boolean {
  return /^(?:关于)?(?:[\d〇○零一二三四五六七八九]{4}年)?年?(?:度)?(?:政府|政务)?信息公开/u.test(normalise(title));
}

/** Whether a line before a title can be its first line: an organ, with or without the year. */
export function isOrganLine(node: Node): node is Heading | Prose {
  return node.kind !== 'table' && (node.kind === 'prose' || node.level !== 'section') && isOrgan(lastLine(node.text));
}

function organLineOf(before: Node | undefined): string | undefined {
  return before && isOrganLine(before) ? lastLine(before.text) : undefined;
}

function isOrgan(line: string): boolean {
  return line.length >= 2 && line.length <= longestOrganLine && !/[。；;：:，,！？!?|>\]】_]/u.test(line)
    && !/^附件|^\d{4}[-./年]\d{1,2}|^来源|^发布|^首页|目录$/u.test(line) && /\p{Script=Han}/u.test(line);
}

function placeOf(node: Heading | Prose): Place {
  return { chunk: node.chunk, start: placeIn(node, 0), end: Math.max(node.end, node.start + 1) };
}

/** The year (four digits, arabic or Chinese) that a title names; undefined where it names several together. */
export function readYear(title: string): number | undefined {
  const digits = digitsOf(title);
  const match = isOfYears(title) ? null : /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(digits);
  return match ? Number(match[1]) : undefined;
}

/** Whether a title names several years as one: 2023-2024年. */
export function isOfYears(title: string): boolean {
  const years = /(?<!\d)((?:19|20)\d{2})年?度?[-—–―─~至到、和及]+((?:19|20)\d{2})(?!\d)/u.exec(digitsOf(title));
  return years !== null && years[1] !== years[2];
}

function digitsOf(title: string): string {
  return title.normalize('NFKC').replace(/[○零]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (digit) => String(chineseDigits.indexOf(digit)))
    .replace(/\s+/gu, '');
}

/** The organ as the title writes it; undefined where it names none. */
function readOrgan(title: string): string | undefined {
  const year = /(?:[（(]?[0-9０-９〇○零一二三四五六七八九]{4}[）)]?)年?度?(?:[-－—–―─~～至到、和及]+[0-9０-９〇○零一二三四五六七八九]{4}年?度?)?/u;
  const [head = '', ...rest] = title.replace(/^[（(]?附件\d*[）)]?[：:]?/u, '').split(/(?:政府|政[务務])?信息公[开開]|政[务務]公[开開]/u);
  const organ = head.replace(year, '').replace(/^关于|关于$|的$|年度$/gu, '').trim();
  if (organ) {
    return organ;
  }
  const tail = /(?:年报|年度报告)[_—–-]+(.+)$/u.exec(rest.join(''))?.[1];
  return tail || undefined;
}
