import assert from 'node:assert/strict';
import { read } from '../../support/reading.ts';
import { readBase } from '../../support/suites.ts';

const text = readBase('page-2023.html');

function reading(of: string): unknown {
  const { reports, diagnostics } = read(of, 'html');
  return [Object.entries(reports[0]?.figures ?? {}).map(([id, { value }]) => [id, value]), diagnostics.map(({ code }) => code)];
}

describe('what a page hides of a table', () => {
  it('is not read: rows, groups of rows, tables', () => {
    const row = /<tr\b[^>]*>(?:(?!<\/tr>)[^])*行政许可(?:(?!<\/tr>)[^])*<\/tr>/u.exec(text)?.[0] ?? '';
    assert.match(row, /\d/u);
    const twin = row.replace(/(?<=>\s*)\d+/gu, '7');
    const hidden = [
      twin.replace('<tr', '<tr style="display: none"'), twin.replace('<tr', '<tr hidden'), twin.replace('<tr', '<tr style="visibility:collapse"'),
      `<tbody style="display:none">${twin}</tbody>`,
    ];
    for (const one of hidden) {
      assert.deepEqual(reading(text.replace(row, `${one}${row}`)), reading(text), one);
    }
    const table = text.slice(text.lastIndexOf('<table', text.indexOf(row)), text.indexOf('</table>', text.indexOf(row)) + '</table>'.length);
    assert.deepEqual(reading(text.replace(table, `${table.replace('<table', '<table style="display:none"').replace(row, twin)}${table}`)), reading(text));
  });
});
