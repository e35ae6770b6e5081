import assert from 'node:assert/strict';

import type { Diagnostic, ExtractedReport } from '../../../server/src/service-types.ts';
import { noDamage } from '../../support/damage.ts';
import { balancedFigures, leafIds } from '../../support/figures.ts';
import { judge, type Verdict } from '../../support/judge.ts';
import { layouts } from '../../support/layouts/index.ts';
import { seeded } from '../../support/random.ts';
import { lineStarts } from '../../support/reading.ts';
import { formOf, reportWith } from '../../support/source.ts';
import { lostCell, targetOf, unharmed } from '../../support/table-damage/index.ts';

const form = formOf('2021');
const leaves = new Map(leafIds(form).map((id, at) => [id, at % 7]));
const report = reportWith('2021', balancedFigures(form, leaves), seeded(3));
const received = form.tables.get('requests')?.rows[0];
if (received === undefined) {
  throw new Error('the form has no row');
}
const lost = lostCell(targetOf('requests', received), 0);
const [pipe] = layouts;

describe('the judge of damaged tables', () => {
  it('finds nothing where each figure is read at its place', () => {
    const { wrong, unread, silent, alleged } = verdict({});
    assert.deepEqual({ wrong, unread, silent, alleged }, { wrong: [], unread: 0, silent: [], alleged: [] });
  });

  it('calls a figure wrong that was read with a value of its own from the place of another', () => {
    const place = 'requests.carriedIn.naturalPerson';
    assert.equal(verdict({ moved: ['requests.granted.naturalPerson', place] }).wrong.length, 1);
  });

  it('calls a row silent that was not read and that no finding speaks of', () => {
    const absent = received.figures.map(({ id }) => id);
    assert.deepEqual(verdict({ absent }).silent, ['requests.received']);
    assert.deepEqual(verdict({ absent, findings: [['cell-count', 'requests.received.business']] }).silent, []);
    assert.deepEqual(verdict({ absent, findings: [['cell-count', 'requests.granted.business']] }).silent, ['requests.received']);
  });

  it('takes findings of arithmetic, and blanks where figures stand, for false', () => {
    assert.equal(verdict({ findings: [['balance', 'requests.resultsTotal.total']] }).alleged.length, 1);
    assert.equal(verdict({ findings: [['blank-cell', 'requests.received.business']] }).alleged.length, 1);
    assert.equal(verdict({ findings: [['cell-count', 'requests.granted.business']] }).alleged.length, 1);
  });

  it('lets the damaged row be refused, and the lost cell be called blank', () => {
    const blank = received.figures[0]?.id ?? '';
    assert.deepEqual(verdict({ harmed: true, findings: [['cell-count', 'requests.received.business']] }).alleged, []);
    assert.deepEqual(verdict({ harmed: true, absent: [blank], findings: [['blank-cell', blank]] }).alleged, []);
  });
});

interface Made {
  readonly harmed?: boolean;
  readonly absent?: readonly string[];
  /** A figure that is read with its value, at the place of another. */
  readonly moved?: readonly [string, string];
  /** Codes, each at the place of a figure. */
  readonly findings?: readonly (readonly [string, string])[];
}

/** The verdict on a reading that is right but for what is made of it. */
function verdict({ harmed = false, absent = [], moved, findings = [] }: Made): Verdict {
  const harm = harmed ? lost : unharmed;
  const laidOut = pipe?.lay(report, noDamage, harm);
  assert.ok(laidOut);
  const starts = lineStarts(laidOut.text);
  const rangeOf = (id: string): Diagnostic['range'] => {
    const { start = 0, end = start } = laidOut.expected.get(id) ?? {};
    const position = (offset: number): Diagnostic['range']['start'] => {
      const line = starts.findLastIndex((each) => each <= offset);
      return { line, character: offset - (starts[line] ?? 0) };
    };
    return { start: position(start), end: position(end) };
  };
  const figures: ExtractedReport['figures'] = Object.fromEntries([...laidOut.expected]
    .filter(([id, { places }]) => !absent.includes(id) && places.length > 0)
    .map(([id, { value }]) => [id, { value, text: String(value), range: rangeOf(moved?.[0] === id ? moved[1] : id) }]));
  const diagnostics = findings.map(([code, id]): Diagnostic => ({
    code, severity: 'error', message: '', range: rangeOf(id), report: 0, figure: id, related: [], fixes: [],
  }));
  const extracted = { range: rangeOf(''), organ: null, year: null, form: null, tables: {}, figures };
  return judge(laidOut, harm, { reports: [extracted], diagnostics });
}
