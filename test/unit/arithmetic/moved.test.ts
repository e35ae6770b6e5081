import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { balancedTable } from '../../support/acts.ts';
import { seeded } from '../../support/random.ts';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';
import { applicants, at, requests, tableOf } from './tables.ts';

const table = tableOf('2021', 'requests');
const { system } = table;
const columns = [...applicants, 'total'];
const right = requests('2021', {
  'received.naturalPerson': 52, 'carriedIn.naturalPerson': 3, 'granted.naturalPerson': 30, 'unavailable.notHeld.naturalPerson': 14, 'otherResult.other.naturalPerson': 7, 'carriedOut.naturalPerson': 4,
  'received.business': 9, 'granted.business': 5, 'notProcessed.petition.business': 2, 'carriedOut.business': 2,
  'received.otherOrganization': 2, 'denied.stateSecret.otherOrganization': 2,
});

function toSide(values: readonly number[], by: number): number[] {
  return table.figures.map(({ row, column: { id } }) => {
    const from = columns[columns.indexOf(id) - by];
    return from === undefined ? 0 : (values[at(table, `${row.id}.${from}`)] ?? 0);
  });
}

function fromRowOn(values: readonly number[], first: string): number[] {
  const rows = table.rows.map(({ id }) => id);
  const start = rows.indexOf(first);
  return table.figures.map(({ index, row, column: { id } }) => {
    const place = rows.indexOf(row.id);
    return place < start ? (values[index] ?? 0) : place === start ? 0 : (values[at(table, `${rows[place - 1]}.${id}`)] ?? 0);
  });
}

function told(values: readonly number[]): readonly (readonly [string | undefined, number | undefined, readonly (number | undefined)[]])[] {
  return analyse(system, values).findings.map(({ act, alternatives, fixes }) => [
    act?.kind ?? alternatives?.map(({ kind }) => kind).join(), act?.by, fixes.flatMap(({ preferred, changes }) => (preferred ? changes.map(({ value }) => value) : [])),
  ]);
}

describe('a whole table typed to the side', () => {
  it('is one finding, and its fix moves all of it back', () => {
    for (const by of [1, -1]) {
      const { findings } = analyse(system, toSide(right, by));
      assert.deepEqual(findings.map(({ act }) => [act?.kind, act?.by]), [['moved', by]]);
      assert.ok(findings[0]?.fixes.every(({ preferred, changes }) => !preferred && changes.every(({ figure, value }) => value === right[figure])));
      assert.equal(findings[0]?.fixes.length, 1);
    }
  });

  it('is told once: the column that it left blank is no finding of its own', () => {
    const rows = /^\|(?<labels>.*?\p{Script=Han}.*?)(?<figures>(?: \d+ \|){6}) \d+ \|$/gmu;
    const text = readBase('2021.md').replace(rows, '|$<labels>  |$<figures>');
    assert.match(text, /^\| 四、结转下年度继续办理 .*\|  \|/mu);
    assert.deepEqual(read(text, 'markdown').diagnostics.map(({ code }) => code), ['row-total']);
  });

  it('is named beside totals not filled in where the last column was empty', () => {
    const small = requests('2021', { 'received.naturalPerson': 7, 'granted.naturalPerson': 4, 'carriedOut.naturalPerson': 3, 'received.business': 2, 'granted.business': 2 });
    assert.deepEqual(told(toSide(small, 1)), [['stale,moved', undefined, []]]);
  });

  it('is none where only the totals are missing, or stand in the last column of parts', () => {
    assert.deepEqual(told(table.figures.map(({ index, column: { id } }) => (id === 'total' ? 0 : (right[index] ?? 0)))).map(([kind]) => kind), ['stale']);
    const none = requests('2021', { 'received.naturalPerson': 7, 'granted.naturalPerson': 4, 'carriedOut.naturalPerson': 3, 'received.business': 2, 'granted.business': 2 });
    const exchanged = table.figures.map(({ index, row, column: { id } }) =>
      none[id === 'total' ? at(table, `${row.id}.otherOrganization`) : id === 'otherOrganization' ? at(table, `${row.id}.total`) : index] ?? 0);
    assert.deepEqual(told(exchanged).map(([kind]) => kind), ['swapped']);
  });
});

describe('rows typed one row too low', () => {
  it('are one finding at the row that holds the totals, and nothing is written', () => {
    for (const first of ['partlyGranted', 'unavailable.unclearRequest', 'notProcessed.duplicate']) {
      const { findings } = analyse(system, fromRowOn(right, first));
      assert.deepEqual(findings.map(({ act, fixes }) => [act?.kind, act?.lines.map((line) => table.rows[line.at]?.id), fixes]), [['lowered', ['resultsTotal', 'carriedOut'], []]], first);
    }
  });

  it('are told in tables of large offices, and no table without them is', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { table: own, values } = balancedTable('2021', 'requests', 'large', seeded(seed));
      const harmed = fromRowOn(values, 'notProcessed.reissue');
      const kinds = analyse(own.system, harmed).findings.map(({ act }) => act?.kind);
      const isLast = columns.some((column) => (values[at(table, `carriedOut.${column}`)] ?? 0) > 0);
      assert.equal(kinds.includes('lowered'), isLast, `seed ${seed}`);
    }
  });
});
