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

  const start = text.lastIndexOf('<table', text.indexOf('（一）予以公开'));
  const table = text.slice(start, text.indexOf('</table>', start) + '</table>'.length);
  const other = table.replace(/(?<=>)4(?=<)/u, '9');
  const wrapped = (inner: string): string[] => [
    `<div style="display: none">${inner}</div>`, `<div class="old" hidden>${inner}</div>`, `<section style="visibility:hidden"><div>${inner}</div></section>`,
    `<template>${inner}</template>`, `<noscript>${inner}</noscript>`, `<div style='display:none'><div><p>旧版</p></div>${inner}<p>以上</p></div>`,
    inner.replace('<table', '<table style="display:none"'),
  ];

  it('is not read where all of it stands beside what the page shows: in elements of any kind, before and behind it', () => {
    assert.notEqual(other, table);
    for (const one of wrapped(other)) {
      assert.deepEqual(reading(text.replace(table, `${one}\n${table}`)), reading(text), one.slice(0, 60));
      assert.deepEqual(reading(text.replace(table, `${table}${one}`)), reading(text), one.slice(0, 60));
    }
  });

  it('is read where it stands nowhere else, since a script may show it', () => {
    for (const one of wrapped(table)) {
      assert.deepEqual(reading(text.replace(table, one)), reading(text), one.slice(0, 60));
    }
  });

  it('is not read of a whole report that stands there once more, and is read where it is another one', () => {
    const body = /<body>([^]*)<\/body>/u.exec(text)?.[1] ?? '';
    const hidden = (inner: string): string => text.replace('</body>', `<div id="print" style="display:none">${inner}</div></body>`);
    assert.deepEqual(reading(hidden(body.replace(table, other))), reading(text));
    assert.equal(read(hidden(body.replaceAll('2023', '2022')), 'html').reports.length, 2);
  });
});
