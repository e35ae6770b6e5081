import assert from 'node:assert/strict';
import { applyEdits } from '../../support/checking.ts';
import { fixture } from '../../support/fixtures.ts';
import type { ConvertedLayout, RefusableEdits } from '../../../server/src/service-types.ts';
import { at, base, open, service } from './reading.ts';

function figures(text: string): Record<string, string> {
  const [report] = service.extract(open(text));
  return Object.fromEntries(Object.entries(report?.figures ?? {}).map(([id, { text: raw }]) => [id, raw.trim()]));
}

/** Converts the table in which a figure stands. */
function convert(text: string, figure: string, layout: ConvertedLayout): RefusableEdits {
  const document = open(text);
  const range = service.extract(document)[0]?.figures[figure]?.range;
  assert.ok(range, figure);
  return service.convertTable(document, range.start, layout);
}

describe('converting a table', () => {
  for (const name of ['base-word-2020.txt', 'base-tabs-2019.txt', 'base-lines-2022.txt', 'base-spaces-2021.txt']) {
    it(`writes each table of ${name} as a Markdown table`, () => {
      let text = fixture(name);
      const before = figures(text);
      for (const figure of ['requests.received.total', 'review.reconsideration.total']) {
        const { edits, refusal } = convert(text, figure, 'pipe');
        assert.equal(refusal, undefined, refusal);
        text = applyEdits(text, edits);
      }
      assert.deepEqual(figures(text), before);
      assert.ok(text.split('\n').filter((line) => line.startsWith('| ')).length > 25, text);
    });
  }

  it('writes a Markdown table as HTML with merged headers', () => {
    const { edits } = convert(base, 'requests.received.total', 'html');
    const text = applyEdits(base, edits);
    assert.deepEqual(figures(text), figures(base));
    assert.match(text, /<td rowspan="\d+" colspan="3">|<td colspan="3" rowspan/u);
    assert.match(text, /<td colspan="7">/u);
    assert.match(text, /\n\n<table[^]*<\/table>\n\n/u);
  });

  it('writes its own HTML as a Markdown table again', () => {
    const html = applyEdits(base, convert(base, 'requests.received.total', 'html').edits);
    const { edits, refusal } = convert(html, 'requests.received.total', 'pipe');
    assert.equal(refusal, undefined);
    const text = applyEdits(html, edits);
    assert.deepEqual(figures(text), figures(base));
    assert.ok(!text.includes('<table'));
  });

  for (const name of ['base-2021.md', 'base-pipe-2020.md', 'base-word-2020.txt', 'base-tabs-2019.txt', 'base-lines-2022.txt', 'base-spaces-2021.txt']) {
    it(`writes all tables of ${name} as HTML, as Markdown, and as HTML again, with every figure and no finding more`, () => {
      let text = fixture(name);
      const before = figures(text);
      const found = service.diagnostics(open(text)).length;
      for (const layout of ['html', 'pipe', 'html', 'pipe'] as const) {
        const { edits, refusal } = service.convertTables(open(text), layout);
        assert.ok(refusal === undefined || edits.length === 0, refusal);
        text = applyEdits(text, edits);
        assert.equal(text.match(/<table/gu)?.length ?? 0, layout === 'html' ? 3 : 0);
        assert.deepEqual(figures(text), before);
        assert.ok(service.diagnostics(open(text)).length <= found);
      }
    });
  }

  it('converts the tables that it can and names the others', () => {
    const row = base.split('\n').find((line) => line.includes('8.属于行政查询事项')) ?? '';
    const { edits, refusal } = service.convertTables(open(base.replace(`${row}\n`, '')), 'html');
    assert.equal(edits.length, 2);
    assert.match(refusal ?? '', /收到和处理/u);
  });

  it('writes no Markdown into a web page', () => {
    const page = open(fixture('base-page-2023.html'), 'html');
    assert.deepEqual(service.convertTables(page, 'pipe').edits, []);
    assert.ok(service.convertTables(page, 'pipe').refusal);
  });

  it('keeps line ends', () => {
    const text = fixture('base-word-2020.txt').replace(/\r?\n/gu, '\r\n');
    const { edits } = convert(text, 'requests.received.total', 'pipe');
    assert.ok(edits.every(({ newText }) => !/(?<!\r)\n/u.test(newText)));
  });

  it('refuses where a row is missing, or would be lost', () => {
    const row = base.split('\n').find((line) => line.includes('8.属于行政查询事项')) ?? '';
    for (const text of [base.replace(`${row}\n`, ''), base.replace(row, `${row}\n${row.replace('8.属于行政查询事项', '9.领导交办事项')}`)]) {
      const { edits, refusal } = convert(text, 'requests.received.total', 'html');
      assert.deepEqual(edits, []);
      assert.ok(refusal);
    }
  });

  it('refuses where a remark of ours would be lost', () => {
    const text = base.replace('| 四、结转下年度继续办理 |', '| 四、结转下年度继续办理（见附件说明） |');
    const { edits, refusal } = convert(text, 'requests.received.total', 'html');
    assert.ok(edits.length === 0 ? refusal !== undefined : applyEdits(text, edits).includes('见附件说明'));
  });

  it('refuses where words in no cell of a web page\'s table would be lost', () => {
    const html = applyEdits(base, service.convertTables(open(base), 'html').edits);
    const note = '此为内部说明';
    const texts = [
      html.replace(/<table[^>]*>/u, `$&\n<caption>${note}</caption>`), html.replace('</tr>', `</tr>\n${note}`), html.replace('</table>', `<p>${note}</p></table>`),
      html.replace('<tr>', `<tr style="display:none"><td>${note}</td></tr>\n<tr>`),
    ];
    for (const text of texts) {
      const { edits, refusal } = convert(text, 'proactive.licensing.decisions', 'pipe');
      assert.deepEqual(edits, [], text.split('\n').find((line) => line.includes(note)));
      assert.ok(refusal);
    }
    const spaced = html.replace(/<\/tr>/gu, '$&&nbsp;').replace(/<table[^>]*>/gu, '$&<colgroup><col></colgroup><tbody>');
    assert.equal(service.convertTables(open(spaced), 'pipe').edits.length, 3);
  });

  it('says that there is no table, or nothing to do', () => {
    assert.ok(service.convertTable(open(base), { line: 0, character: 0 }, 'pipe').refusal);
    assert.ok(convert(base, 'requests.received.total', 'pipe').refusal);
  });
});

describe('totals that follow', () => {
  const row = '|  | （二）部分公开（区分处理的，只计这一情形，不计其他情形） |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
  const changed = row.replace('|  | 1 |', '|  | 4 |');

  it('take in a changed figure: in its row, its column and the total of both', () => {
    const text = base.replace(row, changed);
    const start = at(text, changed, '4 |');
    const edits = service.followTotals(open(text), { start, end: { ...start, character: start.character + 1 } });
    const after = applyEdits(text, edits);
    assert.ok(after.includes('|  | 4 | 0 | 0 | 0 | 0 | 0 | 4 |'));
    assert.ok(after.includes('| （七）总计 |  | 15 | 2 | 0 | 0 | 0 | 0 | 17 |'));
    assert.equal(edits.length, 3);
  });

  it('leave other totals alone, wrong ones too', () => {
    const text = base.replace(row, changed).replace('| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', '| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 7 |');
    const start = at(text, changed, '4 |');
    const after = applyEdits(text, service.followTotals(open(text), { start, end: start }));
    assert.ok(after.includes('| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 7 |'));
  });

  it('leave a total alone that is itself typed', () => {
    const line = '|  | （七）总计 |  | 12 | 2 | 0 | 0 | 0 | 0 | 14 |';
    const text = base.replace(line, line.replace('14 |', '15 |'));
    const start = at(text, line.replace('14 |', '15 |'), '15');
    assert.deepEqual(service.followTotals(open(text), { start, end: start }), []);
  });

  it('do nothing outside tables', () => {
    assert.deepEqual(service.followTotals(open(base), { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }), []);
  });
});
