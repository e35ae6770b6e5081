import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IdentitySystem } from '../../../server/src/forms/table.ts';
import { firstRepairs } from '../../../server/src/model/arithmetic/repair.ts';
import { tallies, type Values } from '../../../server/src/model/arithmetic/tally.ts';
import { isViolated, systemOf, violated } from './tables.ts';

/** Two rows and their sum, two columns and their sum. */
const grid = systemOf(9, [
  { code: 'down', each: 'column', left: [6], right: [0, 3], defines: 6 },
  { code: 'down', each: 'column', left: [7], right: [1, 4], defines: 7 },
  { code: 'down', each: 'column', left: [8], right: [2, 5], defines: 8 },
  { code: 'across', each: 'row', left: [2], right: [0, 1], defines: 2 },
  { code: 'across', each: 'row', left: [5], right: [3, 4], defines: 5 },
  { code: 'across', each: 'row', left: [8], right: [6, 7], defines: 8 },
]);

/** A single column, in which a balance ties the total to what came in and what goes on. */
const column = systemOf(6, [
  { code: 'balance', each: 'column', left: [0, 1], right: [4, 5], anchor: 4 },
  { code: 'total', each: 'column', left: [4], right: [2, 3], defines: 4 },
]);

/** Two balanced columns, the second the first's sum, so that every row says its figure twice. */
const doubled = systemOf(8, [
  { code: 'balance', each: 'column', left: [0], right: [3], anchor: 3 },
  { code: 'balance', each: 'column', left: [4], right: [7], anchor: 7 },
  { code: 'total', each: 'column', left: [3], right: [1, 2], defines: 3 },
  { code: 'total', each: 'column', left: [7], right: [5, 6], defines: 7 },
  ...[0, 1, 2, 3].map((row) => ({
    code: 'across', each: 'row' as const, left: [row + 4], right: [row], defines: row + 4,
  })),
]);

/** All sets of so many figures for which some other values up to the limit leave nothing violated. */
function setsByTrial(system: IdentitySystem, values: Values, size: number, limit: number): number[][] {
  const known = values.flatMap((value, figure) => (value === null ? [] : [figure]));
  return combinations(known, size).filter((set) => {
    const touched = new Set(set.flatMap((figure) => system.memberships[figure] ?? []));
    const rest = system.identities.filter(({ index }) => !touched.has(index));
    return !rest.some((identity) => isViolated(identity, values)) && someValuesDo(system, [...values], set, limit);
  });
}

function someValuesDo(
  system: IdentitySystem,
  values: (number | null)[],
  set: readonly number[],
  limit: number,
): boolean {
  const [figure, ...others] = set;
  if (figure === undefined) {
    return violated(system, values).length === 0;
  }
  for (let value = 0; value <= limit; value += 1) {
    values[figure] = value;
    if (someValuesDo(system, values, others, limit)) {
      return true;
    }
  }
  return false;
}

function combinations(figures: readonly number[], size: number): number[][] {
  if (size === 0) {
    return [[]];
  }
  return figures.flatMap((figure, index) =>
    combinations(figures.slice(index + 1), size - 1).map((others) => [figure, ...others]),
  );
}

/** The first repairs as the rule words them, by trying everything. */
function firstByTrial(system: IdentitySystem, values: Values, limit: number): number[][] {
  for (const size of [1, 2, 3]) {
    const sets = setsByTrial(system, values, size, limit);
    const parts = sets.map((set) => set.filter((figure) => system.isTotal[figure] === false).length);
    if (sets.length > 0) {
      return sets.filter((_, index) => parts[index] === Math.min(...parts));
    }
  }
  return [];
}

describe('the smallest repair', () => {
  const systems = { grid, column, doubled };
  for (const [name, system] of Object.entries(systems)) {
    for (const blanks of [false, true]) {
      it(`is what trying every change finds (${name}${blanks ? ' with blanks' : ''})`, () => {
        const digit = fc.nat(3);
        const figure = blanks ? fc.option(digit, { freq: 4, nil: null }) : digit;
        const tables = fc.array(figure, { minLength: system.size, maxLength: system.size });
        fc.assert(
          fc.property(tables, (values) => {
            fc.pre(violated(system, values).length > 0);
            const limit = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
            const expected = firstByTrial(system, values, Math.min(limit, 14));
            const { count, named } = firstRepairs(system, values, tallies(system, values));
            assert.equal(count, expected.length);
            if (expected.length <= 6) {
              const sets = named.map((cells) => cells.map((cell) => cell.figure).join());
              assert.deepEqual(sets.sort(), expected.map((set) => set.join()).sort());
            }
          }),
          { numRuns: 60 },
        );
      });
    }
  }

  it('names a value only where no other will do', () => {
    const blankPart = [0, 1, 5, null, 3, 0];
    const sum = systemOf(6, [{ code: 'sum', each: 'row', left: [4], right: [0, 1, 2, 3], defines: 4 }]);
    assert.deepEqual(firstRepairs(sum, blankPart, tallies(sum, blankPart)).named, [[{ figure: 4, value: undefined }]]);
    const complete = [0, 1, 5, 0, 3, 0];
    assert.deepEqual(firstRepairs(sum, complete, tallies(sum, complete)).named, [[{ figure: 4, value: 6 }]]);
  });

  it('counts alternatives that are too many to name', () => {
    const size = 9;
    const parts = Array.from({ length: 8 }, (_, index) => index);
    const twice = systemOf(size + 1, [
      { code: 'sum', each: 'row', left: [8], right: parts, defines: 8 },
      { code: 'again', each: 'row', left: [8], right: [9], anchor: 8 },
    ]);
    const values = [0, 0, 0, 0, 0, 0, 0, 1, 3, 3];
    const { count, named } = firstRepairs(twice, values, tallies(twice, values));
    assert.deepEqual({ count, named }, { count: 8, named: [] });
  });

  it('is not looked for where a sum might not be exact', () => {
    const values = [2 ** 50, 1, 2, 3, 4, 5, 6, 7, 8];
    const { count, named } = firstRepairs(grid, values, tallies(grid, values));
    assert.deepEqual({ count, named }, { count: 0, named: [] });
  });
});
