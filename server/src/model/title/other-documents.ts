import data from '../../forms/title.json' with { type: 'json' };
import { yearDigits } from '../../syntax/numerals.ts';
import { numerals } from '../../texts/chinese-numbers.ts';
import { yearlyReport } from '../../syntax/report-name.ts';

/** Names of documents that are no reports of this kind. All words here are normalised; their words are in `forms/title.json`. */

const longestName = 60;
const longestRequest = 400;
const remark = '(?:\\([^()]{0,20}\\))?[:)】]?$';
/** What documents are called, as the last word of their name. */
const otherDocument = new RegExp(`(?:${data.otherDocuments.join('|')}|(?:${data.examinations.join('|')})(?:情况|工作)?的?报告)${remark}`, 'u');
/** A name that goes on, but not in another one: 年报分析, 年度报告写作要求. */
const beyond = new RegExp(String.raw`(?:${yearlyReport})(?!.*(?:报告|年报)$)[^-_–—|丨·,:]*\p{Script=Han}{2,}`, 'u');
/** A path on a site names no document: 首页 » 部门年报 » 2023年度. */
const path = /[>›»→/|\\]/u;
/** Reports are asked about and taught, but ask and teach nothing themselves: 年报怎么看？, 第六章 年度报告. */
const lesson = new RegExp(String.raw`[?]$|^(?:怎样|怎么|如何|为什么)|^第[${numerals}\d]{1,3}[章节编讲课].*(?:${yearlyReport})`, 'u');
const toWrite = `(?:${data.toWrite.join('|')})`;
/** Somebody is asked to write a report: 请撰写年度报告, 写一份年报. */
const request = new RegExp(`^(?:(?:${data.requests.join('|')}).*${toWrite}|.*${toWrite}[出成]?一[份篇]).*(?:报告|年报)`, 'u');
/** 报告由以下部分组成：, 年报框架：. */
const listOfParts = new RegExp(`(?:${data.partsOf.join('|')})[^,]{0,12}[:]?$`, 'u');
/** A name in quotation marks is another document's subject only behind 关于 and the like: 根据《…》规定 is running text. */
const subjectQuoted = /^(?!根据|按照|依据|依照|为|现).*?(?:关于|转发|印发)/u;

/** A picture or a film tells again what a report says: 图解：…年度报告, 一图读懂2023年年报. */
const retelling = new RegExp(`^[【(〔[]?(?:${data.retellings.join('|')}).*(?:报告|年报)`, 'u');
/** 采访提纲：…年报. */
const opener = new RegExp(`^[^:,]{0,8}(?:${data.openers.join('|')})[:].*(?:报告|年报)`, 'u');
/** Reports do not say what they are: 政府信息公开工作年度报告是指…. */
const definition = new RegExp(`^["“]?[^,:]{0,12}(?:${yearlyReport})["”]?,?(?:${data.definitions.join('|')})`, 'u');
const month = `[\\d${numerals}]{1,3}`;
/** Less than a year: 上半年, 第三季度, 1—9月; but not 1—12月. */
const partOfYear = new RegExp(`${data.partsOfYear.join('|')}|(?!1月?[-—–~至到]12月)(?<!\\d)${month}月?[-—–~至到]{1,2}${month}月(?!\\d)`, 'u');
const account = new RegExp(`(?:${data.accounts.join('|')})(?:\\([^()]{0,20}\\))?$`, 'u');

/** A page of what was found: 搜索结果, 找到约 128 条结果. */
const searchResults = new RegExp(String.raw`^(?:.*[^\p{Script=Han}])?(?:按|排序:)?(?:${data.searchResults.join('|')})|(?:${data.foundBySearch.join('|')})[^\d,。]{0,6}[\d,]{1,12}(?:条|个|篇|项)`, 'u');
/** How news begin: 本报讯（记者 …）. */
const newsLead = new RegExp(`^[^,。:]{0,12}(?:${data.newsLeads.join('|')})`, 'u');
const mailHead = new RegExp(`^(${data.mailHeads.join('|')}):`, 'iu');
/** So many lines of a mail's head tell that it is one. */
const leastMailHeads = 2;

/** Whether a line says that results of a search follow. */
export function namesSearchResults(words: string): boolean {
  return words.length <= longestName && searchResults.test(words);
}

/** Whether a sentence is the first one of news. */
export function opensNews(words: string): boolean {
  return newsLead.test(words);
}

/** Whether lines hold the head of a mail: who wrote it, to whom, about what. */
export function holdMailHead(lines: readonly string[]): boolean {
  return new Set(lines.map((words) => mailHead.exec(words)?.[1]?.toLowerCase()).filter((head) => head !== undefined)).size >= leastMailHeads;
}

/** Whether a line names a document about reports, or another kind of document. */
export function namesOtherDocument(words: string): boolean {
  return words.length <= longestName && (isRetold(words) || opener.test(words) || isOfPartOfYear(words) || (!path.test(words)
    && (otherDocument.test(words) || asksForReport(words) || beyond.test(words) || lesson.test(words) || isOfOtherBody(words))));
}

/** Whether a line names what tells a report again, in pictures or numbers. */
export function isRetold(words: string): boolean {
  return retelling.test(words);
}

/** Whether a line is the name of a report on less than a year. */
export function isOfPartOfYear(words: string): boolean {
  return words.length <= longestName && ownSubject.test(words) && partOfYear.test(words) && account.test(words);
}

/** Whether a sentence says what such reports are. */
export function definesReports(words: string): boolean {
  return definition.test(words);
}

/** Whether a line asks somebody to write a report. */
export function asksForReport(words: string): boolean {
  return words.length <= longestRequest && request.test(words);
}

/** Whether a line announces a list of what a report consists of. */
export function announcesParts(words: string): boolean {
  return words.length <= longestName && listOfParts.test(words);
}

const reports = new RegExp(yearlyReport, 'u');

/** Whether a line speaks of reports at all. */
export function namesReports(words: string): boolean {
  return reports.test(words);
}

/** Whether a line below a name goes on with it: …年度报告 ⏎ 审核意见. One with a name or a label of its own does not. */
export function goesOnWithName(words: string): boolean {
  return namesOtherDocument(words) && !words.startsWith('关于') && !/:./u.test(words) && !namesReports(words);
}

/** Whether words from which a name in quotation marks was taken still tell what the document is. */
export function speaksOfQuotation(words: string): boolean {
  return subjectQuoted.test(words);
}

const anyReport = new RegExp(`^[^,]*(?:报告|年报|工作总结|年度总结|白皮书|报告书)${remark}`, 'u');
/** The end of a name whose subject stands in the line above. */
const endOfName = new RegExp(String.raw`^(?:[\d${yearDigits}年()]*(?:工作)?年?度?(?:工作)?(?:总结)?的?报告|年报)`, 'u');
const ownSubject = /政[府务]信息|政务公开/u;

/** Whether a line names a yearly report on something else than the disclosure of government information. */
export function namesOtherReport(words: string): boolean {
  return words.length <= longestName && anyReport.test(words) && !endOfName.test(words) && !ownSubject.test(words);
}

const otherBody = new RegExp(`(?:${data.otherBodies.join('|')})`, 'u');

/** A school, a hospital or an enterprise reports on its own information: …大学2023年信息公开工作年度报告. */
function isOfOtherBody(words: string): boolean {
  return namesOtherReport(words) && otherBody.test(words);
}
