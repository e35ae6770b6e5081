import assert from 'node:assert/strict';
import { headersOf } from '../../../client/src/preview/page/headers.ts';
import { moved } from '../../../client/src/preview/page/navigation.ts';
import { rowsOfText } from '../../../client/src/preview/page/paste.ts';
import { createReportService } from '../../../server/src/service.ts';
import { fixture } from '../../support/fixtures.ts';

describe('what is pasted into the form', () => {
  for (const [what, text, rows] of [
    ['cells of a spreadsheet', '1\t2\r\n3\t\r\n', [['1', '2'], ['3', '']]],
    ['a column', '1\n2\n3\n', [['1'], ['2'], ['3']]],
    ['numbers with spaces between them', ' 1  2\u3000 3 ', [['1', '2', '3']]],
    ['thousands separators', '14,069 3', [['14,069', '3']]],
    ['a label before its figures', '（一）予以公开 7 0', [['（一）予以公开', '7', '0']]],
    ['rows of a pipe table', '| 1 | 2 |\n| --- | --- |\n| 3 |  |\n', [['1', '2'], ['3', '']]],
    ['nothing', ' \n', []],
  ] as const) {
    it(`is read as rows: ${what}`, () => assert.deepEqual(rowsOfText(text), rows));
  }
});

describe('the arrow keys in the form', () => {
  const service = createReportService();
  const [report] = service.formViews(service.open('test:///report', 'markdown', 1, fixture('base-2021.md')));

  function from(table: string, figure: string) {
    const view = report?.tables.find(({ id }) => id === table);
    assert.ok(view);
    const at = view.figures.findIndex(({ id }) => id === `${table}.${figure}`);
    return (move: Parameters<typeof moved>[2]) => view.figures[moved(view, at, move)]?.id.slice(table.length + 1);
  }

  it('lead to the neighbours, and stay at the edge', () => {
    const go = from('requests', 'received.naturalPerson');
    assert.equal(go('right'), 'received.business');
    assert.equal(go('down'), 'carriedIn.naturalPerson');
    assert.equal(go('left'), 'received.naturalPerson');
    assert.equal(go('up'), 'received.naturalPerson');
    assert.equal(go('lineEnd'), 'received.total');
    assert.equal(go('last'), 'carriedOut.total');
  });

  it('lead over headings between blocks to the cell below, merged or not', () => {
    assert.equal(from('proactive', 'normativeDocuments.inForce')('down'), 'licensing.decisions');
    assert.equal(from('proactive', 'licensing.decisions')('up'), 'normativeDocuments.issued');
    assert.equal(from('review', 'reconsideration.total')('right'), 'directLitigation.upheld');
  });
});

describe('the headers of a figure in the form', () => {
  const service = createReportService();
  const [report] = service.formViews(service.open('test:///report', 'markdown', 1, fixture('base-2021.md')));

  function headers(table: string, figure: string): string[] {
    const view = report?.tables.find(({ id }) => id === table);
    assert.ok(view);
    const at = view.figures.findIndex(({ id }) => id === `${table}.${figure}`);
    const row = view.rows.findIndex((cells) => cells.some((cell) => cell.figure === at));
    return headersOf(view, row, view.rows[row]!.find((cell) => cell.figure === at)!).map(({ cell }) => cell.text);
  }

  it('are those of its own block', () => {
    assert.deepEqual(headers('proactive', 'normativeDocuments.repealed'), ['第二十条第（一）项', '本年废止件数', '行政规范性文件']);
    assert.deepEqual(headers('proactive', 'fees.amount'), ['第二十条第（八）项', '本年收费金额（单位：万元）', '行政事业性收费']);
  });

  it('are the merged ones above it', () => {
    assert.deepEqual(headers('review', 'litigationAfterReconsideration.other'), ['行政诉讼', '复议后起诉', '其他结果']);
  });
});
