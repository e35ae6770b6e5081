import data from '../forms/title.json' with { type: 'json' };
import { normalise } from '../forms/vocabulary.ts';
import { placeIn } from '../syntax/lines.ts';
import { isHeadline, isListed } from '../syntax/report-name.ts';
import { withoutRemarks } from '../syntax/text.ts';
import type { Chunk, Heading, Node, Prose } from '../syntax/tree.ts';
import { findTitles, type FoundTitle } from './title/find.ts';

/** What the first lines of a text say that it is. */
export interface Opening {
  /** Whether a report's title stands among them: on top and alone, or in any other way. */
  readonly title: 'alone' | 'among' | undefined;
  /** Whether one of them names a document about reports, or another kind of document. */
  readonly isAbout: boolean;
}

/** A line with its place, its words normalised. */
interface Line {
  readonly chunk: Chunk;
  readonly start: number;
  readonly words: string;
}

const mostLines = 60;
/** The organ, a word such as 附件, a number: no more stands above the title of what is only begun. */
const mostLinesAbove = 3;
const longestLine = 60;
const sentence = /[。；;！？!?]/u;
/** A name between these marks is spoken of. */
const quotation = /[《〈]/u;
/** What documents are called, as the last word of their name. */
const otherDocument = new RegExp(`(?:${data.otherDocuments.join('|')})(?:\\([^()]{0,20}\\))?[:)】]?$`, 'u');
const fileName = /\.[a-z]{2,5}$/iu;
const contents = /^目[录次]$/u;
/** A name that goes on: 年报分析, 年度报告写作要求. */
const beyond = /(?:年度(?:工作)?报告|年报)[^-_–—|丨·]*\p{Script=Han}{2,}/u;

/**
 * Reads the lines above the first section or table of the form, up to the first sentence: there a title stands, whole,
 * with organ or year, and with no number of its own. A name that goes on (…年度报告 ⏎ 审核意见) is another document's.
 */
export function readOpening(nodes: readonly Node[], isBody: (node: Node) => boolean): Opening {
  const { lines, above } = openingOf(nodes, isBody);
  const places = findTitles(above).flatMap((found) => (isWhole(found) ? lineOf(found, lines) ?? [] : []))
    .filter(({ at }) => mayBeTitle(lines, at));
  const titles = new Set(places.map(({ text }) => text));
  const [first] = places;
  return {
    title: first === undefined ? undefined : titles.size === 1 && first.at - first.lines < mostLinesAbove ? 'alone' : 'among',
    isAbout: lines.some(({ words }, at) => isOther(words) && !places.some((place) => place.at === at)),
  };
}

function isWhole({ isLoose, standing, title: { organ, year } }: FoundTitle): boolean {
  return !isLoose && standing === 'alone' && (organ !== undefined || year !== undefined);
}

/** The last line of a title, by its index; undefined where it stands in none of these lines. */
function lineOf({ title: { place, text }, lines: count }: FoundTitle, lines: readonly Line[]): { at: number; text: string; lines: number } | undefined {
  const at = lines.findLastIndex(({ chunk, start }) => chunk === place.chunk && start <= place.start);
  return at < 0 ? undefined : { at, text, lines: count };
}

function mayBeTitle(lines: readonly Line[], at: number): boolean {
  const words = lines[at]?.words ?? '';
  const next = lines[at + 1]?.words ?? '';
  return words !== '' && !isListed(words) && !isHeadline(words) && !fileName.test(words) && (!isOther(next) || contents.test(next));
}

function isOther(words: string): boolean {
  return words.length <= longestLine && (otherDocument.test(words) || beyond.test(words));
}

/** The lines up to the first sentence, section or table of the form, and the nodes that they stand in. */
function openingOf(nodes: readonly Node[], isBody: (node: Node) => boolean): { lines: Line[]; above: readonly Node[] } {
  const lines: Line[] = [];
  for (const [at, node] of nodes.entries()) {
    if (isBody(node) || lines.length >= mostLines) {
      return { lines, above: nodes.slice(0, at) };
    }
    if (node.kind !== 'table' && !takeLines(node, lines)) {
      return { lines, above: nodes.slice(0, at + 1) };
    }
  }
  return { lines, above: nodes };
}

/** Adds the lines of a node; false where a sentence ends them. */
function takeLines(node: Heading | Prose, lines: Line[]): boolean {
  for (const { 0: text, index } of withoutRemarks(node.text).matchAll(/[^\r\n]+/gu)) {
    if (sentence.test(text)) {
      return false;
    }
    if (text.trim() !== '') {
      const isShort = text.length <= longestLine * 2 && !quotation.test(text);
      lines.push({ chunk: node.chunk, start: placeIn(node, index), words: isShort ? normalise(text) : '' });
    }
  }
  return true;
}
