import { strToU8 } from 'fflate/browser';
import { lineBreak, unescapeMarkdown } from '../markdown.ts';
import type { Applied, OfficeEdit, Refusal, RefusalReason } from '../office-text.ts';
import { regionAt, type Region } from '../text-builder.ts';
import { decodePart, survives } from '../xml.ts';
import type { Zip } from '../zip/zip.ts';
import type { Sheet } from './content.ts';
import type { Origin } from './render.ts';
import { writeCell, type Splice } from './write-cell.ts';

/** A workbook and its text. */
export interface ReadSheets {
  readonly zip: Zip;
  readonly text: string;
  readonly regions: readonly Region<Origin>[];
  /** The sheets of the package when it is read anew. @throws ZipError, XmlError */
  readAgain(bytes: Uint8Array): readonly Sheet[];
}

interface CellChange {
  readonly edits: readonly OfficeEdit[];
  readonly origin: Origin;
  readonly content: string;
}

/** The workbook with the edits: values of cells alone change, and formulas keep the values that were computed last. */
export function applyToSheets(read: ReadSheets, edits: readonly OfficeEdit[]): Applied {
  const refused: Refusal[] = [];
  const refuse = (some: readonly OfficeEdit[], reason: RefusalReason): void => {
    refused.push(...some.map(({ start, end }) => ({ start, end, reason })));
  };
  const changes = changesOf(read, edits, (edit) => refuse([edit], 'structure'));
  const parts = new Map<string, Uint8Array>();
  for (const path of new Set(changes.map(({ origin }) => origin.sheet.path))) {
    const original = read.zip.read(path);
    const source = decodePart(original);
    const isKept = survives(original, source);
    const splices: Splice[] = [];
    for (const change of changes.filter(({ origin }) => origin.sheet.path === path)) {
      const splice = isKept ? writeCell(source, change.origin, change.content) : 'package';
      if (typeof splice === 'string') {
        refuse(change.edits, splice);
      } else {
        splices.push(splice);
      }
    }
    parts.set(path, strToU8(spliced(source, splices)));
  }
  if (refused.length > 0) {
    return { refused };
  }
  const bytes = read.zip.with(parts);
  const sheets = read.readAgain(bytes);
  changes.filter((change) => !isShown(change, sheets)).forEach((change) => refuse(change.edits, 'not-shown'));
  return refused.length > 0 ? { refused } : { bytes };
}

/** What each cell shall show; `refuse` is told of an edit that is none of cells. */
function changesOf({ text, regions }: ReadSheets, edits: readonly OfficeEdit[], refuse: (edit: OfficeEdit) => void): CellChange[] {
  const byRegion = new Map<Region<Origin>, OfficeEdit[]>();
  for (const edit of [...edits].sort((one, other) => one.start - other.start).flatMap((each) => byCell(each, text))) {
    const region = regionAt(regions, edit.start);
    if (region === undefined || edit.end > region.end) {
      refuse(edit);
    } else {
      byRegion.set(region, [...(byRegion.get(region) ?? []), edit]);
    }
  }
  return [...byRegion].flatMap(([region, own]): CellChange[] => {
    const fresh = edited(text.slice(region.start, region.end), own.map((edit) => ({ ...edit, start: edit.start - region.start, end: edit.end - region.start })));
    if (/[\r\n]/u.test(fresh) || (region.origin.isInTable && bar.test(fresh))) {
      own.forEach(refuse);
      return [];
    }
    const content = unescapeMarkdown(fresh.trim().replaceAll(lineBreak, '\n'));
    return content === shownText(region.origin.cell?.text ?? '') ? [] : [{ edits: own, origin: region.origin, content }];
  });
}

const bar = /(?<!\\)\|/u;

/** An edit over several cells of a row that leaves their bars is one edit for each. */
function byCell(edit: OfficeEdit, text: string): OfficeEdit[] {
  const old = text.slice(edit.start, edit.end).split(bar);
  const fresh = edit.newText.split(bar);
  if (old.length < 2 || old.length !== fresh.length || /[\r\n]/u.test(old.join('') + edit.newText)) {
    return [edit];
  }
  let at = edit.start;
  return old.flatMap((piece, index): OfficeEdit[] => {
    const start = at;
    at += piece.length + 1;
    const newText = fresh[index] ?? '';
    return piece === newText ? [] : [{ start, end: start + piece.length, newText }];
  });
}

function edited(text: string, edits: readonly OfficeEdit[]): string {
  return spliced(text, edits.map(({ start, end, newText }) => ({ start, end, text: newText })));
}

function spliced(source: string, splices: readonly Splice[]): string {
  let at = 0;
  const pieces = [...splices].sort((one, other) => one.start - other.start).map(({ start, end, text }) => {
    const piece = source.slice(at, start) + text;
    at = end;
    return piece;
  });
  return pieces.join('') + source.slice(at);
}

/** What a cell shows, without the white space that the text leaves out. */
function shownText(text: string): string {
  return text.trim().split(/\s*[\r\n]\s*/u).join('\n');
}

function isShown({ origin, content }: CellChange, sheets: readonly Sheet[]): boolean {
  const cell = sheets.find(({ path }) => path === origin.sheet.path)?.rows.find(({ row }) => row === origin.row.row)
    ?.cells.find(({ column }) => column === origin.column);
  const shown = shownText(cell?.text ?? '');
  return shown === shownText(content) || (cell?.isNumber === true && shown === content.replaceAll(',', ''));
}
