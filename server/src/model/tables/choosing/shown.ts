import type { Form } from '../../../forms/index.ts';
import { normalise, spellings } from '../../../forms/vocabulary.ts';
import { memoised } from '../../memo.ts';
import { retouchOf } from '../../../syntax/retouch.ts';
import type { Table } from '../../../syntax/tree.ts';
import { labelsOf, type TableLabels } from '../labels.ts';
import { Notes } from '../../../syntax/notes.ts';

/** The tables of one id, a variant a form, and all their labels together. */
export interface Variants {
  readonly variants: readonly TableLabels[];
  readonly labels: ReadonlySet<string>;
  /** The names of their columns. */
  readonly heads: ReadonlySet<string>;
}

const known = new WeakMap<readonly Form[], ReadonlyMap<string, Variants>>();

/** By table id; the same for every document that is read against these forms. */
export function variantsOf(forms: readonly Form[]): ReadonlyMap<string, Variants> {
  let byId = known.get(forms);
  if (!byId) {
    const tables = forms.flatMap((form) => [...form.tables.values()]);
    byId = new Map([...new Set(tables.map(({ id }) => id))].map((id) => {
      const variants = tables.filter((table) => table.id === id).map(labelsOf);
      const heads = variants.flatMap(({ table }) => table.data.blocks.flatMap(({ columns }) => columns.flatMap(spellings)));
      return [id, { variants, labels: new Set(variants.flatMap((variant) => [...variant.all])), heads: new Set(heads) }];
    }));
    known.set(forms, byId);
  }
  return byId;
}

const longestWords = 200;

/** The words of a table's cells, normalised. */
export const wordsOf = memoised(({ rows }: Table): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.kind === 'text' && cell.text.length <= longestWords) {
        found.add(normalise(cell.text));
      }
    }
  }
  return found;
});

/** By table id, the labels of it that a table of the text bears. */
export type Shown = ReadonlyMap<string, ReadonlySet<string>>;

const knownLabels = new Notes<Table, { readonly forms: readonly Form[]; readonly shown: Shown }>();

/** The labels of the forms' tables that a table of the text bears; typing in a figure changes none. */
export function labelsShown(table: Table, forms: readonly Form[]): Shown {
  const before = retouchOf(table)?.before;
  const seen = knownLabels.get(table) ?? (before && knownLabels.get(before));
  const shown = seen?.forms === forms ? seen.shown : findLabels(table, variantsOf(forms));
  knownLabels.set(table, { forms, shown });
  return shown;
}

function findLabels(table: Table, byId: ReadonlyMap<string, Variants>): Shown {
  const words = wordsOf(table);
  const joined = table.layout.keepsBlanks ? '' : normalise([...words].join(''));
  return new Map([...byId].map(([id, { labels }]) => [id, table.layout.keepsBlanks
    ? new Set([...words].filter((word) => labels.has(word)))
    : new Set([...labels].filter((label) => words.has(label) || (label.length >= 4 && joined.includes(label))))]));
}

/** The labels shown of a table but for the heads of its columns; all where it has nothing else, its rows side by side. */
export function withoutHeads(id: string, shown: ReadonlySet<string>, forms: readonly Form[]): ReadonlySet<string> {
  const { variants = [], heads = new Set<string>() } = variantsOf(forms).get(id) ?? {};
  return variants.some(({ table }) => table.data.arrangement === 'across') ? shown : new Set([...shown].filter((label) => !heads.has(label)));
}
