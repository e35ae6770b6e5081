import { normalise } from '../forms/vocabulary.ts';
import { isFullReportName, isListed, isReportName, lacksOrgan } from '../syntax/report-name.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Heading, Node, Prose } from '../syntax/tree.ts';

/** What the first lines of a text say that it is. */
export interface Opening {
  /** Whether the name of a report stands among them in full: on top and alone, or in any other way. */
  readonly title: 'alone' | 'among' | undefined;
  /** Whether one of them names a document about reports, or a kind of document that is none. */
  readonly isAbout: boolean;
}

const mostLines = 60;
/** The organ, a word such as 附件, a number: no more stands above the title of what is only begun. */
const mostLinesAbove = 3;
const longestLine = 60;
/** A name between these marks is spoken of. */
const quotation = /[《〈]/u;
const sentence = /[。；;！？!?]/u;
/** What documents are called, as the last word of their name. */
const kinds = '通报|通知|公告|公示|指南|清单|(?:培训|推进|部署|座谈|研讨|动员|现场|工作)会|会议|目录|目次|说明|解读|评估|评估结果|评价|意见|汇总|汇总表|统计表|台账|制度|专栏|栏目|办法|方案|要点|计划|规划|规定|细则|纪要|讲话|致辞|函'
  + '|模板|样本|样表|范本|范例|示例|格式|手册|教程|课件|总结|问答|须知|决定|答复|答复书|告知书';
const about = new RegExp(`(?:${kinds})(?:\\([^()]{0,20}\\))?[:)】]?$`, 'u');
/** A name that goes on: 年报分析, 年度报告写作要求. */
const beyond = /(?:年度(?:工作)?报告|年报)[^-_–—|丨·]*\p{Script=Han}{2,}/u;
const contents = /^目[录次]$/u;
/** What the line above a name without an organ ends with, where it belongs to the name. */
const organEnd = /(?:[局厅委部办院府会处所站心县区市省州盟旗乡镇道村队司关校馆团社行署]|年度?)(?:\([^()]*\))?$/u;

/**
 * Reads the lines above the first section or table of the form, up to the first sentence: a title stands among the first
 * lines, and a name that goes on (…年度报告 ⏎ 审核意见) is another document's.
 */
export function readOpening(nodes: readonly Node[], isBody: (node: Node) => boolean): Opening {
  const lines = openingLines(nodes, isBody);
  const titles = new Map<string, number>();
  let isAbout = false;
  lines.forEach((line, at) => {
    const next = lines[at + 1] ?? '';
    if (!isReportName(line)) {
      isAbout ||= line.length <= longestLine && (about.test(line) || beyond.test(line));
    } else if (!about.test(next) || contents.test(next)) {
      const above = lines[at - 1] ?? '';
      const title = lacksOrgan(line) && organEnd.test(above) ? above + line : line;
      if (isFullReportName(title)) {
        titles.set(title, at);
      }
    }
  });
  const [first = Infinity] = titles.values();
  return { title: titles.size === 0 ? undefined : titles.size === 1 && first <= mostLinesAbove ? 'alone' : 'among', isAbout };
}

/** Normalised; a title over two lines is one. */
function openingLines(nodes: readonly Node[], isBody: (node: Node) => boolean): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    if (isBody(node) || lines.length >= mostLines) {
      break;
    }
    const own = node.kind === 'table' ? [] : linesOf(node);
    const end = own.findIndex((line) => sentence.test(line));
    lines.push(...(end < 0 ? own : own.slice(0, end)).map((line) => (line.length > longestLine * 2 || quotation.test(line) ? '' : normalise(line))));
    if (end >= 0) {
      break;
    }
  }
  return joinTitles(lines);
}

function linesOf(node: Heading | Prose): string[] {
  const text = withoutRemarks(node.text);
  return node.kind === 'heading' && node.level === 'title' ? [text] : text.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
}

/** Two lines neither of which is a title by itself are one where they make one together. */
function joinTitles(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && last.length <= longestLine && line.length <= longestLine && makeTitle(last, line)) {
      joined[joined.length - 1] = last + line;
    } else {
      joined.push(line);
    }
  }
  return joined;
}

function makeTitle(one: string, other: string): boolean {
  return !isListed(other) && !isReportName(one) && !isReportName(other) && isReportName(one + other);
}
