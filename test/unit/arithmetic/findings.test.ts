import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/model/arithmetic/index.ts';
import { applicants, at, nameOf, plain, requests, summary, systemOf, tableOf, type Parts } from './tables.ts';

const table = tableOf('2021', 'requests');
const { system } = table;

/** Table 三 from its parts, then some figures written over: null for a blank. */
function written(parts: Parts, over: Readonly<Record<string, number | null>>): (number | null)[] {
  const values: (number | null)[] = requests('2021', parts);
  for (const [name, value] of Object.entries(over)) {
    values[at(table, name)] = value;
  }
  return values;
}

/** An identity by its code and anchor. */
function identity(index: number): string {
  const { code, anchor } = system.identities[index] ?? { code: '', anchor: 0 };
  return `${code} ${nameOf(table, anchor)}`;
}

function named(changes: readonly { figure: number; value: number }[]): string {
  return changes.map(({ figure, value }) => `${nameOf(table, figure)}=${value}`).join(' ');
}

describe('findings in table 三', () => {
  /** Mistakes in three columns and rows that have nothing to do with each other, so that nothing explains the table. */
  const scattered = { 'denied.stateSecret.research': 3, 'notProcessed.petition.legalService': 2, 'otherResult.other.socialOrganization': 1 };

  it('stand at both totals where results were left out of （七）总计', () => {
    const old = tableOf('2019', 'requests');
    const values = requests('2019', { 'received.naturalPerson': 3, 'unavailable.notHeld.naturalPerson': 3 });
    values[at(old, 'resultsTotal.naturalPerson')] = 0;
    values[at(old, 'resultsTotal.total')] = 0;
    const analysis = analyse(old.system, values);
    assert.deepEqual(summary(old, analysis), [
      'results-total resultsTotal.naturalPerson',
      'results-total resultsTotal.total',
    ]);
    for (const { figure, broken, expected, fixes } of analysis.findings) {
      assert.deepEqual(
        broken.map((index) => [old.system.identities[index]?.code, old.system.identities[index]?.anchor]),
        [['results-total', figure], ['balance', figure]],
      );
      assert.equal(expected, 3);
      assert.deepEqual(fixes.map(({ changes, preferred, breaks }) => ({ changes, preferred, breaks })), [
        { changes: [{ figure, value: 3 }], preferred: true, breaks: [] },
      ]);
    }
  });

  it('are open, with every way out, where two result rows could each be too high', () => {
    const values = written(
      { 'received.naturalPerson': 20, 'granted.naturalPerson': 10, 'otherResult.other.naturalPerson': 16 },
      { 'resultsTotal.naturalPerson': 20, 'resultsTotal.total': 20 },
    );
    const { findings, repair } = analyse(system, values);
    assert.equal(repair, undefined);
    assert.deepEqual(summary(table, { states: [], findings }), ['results-total resultsTotal.naturalPerson?']);
    assert.deepEqual(findings[0]?.broken.map(identity), ['results-total resultsTotal.naturalPerson', 'results-total resultsTotal.total']);
    const [first] = findings;
    assert.deepEqual(
      first?.fixes.map(({ changes, preferred, repairs, breaks }) => ({
        changes: named(changes), preferred, repairs: repairs.map(identity), breaks: breaks.map(identity),
      })),
      [
        {
          changes: 'resultsTotal.naturalPerson=26',
          preferred: false,
          repairs: ['results-total resultsTotal.naturalPerson'],
          breaks: ['balance resultsTotal.naturalPerson', 'row-total resultsTotal.total'],
        },
        {
          changes: 'resultsTotal.naturalPerson=26 resultsTotal.total=26',
          preferred: false,
          repairs: ['results-total resultsTotal.naturalPerson', 'results-total resultsTotal.total'],
          breaks: ['balance resultsTotal.naturalPerson', 'balance resultsTotal.total'],
        },
        ...[
          'granted.naturalPerson=4 granted.total=4',
          'otherResult.other.naturalPerson=10 otherResult.other.total=10',
        ].map((changes) => ({
          changes,
          preferred: false,
          repairs: ['results-total resultsTotal.naturalPerson', 'results-total resultsTotal.total'],
          breaks: [],
        })),
      ],
    );
    assert.equal(findings[0]?.expected, undefined);
  });

  it('are one, at the row 结转, where that was forgotten', () => {
    const parts = Object.fromEntries(
      applicants.flatMap((applicant, index) => [
        [`received.${applicant}`, 5 + index],
        [`granted.${applicant}`, 4],
        [`carriedOut.${applicant}`, 1 + index],
      ]),
    );
    const forgotten = Object.fromEntries([...applicants, 'total'].map((column) => [`carriedOut.${column}`, 0]));
    const { findings, repair } = analyse(system, written(parts, forgotten));
    assert.deepEqual(summary(table, { states: [], findings }), ['balance carriedOut.naturalPerson']);
    const [finding] = findings;
    assert.deepEqual([finding?.act?.kind, finding?.act?.lines.map(({ each, at: row }) => [each, table.rows[row]?.id])], ['unfilled', [['row', 'carriedOut']]]);
    const changes = [...applicants.map((applicant, index) => `carriedOut.${applicant}=${1 + index}`), 'carriedOut.total=21'].join(' ');
    assert.deepEqual(finding?.fixes.map((fix) => [named(fix.changes), fix.preferred, fix.breaks]), [[changes, false, []]]);
    assert.equal(named(repair ?? []), changes);
    assert.deepEqual(finding?.broken.map(identity), [...applicants, 'total'].map((column) => `balance resultsTotal.${column}`));
  });

  it('are not put together where one row is no part of the other', () => {
    const values = written(
      { 'received.business': 6, 'granted.business': 4, 'unavailable.notHeld.business': 2 },
      { 'received.total': 9, 'granted.total': 7, 'unavailable.notHeld.total': 5, 'resultsTotal.total': 12, 'carriedOut.total': 1, ...scattered },
    );
    const { findings } = analyse(system, values);
    const places = findings.map(({ figure }) => nameOf(table, figure));
    assert.ok(places.includes('received.total'), places.join());
    for (const { figure, broken } of findings) {
      assert.ok(figure !== at(table, 'received.total') || broken.every((index) => !identity(index).includes('resultsTotal')), places.join());
    }
  });

  it('stand at a part alone where its row total merely follows it', () => {
    const values = written(
      { 'received.business': 8, 'granted.business': 8, 'carriedIn.business': 2, 'carriedOut.business': 2 },
      { 'granted.business': 9, 'granted.total': 9 },
    );
    const { findings, repair } = analyse(system, values);
    assert.deepEqual(summary(table, { states: [], findings }), ['suspect-figure granted.business']);
    assert.deepEqual(findings[0]?.broken.map(identity), [
      'results-total resultsTotal.business',
      'results-total resultsTotal.total',
    ]);
    assert.deepEqual(
      findings[0]?.fixes.map(({ changes, preferred, breaks }) => [named(changes), preferred, breaks]),
      [['granted.business=8 granted.total=8', false, []]],
    );
    assert.equal(named(repair ?? []), 'granted.business=8 granted.total=8');
  });

  it('stand at （七）总计 once where both its sum and its balance are broken and nothing tells why', () => {
    const values = written(
      { 'received.research': 7, 'granted.research': 7, 'granted.business': 3, 'received.business': 3 },
      { 'resultsTotal.research': 9, 'resultsTotal.business': 1, 'resultsTotal.total': 13, 'granted.total': 12, ...scattered },
    );
    const analysis = analyse(system, values);
    assert.deepEqual(summary(table, analysis), [
      'results-total resultsTotal.business?',
      'row-total granted.total?',
    ]);
    const [first] = analysis.findings;
    const corner = ['results-total resultsTotal.total', 'balance resultsTotal.total', 'row-total resultsTotal.total'];
    assert.deepEqual(first?.broken.map(identity).filter((name) => name.endsWith('resultsTotal.total')), corner);
    assert.ok(first?.elsewhere !== undefined && !first.elsewhere.includes(first.broken[0] ?? -1));
  });

  it('call the corner row-total where its column tells nothing', () => {
    const values = written(
      { 'received.business': 3, 'granted.business': 3 },
      { 'resultsTotal.total': 5, 'partlyGranted.total': null },
    );
    const { findings } = analyse(system, values);
    assert.deepEqual(summary(table, { states: [], findings }), ['row-total resultsTotal.total']);
    assert.deepEqual([findings[0]?.expected, findings[0]?.fixes[0]?.preferred], [3, true]);
  });

  it('call the corner balance before row-total where the place is open', () => {
    const values = written(
      { 'received.business': 3, 'granted.business': 3 },
      {
        'resultsTotal.total': 7, 'partlyGranted.total': null,
        'notProcessed.petition.total': 1, 'notProcessed.duplicate.total': 1, 'notProcessed.excessive.total': 1, ...scattered,
      },
    );
    assert.deepEqual(summary(table, analyse(system, values)), [
      'balance resultsTotal.total?',
      'results-total resultsTotal.research?',
      'row-total denied.stateSecret.total?',
    ]);
  });

  it('say what a total must be where only its balance tells, and prefer nothing', () => {
    const values = written(
      { 'received.business': 4, 'granted.business': 4 },
      { 'granted.business': null, 'resultsTotal.business': 6 },
    );
    const { findings } = analyse(system, values);
    assert.deepEqual(summary(table, { states: [], findings }), ['results-total resultsTotal.business']);
    assert.deepEqual([findings[0]?.expected, findings[0]?.fixes.map(({ preferred }) => preferred)], [4, [false]]);
  });

  it('stand at a known figure where the anchor is blank', () => {
    const values = written(
      { 'received.business': 4, 'granted.business': 4 },
      { 'resultsTotal.business': null, 'carriedOut.business': 6, 'carriedOut.total': 6, 'resultsTotal.total': null },
    );
    assert.deepEqual(summary(table, analyse(system, values)), [
      'balance carriedOut.business?',
      'balance carriedOut.total?',
    ]);
  });

  it('are none where a blank leaves room', () => {
    const values = written({ 'received.business': 4 }, { 'granted.business': null, 'granted.total': null });
    for (const column of ['business', 'total']) {
      values[at(table, `resultsTotal.${column}`)] = 4;
    }
    assert.deepEqual(analyse(system, values).findings, []);
  });

  it('offer no recomputed total that is beyond exact numbers', () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const values = written({}, { 'granted.business': huge, 'granted.research': huge });
    const { findings } = analyse(system, values);
    assert.ok(findings.length > 0 && findings.every(({ open }) => open));
    const offered = findings.flatMap(({ fixes }) => fixes.flatMap(({ changes }) => changes));
    assert.ok(offered.every(({ value }) => Number.isSafeInteger(value)));
  });
});

describe('findings in table 四', () => {
  const review = tableOf('2021', 'review');

  it('stand at a total below its parts, without a value where a part is blank', () => {
    const values: (number | null)[] = review.figures.map(() => 0);
    values[at(review, 'reconsideration.upheld')] = 5;
    values[at(review, 'reconsideration.corrected')] = null;
    values[at(review, 'reconsideration.total')] = 3;
    const analysis = analyse(review.system, values);
    assert.deepEqual(summary(review, analysis), ['review-total reconsideration.total']);
    assert.deepEqual([analysis.findings[0]?.expected, analysis.findings[0]?.fixes], [undefined, []]);
    assert.equal(analysis.repair, undefined);
  });

  it('are none at a total that a blank part can make up', () => {
    const values: (number | null)[] = review.figures.map(() => 0);
    values[at(review, 'reconsideration.upheld')] = null;
    values[at(review, 'reconsideration.total')] = 3;
    const { states, findings } = analyse(review.system, values);
    assert.deepEqual([states, findings], [['unknown', 'holds', 'holds'], []]);
  });
});

describe('findings in a system of other identities', () => {
  /** Figures 3 and 5 are totals; 5 adds 3 and 4 up. */
  const nested = systemOf(6, [
    { code: 'inner', each: 'column', left: [3], right: [0, 1, 2], defines: 3 },
    { code: 'outer', each: 'column', left: [5], right: [3, 4], defines: 5 },
  ]);

  it('take along the totals that follow a wrong total', () => {
    const analysis = analyse(nested, [1, 2, 3, 2, 1, 3]);
    const changes = [{ figure: 3, value: 6 }, { figure: 5, value: 7 }];
    const fixes = [{ changes, preferred: true, repairs: [0], breaks: [] }];
    assert.deepEqual(plain(analysis), [{ code: 'inner', figure: 3, open: false, broken: [0], expected: 6, fixes }]);
  });

  it('are open where each of several parts could be wrong', () => {
    const { findings } = analyse(nested, [1, 2, 3, 8, 1, 9]);
    const fix = { preferred: false, repairs: [0], breaks: [] };
    const fixes = [
      { ...fix, changes: [{ figure: 3, value: 6 }], breaks: [1] },
      { ...fix, changes: [{ figure: 3, value: 6 }, { figure: 5, value: 7 }] },
      ...[0, 1, 2].map((part) => ({ ...fix, changes: [{ figure: part, value: part + 3 }] })),
    ];
    assert.deepEqual(findings, [{ code: 'inner', figure: 3, open: true, broken: [0], fixes }]);
  });
});
