import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { Ledger } from '../../../server/src/model/arithmetic/ledger.ts';
import { balancedTable, exchange, linesOf, mishaps, preferredOf } from '../../support/acts.ts';
import { seeded } from '../../support/random.ts';
import { applicants, at, nameOf, requests, tableOf, type Parts } from './tables.ts';

const table = tableOf('2021', 'requests');
const { system } = table;
const columns = [...applicants, 'total'];

function withRowsExchanged(values: readonly number[], one: string, other: string): number[] {
  const harmed = [...values];
  for (const column of columns) {
    const [first, second] = [at(table, `${one}.${column}`), at(table, `${other}.${column}`)];
    harmed[first] = values[second] ?? 0;
    harmed[second] = values[first] ?? 0;
  }
  return harmed;
}

function withColumnCopied(values: readonly number[], from: string, to: string): number[] {
  return table.figures.map(({ index, row, column: { id } }) => values[id === to ? at(table, `${row.id}.${from}`) : index] ?? 0);
}

function plus(values: readonly number[], name: string, by: number): number[] {
  const figure = at(table, name);
  return values.with(figure, (values[figure] ?? 0) + by);
}

/** What was done to which rows and columns, `total` for a cell by itself, and the numbers that preferred fixes write. */
function toldOf(values: readonly number[]): { told: readonly string[]; preferred: readonly string[] } {
  const { findings } = analyse(system, values);
  const nameOfLine = (each: 'row' | 'column', index: number): string => (each === 'row' ? table.rows[index]?.id : columns[index]) ?? '';
  return {
    told: findings.map(({ act, figure }) => (act === undefined ? nameOf(table, figure) : [act.kind, ...act.lines.map((line) => nameOfLine(line.each, line.at))].join(' '))),
    preferred: findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred).flatMap(({ changes }) => changes.map(({ figure, value }) => `${nameOf(table, figure)}=${value}`))),
  };
}

describe('where two explanations are as likely', () => {
  const small: Parts = { 'received.naturalPerson': 12, 'granted.naturalPerson': 7, 'carriedOut.naturalPerson': 5 };

  it('as totals mistyped and the rows 予以公开 and 结转下年度 taken for each other, nothing is preferred', () => {
    const others: readonly Parts[] = [{}, { 'received.business': 3, 'granted.business': 2, 'carriedOut.business': 1 }];
    for (const more of others) {
      assert.deepEqual(toldOf(withRowsExchanged(requests('2021', { ...small, ...more }), 'granted', 'carriedOut')).preferred, []);
    }
  });

  it('a total alone is still computed again', () => {
    assert.deepEqual(toldOf(plus(requests('2021', small), 'resultsTotal.naturalPerson', 3)).preferred, ['resultsTotal.naturalPerson=7']);
  });

  it('is looked for when somebody asks what is preferred, once, and not with each edit', () => {
    const { whileMeant } = Ledger.prototype;
    let trials = 0;
    Ledger.prototype.whileMeant = function counted<Result>(this: Ledger, ...given: Parameters<typeof whileMeant<Result>>): Result {
      trials += 1;
      return whileMeant.apply(this, given) as Result;
    };
    try {
      const [finding] = analyse(system, plus(requests('2021', small), 'resultsTotal.naturalPerson', 3)).findings;
      const ofFindings = trials;
      assert.equal(finding?.fixes[0]?.preferred, true);
      const ofPreference = trials;
      assert.ok(ofPreference > ofFindings);
      assert.equal(finding.fixes[0].preferred, true);
      assert.equal(trials, ofPreference);
    } finally {
      Ledger.prototype.whileMeant = whileMeant;
    }
  });

  it('as totals not computed again and a row of results exchanged with 四, nothing is preferred', () => {
    const right = requests('2021', {
      'received.business': 4, 'granted.business': 4, 'received.socialOrganization': 4, 'carriedOut.socialOrganization': 4, 'received.research': 1, 'denied.stateSecret.research': 1,
    });
    const intoResults = withRowsExchanged(right, 'otherResult.notCorrected', 'carriedOut');
    assert.deepEqual(toldOf(intoResults), { told: ['resultsTotal.socialOrganization', 'resultsTotal.total'], preferred: [] });
    const filled = requests('2021', {
      'received.naturalPerson': 31, 'granted.naturalPerson': 31, 'received.research': 20, 'granted.research': 6, 'partlyGranted.research': 12, 'carriedOut.research': 2,
      'received.otherOrganization': 22, 'granted.otherOrganization': 7, 'partlyGranted.otherOrganization': 15,
    });
    assert.deepEqual(toldOf(withRowsExchanged(filled, 'partlyGranted', 'carriedOut')).preferred, []);
  });

  it('as totals not filled in and a table typed to the side, one column of it a row too low as well, nothing is preferred', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const { values: right } = balancedTable('2021', 'requests', 'large', seeded(seed));
      const [toLeft, toRight] = [1, -1].map((by) => table.figures.map(({ row, column: { id } }) => {
        const from = columns[columns.indexOf(id) + by];
        return from === undefined ? 0 : (right[at(table, `${row.id}.${from}`)] ?? 0);
      })) as [number[], number[]];
      const rows = table.rows.slice(2, -2);
      const oneLower = table.figures.map(({ index, row, column: { id } }) => {
        const place = rows.indexOf(row);
        return place < 0 || id !== 'business' ? (toLeft[index] ?? 0) : (toLeft[at(table, `${rows.at(place - 1)?.id}.business`)] ?? 0);
      });
      assert.deepEqual(toldOf(oneLower).preferred, [], `${seed} to the left`);
      assert.deepEqual(toldOf(toRight.map((value, figure) => (nameOf(table, figure).startsWith('resultsTotal.') ? 0 : value))).preferred, [], `${seed} to the right`);
    }
  });

  it('three columns tell that it was the rows', () => {
    const busy = requests('2021', {
      ...small, 'received.business': 9, 'granted.business': 6, 'carriedOut.business': 3, 'received.research': 8, 'granted.research': 7, 'carriedOut.research': 1,
    });
    assert.deepEqual(toldOf(withRowsExchanged(busy, 'granted', 'carriedOut')), { told: ['swapped granted carriedOut'], preferred: [] });
  });

  it('rows exchanged are told as that beside a column of totals not computed again', () => {
    const busy = requests('2021', {
      ...small, 'received.business': 9, 'granted.business': 6, 'carriedOut.business': 3, 'received.research': 8, 'granted.research': 7, 'carriedOut.research': 1,
      'received.legalService': 5, 'unavailable.notHeld.legalService': 5, 'received.otherOrganization': 4, 'denied.stateSecret.otherOrganization': 4,
    });
    const wrong = ['received', 'unavailable.notHeld', 'denied.stateSecret'].reduce((values, row, place) => plus(values, `${row}.total`, place + 1),
      withRowsExchanged(busy, 'granted', 'carriedOut'));
    assert.deepEqual(toldOf(wrong).told, ['stale total', 'swapped granted carriedOut']);
  });

  it('as totals computed wrongly and a copy of their column in a column of parts, nothing is preferred', () => {
    const copied = withColumnCopied(requests('2021', {
      'received.naturalPerson': 7, 'granted.naturalPerson': 4, 'unavailable.notHeld.naturalPerson': 2, 'carriedOut.naturalPerson': 1,
      'received.business': 3, 'granted.business': 2, 'notProcessed.petition.business': 1,
    }), 'total', 'naturalPerson');
    assert.deepEqual(toldOf(copied), { told: ['copied total naturalPerson'], preferred: [] });
    assert.deepEqual(toldOf(plus(copied, 'resultsTotal.total', 10)).preferred, []);
    assert.deepEqual(toldOf(plus(copied, 'resultsTotal.business', 10)), { told: ['copied total naturalPerson', 'resultsTotal.business'], preferred: [] });
  });

  it('a column copied from another and the row （七） kept are told as that, though all totals could be computed again', () => {
    const copied = withColumnCopied(requests('2021', {
      'received.business': 6, 'granted.business': 2, 'unavailable.notHeld.business': 3, 'carriedOut.business': 1,
      'received.research': 1, 'denied.stateSecret.research': 1, 'received.legalService': 4, 'notProcessed.petition.legalService': 4,
    }), 'business', 'research');
    const kept = plus(plus(plus(copied, 'resultsTotal.business', 2), 'resultsTotal.legalService', 1), 'resultsTotal.total', 4);
    const { told, preferred } = toldOf(kept);
    assert.deepEqual([told, preferred], [['copied business research', 'stale resultsTotal'], []]);
  });

  it('as a column that holds what the others come to and the totals beside it, nothing is preferred', () => {
    const right = requests('2021', {
      'received.naturalPerson': 6, 'granted.naturalPerson': 4, 'carriedOut.naturalPerson': 2, 'received.business': 3, 'granted.business': 3,
    });
    const taken = withColumnCopied(right, 'total', 'otherOrganization');
    const old = table.figures.map(({ index, row, column: { id } }) => (id === 'total' ? Number(row.id === 'notProcessed.duplicate') : (taken[index] ?? 0)));
    assert.deepEqual(toldOf(old).preferred, []);
  });

  it('as totals not filled in and a whole table typed one cell to the left or right, nothing is preferred', () => {
    const right = requests('2021', {
      'received.naturalPerson': 6, 'granted.naturalPerson': 4, 'carriedOut.naturalPerson': 2, 'received.business': 3, 'granted.business': 3, 'received.otherOrganization': 1,
      'denied.stateSecret.otherOrganization': 1,
    });
    for (const by of [1, -1]) {
      const moved = table.figures.map(({ row, column: { id } }) => right[at(table, `${row.id}.${columns[columns.indexOf(id) - by] ?? 'research'}`)] ?? 0);
      assert.deepEqual(toldOf(moved).preferred, [], `by ${by}`);
    }
    const empty = table.figures.map(({ index, column: { id } }) => (id === 'total' ? 0 : (right[index] ?? 0)));
    assert.ok(toldOf(empty).preferred.length > 0);
  });

  it('a column copied over one before it blames none that is empty', () => {
    const right = requests('2021', {
      'received.naturalPerson': 9, 'granted.naturalPerson': 5, 'unavailable.notHeld.naturalPerson': 4, 'received.business': 3, 'granted.business': 2, 'unavailable.notHeld.business': 1,
    });
    assert.deepEqual(toldOf(withColumnCopied(right, 'business', 'naturalPerson')), { told: ['copied naturalPerson business'], preferred: [] });
  });

  it('as a column of totals typed to the side that tells of parts otherwise than they stand, no number is preferred that is not true', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seeded(seed * 31 + 7);
      const { table: form, values } = balancedTable('2021', 'requests', 'large', random);
      const lines = linesOf(form);
      const [first, last] = [lines.find(({ each }) => each === 'column'), lines.at(-1)];
      const moved = first && exchange.harm(values, first, lines, random);
      const shifted = moved && last && mishaps.find(({ name }) => name === 'shifted by 2')?.harm(moved, last, lines, random);
      assert.equal(shifted === undefined ? 0 : preferredOf(analyse(form.system, shifted), values).wrong, 0, `seed ${seed}`);
    }
  });

  it('as two totals that are off by about what two cells differ by, far more than the others, nothing is preferred', () => {
    const right = requests('2021', {
      'received.naturalPerson': 480, 'granted.naturalPerson': 240, 'partlyGranted.naturalPerson': 60, 'denied.stateSecret.naturalPerson': 180,
      'received.business': 29, 'granted.business': 9, 'partlyGranted.business': 7, 'denied.stateSecret.business': 13,
    });
    const exchanged = right.with(at(table, 'granted.naturalPerson'), 60).with(at(table, 'partlyGranted.naturalPerson'), 240);
    const old = ['received', 'granted', 'partlyGranted', 'denied.stateSecret', 'resultsTotal'].reduce((values, row, place) => plus(values, `${row}.total`, place - 3), exchanged);
    assert.deepEqual(toldOf(old).preferred, []);
  });
});
