import { yearDigits } from './numerals.ts';
const longest = 40;
const sentence = /[。，,；;！!？?|\t]/u;
const starts = new RegExp(String.raw`^[\s*_#]*(?:[附表][件表]?\s*[\d一二三四五六]?\s*[：:、.]?\s*)?[（(【〔[]?\s*(?:20\d\d|二\s*[〇○零O]\s*[${yearDigits}]\s*[${yearDigits}])\s*年(?!\s*[\d０-９])`, 'u');
const bare = /^[\s*_#]*\d{4}\s*年度?\s*$/u;
const relative = /^[\s*_#]*(?:[（(【〔[]\s*)?(?:上年|去年|上一年|本年|今年)度?(?:\s*的?(?:统计)?(?:数据|情况|数字|表))?(?:\s*[：:])?(?:\s*[)）】〕\]])?[\s*_]*$/u;
const marked = /[：:)）】〕\]]|数据|情况|数字|表/u;

/**
 * Whether a line says of which year the table below it is, and so ends the one above: 2022年数据：, （2022年）,
 * 2022年度收到和处理政府信息公开申请情况. A year alone may be the head of a column.
 */
export function isYearLine(line: string): boolean {
  if (line.length > longest || sentence.test(line)) {
    return false;
  }
  return starts.test(line) ? !bare.test(line) && !/\d{4}.*\d{4}/u.test(line) : marked.test(line) && relative.test(line);
}
