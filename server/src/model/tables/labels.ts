import type { GroupDefinition, FormTable, RowDefinition } from '../../forms/table.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { LabelData } from '../../forms/form.ts';

/** A row label of a form that a text names exactly. */
interface LabelMatch {
  readonly row: RowDefinition;
  /** Spelled as a known alteration of the official label. */
  readonly altered: boolean;
}

/** The labels of one table of one form, normalised. */
export interface TableLabels {
  readonly table: FormTable;
  /** By row, its spellings; the official one first. */
  readonly spellings: readonly (readonly string[])[];
  /** All spellings of rows, longer ones first. */
  readonly byLength: readonly { readonly row: RowDefinition; readonly label: string }[];
  rowNamed(normal: string): LabelMatch | undefined;
  groupNamed(normal: string): GroupDefinition | undefined;
  /** The column of a block's columns that a text names, as an index. */
  columnNamed(normal: string): number | undefined;
  /** Labels of groups, of which a line break may cut off pieces. */
  readonly groupPieces: readonly string[];
  /** Any label that stands in a table of this kind: rows, groups, columns, headings. */
  readonly all: ReadonlySet<string>;
}

/** Whether a text stands somewhere within a label. */
export function isInLabel(piece: string, { all }: TableLabels): boolean {
  return [...all].some((label) => label.includes(piece));
}

/** Local editions add a note in brackets to a label: read, and reported as altered. */
function explained(rows: ReadonlyMap<string, LabelMatch>, normal: string): LabelMatch | undefined {
  const match = normal.endsWith(')') ? rows.get(withoutNote(normal)) : undefined;
  return match && { row: match.row, altered: true };
}

/** A label without the note in brackets behind it. */
export function withoutNote(normal: string): string {
  return normal.endsWith(')') ? normal.replace(/\([^()]*\)$/u, '') : normal;
}

/** A label without the mark of a note behind it, as Markdown writes one. */
function withoutMark(normal: string): string {
  return normal.endsWith('>') || normal.endsWith(']') ? normal.replace(/(?:<su[bp]>\d{1,3}<\/su[bp]>|\[\^\w{1,8}\])$/u, '') : normal;
}

export function labelsOf(table: FormTable): TableLabels {
  const rows = new Map<string, LabelMatch>();
  const groups = new Map<string, GroupDefinition>();
  const columns = new Map<string, number>();
  const all = new Set<string>();
  const altered = (label: LabelData, spelling: string): boolean => (label.alterations ?? []).some((text) => normalise(text) === spelling);
  for (const row of table.rows) {
    spellings(row).forEach((spelling) => rows.set(spelling, { row, altered: altered(row, spelling) }));
    row.block.columns.forEach((column, at) => {
      spellings(column).forEach((spelling) => columns.set(spelling, at));
      column.groups?.forEach((group) => all.add(normalise(group)));
    });
    [row.block.heading, row.block.corner].forEach((label) => label && all.add(normalise(label)));
  }
  table.groups.forEach((group) => spellings(group).forEach((spelling) => groups.set(spelling, group)));
  [rows, groups, columns].forEach((map) => [...map.keys()].forEach((spelling) => all.add(spelling)));
  return {
    table,
    spellings: table.rows.map(spellings),
    byLength: table.rows.flatMap((row) => spellings(row).map((label) => ({ row, label })))
      .sort((one, other) => other.label.length - one.label.length),
    rowNamed: (normal) => rows.get(normal) ?? rows.get(withoutMark(normal)) ?? explained(rows, normal),
    groupNamed: (normal) => groups.get(normal),
    columnNamed: (normal) => columns.get(normal) ?? columns.get(withoutNote(normal)),
    groupPieces: [...groups.keys()],
    all,
  };
}
