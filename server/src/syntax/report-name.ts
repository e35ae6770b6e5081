import { numeral, yearDigits } from './numerals.ts';
import { numerals } from '../texts/chinese-numbers.ts';
/**
 * What the annual report on disclosure (政府信息公开工作年度报告) is called, for all who look for its name, and its names in
 * lines that stand by themselves. All texts here are normalised.
 */

const year = `[\\d${yearDigits}]{4}年?(?:年?度)?`;
/** What every report is about, as the end of the words for it. */
export const subjectOfReports = '公开';
/** What the report is on, as a pattern: 政府信息公开, 政务信息公开, 政府信息和政务公开. */
export const subjectOfReport = '(?:政府|政务)信息(?:[和与及暨]政务)?公开';
/** What a yearly report is called, as the end of its name, as a pattern. */
export const yearlyReport = '年度(?:工作)?(?:总结)?报告|年报';
/** What may follow a name: a remark in brackets, the name of the site. */
const remark = '(?:\\((?!\\d{4}[-./])[^()]{0,40}\\)|\\[(?!\\d{4}[-./])[^[\\]]{0,40}\\]|【[^【】]{0,40}】|〔[^〔〕]{0,40}〕)*(?:[-_–—|丨·]+[^\\d。;:]{1,40})?';
const date = '[[(]?\\d{4}[-./年]\\d{1,2}[-./月]\\d{1,2}日?(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?[\\])]?';
const name = `${subjectOfReport}.{0,20}?(?:${yearlyReport}|工作报告)${remark}`;

const named = new RegExp(`${name}$`, 'u');
const namedAndDated = new RegExp(`${name}${date}$`, 'u');

/** Words of documents about reports. */
const foreign = /关于(?:做好|印发|开展|编制|报送|填报|公布|发布|修订)|通知|格式|模板|样表|说明|解读|填报|统计表|[>›»]/u;
/** What is done with reports: told of in the headlines of news, never in a title. */
const deed = '(?:发布|公布|印发|编制|报送|召开|部署|审核|检查|评估|通报|修订|提交|起草|撰写|完成|查看|点击|下载|上报|推进|开展|做好|学习|公示|读懂|图解|转发)';
const headline = new RegExp(`^(?:${deed}|一图|我|请|现将|申请|按照|根据)|${deed}(?:了|好)?(?:[本我全各该][省市县区镇乡局级单位部门机关街道]{0,4})?(?:${year})?${subjectOfReport}`, 'u');
/** A number of its own, the mark of a list, or a link. */
const listed = new RegExp(String.raw`^(?:第[${numerals}]+[部章节条]|${numeral}[、.,:]|\d{1,2}[、.)](?!\d)|\((?:${numeral}|\d{1,2})\)|[-+•●○◆■□▪·[])`, 'u');

/** Whether a text is the name of a report, with what sites and word processors write behind it. */
export function isReportName(normal: string): boolean {
  return (named.test(normal) || namedAndDated.test(normal)) && !foreign.test(normal) && !headline.test(normal) && !listed.test(normal);
}

/** Whether a line says what was done with a report: the headline of news. */
export function isHeadline(normal: string): boolean {
  return headline.test(normal);
}

/** Whether a line is an entry of a list or has a number of its own: no title, and no part of one. */
export function isListed(normal: string): boolean {
  return listed.test(normal);
}
