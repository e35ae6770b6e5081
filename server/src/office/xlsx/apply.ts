import { strToU8 } from 'fflate/browser';
import { lineBreak, linesOf, unescapeMarkdown } from '../markdown.ts';
import type { Applied, OfficeEdit, Place, Refusal, RefusalReason } from '../office-text.ts';
import { bar, perCell } from '../row-edits.ts';
import { SourceEdits } from '../source-edits.ts';
import { regionAt, type Region } from '../text-builder.ts';
import { decodePart, survives } from '../part-text.ts';
import type { Zip } from '../zip/zip.ts';
import type { Sheet } from './content.ts';
import type { Origin } from './render.ts';
import { recompute, type SheetSource } from './recompute.ts';
import { writeReference } from './reference.ts';
import type { SheetPart, Workbook } from './workbook.ts';
import { becomesNumber, writeCell } from './write-cell.ts';

/** A workbook and its text. */
interface ReadSheets {
  readonly zip: Zip;
  readonly text: string;
  readonly regions: readonly Region<Origin>[];
  readonly workbook: Pick<Workbook, 'allSheets' | 'names'>;
  /** The sheets of the package when it is read anew. @throws ZipError, XmlError */
  readAgain(bytes: Uint8Array): readonly Sheet[];
}

interface CellChange {
  readonly edits: readonly OfficeEdit[];
  readonly origin: Origin;
  readonly content: string;
}

/** The workbook with the edits: values of cells alone change, and those of the sums that follow them. */
export function applyToSheets(read: ReadSheets, edits: readonly OfficeEdit[]): Applied {
  const refused: Refusal[] = [];
  const refuse = (some: readonly OfficeEdit[], reason: RefusalReason): void => {
    refused.push(...some.map(({ start, end }) => ({ start, end, reason })));
  };
  const changes = changesOf(read, edits, (edit) => refuse([edit], 'structure'));
  const sources = sourcesOf(read);
  const written = new Map<string, SourceEdits>();
  const writing = (sheet: string): SourceEdits => written.get(sheet) ?? written.set(sheet, new SourceEdits()).get(sheet) as SourceEdits;
  for (const change of changes) {
    const { name } = change.origin.sheet;
    const sheet = sources.find((each) => each.name === name);
    const cell = sheet === undefined || sheet.isFixed ? 'package' : writeCell(sheet.source, change.origin, change.content);
    if (typeof cell === 'string') {
      refuse(change.edits, cell);
    } else {
      writing(name).replace(cell.start, cell.end, cell.text);
    }
  }
  const followed = recompute({ sheets: sources, names: read.workbook.names }, valuesOf(changes));
  const stale: Place[] = [];
  for (const [sheet, { edits: own, stale: kept }] of followed) {
    own.forEach(({ start, end, text }) => writing(sheet).replace(start, end, text));
    stale.push(...kept.map((cell): Place => ({ kind: 'sheet', sheet, cell: writeReference(cell) })));
  }
  if (refused.length > 0) {
    return { refused };
  }
  const bytes = read.zip.with(new Map(sources.flatMap(({ name, path, source }) => {
    const own = written.get(name);
    return own === undefined ? [] : [[path, strToU8(own.apply(source))] as const];
  })));
  const sheets = read.readAgain(bytes);
  changes.filter((change) => !isShown(change, sheets)).forEach((change) => refuse(change.edits, 'not-shown'));
  return refused.length > 0 ? { refused } : { bytes, ...(stale.length === 0 ? {} : { stale }) };
}

type Source = SheetSource & SheetPart & { readonly isFixed: boolean };

/** All sheets with what stands in their parts. */
function sourcesOf({ zip, workbook }: ReadSheets): Source[] {
  return workbook.allSheets.map((sheet) => {
    const original = zip.read(sheet.path);
    const source = decodePart(original);
    return { ...sheet, source, isFixed: !survives(original, source) };
  });
}

/** What each changed cell holds now, by its sheet; words are no value. */
function valuesOf(changes: readonly CellChange[]): Map<string, Map<string, number | undefined>> {
  const values = new Map<string, Map<string, number | undefined>>();
  for (const { origin, content } of changes) {
    const own = values.get(origin.sheet.name) ?? new Map<string, number | undefined>();
    const value = content === '' ? 0 : becomesNumber(content, origin.cell) ? Number(content.replaceAll(',', '')) : undefined;
    values.set(origin.sheet.name, own.set(writeReference({ row: origin.row.row, column: origin.column }), value));
  }
  return values;
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
    const fresh = edited(text.slice(region.start, region.end),
      own.map((edit) => ({ ...edit, start: edit.start - region.start, end: edit.end - region.start })));
    if (/[\r\n]/u.test(fresh) || (region.origin.isInTable && bar.test(fresh))) {
      own.forEach(refuse);
      return [];
    }
    const content = unescapeMarkdown(fresh.trim().replaceAll(lineBreak, '\n'));
    return content === shownText(region.origin.cell?.text ?? '') ? [] : [{ edits: own, origin: region.origin, content }];
  });
}

/** An edit over several cells of a row that leaves their bars is one edit for each. */
function byCell(edit: OfficeEdit, text: string): OfficeEdit[] {
  return (/[\r\n]/u.test(text.slice(edit.start, edit.end) + edit.newText) ? undefined : perCell(edit, text)) ?? [edit];
}

function edited(text: string, edits: readonly OfficeEdit[]): string {
  const changes = new SourceEdits();
  edits.forEach(({ start, end, newText }) => changes.replace(start, end, newText));
  return changes.apply(text);
}

/** What a cell shows, without the white space that the text leaves out. */
function shownText(text: string): string {
  return linesOf(text).join('\n');
}

function isShown({ origin, content }: CellChange, sheets: readonly Sheet[]): boolean {
  const cell = sheets.find(({ path }) => path === origin.sheet.path)?.rows.find(({ row }) => row === origin.row.row)
    ?.cells.find(({ column }) => column === origin.column);
  const shown = shownText(cell?.text ?? '');
  return shown === shownText(content) || (cell?.isNumber === true && shown === content.replaceAll(',', ''));
}
