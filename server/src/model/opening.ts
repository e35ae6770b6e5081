import { normalise } from '../forms/vocabulary.ts';
import { linesIn, placeIn } from '../syntax/lines.ts';
import { isHeadline, isListed } from '../syntax/report-name.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Chunk, Heading, Node, Prose } from '../syntax/tree.ts';
import type { ReportTitle } from './report.ts';
import { findTitles, type FoundTitle } from './title/find.ts';
import type { ReportName } from './title/line.ts';
import {
  announcesParts, asksForReport, definesReports, goesOnWithName, holdMailHead, isOfPartOfYear, isRetold, namesOtherDocument, namesOtherReport,
  namesReports, opensNews, speaksOfQuotation,
} from './title/other-documents.ts';
import { isOfPage } from './title/words.ts';
import { addAll } from '../syntax/lists.ts';

/** What the first lines of a text say that it is. */
export interface Opening {
  /** Whether a report's title stands among them: on top and alone, or in any other way. */
  readonly title: 'alone' | 'among' | undefined;
  /** Whether one of them names a document about reports, or another kind of document. */
  readonly isAbout: boolean;
  /** Whether one of them names a yearly report on something else than the disclosure of government information. */
  readonly isOnOther: boolean;
  /** Whether one of them announces a list of what a report consists of. */
  readonly announcesParts: boolean;
  /** Whether the title stands above a list, of reports or of those who wrote them, or above a table of something else. */
  readonly isAboveList: boolean;
  /** Whether one of them names a report on less than a year. */
  readonly isOfPart: boolean;
  /** Whether a site says of what page it is: what is published with a title alone has its report in a file beside it. */
  readonly isPublished: boolean;
}

/** A line with its place, its words normalised and without names in quotation marks. */
interface Line {
  readonly chunk: Chunk;
  readonly start: number;
  readonly words: string;
  /** A name stands in it that is only spoken of. */
  readonly isQuoting: boolean;
  readonly isSentence: boolean;
}

const mostLines = 60;
/** The organ, a word such as 附件, a number: no more stands above the title of what is only begun. */
const mostLinesAbove = 3;
/** Between the title of a report that is sent with a letter and its first section. */
const mostNodesBelow = 12;
const longestLine = 60;
const sentence = /[。；;！？!?]/u;
const question = /[？?]\s*$/u;
const quotation = /《[^》]*》?|〈[^〉]*〉?/gu;
const fileName = /\.[a-z]{2,5}$/iu;
/** The organ of a form that is to be filled in: ××局, XX县, 某某镇. */
const placeholder = /[×✕╳xX○〇*_]{2,}|某/u;
const contents = /^目[录次]$/u;

/**
 * Reads the lines above the first section or table of the form, up to the first sentence: there a title stands, whole,
 * with organ or year, and with no number of its own. A name that goes on (…年度报告 ⏎ 审核意见) is another document's.
 */
export function readOpening(nodes: readonly Node[], isBody: (node: Node) => boolean, name?: ReportName): Opening {
  const { lines, above } = openingOf(nodes, isBody);
  const places = titlesIn(above, lines, name);
  const titles = new Set(places.map(({ text }) => text));
  const [first] = places;
  const isTitle = (at: number): boolean => places.some((place) => place.at === at);
  const isAbout = titlesIn(above, lines, name, isOfBlankForm).length > 0 || holdMailHead(lines.map(({ words }) => words)) || lines.some(({ words }, at) =>
    (namesOtherDocument(words) || definesReports(words) || opensNews(words)) && !isTitle(at) && (namesReports(words) || !isItem(lines, at)));
  const isOnOther = lines.some(({ words }, at) => namesOtherReport(words) && !isTitle(at) && !isItem(lines, at));
  const isAboveEntries = first !== undefined && isAboveList(above, lines, first);
  const isOfPart = lines.some(({ words }) => isOfPartOfYear(words));
  const isPublished = lines.some(({ words }) => isOfPage(words));
  const named = { isAbout, isOnOther, announcesParts: lines.some(({ words }) => announcesParts(words)), isAboveList: isAboveEntries, isOfPart, isPublished };
  if (first === undefined) {
    return { title: isAbout && isFollowed(nodes, isBody, name) ? 'among' : undefined, ...named };
  }
  return { title: titles.size === 1 && first.at - first.lines < mostLinesAbove ? 'alone' : 'among', ...named };
}

/** So many entries below a title are a list; or as many that name reports. */
const leastEntries = 3;
const leastNamed = 2;
const leastRows = 2;
/** What stands below a title besides: a date, a year, the words of a cover or of a site around it, none of which is an entry. */
const noEntry = /^[\d年月日度第号()〔〕[\]\-./:~至到 ]*$/u;

function isAboveList(nodes: readonly Node[], lines: readonly Line[], { at, title: { place } }: PlacedTitle): boolean {
  const below = lines.slice(at + 1).filter(({ words, isSentence }) => words !== '' && !isSentence && !/[:,]/u.test(words) && !noEntry.test(words));
  const own = nodes.findIndex(({ chunk, end }) => chunk === place.chunk && end > place.start);
  return below.length >= leastEntries || below.filter(({ words }) => namesReports(words)).length >= leastNamed
    || nodes.slice(own + 1).some((node) => node.kind === 'table' && node.rows.length >= leastRows);
}

/** Whether a letter is followed by the report that is sent with it: whose whole title stands right above its first section. */
function isFollowed(nodes: readonly Node[], isBody: (node: Node) => boolean, name: ReportName): boolean {
  const body = nodes.findIndex(isBody);
  const above = nodes.slice(Math.max(0, body - mostNodesBelow), Math.max(0, body));
  const lines = above.flatMap((node) => (node.kind === 'table' ? [] : linesOf(node)));
  return titlesIn(above, lines, name).some(({ title: { organ = '', year } }) => organ !== '' && !placeholder.test(organ) && year !== undefined);
}

/** A title by the index of its last line. */
interface PlacedTitle {
  readonly at: number;
  readonly text: string;
  readonly lines: number;
  readonly title: ReportTitle;
}

function titlesIn(nodes: readonly Node[], lines: readonly Line[], name: ReportName, isCounted = isWhole): PlacedTitle[] {
  return findTitles(nodes, name).flatMap((found) => (isCounted(found) ? placed(found, lines) ?? [] : [])).filter(({ at }) => mayBeTitle(lines, at));
}

function isWhole(found: FoundTitle): boolean {
  const { isLoose, standing, title: { organ, year } } = found;
  return !isLoose && standing === 'alone' && (organ !== undefined || year !== undefined) && !isOfBlankForm(found);
}

/** A form that is to be filled in says neither whose report it is nor of which year: ××局20××年…年度报告. */
function isOfBlankForm({ title: { organ = '', year } }: FoundTitle): boolean {
  return year === undefined && placeholder.test(organ);
}

function placed({ title, lines: count }: FoundTitle, lines: readonly Line[]): PlacedTitle | undefined {
  const at = lines.findLastIndex(({ chunk, start }) => chunk === title.place.chunk && start <= title.place.start);
  return at < 0 ? undefined : { at, text: title.text, lines: count, title };
}

function mayBeTitle(lines: readonly Line[], at: number): boolean {
  const { words = '', isQuoting = false } = lines[at] ?? {};
  const next = lines[at + 1]?.words ?? '';
  const isOther = isListed(words) || isHeadline(words) || isRetold(words) || isOfPartOfYear(words) || asksForReport(words) || fileName.test(words);
  return words !== '' && !isQuoting && !isOther && (!goesOnWithName(next) || contents.test(next));
}

const longestItem = 10;
const leastItems = 4;

/** Whether a line is one of a site's menu (通知公告, 信息公开指南): a short one of several. */
function isItem(lines: readonly Line[], at: number): boolean {
  const isShort = (index: number): boolean => {
    const words = lines[index]?.words ?? '';
    return words !== '' && words.length <= longestItem && !/[:,]/u.test(words);
  };
  let [first, last] = [at, at];
  while (last - first + 1 < leastItems && isShort(first - 1)) {
    first -= 1;
  }
  while (last - first + 1 < leastItems && isShort(last + 1)) {
    last += 1;
  }
  return isShort(at) && last - first + 1 >= leastItems;
}

/** The lines up to the first sentence, section or table of the form, and the nodes that they stand in. */
function openingOf(nodes: readonly Node[], isBody: (node: Node) => boolean): { lines: Line[]; above: readonly Node[] } {
  const lines: Line[] = [];
  for (const [at, node] of nodes.entries()) {
    if (isBody(node) || lines.length >= mostLines) {
      return { lines, above: nodes.slice(0, at) };
    }
    if (node.kind !== 'table') {
      const own = linesOf(node);
      const end = own.findIndex(({ isSentence }) => isSentence);
      addAll(lines, own.slice(0, end < 0 ? own.length : asks(own[end]?.words ?? '') ? end + 1 : end));
      if (end >= 0) {
        return { lines, above: nodes.slice(0, at + 1) };
      }
    }
  }
  return { lines, above: nodes };
}

function asks(words: string): boolean {
  return question.test(words) || asksForReport(words) || definesReports(words) || opensNews(words);
}

const longestLead = 30;

/** The first words of a long line, if news begin so. */
function newsIn(text: string): string {
  const words = normalise(text.slice(0, longestLead));
  return opensNews(words) ? words : '';
}

function linesOf(node: Heading | Prose): Line[] {
  return linesIn(withoutRemarks(node.text)).flatMap(({ line: text, index }): Line[] => {
    if (text.trim() === '') {
      return [];
    }
    const bare = text.replace(quotation, '');
    const isQuoting = bare.length < text.length;
    const words = text.length > longestLine * 2 ? newsIn(bare) : normalise(bare);
    return [{
      chunk: node.chunk, start: placeIn(node, index), words: isQuoting && !speaksOfQuotation(words) && !asksForReport(words) ? '' : words, isQuoting, isSentence: sentence.test(text),
    }];
  });
}
