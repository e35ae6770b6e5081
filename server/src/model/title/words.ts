import data from '../../forms/title.json' with { type: 'json' };
import { numerals } from '../../texts/chinese-numbers.ts';

/** What stands around titles on pages and in files; the words are in `forms/title.json`. */

const titleLabels: ReadonlySet<string> = new Set(data.titleLabels);
const labels: ReadonlySet<string> = new Set([...data.titleLabels, ...data.labels]);
const longestLabel = Math.max(...[...labels].map(({ length }) => length));

/** A line of an index block (索引号, 发布机构, 名称) begins with such a word, or it stands between two values. */
export function isLabel(word: string): boolean {
  return word.length <= longestLabel && labels.has(word);
}

/** Whether a line holds such a word of a page that is published, by itself or with its value: 发布日期：2024-01-26, 关闭窗口. */
export function isOfPage(words: string): boolean {
  return data.pageLabels.some((label) => words === label || words.includes(`${label}:`));
}

/** The longest label that words end with. */
export function endsWithLabel(words: string): string | undefined {
  for (let length = Math.min(longestLabel, words.length); length > 0; length -= 1) {
    if (labels.has(words.slice(-length))) {
      return words.slice(-length);
    }
  }
  return undefined;
}

export function startsWithLabel(words: string): boolean {
  for (let length = Math.min(longestLabel, words.length); length > 0; length -= 1) {
    if (labels.has(words.slice(0, length))) {
      return true;
    }
  }
  return false;
}

/** What the title itself stands behind: 名称, 标题. */
export function isTitleLabel(word: string): boolean {
  return titleLabels.has(word);
}

export const titleLabel = new RegExp(`(?:${[...data.titleLabels].sort((one, other) => other.length - one.length).join('|')})`, 'u');

/** Whether a line, or its beginning, leads to another page: 上一篇, 相关链接. */
export function beginsWithLink(words: string): boolean {
  return data.links.some((link) => words.startsWith(link)) || data.listsOfLinks.some((link) => words.startsWith(link));
}

/** Whether a line says no more than that a link follows (下一篇), or several (相关链接). */
export function linksBelow(words: string): 'one' | 'many' | undefined {
  const name = words.replace(/(?<![:>》】\]])[:>》】\]]+$/u, '').replace(/^[【[]/u, '');
  return data.links.includes(name) ? 'one' : data.listsOfLinks.includes(name) ? 'many' : undefined;
}

/** 附件, 附件1, 附件一: what a title that is sent with a letter begins with. */
export const attachment = new RegExp(`^\\(?${data.attachment}[\\d${numerals}]{0,2}\\)?`, 'u');

/** Whether the words are those of a document about reports, or of a place where they are kept. */
export function isAboutReports(words: string): boolean {
  return data.about.some((word) => words.includes(word));
}

const notOrgan = new RegExp(`^(?:${data.notOrgans.join('|')})`, 'u');
const organEnd = new RegExp(`(?:${data.organEnds.join('|')})(?:\\([^()]*\\))?$`, 'u');
const siteEnd = new RegExp(`(?:${[...data.siteEnds, ...data.organEnds].join('|')})(?:\\([^()]*\\))?$`, 'u');
const longestOrgan = 40;

/** Whether words before a title can be the organ's name at all. */
export function mayBeOrgan(words: string): boolean {
  return words.length >= 2 && words.length <= longestOrgan && /\p{Script=Han}/u.test(words) && !/\d{4}|[,;:。!?|<>《》“”_=\/]/u.test(words)
    && !notOrgan.test(words) && !isLabel(words) && !beginsWithLink(words) && !/[的了在将和及与把]$/u.test(words)
    && (organEnd.test(words) || !isAboutReports(words));
}

/** Whether a line by itself names an organ. */
export function isOrganName(words: string): boolean {
  return mayBeOrgan(words) && organEnd.test(words);
}

const bareOrgan = new RegExp(`^(?:${data.bareOrgans.join('|')})$`, 'u');

const siteBefore = new RegExp(`^.*?(?:${data.sites.join('|')})(?=.)`, 'u');
const place = new RegExp(`(?:${data.places.join('|')})(?=.)`, 'u');

/** How many characters of words before a title are the name of the site, which stands there without a mark behind it: 青禾县政府网青禾县水务局. */
export function siteLength(words: string): number {
  const length = siteBefore.exec(words)?.[0].length ?? 0;
  const organ = words.slice(length);
  return place.test(organ) && isOrganName(organ) ? length : 0;
}

const longestEnd = 6;

/** Whether a line holds the beginning of an organ's name that a line end cuts, and the next one its end: 青禾县人力资源和社会保 ⏎ 障局. */
export function isCutOrgan(beginning: string, end: string): boolean {
  return end.length <= longestEnd && !place.test(end) && place.test(beginning) && !organEnd.test(beginning) && !siteEnd.test(beginning)
    && mayBeOrgan(beginning) && isOrganName(beginning + end);
}

/** Whether the words end an organ's name, whose beginning must stand in the line before. */
export function isEndOfOrgan(words: string): boolean {
  return bareOrgan.test(words);
}

/** Whether what follows a title behind a dash is the name of the site, or of a part of it. */
export function isSite(words: string): boolean {
  return words.split(/[-_|·>]+/u).every((part) => part === '' || (part.length <= longestOrgan && siteEnd.test(part) && !isAboutReports(part.replace(/专栏|栏目|目录|公示|公告/gu, ''))));
}
