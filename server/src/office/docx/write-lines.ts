import { numerals } from '../../texts/chinese-numbers.ts';
import { unescapeMarkdown } from '../markdown.ts';
import type { Extent, OfficeEdit, RefusalReason } from '../office-text.ts';
import { regionAt, type Region } from '../text-builder.ts';
import { child, elements, type XmlElement } from '../xml.ts';
import { newParagraph } from './new-xml.ts';
import type { Origin } from './render.ts';
import type { PieceWriter } from './write-pieces.ts';
import { writeInRegion } from './write-region.ts';

/** What edits of lines need to know of the text. */
export interface Lines {
  readonly text: string;
  readonly regions: readonly Region<Origin>[];
  readonly body: XmlElement;
}

interface Line extends Extent {
  readonly text: string;
  readonly region: Region<Origin>;
}

/** The whole lines that an edit touches. */
export function wholeLines(text: string, { start, end }: Extent): Extent {
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return { start: before, end: after < 0 ? text.length : after };
}

/** Makes other lines of whole lines outside tables: paragraphs are changed, added behind their neighbours, or taken away. */
export function writeLines(edit: OfficeEdit, lines: Lines, writer: PieceWriter): RefusalReason | undefined {
  const old = linesIn(edit, lines);
  const fresh = edit.newText.split(/\r?\n/u).map((line) => line.trimEnd()).filter((line) => line.trim() !== '');
  if (old === undefined || fresh.some((line) => line.trimStart().startsWith('|'))) {
    return 'structure';
  }
  let top = 0;
  while (top < old.length && top < fresh.length && old[top]?.text.trimEnd() === fresh[top]) {
    top += 1;
  }
  let bottom = 0;
  while (bottom < old.length - top && bottom < fresh.length - top && old.at(-1 - bottom)?.text.trimEnd() === fresh.at(-1 - bottom)) {
    bottom += 1;
  }
  if (writer.tracker !== undefined && old.length !== fresh.length) {
    return 'not-tracked';
  }
  const [middle, wanted] = [old.slice(top, old.length - bottom), fresh.slice(top, fresh.length - bottom)];
  for (const [index, line] of middle.entries()) {
    const newText = wanted[index];
    const refused = newText === undefined ? remove(line, lines, writer)
      : writeInRegion({ start: line.start, end: line.end, newText }, line.region, lines.text, writer);
    if (refused !== undefined) {
      return refused;
    }
  }
  const added = wanted.slice(middle.length);
  return added.length === 0 ? undefined : add(added, old[top + middle.length - 1], edit.start, lines, writer);
}

/** The lines that are not blank; undefined where one stands in a table. */
function linesIn({ start, end }: Extent, { text, regions }: Lines): Line[] | undefined {
  const found: Line[] = [];
  for (let at = start; at <= end;) {
    const lineEnd = Math.min(end, text.indexOf('\n', at) < 0 ? end : text.indexOf('\n', at));
    const line = text.slice(at, lineEnd);
    const region = regionAt(regions, at);
    if (line.trim() !== '') {
      if (region?.origin.kind !== 'paragraph') {
        return undefined;
      }
      found.push({ start: at, end: lineEnd, text: line, region });
    }
    at = lineEnd + 1;
  }
  return found;
}

/** Adds paragraphs behind a line, or where there is none, at a place between blocks. */
function add(texts: readonly string[], behind: Line | undefined, at: number, lines: Lines, writer: PieceWriter): RefusalReason | undefined {
  const next = lines.regions.find(({ start }) => start >= at);
  const last = behind?.region ?? lines.regions.findLast(({ end }) => end <= at);
  const neighbour = last?.origin.kind === 'paragraph' ? last : next;
  if (neighbour?.origin.kind !== 'paragraph' || (behind !== undefined && behind.end < behind.region.end)) {
    return 'structure';
  }
  const element = neighbour.origin.paragraphs.at(-1)?.element;
  if (element === undefined || neighbour.origin.paragraphs.some(({ lock }) => lock !== undefined)) {
    return neighbour.origin.paragraphs.find(({ lock }) => lock !== undefined)?.lock ?? 'structure';
  }
  const written = texts.map((text) => newParagraph(writer.source, modelFor(text, element, lines), unescapeMarkdown(text)));
  writer.edits.insert(neighbour === last ? element.end : element.start, written.join(''));
  return undefined;
}

const numbered = new RegExp(`^\\s*(?:[${numerals}]+、|（[${numerals}]+）)`, 'u');

/** A heading looks like the others of its kind, and anything else like its neighbour. */
function modelFor(text: string, neighbour: XmlElement, { text: all, regions }: Lines): XmlElement {
  const kind = kindOf(text);
  const alike = kind === undefined ? undefined : regions.findLast(({ origin, start, end }) =>
    origin.kind === 'paragraph' && kindOf(all.slice(start, end)) === kind && origin.paragraphs[0]?.pieces[0]?.lock === undefined);
  return alike?.origin.paragraphs[0]?.element ?? neighbour;
}

function kindOf(text: string): string | undefined {
  return numbered.exec(text)?.[0].trimStart().replace(/[^（）、]+/gu, '');
}

/** Parts of a paragraph that go with it, and those that stay where they are. */
const goes: ReadonlySet<string> = new Set(['w:pPr', 'w:r', 'w:proofErr', 'w:hyperlink', 'w:smartTag']);
const stays: ReadonlySet<string> = new Set(['w:bookmarkStart', 'w:bookmarkEnd']);
const goesInRun: ReadonlySet<string> = new Set(['w:rPr', 'w:t', 'w:tab', 'w:br', 'w:cr', 'w:lastRenderedPageBreak', 'w:noBreakHyphen']);

function remove({ region, start, end }: Line, { body }: Lines, writer: PieceWriter): RefusalReason | undefined {
  const [paragraph, ...others] = region.origin.paragraphs;
  if (paragraph === undefined || others.length > 0 || start > region.start || end < region.end) {
    return 'structure';
  }
  if (paragraph.lock !== undefined) {
    return paragraph.lock;
  }
  const { element } = paragraph;
  const isPlain = elements(element).every((each) => stays.has(each.name) || (goes.has(each.name) && isPlainRun(each)));
  const siblings = elements(body);
  const at = siblings.indexOf(element);
  // Two tables with nothing between them would become one, and a document does not end with a table.
  const parts = siblings[at - 1]?.name === 'w:tbl' && siblings[at + 1]?.name !== 'w:p';
  if (!isPlain || at < 0 || parts || child(child(element, 'w:pPr'), 'w:sectPr') !== undefined) {
    return 'structure';
  }
  const kept = elements(element).filter(({ name }) => stays.has(name)).map((each) => writer.source.slice(each.start, each.end));
  writer.edits.replace(element.start, element.end, kept.join(''));
  return undefined;
}

function isPlainRun(element: XmlElement): boolean {
  return element.name === 'w:r'
    ? elements(element).every((each) => goesInRun.has(each.name) && each.attributes['w:type'] === undefined)
    : element.name === 'w:pPr' || elements(element).every(isPlainRun);
}
