import { linesOf } from '../markdown.ts';
import type { NoteAuthor, OfficeEdit, Refusal, RefusalReason } from '../office-text.ts';
import { perCell } from '../row-edits.ts';
import { regionAt } from '../text-builder.ts';
import { wholeLines, writeLines, type Lines } from './write-lines.ts';
import { PieceWriter } from './write-pieces.ts';
import { writeInRegion } from './write-region.ts';

/** The source of the document with the edits, tracked as an author's where one is named; or why some of them cannot be carried back. */
export function writeEdits(source: string, lines: Lines, edits: readonly OfficeEdit[], author?: NoteAuthor): string | readonly Refusal[] {
  const writer = new PieceWriter(source, author);
  const refused: Refusal[] = [];
  const refuse = ({ start, end }: OfficeEdit, reason: RefusalReason | undefined): void => {
    if (reason !== undefined) {
      refused.push({ start, end, reason });
    }
  };
  for (const group of grouped(edits, lines)) {
    const [edit] = group.edits;
    if (edit === undefined) {
      continue;
    }
    if (group.isOfLines) {
      const reason = writeLines(joined(group.edits, group.extent, lines.text), lines, writer);
      group.edits.forEach((each) => refuse(each, reason));
    } else {
      const region = regionAt(lines.regions, edit.start);
      refuse(edit, region === undefined ? 'structure' : writeInRegion(edit, region, lines.text, writer));
    }
  }
  return refused.length > 0 ? refused : writer.result();
}

interface Group {
  readonly isOfLines: boolean;
  readonly extent: { readonly start: number; readonly end: number };
  readonly edits: readonly OfficeEdit[];
}

/** Edits within a region by themselves; those that add, join or take away lines with all others in these lines. */
function grouped(edits: readonly OfficeEdit[], lines: Lines): Group[] {
  const groups: Group[] = [];
  const parts = [...edits].sort((one, other) => one.start - other.start || one.end - other.end).flatMap((edit) => byCell(edit, lines));
  for (const edit of parts) {
    const region = regionAt(lines.regions, edit.start);
    const isWithin = region !== undefined && edit.end <= region.end && (region.origin.kind === 'cell' || !/\n/u.test(edit.newText + lines.text.slice(edit.start, edit.end)));
    const last = groups.at(-1);
    if (isWithin && !(last?.isOfLines === true && edit.start <= last.extent.end)) {
      groups.push({ isOfLines: false, extent: { start: edit.start, end: edit.end }, edits: [edit] });
      continue;
    }
    let extent = wholeLines(lines.text, edit);
    let own: readonly OfficeEdit[] = [edit];
    for (let before = groups.at(-1); before !== undefined && before.extent.end >= extent.start; before = groups.at(-1)) {
      extent = { start: Math.min(before.extent.start, extent.start), end: Math.max(before.extent.end, extent.end) };
      own = [...before.edits, ...own];
      groups.pop();
    }
    groups.push({ isOfLines: true, extent: wholeLines(lines.text, extent), edits: own });
  }
  return groups;
}

/** An edit over several cells of a row that leaves their bars is one edit for each. */
function byCell(edit: OfficeEdit, { text, regions }: Lines): OfficeEdit[] {
  const region = regionAt(regions, edit.start);
  const isInRow = (region === undefined || region.origin.kind === 'cell') && !/\n/u.test(text.slice(edit.start, edit.end) + edit.newText);
  return (isInRow ? perCell(edit, text) : undefined) ?? [edit];
}

function joined(edits: readonly OfficeEdit[], extent: { readonly start: number; readonly end: number }, text: string): OfficeEdit {
  let newText = '';
  let at = extent.start;
  for (const edit of edits) {
    newText += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return { ...extent, newText: newText + text.slice(at, extent.end) };
}

/** A text without what carries no meaning in it: empty lines, and white space before bars and line ends. */
export function essence(text: string): string {
  return linesOf(text).map((line) => line.split('|').map((part) => part.trim()).join('|')).join('\n');
}

/** The text with the edits. */
export function editedText(text: string, edits: readonly OfficeEdit[]): string {
  return joined([...edits].sort((one, other) => one.start - other.start || one.end - other.end), { start: 0, end: text.length }, text).newText;
}
