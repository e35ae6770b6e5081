import { compileAcrossYears, type YearIdentity } from './across-years.ts';
import type { BlockData, ColumnData, IdentityData, LabelData, RowData, RowGroupData, TableData } from './form.ts';

/** One figure that a form asks for: a row and a column of one of its tables. */
export interface FigureDefinition {
  /** Position among the table's figures; values and identities refer to it. */
  readonly index: number;
  /** E.g. `requests.denied.stateSecret.naturalPerson`. */
  readonly id: string;
  readonly row: RowDefinition;
  readonly column: ColumnData;
}

/** A row with figures. */
export interface RowDefinition extends LabelData {
  readonly index: number;
  /** Dotted id without the table, e.g. `denied.stateSecret`. */
  readonly id: string;
  /** What messages call it where they put several rows into one formula. */
  readonly brief?: string;
  /** The groups around the row, outermost first. */
  readonly groups: readonly GroupDefinition[];
  readonly block: BlockData;
  readonly figures: readonly FigureDefinition[];
}

/** A row without figures, that names the rows below it. */
export interface GroupDefinition extends LabelData {
  readonly id?: string;
}

/** One identity (勾稽关系) in figures: the sum over `left` equals the sum over `right`. */
export interface Identity {
  readonly index: number;
  readonly code: string;
  /** `column`: one of the identities down a column; `row`: along a row. */
  readonly each: 'column' | 'row';
  /** Indexes of figures. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The figure at which a violation is reported when its place is open. */
  readonly anchor: number;
  /** The total that this identity defines; undefined for a balance. */
  readonly defines: number | undefined;
}

/** The indexes of all figures that take part in an identity. */
export function bothSides({ left, right }: Identity): readonly number[] {
  return [...left, ...right];
}

/** The identities over one table's figures. */
export interface IdentitySystem {
  /** Number of figures. */
  readonly size: number;
  readonly identities: readonly Identity[];
  /** For each figure the indexes of the identities that it takes part in. */
  readonly memberships: readonly (readonly number[])[];
  /** Whether the figure is a total, that is, defined by an identity. */
  readonly isTotal: readonly boolean[];
  /** The figures of each line as it is filled in: a row, or all figures where the table has one line of them. */
  readonly rows: readonly (readonly number[])[];
  /** The figures of each column, where rows stand below each other. */
  readonly columns: readonly (readonly number[])[];
}

/** A table of a form, with everything looked up that readers of reports need. */
export interface FormTable {
  readonly form: string;
  readonly id: string;
  readonly data: TableData;
  readonly rows: readonly RowDefinition[];
  readonly groups: readonly GroupDefinition[];
  readonly figures: readonly FigureDefinition[];
  readonly figureById: ReadonlyMap<string, FigureDefinition>;
  readonly system: IdentitySystem;
  readonly acrossYears: readonly YearIdentity[];
}

export function compileTable(form: string, data: TableData): FormTable {
  const rows: RowDefinition[] = [];
  const groups: GroupDefinition[] = [];
  const figures: FigureDefinition[] = [];
  for (const block of data.blocks) {
    for (const { row, path, around } of leafRows(block.rows, [], [], groups)) {
      const own: FigureDefinition[] = [];
      const definition: RowDefinition = { ...row, index: rows.length, id: path.join('.'), groups: around, block, figures: own };
      for (const column of block.columns) {
        const figure = { index: figures.length, id: `${data.id}.${definition.id}.${column.id}`, row: definition, column };
        own.push(figure);
        figures.push(figure);
      }
      rows.push(definition);
    }
  }
  const figureById = new Map(figures.map((figure) => [figure.id, figure]));
  const system = compileIdentities(data, rows, figures);
  return { form, id: data.id, data, rows, groups, figures, figureById, system, acrossYears: compileAcrossYears(data, figures, system.identities) };
}

interface Leaf {
  row: RowData;
  path: string[];
  around: GroupDefinition[];
}

function leafRows(
  nodes: readonly (RowData | RowGroupData)[],
  path: readonly string[],
  around: readonly GroupDefinition[],
  groups: GroupDefinition[],
): Leaf[] {
  return nodes.flatMap((node) => {
    const inner = node.id === undefined ? [...path] : [...path, node.id];
    if (!('rows' in node)) {
      return [{ row: node, path: inner, around: [...around] }];
    }
    groups.push(node);
    return leafRows(node.rows, inner, [...around, node], groups);
  });
}

/** For each row with figures the ids that lead to it. */
export function leavesOf(rows: readonly (RowData | RowGroupData)[]): readonly (readonly string[])[] {
  return leafRows(rows, [], [], []).map(({ path }) => path);
}

/** The ids of the figures of tables, and of the groups of their rows (`requests.denied.total`). */
export function figureNames(tables: readonly TableData[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.blocks.flatMap((block) => leavesOf(block.rows).flatMap((names) =>
    names.flatMap((_, at) => block.columns.map(({ id }) => [table.id, ...names.slice(0, at + 1), id].join('.')))))));
}

function compileIdentities(
  { identities: data, arrangement }: TableData,
  rows: readonly RowDefinition[],
  figures: readonly FigureDefinition[],
): IdentitySystem {
  const identities: Identity[] = [];
  for (const identity of data) {
    for (const cells of identity.each === 'column' ? columnsOf(rows) : rows.map((row) => row.figures)) {
      const find = (term: string): number[] => cells.filter((cell) => names(cell, identity.each, term)).map((cell) => cell.index);
      const [anchor] = find(identity.anchor);
      if (anchor === undefined) {
        throw new Error(`identity ${identity.code}: no figure is named ${identity.anchor}`);
      }
      const defines = identity.defines === undefined ? undefined : find(identity.defines)[0];
      identities.push({
        index: identities.length,
        code: identity.code,
        each: identity.each,
        left: identity.left.flatMap(find),
        right: identity.right.flatMap(find),
        anchor,
        defines,
      });
    }
  }
  const memberships: number[][] = figures.map(() => []);
  const isTotal = figures.map(() => false);
  for (const { index, left, right, defines } of identities) {
    for (const figure of [...left, ...right]) {
      memberships[figure]?.push(index);
    }
    if (defines !== undefined) {
      isTotal[defines] = true;
    }
  }
  const indexes = (cells: readonly FigureDefinition[]): number[] => cells.map(({ index }) => index);
  const lines = arrangement === 'across'
    ? { rows: [indexes(figures)], columns: [] }
    : { rows: rows.map((row) => indexes(row.figures)), columns: columnsOf(rows).map(indexes) };
  return { size: figures.length, identities, memberships, isTotal, ...lines };
}

function columnsOf(rows: readonly RowDefinition[]): FigureDefinition[][] {
  const columns = rows[0]?.block.columns ?? [];
  return columns.map((_, at) => rows.flatMap((row) => row.figures[at] ?? []));
}

/** Whether a term of an identity names the cell: by its row or a group of rows, or by its column. */
function names(cell: FigureDefinition, each: IdentityData['each'], term: string): boolean {
  return each === 'row' ? cell.column.id === term : cell.row.id === term || cell.row.id.startsWith(`${term}.`);
}
