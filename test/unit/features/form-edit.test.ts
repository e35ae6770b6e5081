import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createReportService } from '../../../server/src/service.ts';
import type { FormEdit, FormEditResult } from '../../../server/src/service-types.ts';
import { applyEdits } from '../../support/checking.ts';
import { fixture } from '../../support/fixtures.ts';

const service = createReportService();
const layouts = readdirSync(new URL('../../fixtures/', import.meta.url)).filter((name) => name.startsWith('base-'));

function ask(text: string, edit: Omit<FormEdit, 'report'>): FormEditResult {
  return service.formEdits(service.open('test:///report', 'markdown', 1, text), { report: 0, ...edit });
}

function edited(text: string, figure: string, rows: readonly (readonly string[])[]): string {
  const { edits, refusal } = ask(text, { figure, rows });
  assert.equal(refusal, undefined);
  return applyEdits(text, edits);
}

function figures(text: string): Record<string, string> {
  const [report] = service.extract(service.open('test:///report', 'markdown', 1, text));
  return Object.fromEntries(Object.entries(report?.figures ?? {}).map(([id, { text: written }]) => [id, written.trim()]));
}

describe('editing a figure in the form', () => {
  for (const name of layouts) {
    it(`changes that figure and nothing else: ${name}`, () => {
      const text = fixture(name);
      const before = figures(text);
      for (const figure of ['requests.granted.business', 'review.directLitigation.total', 'proactive.penalties.decisions']) {
        const after = edited(text, figure, [['4321']]);
        assert.deepEqual(figures(after), { ...before, [figure]: '4321' });
        assert.equal(after.length - text.length, 4 - (before[figure]?.length ?? 0));
      }
    });

    it(`puts a pasted block into its cells, row by row: ${name}`, () => {
      const text = fixture(name);
      const after = edited(text, 'requests.received.business', [['11', '12'], ['21', '22']]);
      assert.deepEqual(figures(after), {
        ...figures(text),
        'requests.received.business': '11',
        'requests.received.research': '12',
        'requests.carriedIn.business': '21',
        'requests.carriedIn.research': '22',
      });
    });
  }

  it('fills a blank cell within its white space', () => {
    const text = fixture('base-2021.md');
    const [report] = service.extract(service.open('test:///report', 'markdown', 1, text));
    const place = report?.figures['requests.granted.business'];
    assert.ok(place);
    const blank = applyEdits(text, [{ range: place.range, newText: ' '.repeat(place.text.trim().length) }]);
    assert.equal(edited(blank, 'requests.granted.business', [[place.text.trim()]]), text);
  });

  it('makes a cell blank where the layout keeps its place, and refuses where not', () => {
    const after = edited(fixture('base-2021.md'), 'requests.granted.business', [['']]);
    assert.equal(figures(after)['requests.granted.business'], '');
    const refused = ask(fixture('base-spaces-2021.txt'), { figure: 'requests.granted.business', rows: [['']] });
    assert.deepEqual(refused.edits, []);
    assert.ok(refused.refusal);
  });

  it('takes a row that was copied with its label, and leaves out rows of labels', () => {
    const row = ['1', '2', '3', '4', '5', '6', '21'];
    const text = fixture('base-2021.md');
    const after = edited(text, 'requests.partlyGranted.naturalPerson', [
      ['三、本年度办理结果', '（二）部分公开', ...row],
      ['（三）不予公开'],
      ['', '（三）不予公开', '', '', '', '', '', '', ''],
      ['', '', '1.属于国家秘密', ...row],
    ]);
    const read = figures(after);
    assert.equal(read['requests.partlyGranted.total'], '21');
    assert.equal(read['requests.denied.stateSecret.otherOrganization'], '6');
  });

  it('finds the columns of figures where a merged label has left a blank', () => {
    const read = figures(edited(fixture('base-2021.md'), 'requests.denied.stateSecret.naturalPerson', [
      ['（三）不予公开', '1.属于国家秘密', '1', '2'],
      ['', '2.其他法律行政法规禁止公开', '3', ''],
    ]));
    assert.equal(read['requests.denied.stateSecret.business'], '2');
    assert.equal(read['requests.denied.prohibitedByLaw.naturalPerson'], '3');
    assert.equal(read['requests.denied.prohibitedByLaw.business'], '');
  });

  it('refuses a block whose columns cannot be told, and words behind a number', () => {
    for (const rows of [
      [['（一）予以公开', '1', '2'], ['（二）部分公开', '3']],
      [['1', '约3件', '2'], ['4', '5', '6']],
      [['1', '予以公开', '2']],
    ]) {
      const { edits, refusal } = ask(fixture('base-2021.md'), { figure: 'requests.granted.naturalPerson', rows });
      assert.deepEqual(edits, []);
      assert.ok(refusal);
    }
  });

  it('refuses to write a row that names itself into another row', () => {
    const rows = [['（一）予以公开', '1', '2', '3', '4', '5', '6', '21']];
    const { edits, refusal } = ask(fixture('base-2021.md'), { figure: 'requests.partlyGranted.naturalPerson', rows });
    assert.deepEqual(edits, []);
    assert.match(refusal ?? '', /予以公开.*部分公开/u);
  });

  it('lets the totals follow where that is asked for, and leaves wrong ones alone that do not depend on it', () => {
    const text = fixture('base-2021.md').replace('| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 7 |');
    const edit = { figure: 'requests.partlyGranted.naturalPerson', rows: [['4']] };
    const { edits } = ask(text, { ...edit, keepsTotals: true });
    const after = figures(applyEdits(text, edits));
    assert.equal(after['requests.partlyGranted.total'], '4');
    assert.equal(after['requests.resultsTotal.naturalPerson'], '15');
    assert.equal(after['requests.resultsTotal.total'], '17');
    assert.equal(after['requests.carriedOut.total'], '7');
    assert.equal(edits.length, 4);
    assert.equal(ask(text, edit).edits.length, 1);
  });

  it('writes plain digits', () => {
    const after = edited(fixture('base-2021.md'), 'requests.received.naturalPerson', [['１，２３４']]);
    assert.equal(figures(after)['requests.received.naturalPerson'], '1234');
  });

  it('goes along the one line of section 四', () => {
    const after = figures(edited(fixture('base-2021.md'), 'review.reconsideration.upheld', [Array.from({ length: 15 }, (_, at) => String(at))]));
    assert.equal(after['review.reconsideration.upheld'], '0');
    assert.equal(after['review.litigationAfterReconsideration.total'], '14');
  });

  it('refuses all of a block where one of its texts is no number', () => {
    const { edits, refusal } = ask(fixture('base-2021.md'), { figure: 'requests.received.naturalPerson', rows: [['1', '—']] });
    assert.deepEqual(edits, []);
    assert.match(refusal ?? '', /—/u);
  });

  it('refuses a block that reaches beyond the table, and a figure without a place', () => {
    for (const [figure, rows] of [
      ['requests.received.total', [['1', '2']]],
      ['requests.carriedOut.total', [['1'], ['2']]],
      ['requests.nowhere', [['1']]],
    ] as const) {
      const { edits, refusal } = ask(fixture('base-2021.md'), { figure, rows });
      assert.deepEqual(edits, []);
      assert.ok(refusal);
    }
  });

  it('refuses a cell that holds something else by now', () => {
    const { edits, refusal } = ask(fixture('base-2021.md'), { figure: 'requests.received.total', expected: 'x', rows: [['1']] });
    assert.deepEqual(edits, []);
    assert.ok(refusal);
  });

  it('changes nothing where the same number is entered again', () => {
    const text = fixture('base-2021.md');
    const now = figures(text)['requests.received.total'] ?? '';
    assert.deepEqual(ask(text, { figure: 'requests.received.total', expected: now, rows: [[now]] }), { edits: [] });
  });
});
