import fc from 'fast-check';

import type { Form } from '../../server/src/forms/index.ts';
import type { FigureDefinition } from '../../server/src/forms/table.ts';
import type { Random } from './random.ts';

/** The figures of one report by id. */
export type Figures = ReadonlyMap<string, number>;

const applicants = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
const outcomes = ['upheld', 'corrected', 'other', 'pending'];
const lawsuits = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];
const framing = new Set(['received', 'carriedIn', 'resultsTotal', 'carriedOut']);

/** All figures that a form asks for, in the order of print. */
export function figureDefinitions(form: Form): FigureDefinition[] {
  return [...form.tables.values()].flatMap((table) => table.figures);
}

/** Ids of the figures that no identity gives; all others are computed from them. */
export function leafIds(form: Form): string[] {
  const requests = [...resultRows(form), 'carriedOut', 'carriedIn']
    .flatMap((row) => applicants.map((column) => `requests.${row}.${column}`));
  const review = lawsuits.flatMap((row) => outcomes.map((column) => `review.${row}.${column}`));
  return [...(form.tables.get('proactive')?.figures ?? []).map(({ id }) => id), ...requests, ...review];
}

/** A consistent set of figures (勾稽关系 all hold) from one number ≥ 0 for each leaf. */
export function balancedFigures(form: Form, leaves: ReadonlyMap<string, number>): Figures {
  const figures = new Map<string, number>();
  addProactive(form, leaves, figures);
  addRequests(form, leaves, figures);
  addReview(leaves, figures);
  return figures;
}

/** Consistent figures of the size that one organ has: mostly zeros, some tens, some thousands. */
export function randomFigures(form: Form, random: Random): Figures {
  const busy = random.pick([0, 0.05, 0.2, 0.5, 0.9]);
  const size = random.pick([3, 30, 30, 400, 9000]);
  return balancedFigures(form, new Map(leafIds(form).map((id) => [id, random.chance(busy) ? random.integer(1, size) : 0])));
}

/** Consistent figures for property tests; shrinks towards a report of zeros. */
export function figuresArbitrary(form: Form): fc.Arbitrary<Figures> {
  const ids = leafIds(form);
  const leaf = fc.oneof(
    { weight: 10, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 41, max: 12000 }) },
  );
  return fc.array(leaf, { minLength: ids.length, maxLength: ids.length, size: 'max' })
    .map((numbers) => balancedFigures(form, new Map(ids.map((id, at) => [id, numbers[at] ?? 0]))));
}

function resultRows(form: Form): string[] {
  return (form.tables.get('requests')?.rows ?? []).map(({ id }) => id).filter((id) => !framing.has(id));
}

function addProactive(form: Form, leaves: ReadonlyMap<string, number>, figures: Map<string, number>): void {
  for (const { id, column } of form.tables.get('proactive')?.figures ?? []) {
    const leaf = leaves.get(id) ?? 0;
    if (column.kind === 'amount') {
      figures.set(id, (leaf * 6007) / 10000);
    } else {
      figures.set(id, column.kind === 'change' && leaf % 2 === 1 ? -leaf : leaf);
    }
  }
  for (const row of ['proactive.regulations', 'proactive.normativeDocuments'].filter((one) => figures.has(`${one}.inForce`))) {
    const [issued = 0, repealed = 0, inForce = 0] = ['issued', 'repealed', 'inForce'].map((column) => figures.get(`${row}.${column}`));
    figures.set(`${row}.inForce`, Math.max(inForce, issued - repealed));
  }
}

function addRequests(form: Form, leaves: ReadonlyMap<string, number>, figures: Map<string, number>): void {
  const results = resultRows(form);
  const at = (row: string, column: string): string => `requests.${row}.${column}`;
  const leaf = (row: string, column: string): number => leaves.get(at(row, column)) ?? 0;
  for (const column of applicants) {
    const sum = results.reduce((total, row) => total + leaf(row, column), 0);
    const carriedIn = Math.min(leaf('carriedIn', column), sum + leaf('carriedOut', column));
    figures.set(at('received', column), sum + leaf('carriedOut', column) - carriedIn);
    figures.set(at('carriedIn', column), carriedIn);
    results.forEach((row) => figures.set(at(row, column), leaf(row, column)));
    figures.set(at('resultsTotal', column), sum);
    figures.set(at('carriedOut', column), leaf('carriedOut', column));
  }
  for (const row of [...results, ...framing]) {
    figures.set(at(row, 'total'), applicants.reduce((total, column) => total + (figures.get(at(row, column)) ?? 0), 0));
  }
}

function addReview(leaves: ReadonlyMap<string, number>, figures: Map<string, number>): void {
  for (const row of lawsuits) {
    let total = 0;
    for (const column of outcomes) {
      const value = leaves.get(`review.${row}.${column}`) ?? 0;
      figures.set(`review.${row}.${column}`, value);
      total += value;
    }
    figures.set(`review.${row}.total`, total);
  }
}
