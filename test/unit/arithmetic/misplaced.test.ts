import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { applicants, at, nameOf, requests, tableOf } from './tables.ts';

const table = tableOf('2021', 'requests');

const right = requests('2021', {
  'received.naturalPerson': 64, 'granted.naturalPerson': 32, 'partlyGranted.naturalPerson': 14, 'unavailable.notHeld.naturalPerson': 13, 'carriedOut.naturalPerson': 5,
  'received.business': 39, 'granted.business': 18, 'unavailable.notHeld.business': 17, 'carriedOut.business': 4, 'received.research': 3, 'granted.research': 3,
});

function written(over: Readonly<Record<string, number>>): number[] {
  const values = [...right];
  Object.entries(over).forEach(([name, value]) => (values[at(table, name)] = value));
  return values;
}

/** What was done, with the figures and what they were meant to be; a cell mistyped by its name. */
function told(values: readonly number[]): readonly string[] {
  return analyse(table.system, values).findings.map(({ act, figure, expected, open }) => {
    const cells = act?.cells.map((cell) => `${nameOf(table, cell.figure)}=${cell.value}`) ?? [`${nameOf(table, figure)}=${expected}`];
    return [act?.kind ?? 'cell', ...cells, ...(open ? ['?'] : [])].join(' ');
  });
}

describe('a number typed into another cell', () => {
  it('further along the row or down the column is one finding', () => {
    assert.deepEqual(told(written({ 'unavailable.notHeld.business': 0, 'unavailable.notHeld.otherOrganization': 17 })),
      ['swapped unavailable.notHeld.business=17 unavailable.notHeld.otherOrganization=0']);
    assert.deepEqual(told(written({ 'unavailable.notHeld.business': 0, 'otherResult.other.business': 17 })),
      ['swapped unavailable.notHeld.business=17 otherResult.other.business=0']);
  });

  it('of another row and another column is one finding, whether something stood there or not', () => {
    assert.deepEqual(told(written({ 'unavailable.notHeld.business': 0, 'denied.stateSecret.legalService': 17 })),
      ['swapped denied.stateSecret.legalService=0 unavailable.notHeld.business=17']);
    assert.deepEqual(told(written({ 'unavailable.notHeld.business': 14, 'partlyGranted.naturalPerson': 17 })),
      ['swapped partlyGranted.naturalPerson=14 unavailable.notHeld.business=17']);
  });

  it('as another number than stood there is two', () => {
    assert.deepEqual(told(written({ 'unavailable.notHeld.business': 15, 'partlyGranted.naturalPerson': 19 })),
      ['cell partlyGranted.naturalPerson=14', 'cell unavailable.notHeld.business=17']);
  });

  it('beside a row that was not filled in is told with that', () => {
    const empty = Object.fromEntries([...applicants, 'total'].map((column) => [`carriedOut.${column}`, 0]));
    assert.deepEqual(told(written({ ...empty, 'unavailable.notHeld.business': 0, 'denied.stateSecret.legalService': 17 })),
      ['swapped denied.stateSecret.legalService=0 unavailable.notHeld.business=17', 'unfilled carriedOut.naturalPerson=5 carriedOut.business=4 carriedOut.total=9']);
  });
});

describe('a row not filled in', () => {
  it('beside a total that leaves less than nothing for it blames no part that is right', () => {
    const empty = Object.fromEntries([...applicants, 'total'].map((column) => [`carriedOut.${column}`, 0]));
    assert.deepEqual(told(written({ ...empty, 'received.total': 10 })),
      ['unfilled carriedOut.naturalPerson=5 carriedOut.business=4 carriedOut.total=9', 'cell received.total=106']);
  });
});

describe('the row 四 all 0 beside （七） that balances without it', () => {
  const results = table.rows.map(({ id }) => id).filter((id) => !['received', 'carriedIn', 'resultsTotal', 'carriedOut'].includes(id));

  /** What is told where 9 and 4 requests go on, and （七） counts them among those dealt with; so many rows of results have none. */
  function toldWithout(empty: readonly string[]): readonly string[] {
    const parts = Object.fromEntries(results.filter((row) => !empty.includes(row)).flatMap((row, place) => [[`${row}.naturalPerson`, place + 3], [`${row}.business`, place % 4]]));
    const values = requests('2021', parts);
    const totals = { naturalPerson: 9, business: 4, total: 13 };
    for (const [column, by] of Object.entries(totals)) {
      const figure = at(table, `resultsTotal.${column}`);
      values[figure] = (values[figure] ?? 0) + by;
      values[at(table, `received.${column}`)] = values[figure] ?? 0;
    }
    return analyse(table.system, values).findings.map(({ act, alternatives = [], open, fixes }) => [
      ...(act === undefined ? alternatives : [act]).map(({ kind, lines }) => `${kind} ${lines.map((line) => table.rows[line.at]?.id).join(' ')}`),
      open ? '?' : '', fixes.some(({ preferred }) => preferred) ? 'preferred' : '',
    ].join(' ').trim());
  }

  it('is told as not filled in, with （七）, where no row of results can be it', () => {
    assert.deepEqual(toldWithout([]), ['unfilled carriedOut']);
  });

  it('is one of those that may not have been filled in where rows of results are all 0 as well', () => {
    assert.deepEqual(toldWithout(['denied.stateSecret']), ['unfilled denied.stateSecret unfilled carriedOut ?']);
  });
});

describe('results of two columns typed into each other', () => {
  const exchanged = ['granted', 'partlyGranted', 'unavailable.notHeld'].flatMap((row): [string, number][] => [
    [`${row}.naturalPerson`, right[at(table, `${row}.business`)] ?? 0], [`${row}.business`, right[at(table, `${row}.naturalPerson`)] ?? 0],
  ]);

  it('are one finding that names the columns, and no fix of it is preferred', () => {
    const { findings } = analyse(table.system, written(Object.fromEntries(exchanged)));
    assert.deepEqual(findings.map(({ act, open }) => [act?.kind, act?.lines.map(({ each, at: place }) => `${each} ${place}`), open]), [['swapped', ['column 0', 'column 1'], false]]);
    const [fix] = findings[0]?.fixes ?? [];
    assert.equal(fix?.preferred, false);
    assert.deepEqual(fix.changes.map(({ figure, value }) => value === right[figure]), Array<boolean>(6).fill(true));
  });

  it('are not told of where a single row would explain as much', () => {
    assert.notEqual(analyse(table.system, written({ 'granted.naturalPerson': 10, 'granted.business': 40 })).findings[0]?.act?.kind, 'swapped');
  });
});
