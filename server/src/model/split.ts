import { memoised } from './memo.ts';
import { isMadeForPrint } from '../syntax/print-mark.ts';
import { isProgramData } from '../syntax/program-data.ts';
import type { Form } from '../forms/index.ts';
import { foldText, normalise } from '../forms/vocabulary.ts';
import { readNumbering } from '../syntax/numerals.ts';
import type { Chunk, Heading, Node } from '../syntax/tree.ts';
import { isSameList } from '../texts/same-list.ts';
import { withoutHiddenCopies } from './hidden-copies.ts';
import { isSearchPage } from './search-page.ts';
import { titleKey } from './title.ts';
import { findTitles, type FoundTitle } from './title/find.ts';

/** The nodes of one report: those of its chunks from one of the first chunk to one of the last. */
export interface Slice {
  /** None without nodes. */
  readonly chunks: readonly Chunk[];
  /** Index of its first node in the first chunk. */
  readonly from: number;
  /** Index behind its last node in the last chunk. */
  readonly to: number;
}

/** A heading that may tell where a report starts. */
interface Head {
  /** Index among the nodes of its chunk. */
  readonly at: number;
  readonly heading: Heading;
  readonly level: 'title' | 'section';
  /** Its text, normalised; of a section without a leading 一、, of a title without what stands around it. */
  readonly words: string;
  /** The organ that a title names. */
  readonly organ: string;
  readonly year: number | undefined;
}

/** What was read of the present report. */
interface Present {
  /** The titles above its first section. */
  readonly titles: Head[];
  /** The words of its sections' titles. */
  readonly sections: Set<string>;
}

/** A node by its chunk and its place among the nodes of that. */
interface Spot {
  readonly chunk: number;
  readonly at: number;
}

/** Cuts a document into slices, one a report, again and again as it changes. */
export function createReportSplitter(forms: readonly Form[]): (all: readonly Chunk[]) => readonly Slice[] {
  const firstTitle = normalise(forms.at(-1)?.data.sections[0]?.title ?? '');
  let before: readonly Chunk[] = [];
  let slices: readonly Slice[] = [];
  return (all) => {
    const isOther = isMadeForPrint(all[0]) || isProgramData(all[0]) || isSearchPage(all);
    const chunks = isOther ? [] : withoutHiddenCopies(all.filter(({ nodes }) => nodes.length > 0), forms);
    const at = onlyChange(before, chunks);
    const [old, now] = [before[at], chunks[at]];
    if (old && now && isAlike(old, now)) {
      slices = slices.map((slice) => (slice.chunks.includes(old) ? { ...slice, chunks: slice.chunks.map((one) => (one === old ? now : one)) } : slice));
    } else if (at !== before.length || before.length !== chunks.length) {
      slices = splitReports(chunks, firstTitle);
    }
    before = chunks;
    return slices;
  };
}

/** The index of the one chunk that differs; the number of chunks where none does, -1 where it is not one alone. */
function onlyChange(before: readonly Chunk[], chunks: readonly Chunk[]): number {
  if (before.length !== chunks.length) {
    return -1;
  }
  let at = 0;
  while (at < chunks.length && before[at] === chunks[at]) {
    at += 1;
  }
  let last = chunks.length - 1;
  while (last > at && before[last] === chunks[last]) {
    last -= 1;
  }
  return at >= last ? at : -1;
}

/** Whether the nodes of two chunks are the same as far as it matters where a report starts. */
function isAlike(one: Chunk, other: Chunk): boolean {
  return one.nodes.length === other.nodes.length && one.nodes.every((node, at) => {
    const twin = other.nodes[at];
    if (node.kind === 'table' || twin?.kind === 'table') {
      return node.kind === twin?.kind;
    }
    return node.kind === twin?.kind && node.text === twin.text && (node.kind !== 'heading' || (twin.kind === 'heading' && node.level === twin.level));
  });
}

/**
 * Cuts a document where a new report starts: at a title behind sections that has sections of its own, or at the first
 * section of the form where it comes again. `firstTitle` is that section's title, normalised.
 */
function splitReports(chunks: readonly Chunk[], firstTitle: string): Slice[] {
  const heads: Head[] = [];
  const chunkOf: number[] = [];
  for (let index = 0; index < chunks.length; index += 1) {
    for (const head of headsOf(chunks[index] as Chunk)) {
      heads.push(head);
      chunkOf.push(index);
    }
  }
  const next = nextTelling(heads);
  const starts: Spot[] = [{ chunk: 0, at: 0 }];
  let sectionsSince = 0;
  let firstSince = false;
  let present: Present = { titles: [], sections: new Set() };
  let lastSection: Spot = { chunk: 0, at: -1 };
  heads.forEach((read, index) => {
    const { words } = read;
    const spot = { chunk: chunkOf[index] as number, at: read.at };
    if (read.level === 'title') {
      const { head, start } = wholeTitle(chunks, spot, read);
      if (sectionsSince > 0 && opensReport(head, next[index], present, firstTitle, head.organ !== read.organ)) {
        starts.push(start);
        sectionsSince = 0;
        firstSince = false;
        present = { titles: [head], sections: new Set() };
      } else if (sectionsSince === 0) {
        present.titles.push(head);
      }
    } else if (!isContentsEntry(chunks, spot.chunk, read)) {
      const isFirst = words === firstTitle;
      const title = sectionsSince >= 3 && present.sections.has(words) ? titleBetween(chunks, lastSection, spot, read) : undefined;
      if (title || (isFirst && firstSince && sectionsSince >= 3)) {
        starts.push(title?.start ?? spot);
        sectionsSince = 0;
        firstSince = false;
        present = { titles: title ? [title.head] : present.titles, sections: new Set() };
      }
      lastSection = spot;
      firstSince ||= isFirst;
      sectionsSince += 1;
      present.sections.add(words);
    }
  });
  return starts.map((start, index) => sliceOf(chunks, start, starts[index + 1] ?? { chunk: chunks.length, at: 0 }));
}

export function nodesOf({ chunks, from, to }: Slice): readonly Node[] {
  return chunks.flatMap(({ nodes }, index) => nodes.slice(index === 0 ? from : 0, index === chunks.length - 1 ? to : nodes.length));
}

export function isSameSlice(one: Slice, other: Slice): boolean {
  return one === other || (one.from === other.from && one.to === other.to && isSameList(one.chunks, other.chunks));
}

function sliceOf(chunks: readonly Chunk[], start: Spot, end: Spot): Slice {
  const own = chunks.slice(start.chunk, end.at > 0 ? end.chunk + 1 : end.chunk);
  return { chunks: own, from: start.at, to: end.at > 0 ? end.at : (own.at(-1)?.nodes.length ?? 0) };
}

const headsOf = memoised(({ nodes }: Chunk): readonly Head[] =>
  nodes.flatMap((node, at) => (node.kind === 'heading' && !node.within && (node.level === 'title' || node.level === 'section')
    ? headOf(node, node.level, at) : [])));

function headOf(heading: Heading, level: Head['level'], at: number): Head[] {
  if (level === 'section') {
    return [{ at, heading, level, words: withoutFirstNumber(normalise(heading.text).replace(/[:。]$/u, '')), organ: '', year: undefined }];
  }
  const key = titleKey(heading.text);
  return key ? [{ at, heading, level, ...key }] : [];
}

function withoutFirstNumber(words: string): string {
  const number = /^\d/u.test(words) ? undefined : readNumbering(words);
  return number?.numeral === '一' ? number.words : words;
}

/** By head, the next section or dated title behind it. */
function nextTelling(heads: readonly Head[]): (Head | undefined)[] {
  const next = new Array<Head | undefined>(heads.length).fill(undefined);
  let telling: Head | undefined;
  for (let index = heads.length - 1; index >= 0; index -= 1) {
    const head = heads[index] as Head;
    next[index] = telling;
    telling = head.level === 'section' || head.year !== undefined ? head : telling;
  }
  return next;
}

/**
 * Whether a title behind sections opens another report. That of the present one on top of a page does not, even where
 * last year's year was left in it, unless the sections begin again behind it; nor does one whose organ is only found in the
 * line above it.
 */
function opensReport({ organ, year }: Head, next: Head | undefined, { titles, sections }: Present, firstTitle: string, isExtended: boolean): boolean {
  if (next?.level !== 'section') {
    return false;
  }
  // Right below a title the first section may be numbered 1.
  if (next.words.replace(/^1\./u, '') === firstTitle) {
    return true;
  }
  const last = titles.at(-1);
  const own = titles.filter((head) => head.organ === last?.organ && (organ === '' || organ === head.organ));
  return (own.length === 0 && (!isExtended || sections.has(next.words)))
    || (own.every((head) => year !== undefined && head.year !== year) && sections.has(next.words));
}

/** A title right before another one stands in a table of contents. */
function isContentsEntry(chunks: readonly Chunk[], chunk: number, { at }: Head): boolean {
  const next = chunks[chunk]?.nodes[at + 1] ?? chunks[chunk + 1]?.nodes[0];
  return next?.kind === 'heading' && next.level === 'section';
}

/** Over so many nodes a title goes. */
const nodesOfTitle = 4;

/** A title with the lines above that name its organ or its year, and where its report starts. */
function wholeTitle(chunks: readonly Chunk[], spot: Spot, head: Head): { head: Head; start: Spot } {
  if (head.organ !== '' && head.year !== undefined) {
    return { head, start: spot };
  }
  const above = spotsBefore(chunks, spot, nodesOfTitle).map((one) => nodeAt(chunks, one));
  const found = findTitles([...above, head.heading])
    .findLast(({ title: { place } }) => place.chunk === head.heading.chunk && place.start >= head.heading.start);
  return { head: found ? { ...head, organ: foldText(found.title.organ ?? ''), year: found.title.year } : head, start: (found && startOf(chunks, spot, found)) ?? spot };
}

/** The last title between two spots that is one by itself, and where its report starts. */
function titleBetween(chunks: readonly Chunk[], from: Spot, to: Spot, head: Head): { head: Head; start: Spot } | undefined {
  const nodes = spotsBefore(chunks, to, Infinity, from).map((one) => nodeAt(chunks, one));
  const found = findTitles(nodes).findLast(({ isLoose, standing, title: { organ, year } }) => !isLoose && standing === 'alone' && organ !== undefined && year !== undefined);
  const start = found && startOf(chunks, to, found);
  return start && { head: { ...head, level: 'title', organ: foldText(found.title.organ ?? ''), year: found.title.year }, start };
}

function startOf(chunks: readonly Chunk[], before: Spot, { from }: FoundTitle): Spot | undefined {
  let chunk = before.chunk;
  while (chunk >= 0 && chunks[chunk] !== from.chunk) {
    chunk -= 1;
  }
  const at = chunks[chunk]?.nodes.findIndex(({ start }) => start === from.start) ?? -1;
  return at < 0 ? undefined : { chunk, at };
}

function nodeAt(chunks: readonly Chunk[], { chunk, at }: Spot): Node {
  return chunks[chunk]?.nodes[at] as Node;
}

/** The spots before one, as many or back to another. */
function spotsBefore(chunks: readonly Chunk[], { chunk, at }: Spot, most: number, from?: Spot): Spot[] {
  const spots: Spot[] = [];
  let spot = { chunk, at: at - 1 };
  while (spots.length < most && spot.chunk >= 0 && !(from?.chunk === spot.chunk && from.at === spot.at)) {
    if (spot.at < 0) {
      spot = { chunk: spot.chunk - 1, at: (chunks[spot.chunk - 1]?.nodes.length ?? 0) - 1 };
    } else {
      spots.push(spot);
      spot = { chunk: spot.chunk, at: spot.at - 1 };
    }
  }
  return spots.reverse();
}
