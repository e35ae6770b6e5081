import type { Span } from '../../syntax/tree.ts';
import type { Head } from './head.ts';
import { written, type Letters } from './letters.ts';
import { isAboutReports, isOrganName, isSite, startsWithLabel } from './words.ts';
import { fourDigits } from '../../syntax/numerals.ts';

/** What stands behind the name of a report: remarks in brackets, the site, data of the page. */
interface Tail {
  /** Where the title ends, brackets included. */
  readonly end: number;
  readonly organ: string | undefined;
  readonly digits: Span | undefined;
  readonly standing: Head['standing'];
}

const bracket = /^(?:[(【[〔](?<inner>[^()【】[\]〔〕]{0,40})[)】\]〕])/u;
const closing = /^[》”」』〉)\]】"']+/u;
const extension = /^\.(?:docx?|pdf|wps|ofd|html?|txt)(?![a-z])/iu;
/** A report's own edition: 送审稿, 征求意见稿, 公开版. */
const edition = /^(?:全文|正文|\p{Script=Han}{1,6}稿|(?:公开|公示|修订|更正|盖章|正式|网络)版)(?=$|[(._-])/u;
const site = /^[-_|·>]+(?<site>[^-_|·>\n].{0,79})$/u;
const yearAlone = new RegExp(`^(?<digits>${fourDigits})年?度?$`, 'u');
const periodAlone = new RegExp(`^(?<digits>${fourDigits})年1月(?:1日)?[-至到]+(?:\\k<digits>年)?12月(?:31日)?$`, 'u');
const dataBehind = /^(?:\d{4}[-./年]\d{1,2}|\d{1,2}[-./]\d{1,2}|\[|\(|浏览|打印|阅读)/u;

/** Reads on behind a name; undefined where the words go on, so that they name something else. */
export function readTail(letters: Letters, nameEnd: number): Tail | undefined {
  const { text } = letters;
  let end = nameEnd;
  let organ: string | undefined;
  let digits: Span | undefined;
  for (let at = nameEnd; at < text.length;) {
    const rest = text.slice(at);
    const remark = bracket.exec(rest);
    if (remark) {
      const inner = remark.groups?.['inner'] ?? '';
      if (isAboutReports(inner) && !edition.test(inner)) {
        return undefined;
      }
      const year = yearAlone.test(inner) || periodAlone.test(inner);
      digits ??= year ? { start: at + 1, end: at + 5 } : undefined;
      organ ??= isOrganName(inner) ? written(letters, at + 1, at + 1 + inner.length) : undefined;
      at += remark[0].length;
      end = at;
      continue;
    }
    const passed = (closing.exec(rest) ?? extension.exec(rest) ?? edition.exec(rest))?.[0].length ?? 0;
    if (passed > 0) {
      at += passed;
      continue;
    }
    const standing = standingOf(letters, at, rest);
    return standing && { end, organ: organ ?? siteOrgan(letters, at, rest), digits, standing };
  }
  return { end, organ, digits, standing: 'alone' };
}

/** What may follow a title in its line: the site's name behind a dash, data of the page behind white space. */
function standingOf(letters: Letters, at: number, rest: string): Head['standing'] | undefined {
  const name = site.exec(rest)?.groups?.['site'];
  if (name !== undefined && isSite(name)) {
    return 'alone';
  }
  return letters.apart[at] && (dataBehind.test(rest) || startsWithLabel(rest)) ? 'labelled' : undefined;
}

/** 政府信息公开工作年度报告-水务局: where the title names no organ, it stands behind. */
function siteOrgan(letters: Letters, at: number, rest: string): string | undefined {
  const name = site.exec(rest)?.groups?.['site'];
  return name !== undefined && isOrganName(name) ? written(letters, at + rest.length - name.length, at + rest.length) : undefined;
}
