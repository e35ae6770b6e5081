import type { FormData, IdentityData, Sums, TableData } from './form.ts';
import type { Path } from './extend.ts';
import { figureNames, leavesOf } from './table.ts';

/** A name in a form's data that nothing in the form bears, or that two things bear. */
export interface FormFault {
  readonly kind: 'section' | 'table' | 'term' | 'figure' | 'column' | 'twice' | 'years';
  readonly name: string;
  readonly path: Path;
}

/** What the schema of a form cannot say: that names name something, once. What words mean is looked at in tables without fault. */
export function faultsOfForm(form: FormData): readonly FormFault[] {
  const faults = faultsOfParts(form);
  return faults.length > 0 ? faults : faultsOfMeanings(form);
}

function faultsOfParts(form: FormData): readonly FormFault[] {
  const tables = new Set(form.tables.map(({ id }) => id));
  const sections = new Set(form.sections.map(({ id }) => id));
  return [
    ...(form.years.from > form.years.to ? [{ kind: 'years', name: String(form.years.to), path: ['years', 'to'] } as const] : []),
    ...repeated(form.sections.map(({ id }) => id), (at) => ['sections', at, 'id']),
    ...repeated(form.tables.map(({ id }) => id), (at) => ['tables', at, 'id']),
    ...form.sections.flatMap(({ table }, at): FormFault[] =>
      (table === undefined || tables.has(table) ? [] : [{ kind: 'table', name: table, path: ['sections', at, 'table'] }])),
    ...(form.informationFee && !sections.has(form.informationFee.section)
      ? [{ kind: 'section', name: form.informationFee.section, path: ['informationFee', 'section'] } as const] : []),
    ...form.tables.flatMap((table, at) => faultsOfTable(table, ['tables', at])),
  ];
}

/** Sums of figures that sentences are held against, and columns of outcomes. */
function faultsOfMeanings({ tables, meanings = {}, outcomes = {}, phrases = [] }: FormData): readonly FormFault[] {
  const figures = figureNames(tables);
  const columns = new Set(tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.columns.map(({ id }) => id))));
  const unknown = (sums: Sums, path: Path): FormFault[] => sums.flatMap((terms, at) => terms.flatMap((term, index) =>
    (figures.has(term.replace(/^-/u, '')) ? [] : [{ kind: 'figure', name: term, path: [...path, at, index] }])));
  return [
    ...Object.entries(meanings).flatMap(([id, sums]) => unknown(sums, ['meanings', id])),
    ...phrases.flatMap(({ meaning }, at) => unknown(meaning, ['phrases', at, 'meaning'])),
    ...Object.entries(outcomes).flatMap(([id, name]): FormFault[] => (columns.has(name) ? [] : [{ kind: 'column', name, path: ['outcomes', id] }])),
  ];
}

function faultsOfTable({ blocks, identities, acrossYears = [] }: TableData, path: Path): readonly FormFault[] {
  const rows = blocks.flatMap((block) => leavesOf(block.rows).map((names) => ({ name: names.join('.'), block })));
  const columns = new Set(blocks.flatMap((block) => block.columns.map(({ id }) => id)));
  const isNamed = (term: string, each: IdentityData['each']): boolean =>
    (each === 'row' ? columns.has(term) : rows.some(({ name }) => name === term || name.startsWith(`${term}.`)));
  const unnamed = (each: IdentityData['each'], own: Path, terms: readonly Term[]): FormFault[] =>
    terms.flatMap(([name, inner]) => (isNamed(name, each) ? [] : [{ kind: 'term', name, path: [...path, ...own, ...inner] }]));
  return [
    ...repeated(rows.map(({ name }) => name), () => [...path, 'blocks']),
    ...identities.flatMap(({ each, left, right, anchor, defines }, at) => unnamed(each, ['identities', at], [
      ...listed(left, 'left'), ...listed(right, 'right'),
      [anchor, ['anchor']], ...(defines === undefined ? [] : [[defines, ['defines']] satisfies Term]),
    ])),
    ...acrossYears.flatMap(({ each, term, last, plus = [], minus = [] }, at) => unnamed(each, ['acrossYears', at], [
      [term, ['term']], [last, ['last']], ...listed(plus, 'plus'), ...listed(minus, 'minus'),
    ])),
  ];
}

/** A name that an identity uses, and the way to it. */
type Term = readonly [string, Path];

function listed(names: readonly string[], part: string): Term[] {
  return names.map((name, index) => [name, [part, index]]);
}

function repeated(names: readonly string[], pathOf: (at: number) => Path): readonly FormFault[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [{ kind: 'twice', name, path: pathOf(at) }] : []));
}
