import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { at, requests, tableOf } from './tables.ts';

describe('what nothing explains', () => {
  const table = tableOf('2021', 'requests');
  const columns = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
  const right = requests('2021', {
    ...Object.fromEntries(columns.flatMap((column, place) => [
      [`received.${column}`, 40 + place * 7], [`granted.${column}`, 21 + place], [`unavailable.notHeld.${column}`, 17 + place * 3], [`carriedOut.${column}`, 2 + place * 3],
    ])),
  });

  it('is one finding a kind of sum from three on, which knows of the others', () => {
    const values = [...right];
    const columnOf = (row: string): number[] => columns.map((column) => at(table, `${row}.${column}`));
    columnOf('granted').forEach((figure, place) => (values[figure] = (values[figure] ?? 0) + 5 + place * place));
    columnOf('unavailable.notHeld').forEach((figure, place) => (values[figure] = (values[figure] ?? 0) + 11 - place));
    columnOf('received').forEach((figure, place) => (values[figure] = (values[figure] ?? 0) + 2 + place));
    const { findings, states } = analyse(table.system, values);
    const codes = findings.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)]);
    assert.ok(findings.length <= 3 && findings.every(({ open }) => open), codes.join());
    const told = findings.flatMap(({ broken }) => broken);
    assert.deepEqual(told.toSorted((one, other) => one - other), states.flatMap((state, index) => (state === 'broken' ? [index] : [])));
    assert.ok(findings.some(({ elsewhere = [] }) => elsewhere.length >= 2));
  });
});
