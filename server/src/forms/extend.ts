import type { BlockData, FormChange, FormData, RowData, RowGroupData, SectionChange, SectionData, Sums, TableChange, TableData } from './form.ts';
import { figureNames } from './table.ts';

/** Where something stands in a form file, as keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** A change names something that the base does not have. */
export class MisfitError extends Error {
  readonly kind: 'section' | 'table' | 'row';
  readonly lacks: string;
  /** Where the name stands. */
  readonly path: Path;

  constructor(kind: MisfitError['kind'], lacks: string, path: Path) {
    super(`there is no ${kind} ${lacks}`);
    this.kind = kind;
    this.lacks = lacks;
    this.path = path;
  }
}

/** Forms of which each may extend one before it, as whole ones. @throws {MisfitError} as `extendForm` does */
export function completeForms(forms: readonly (FormData | FormChange)[]): readonly FormData[] {
  return forms.reduce<readonly FormData[]>((known, form) => {
    const base = 'extends' in form ? known.find(({ id }) => id === form.extends) : undefined;
    return [...known, base ? extendForm(base, form as FormChange) : form as FormData];
  }, []);
}

type RowNode = RowData | RowGroupData;

/**
 * A form that says only in what it differs from another one: its sections and tables are those of the base with the changes,
 * and words mean what they mean there, but for those of rows that it loses.
 * @throws {MisfitError} where a change names a section, a table or a row that the base does not have
 */
export function extendForm(base: FormData, { extends: _, sections = [], tables = [], ...own }: FormChange): FormData {
  const changed = tables.reduce((all, change, at) => withTable(all, change, ['tables', at]), base.tables);
  const figures = figureNames(changed);
  const isWhole = (sums: Sums): boolean => sums.flat().every((term) => figures.has(term.replace(/^-/u, '')));
  const meanings = Object.fromEntries(Object.entries(base.meanings ?? {}).filter(([, sums]) => isWhole(sums)));
  return {
    ...base,
    ...own,
    phrases: [...(base.phrases ?? []).filter(({ meaning }) => isWhole(meaning)), ...(own.phrases ?? [])],
    meanings: { ...meanings, ...own.meanings },
    outcomes: { ...base.outcomes, ...own.outcomes },
    sections: sections.reduce((all, change, at) => withSection(all, change, ['sections', at]), base.sections),
    tables: changed,
  };
}

function withSection(all: readonly SectionData[], { after, ...change }: SectionChange, path: Path): readonly SectionData[] {
  if (all.some(({ id }) => id === change.id)) {
    return all.map((section) => (section.id === change.id ? { ...section, ...change } : section));
  }
  const { numeral, title, cues } = change;
  if (numeral === undefined || title === undefined || cues === undefined) {
    throw new MisfitError('section', change.id, [...path, 'id']);
  }
  const at = after === undefined ? all.length - 1 : all.findIndex(({ id }) => id === after);
  if (after !== undefined && at < 0) {
    throw new MisfitError('section', after, [...path, 'after']);
  }
  return all.toSpliced(at + 1, 0, { aliases: [], alterations: [], ...change, numeral, title, cues });
}

function withTable(all: readonly TableData[], change: TableChange | TableData, path: Path): readonly TableData[] {
  const base = all.find(({ id }) => id === change.id);
  if ('blocks' in change) {
    return base ? all.map((table) => (table === base ? change : table)) : [...all, change];
  }
  if (!base) {
    throw new MisfitError('table', change.id, [...path, 'id']);
  }
  return all.map((table) => (table === base ? changeTable(base, change, path) : table));
}

function changeTable({ blocks, identities, ...table }: TableData, change: TableChange, path: Path): TableData {
  const { remove = [], rename = [], add = [], identities: more = [], id: _, ...own } = change;
  let changed = blocks;
  remove.forEach((name, at) => {
    changed = changeRow(changed, name, [...path, 'remove', at], () => []);
  });
  rename.forEach(({ row, ...label }, at) => {
    changed = changeRow(changed, row, [...path, 'rename', at, 'row'], (node) => [{ ...node, ...label }]);
  });
  add.forEach(({ after, row }, at) => {
    changed = changeRow(changed, after, [...path, 'add', at, 'after'], (node) => [node, row]);
  });
  return { ...table, ...own, blocks: changed, identities: [...identities, ...more] };
}

function changeRow(blocks: readonly BlockData[], name: string, path: Path, edit: (node: RowNode) => readonly RowNode[]): readonly BlockData[] {
  for (const [at, block] of blocks.entries()) {
    const rows = editRow(block.rows, name.split('.'), edit);
    if (rows) {
      return blocks.toSpliced(at, 1, { ...block, rows });
    }
  }
  throw new MisfitError('row', name, path);
}

/** Puts something in the place of a row, named by the ids that lead to it; undefined where it is not there. */
function editRow(rows: readonly RowNode[], name: readonly string[], edit: (node: RowNode) => readonly RowNode[]): readonly RowNode[] | undefined {
  const [first, ...rest] = name;
  for (const [at, node] of rows.entries()) {
    if (node.id === first && rest.length === 0) {
      return rows.toSpliced(at, 1, ...edit(node));
    }
    // A group without an id adds nothing to the name of its rows.
    const inner = 'rows' in node && (node.id === undefined || node.id === first) ? editRow(node.rows, node.id === undefined ? name : rest, edit) : undefined;
    if (inner && 'rows' in node) {
      return rows.toSpliced(at, 1, { ...node, rows: inner });
    }
  }
  return undefined;
}
