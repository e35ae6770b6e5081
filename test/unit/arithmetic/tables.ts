import assert from 'node:assert/strict';
import fc from 'fast-check';
import { officialForms } from '../../../server/src/official-forms.ts';
import type { FormTable, Identity, IdentitySystem } from '../../../server/src/forms/table.ts';
import type { Analysis } from '../../../server/src/model/arithmetic/index.ts';

export const applicants = [
  'naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization',
] as const;

export function tableOf(form: string, id: string): FormTable {
  const table = officialForms.find(({ data }) => data.id === form)?.tables.get(id);
  assert.ok(table !== undefined, `${form} ${id}`);
  return table;
}

export const formIds = officialForms.map(({ data }) => data.id);

/** The index of a figure, named without its table: `denied.stateSecret.total`. */
export function at(table: FormTable, name: string): number {
  const figure = table.figureById.get(`${table.id}.${name}`);
  assert.ok(figure !== undefined, name);
  return figure.index;
}

/** A figure's name without its table, as `at` reads it. */
export function nameOf(table: FormTable, figure: number): string {
  return (table.figures[figure]?.id ?? '').slice(table.id.length + 1);
}

/** The rows of table 三 between 上年结转 and （七）总计. */
function resultRows(table: FormTable): readonly string[] {
  const others = ['received', 'carriedIn', 'resultsTotal', 'carriedOut'];
  return table.rows.map(({ id }) => id).filter((id) => !others.includes(id));
}

/** Figures of parts by name; whatever is not named is 0. */
export type Parts = Readonly<Record<string, number>>;

/** All figures of table 三 from its parts, summed without any help of the identities. */
export function requests(form: string, parts: Parts): number[] {
  const table = tableOf(form, 'requests');
  const values = table.figures.map(() => 0);
  for (const [name, value] of Object.entries(parts)) {
    values[at(table, name)] = value;
  }
  const add = (rows: readonly string[], columns: readonly string[]): number => {
    const figures = rows.flatMap((row) => columns.map((column) => at(table, `${row}.${column}`)));
    return sumOf(figures, values);
  };
  for (const applicant of applicants) {
    values[at(table, `resultsTotal.${applicant}`)] = add(resultRows(table), [applicant]);
  }
  for (const { id } of table.rows) {
    values[at(table, `${id}.total`)] = add([id], applicants);
  }
  return values;
}

/** Tables 三 in which everything adds up: what came in is what was dealt with and what goes on. */
export function balancedRequests(form: string): fc.Arbitrary<number[]> {
  const table = tableOf(form, 'requests');
  const column = fc.record({
    results: fc.array(fc.oneof(fc.constant(0), fc.nat(12)), {
      minLength: resultRows(table).length,
      maxLength: resultRows(table).length,
    }),
    out: fc.nat(9),
    share: fc.nat(100),
  });
  return fc.tuple(...applicants.map(() => column)).map((columns) => {
    const parts: Record<string, number> = {};
    columns.forEach(({ results, out, share }, index) => {
      const applicant = applicants[index] ?? '';
      resultRows(table).forEach((row, place) => {
        parts[`${row}.${applicant}`] = results[place] ?? 0;
      });
      const all = results.reduce((a, b) => a + b, 0) + out;
      parts[`carriedOut.${applicant}`] = out;
      parts[`carriedIn.${applicant}`] = Math.floor((all * share) / 100);
      parts[`received.${applicant}`] = all - Math.floor((all * share) / 100);
    });
    return requests(form, parts);
  });
}

/** Tables 四 in which every 总计 is the sum of its four results. */
export function balancedReview(form: string): fc.Arbitrary<number[]> {
  const table = tableOf(form, 'review');
  const group = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20));
  return fc.tuple(group, group, group).map((groups) => {
    const values = table.figures.map(() => 0);
    groups.forEach((results, index) => {
      const row = table.rows[index]?.id ?? '';
      ['upheld', 'corrected', 'other', 'pending'].forEach((column, place) => {
        values[at(table, `${row}.${column}`)] = results[place] ?? 0;
      });
      values[at(table, `${row}.total`)] = results.reduce((a, b) => a + b, 0);
    });
    return values;
  });
}

/** Each finding as `code name`, an open one with a question mark, sorted. */
export function summary(table: FormTable, { findings }: Analysis): readonly string[] {
  return findings.map(({ code, figure, open }) => `${code} ${nameOf(table, figure)}${open ? '?' : ''}`).sort();
}

/** Findings with their fixes as they say, whatever they are made of. */
export function plain({ findings }: Analysis): readonly object[] {
  return findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes.map(({ changes, preferred, repairs, breaks, act }) => ({ changes, preferred, repairs, breaks, ...(act && { act }) })),
  }));
}

function sumOf(figures: readonly number[], values: readonly (number | null)[]): number {
  return figures.reduce((sum, figure) => sum + (values[figure] ?? 0), 0);
}

/** Whether no values ≥ 0 for the blanks satisfy the identity, thought through case by case. */
export function isViolated({ left, right }: Identity, values: readonly (number | null)[]): boolean {
  const gapLeft = left.some((figure) => values[figure] === null);
  const gapRight = right.some((figure) => values[figure] === null);
  if (gapLeft && gapRight) {
    return false;
  }
  if (gapLeft) {
    return sumOf(left, values) > sumOf(right, values);
  }
  if (gapRight) {
    return sumOf(right, values) > sumOf(left, values);
  }
  return sumOf(left, values) !== sumOf(right, values);
}

export function violated(system: IdentitySystem, values: readonly (number | null)[]): readonly number[] {
  return system.identities.filter((identity) => isViolated(identity, values)).map(({ index }) => index);
}

interface Line {
  readonly code: string;
  readonly each: 'column' | 'row';
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly anchor?: number;
  readonly defines?: number;
}

/** A system of our own, smaller than any form. */
export function systemOf(size: number, lines: readonly Line[]): IdentitySystem {
  const identities = lines.map(({ defines, anchor, ...line }, index) => ({
    ...line,
    index,
    anchor: anchor ?? defines ?? line.left[0] ?? 0,
    defines,
  }));
  const figures = Array.from({ length: size }, (_, figure) => figure);
  return {
    size,
    identities,
    memberships: figures.map((figure) =>
      identities.filter(({ left, right }) => [...left, ...right].includes(figure)).map(({ index }) => index),
    ),
    isTotal: figures.map((figure) => identities.some(({ defines }) => defines === figure)),
    rows: [],
    columns: [],
  };
}
