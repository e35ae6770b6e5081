import { slips } from '../../forms/slips.ts';
import type { Section } from '../../model/report.ts';
import { valueOfNumeral } from '../../syntax/numerals.ts';
import { formatChinese } from '../../texts/chinese-numbers.ts';
import { originOf } from '../../syntax/retouch.ts';
import type { Node, Span } from '../../syntax/tree.ts';
import { memoised } from '../../model/memo.ts';
import { anyOf, plainText, written, type InText, type TextNode } from '../../model/running-text.ts';

/** How the items of a list are numbered: 一是, 第一 and 其一 within text, （一） at the start of lines. */
const styles = ['is', '第', '其', 'brackets'] as const;
type Style = (typeof styles)[number];

/** A number in a text. */
interface Marker extends Span {
  readonly style: Style;
  readonly value: number;
  readonly text: string;
  /** Whether it begins an item for certain; another (第三, 三个) only shows that the number is not missing. */
  readonly isItem: boolean;
}

/** A place where a list does not go on as it should. */
export interface Gap extends Span {
  readonly text: string;
  readonly isTwice: boolean;
  /** The number that is missing, and the one before. */
  readonly expected: string;
  readonly before: string;
}

const mostItems = 15;
const numerals = Array.from({ length: mostItems }, (_, at) => formatChinese(at + 1));
/** Words that stand for the first numbers: 第一，……其次，……第三. */
const { adverbs } = slips.numbering;
const numeral = [...numerals].reverse().join('|');
const inText = new RegExp(`(?<=^|[。;,:、("“!?])(?:(?<ordinal>[第其])?(?<numeral>${numeral})(?<is>是(?!\\k<numeral>))?|(?<adverb>${anyOf(adverbs)}))`, 'gu');
/** Behind 第一 that begins an item, and not 第一、第二季度 or 第一、三产业. */
const afterOrdinal = new RegExp(`^[、,:](?![第其]|${numeral})`, 'u');
const inBrackets = new RegExp(`\\((?<numeral>${numeral})\\)`, 'gu');
const atLine = new RegExp(`(?<=^|[\\r\\n])[ \\t\\u3000\\u00a0]{0,20}(?<mark>[（(](?<numeral>${numeral})[)）])`, 'gu');

/** Where the lists of a section leave a number out or have one twice. */
export function gapsIn({ nodes, data, tables }: Section): readonly InText<Gap>[] {
  const hasTable = data.table !== undefined || tables.length > 0;
  return styles.filter((style) => style !== 'brackets' || !hasTable).flatMap((style) => gapsOf(style, nodes));
}

function gapsOf(style: Style, nodes: readonly Node[]): readonly InText<Gap>[] {
  const gaps: InText<Gap>[] = [];
  let lists: List[] = [];
  for (const node of nodes) {
    const markers = node.kind === 'table' ? noMarkers : markersOf(node.kind === 'prose' ? originOf(node) : node)[style];
    if (node.kind !== 'prose' && !markers.some(({ isItem }) => isItem)) {
      lists = style !== 'brackets' || node.kind === 'table' ? [] : lists;
    }
    for (const marker of markers) {
      const gap = follow(lists, marker);
      if (gap) {
        gaps.push({ node: node as TextNode, found: gap });
      }
    }
  }
  return gaps;
}

const noMarkers: readonly Marker[] = [];

/** A list that is open, within others. */
interface List {
  last: number;
  /** Numbers met behind it that may be items of another style. */
  readonly seen: Set<number>;
}

/** Goes on to the next number: a list begins, goes on, or leaves something out. */
function follow(lists: List[], { value, isItem, text, start, end }: Marker): Gap | undefined {
  if (!isItem) {
    lists.at(-1)?.seen.add(value);
    return undefined;
  }
  if (value === 1) {
    lists.push({ last: 1, seen: new Set() });
    return undefined;
  }
  const goesOn = lists.findLastIndex(({ last }) => last === value - 1);
  lists.length = goesOn >= 0 ? goesOn + 1 : lists.length;
  const list = lists.at(-1);
  if (!list) {
    return undefined;
  }
  const { last } = list;
  const isOut = goesOn < 0 && (value === last || (value > last && !list.seen.has(last + 1)));
  if (value >= last) {
    list.last = value;
    list.seen.clear();
  }
  const named = (number: number): string => text.replace(new RegExp(numeral, 'u'), numerals[number - 1] ?? '');
  return isOut ? { start, end, text, isTwice: value === last, expected: named(last + 1), before: named(last) } : undefined;
}

const markersOf = memoised((node: TextNode): Readonly<Record<Style, readonly Marker[]>> => {
  const text = plainText(node);
  const numbers = [...text.matchAll(inText)].map((match) => ({ match, own: styleOf(text, match) }));
  const within = (style: Style): readonly Marker[] => (style === 'is' || numbers.some(({ own }) => own === style)
    ? numbers.map(({ match, own }) => place(markerAt(style, match, own === style))) : noMarkers);
  const soft = [...text.matchAll(inBrackets)].map((match) => markerAt('brackets', match, false));
  const place = ({ start, end, ...marker }: Marker): Marker => ({ ...marker, ...written(node, { start, end }) });
  const items = [...node.text.matchAll(atLine)].map((match): Marker => {
    const start = match.index + match[0].length - (match.groups?.['mark']?.length ?? 0);
    return { ...markerAt('brackets', match, true), text: match.groups?.['mark'] ?? '', start, end: match.index + match[0].length };
  });
  const starts = new Set(items.map(({ start }) => start));
  const brackets = [...items, ...(soft.length > items.length ? soft.map(place).filter(({ start }) => !starts.has(start)) : [])]
    .sort((one, other) => one.start - other.start);
  return { is: within('is'), 第: within('第'), 其: within('其'), brackets };
});

/** How an item is numbered that begins here; undefined where only a number stands there. */
function styleOf(text: string, { 0: words, index, groups = {} }: RegExpExecArray): Style | undefined {
  const { ordinal } = groups;
  if (ordinal === undefined) {
    return groups['is'] === undefined ? undefined : 'is';
  }
  const begins = index === 0 || /[。;:!?]/u.test(text.charAt(index - 1));
  return begins && afterOrdinal.test(text.slice(index + words.length, index + words.length + longestNumeral)) ? (ordinal as Style) : undefined;
}

const longestNumeral = 4;

function markerAt(style: Style, { 0: text, index, groups }: RegExpExecArray, isItem: boolean): Marker {
  return { style, text, value: adverbs.indexOf(groups?.['adverb'] ?? '') + 1 || valueOfNumeral(groups?.['numeral'] ?? ''), isItem, start: index, end: index + text.length };
}
