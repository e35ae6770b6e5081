import { normalise } from '../forms/vocabulary.ts';
import { isReportName } from '../syntax/headings.ts';
import { placeIn } from '../syntax/lines.ts';
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
  return heading?.kind === 'heading' ? titleFrom(heading, heading.text, preamble[index - 1]) : brokenTitle(preamble);
}

function titleFrom(heading: Heading | Prose, text: string, before: Node | undefined): ReportTitle {
  const organLine = before && isOrganLine(before) && goesOn(lastLine(before.text), text) ? lastLine(before.text) : '';
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
        return titleFrom(node, text, preamble[at - 1]);
      }
    }
  }
  return undefined;
}

/** Of the lines before a title only the last can belong to it. */
function lastLine(text: string): string {
  return withoutRemarks(text).trim().split(/[\r\n]+/u).at(-1) ?? '';
}

function firstLine(text: string): string {
  return withoutRemarks(text).trim().split(/[\r\n]+/u, 1)[0] ?? '';
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
  if (node.kind === 'table') {
    return false;
  }
  const text = lastLine(node.text);
  if (text.length > longestOrganLine) {
    return false;
  }
  return text.length >= 2 && !/[。；;：:，,！？!?|>\]】_]/u.test(text) && !/^附件|^\d{4}[-./年]\d{1,2}|^来源|^发布|^首页|目录$/u.test(text)
    && /\p{Script=Han}/u.test(text) && (node.kind === 'prose' || node.level !== 'section');
}

function placeOf(node: Heading | Prose): Place {
  return { chunk: node.chunk, start: placeIn(node, 0), end: Math.max(node.end, node.start + 1) };
}

/** The year (四 digits, arabic or Chinese) that a title names. */
export function readYear(title: string): number | undefined {
  const digits = title.normalize('NFKC').replace(/[○零]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (digit) => String(chineseDigits.indexOf(digit)));
  const match = /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(digits.replace(/\s+/gu, ''));
  return match ? Number(match[1]) : undefined;
}

/** The organ as the title writes it; undefined where it names none. */
function readOrgan(title: string): string | undefined {
  const year = /(?:[（(]?[0-9０-９〇○零一二三四五六七八九]{4}[）)]?)年?度?/u;
  const [head = '', ...rest] = title.replace(/^[（(]?附件\d*[）)]?[：:]?/u, '').split(/(?:政府|政[务務])?信息公[开開]/u);
  const organ = head.replace(year, '').replace(/^关于|关于$|的$|年度$/gu, '').trim();
  if (organ) {
    return organ;
  }
  const tail = /(?:年报|年度报告)[_—–-]+(.+)$/u.exec(rest.join(''))?.[1];
  return tail || undefined;
}
