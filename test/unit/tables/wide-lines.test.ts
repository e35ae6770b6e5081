import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

function reading(text: string): { values: unknown; codes: string[] } {
  const { reports, diagnostics } = read(text, 'plaintext');
  return { values: Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]), codes: diagnostics.map(({ code }) => code) };
}

describe('columns that stand far apart', () => {
  it('are read, however long their lines are: converters keep the width of the text that they took the mark-up from', () => {
    const base = readBase('spaces-2021.txt');
    const wide = base.replace(/ {2,}/gu, (gap) => gap.repeat(16));
    assert.ok(wide.split('\n').some(({ length }) => length > 500));
    assert.deepEqual(reading(wide), reading(base));
  });
});

describe('a label whose end is a word for what is counted', () => {
  it('keeps its end where that stands behind a figure of its own line', () => {
    const text = readBase('spaces-2021.txt').replace(/^8\.属于行政查询事项.*$/mu, '8.属于行政查询事  2  0  0  0  0  0\n2 项');
    const total = read(text, 'plaintext').reports[0]?.figures['requests.denied.administrativeInquiry.total'];
    assert.ok(total === undefined || total.text === '2', total?.text);
  });
});
