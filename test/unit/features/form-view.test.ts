import assert from 'node:assert/strict';
import { createReportService } from '../../../server/src/service.ts';
import type { FormTableView, FormView } from '../../../server/src/service-types.ts';
import { fixture } from '../../support/fixtures.ts';

const service = createReportService();

function viewOf(text: string): FormView {
  const [view] = service.formViews(service.open('test:///report', 'markdown', 1, text));
  assert.ok(view);
  return view;
}

function table(view: FormView, id: string): FormTableView {
  const found = view.tables.find((one) => one.id === id);
  assert.ok(found);
  return found;
}

/** How many cells cover each place of the printed grid. */
function coverage({ width, rows }: FormTableView): number[] {
  const counts = Array.from({ length: width * rows.length }, () => 0);
  rows.forEach((cells, row) => {
    for (const { column, rowSpan, columnSpan } of cells) {
      for (let at = 0; at < rowSpan * columnSpan; at += 1) {
        counts[(row + Math.floor(at / columnSpan)) * width + column + (at % columnSpan)]! += 1;
      }
    }
  });
  return counts;
}

describe('the form view', () => {
  it('gives the three tables of the form, each place of their grids covered once', () => {
    for (const name of ['base-2021.md', 'base-pipe-2020.md']) {
      const { tables } = viewOf(fixture(name));
      assert.deepEqual(tables.map(({ id }) => id), ['proactive', 'requests', 'review']);
      for (const one of tables) {
        assert.deepEqual([...new Set(coverage(one))], [1], `${name}: ${one.id}`);
      }
    }
  });

  it('marks the wrong cells of a row that is told as a whole, and both cells of an exchange', () => {
    const marked = (view: FormView, id: string): [string, string[]][] => {
      const { findings, figures } = table(view, id);
      return findings.map(({ code, figures: at }) => [code, at.map((index) => figures[index]?.id ?? '')]);
    };
    const notFilled = fixture('base-2021.md').replace('| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |')
      .replace('| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |', '| 一、本年新收政府信息公开申请数量 |  |  | 12 | 5 | 0 | 0 | 0 | 0 | 17 |');
    assert.deepEqual(marked(viewOf(notFilled), 'requests'),
      [['balance', ['naturalPerson', 'business', 'total'].map((column) => `requests.carriedOut.${column}`)]]);
    const exchanged = fixture('base-2021.md').replace('| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |', '| 36 | 4 | 8 | 3 | 21 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |');
    assert.deepEqual(marked(viewOf(exchanged), 'review'), [['review-total', ['review.reconsideration.upheld', 'review.reconsideration.total']]]);
  });

  it('prints the merged headers of section 三', () => {
    const { width, rows } = table(viewOf(fixture('base-2021.md')), 'requests');
    assert.equal(width, 10);
    const shapes = rows.slice(0, 3).map((cells) => cells.map(({ kind, rowSpan, columnSpan }) => `${kind} ${rowSpan}×${columnSpan}`));
    assert.deepEqual(shapes, [
      ['corner 3×3', 'header 1×7'],
      ['header 2×1', 'header 1×5', 'header 2×1'],
      ['header 1×1', 'header 1×1', 'header 1×1', 'header 1×1', 'header 1×1'],
    ]);
    assert.equal(rows.flat().find(({ text }) => text.startsWith('三、'))?.rowSpan, 22);
  });

  it('puts every figure of the form into one cell, in order', () => {
    for (const one of viewOf(fixture('base-2021.md')).tables) {
      const placed = one.rows.flat().flatMap(({ figure }) => figure ?? []);
      assert.deepEqual(placed, one.figures.map((_, index) => index));
    }
  });

  it('names a broken identity with its formula, difference and operands', () => {
    const text = fixture('base-2021.md');
    const before = table(viewOf(text), 'review');
    const total = before.figures.find(({ id }) => id === 'review.reconsideration.total');
    assert.ok(total?.range && total.value !== null);
    const { line } = total.range.start;
    const lines = text.split('\n');
    const row = lines[line] ?? '';
    lines[line] = row.slice(0, total.range.start.character) + String(total.value + 7) + row.slice(total.range.end.character);
    const after = table(viewOf(lines.join('\n')), 'review');
    const [broken, ...others] = after.identities.filter(({ state }) => state === 'broken');
    assert.equal(others.length, 0);
    assert.equal(Math.abs(broken?.difference ?? 0), 7);
    assert.match(broken?.formula ?? '', /≠/u);
    assert.equal(after.figures[broken?.anchor ?? -1]?.id, total.id);
    assert.deepEqual(after.findings.map(({ code, figures }) => [code, figures.map((at) => after.figures[at]?.id)]),
      [['review-total', [total.id]]]);
  });

  it('shows a table that the text lacks as the form in force has it, without figures', () => {
    const view = viewOf('# 松岭县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度无变化。\n');
    assert.deepEqual(view.tables.map(({ id, isFound }) => [id, isFound]),
      [['proactive', false], ['requests', false], ['review', false]]);
    assert.ok(view.tables.flatMap(({ figures }) => figures).every(({ state, range }) => state === 'absent' && range === undefined));
  });

  it('is empty for what is no report', () => {
    assert.deepEqual(service.formViews(service.open('test:///note', 'markdown', 1, '# Notes\n')), []);
  });
});
