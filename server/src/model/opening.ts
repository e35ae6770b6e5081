import { normalise } from '../forms/vocabulary.ts';
import { isFullReportName, isReportName } from '../syntax/report-name.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Heading, Node, Prose } from '../syntax/tree.ts';

/** What the first lines of a text say that it is. */
export interface Opening {
  /** Whether the name of a report stands among them in full, or the names of several. */
  readonly title: 'one' | 'several' | undefined;
  /** Whether one of them names a document about reports, or a kind of document that is none. */
  readonly isAbout: boolean;
}

const mostLines = 60;
const longestLine = 60;
const sentence = /[。；;！？!?]/u;
/** What documents are called, as the last word of their name. */
const kinds = '通报|通知|公告|公示|指南|清单|会|目录|目次|说明|解读|评估|评估结果|评价|意见|汇总|汇总表|统计表|台账|制度|专栏|栏目|办法|方案|要点|计划|规划|规定|细则|纪要|讲话|致辞|函'
  + '|模板|样本|样表|范本|范例|示例|格式|手册|教程|课件|总结|问答|须知|决定|答复|答复书|告知书|情况';
const about = new RegExp(`(?:${kinds})(?:\\([^()]{0,20}\\))?[:]?$`, 'u');
const contents = /^目[录次]$/u;

/**
 * Reads the lines above the first section or table of the form, up to the first sentence: a title stands among the first
 * lines, and a name that goes on (…年度报告 ⏎ 审核意见) is another document's.
 */
export function readOpening(nodes: readonly Node[], isBody: (node: Node) => boolean): Opening {
  const lines = openingLines(nodes, isBody);
  const titles = new Set<string>();
  let isAbout = false;
  lines.forEach((line, at) => {
    const next = lines[at + 1] ?? '';
    if (!isReportName(line)) {
      isAbout ||= line.length <= longestLine && about.test(line);
    } else if (!about.test(next) || contents.test(next)) {
      const before = lines[at - 1] ?? '';
      const title = [line, before + line].find(isFullReportName);
      if (title !== undefined) {
        titles.add(title);
      }
    }
  });
  return { title: titles.size === 0 ? undefined : titles.size === 1 ? 'one' : 'several', isAbout };
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
    lines.push(...(end < 0 ? own : own.slice(0, end)).map(normalise));
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
    if (last !== undefined && last.length <= longestLine && line.length <= longestLine && !isReportName(last) && !isReportName(line) && isReportName(last + line)) {
      joined[joined.length - 1] = last + line;
    } else {
      joined.push(line);
    }
  }
  return joined;
}
