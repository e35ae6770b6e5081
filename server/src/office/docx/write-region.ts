import { commonStart } from '../../texts/common-ends.ts';
import { lineBreak, unescapeMarkdown } from '../markdown.ts';
import type { OfficeEdit, RefusalReason } from '../office-text.ts';
import { bar } from '../row-edits.ts';
import type { Region } from '../text-builder.ts';
import { child, elements, prefixOf, type XmlElement } from '../xml.ts';
import type { Cell, Paragraph, Piece } from './content.ts';
import { newRun } from './new-xml.ts';
import type { Origin, ShownPiece } from './render.ts';
import type { PieceWriter } from './write-pieces.ts';

/** Carries an edit within one region back into its pieces; gives the reason where it cannot be. */
export function writeInRegion(edit: OfficeEdit, region: Region<Origin>, text: string, writer: PieceWriter): RefusalReason | undefined {
  const { origin } = region;
  const change = narrowed(edit, region, text);
  if (change.start === change.end && change.newText === '') {
    return undefined;
  }
  const lock = origin.paragraphs.find((paragraph) => paragraph.lock !== undefined)?.lock;
  if (lock !== undefined) {
    return lock;
  }
  const endsCell = origin.kind === 'cell' && bar.test(change.newText);
  if (change.newText.includes('\n') || endsCell || (origin.kind === 'cell' && change.newText.includes(lineBreak))) {
    return 'structure';
  }
  const written = unescapeMarkdown(change.newText);
  const shown = origin.shown.map((piece) => ({ ...piece, end: piece.start + piece.text.length }));
  return change.start < change.end
    ? replace(shown.filter(({ start, end }) => start < change.end && end > change.start), change, written, writer)
    : insert(shown.filter(({ start, end }) => start <= change.start && end >= change.start), change.start, written, origin, writer);
}

interface Change {
  /** From the start of the region. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The edit without what it leaves as it was, and in a cell without the white space around the text. */
function narrowed(edit: OfficeEdit, region: Region<Origin>, text: string): Change {
  let start = edit.start - region.start;
  let end = edit.end - region.start;
  let { newText } = edit;
  const { kind, shown } = region.origin;
  if (kind === 'cell') {
    const last = shown.at(-1);
    const from = shown[0]?.start ?? 1;
    const to = last === undefined ? from : last.start + last.text.length;
    newText = start <= from ? newText.trimStart() : newText;
    newText = end >= to ? newText.trimEnd() : newText;
    start = Math.min(Math.max(start, from), to);
    end = Math.max(Math.min(end, to), start);
  }
  const old = text.slice(region.start + start, region.start + end);
  const before = commonWholeStart(old, newText);
  const after = commonWholeStart(reversed(old.slice(before)), reversed(newText.slice(before)));
  return { start: start + before, end: end - after, newText: newText.slice(before, newText.length - after) };
}

/** No pair of surrogates and no escape is cut. */
function commonWholeStart(one: string, other: string): number {
  let length = commonStart(one, other);
  while (length > 0 && /[\ud800-\udfff\\|<]/u.test(one[length - 1] as string)) {
    length -= 1;
  }
  return length;
}

function reversed(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text[text.length - 1 - at]).join('');
}

type Placed = ShownPiece & { readonly end: number };

function replace(pieces: readonly Placed[], change: Change, text: string, writer: PieceWriter): RefusalReason | undefined {
  for (const { piece } of pieces) {
    if (piece === undefined) {
      return 'structure';
    }
    if (piece.lock !== undefined || piece.element === undefined) {
      return piece.lock ?? 'structure';
    }
    if (writer.tracker?.canPart(piece.run, piece.element) === false) {
      return 'not-tracked';
    }
  }
  pieces.forEach((shown, index) => {
    const from = offsetIn(shown, Math.max(change.start, shown.start));
    const to = offsetIn(shown, Math.min(change.end, shown.end));
    writer.change(shown.piece as Piece, { from, to, text: index === 0 ? text : '' });
  });
  return undefined;
}

function insert(pieces: readonly Placed[], at: number, text: string, origin: Origin, writer: PieceWriter): RefusalReason | undefined {
  const target = pieces.find(({ piece }) => piece?.element !== undefined && piece.lock === undefined);
  if (target?.piece?.element !== undefined) {
    if (writer.tracker?.canPart(target.piece.run, target.piece.element) === false) {
      return 'not-tracked';
    }
    const offset = offsetIn(target, at);
    writer.change(target.piece, { from: offset, to: offset, text });
    return undefined;
  }
  const held = origin.shown.find(({ piece }) => piece?.lock !== undefined)?.piece?.lock;
  const [paragraph] = origin.paragraphs;
  if (held !== undefined || paragraph === undefined || origin.shown.some((shown) => shown.text !== '')) {
    return held ?? 'structure';
  }
  writeRun(paragraph, origin, text, writer);
  return undefined;
}

/** The offset in a piece's text of a place in what is shown of it. */
function offsetIn(shown: Placed, at: number): number {
  return unescapeMarkdown(shown.text.slice(0, at - shown.start)).length;
}

/** One run more at the end of an empty paragraph. */
function writeRun({ element }: Paragraph, origin: Origin, text: string, { source, edits, tracker }: PieceWriter): void {
  const prefix = prefixOf(element);
  const run = newRun(source, prefix, propertiesFor(element, origin), text);
  edits.append(source, element, tracker?.inserted(prefix, run) ?? run);
}

/** The properties of an empty run that is there, of the nearest text in the row, else of the paragraph's mark. */
function propertiesFor(paragraph: XmlElement, { cell, row = [] }: Origin): XmlElement | undefined {
  const own = elements(paragraph).findLast(({ name }) => name === 'w:r');
  if (own !== undefined) {
    return child(own, 'w:rPr');
  }
  const at = cell === undefined ? -1 : row.indexOf(cell);
  const neighbours = [...row].sort((one, other) => Math.abs(row.indexOf(one) - at) - Math.abs(row.indexOf(other) - at));
  const run = neighbours.map(textRun).find((each) => each !== undefined);
  return child(run ?? child(paragraph, 'w:pPr'), 'w:rPr');
}

function textRun({ blocks }: Cell): XmlElement | undefined {
  const pieces = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.pieces : []));
  return pieces.find(({ element, text, lock }) => element !== undefined && lock === undefined && text.trim() !== '')?.run;
}
