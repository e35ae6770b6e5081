import assert from 'node:assert/strict';
import { spellings } from '../../../server/src/forms/vocabulary.ts';
import { check } from '../../support/checking.ts';
import { formOf } from '../../support/source.ts';
import { readBase } from '../../support/suites.ts';

/** Text above the table of requests, and text below it, in a report whose figures are not zero. */
function withLine(line: string, place: 'above' | 'below'): string {
  const text = readBase('2021.md');
  return place === 'above' ? text.replace('## 三、收到和处理政府信息公开申请情况\n', (heading) => `${heading}\n${line}\n`)
    : text.replace('## 四、', (heading) => `${line}\n\n${heading}`);
}

function narrativeCodes(text: string): string[] {
  return check(text, 'markdown').map(({ code }) => code).filter((code) => code.startsWith('narrative-'));
}

describe('what is no narrative', () => {
  const table = formOf('2021').tables.get('requests');
  const labels = [...(table?.rows ?? []), ...(table?.groups ?? [])].map(({ label }) => label);

  for (const place of ['above', 'below'] as const) {
    it(`is a label of the form, or a piece of one, ${place} the table`, () => {
      let tried = 0;
      for (const label of labels) {
        for (let at = 2; at <= label.length; at += 5) {
          for (const piece of [label.slice(0, at), label.slice(at).trim(), `${label.slice(0, at)}\n${label.slice(at)}`, label.replace(/^(\d)\./u, '$1、').slice(0, at)]) {
            tried += 1;
            assert.deepEqual(narrativeCodes(withLine(piece, place)), [], piece);
          }
        }
      }
      assert.ok(tried > 250, `${tried} pieces`);
    });

    it(`is a row that stands outside the table, ${place} it`, () => {
      for (const label of labels) {
        assert.deepEqual(narrativeCodes(withLine(`${label} 3 0 0 0 0 0 3`, place)), [], label);
      }
    });
  }

  it('is text between the parts of a table', () => {
    const row = '| 二、上年结转政府信息公开申请数量 |';
    const apart = readBase('2021.md').replace(row, `\n1、申请人无正当理由逾期不补\n正、行政机关不再处理其政府信\n\n新收到申请共 3 件，其他处理 1、申请人\n\n${row}`);
    assert.deepEqual(narrativeCodes(apart), []);
  });

  it('is known for every spelling of a label', () => {
    for (const label of (table?.rows ?? []).flatMap(spellings)) {
      assert.deepEqual(narrativeCodes(withLine(label, 'above')), [], label);
    }
  });

  it('is not a sentence in the same places', () => {
    for (const place of ['above', 'below'] as const) {
      assert.deepEqual(narrativeCodes(withLine('本年度新收政府信息公开申请99件。', place)), ['narrative-mismatch']);
    }
  });
});
