import assert from 'node:assert/strict';
import { noDamage } from '../../support/damage.ts';
import { htmlInMarkdown, htmlPage } from '../../support/layouts/html.ts';
import { seeded } from '../../support/random.ts';
import { misreadings, read, type Reading } from '../../support/reading.ts';
import { randomReport } from '../../support/source.ts';
import { readBase } from '../../support/suites.ts';
import type { LaidOut } from '../../support/layouts/index.ts';

/** What happens to one tag of a page, by hand or by a converter. */
const breaks: readonly (readonly [name: string, tag: RegExp, change: (tag: string) => string])[] = [
  ['the end of a table lost', /<\/table>/gi, () => ''],
  ['the end of the last row and of the table lost', /<\/tr>\s*(?:<\/tbody>\s*)?<\/table>/gi, () => ''],
  ['all ends behind the last cell lost', /(?:<\/(?:p|span|div|td|tr|tbody)>\s*)+<\/table>/gi, () => ''],
  ['the beginning of a table lost', /<table\b[^>]*>/gi, () => ''],
  ['the beginning of a table doubled', /<table\b[^>]*>/gi, (tag) => `${tag}\n${tag}`],
  ['the end of a table doubled', /<\/table>/gi, (tag) => `${tag}\n${tag}`],
  ['the end of a cell lost', /<\/t[dh]>/gi, () => ''],
  ['the end of a row lost', /<\/tr>/gi, () => ''],
  ['the beginning of a row lost', /<tr>/gi, () => ''],
  ['the beginning of a cell lost', /(?<=<\/t[dh]>\s*)<t[dh]\b[^>]*>(?=[^<]*\d)/gi, () => ''],
  ['the end of a paragraph lost', /<\/p>/gi, () => ''],
  ['the end of a block lost', /<\/div>/gi, () => ''],
  ['the end of a block that was never open', /<\/tr>/gi, (tag) => `${tag}</div></span>`],
];
const mostPlaces = 12;

/** The text with one of the places changed, for some of them. */
function* broken(text: string, tag: RegExp, change: (tag: string) => string): Generator<string> {
  const places = [...text.matchAll(tag)];
  const step = Math.max(1, Math.ceil(places.length / mostPlaces));
  for (let at = 0; at < places.length; at += step) {
    const place = places[at] as RegExpExecArray;
    yield text.slice(0, place.index) + change(place[0]) + text.slice(place.index + place[0].length);
  }
}

/** Values alone: places move with the tags. */
function wrongIn(laidOut: LaidOut, text: string): string[] {
  const { reports, diagnostics } = read(text, laidOut.language);
  const figures = reports.length === 1 ? reports[0]?.figures ?? {} : {};
  return [
    ...[...laidOut.expected].filter(([id, { value }]) => figures[id]?.value !== value).map(([id, { value }]) => `${id}: ${value} was read as ${figures[id]?.value}`),
    ...diagnostics.map(({ code, message }) => `${code}: ${message}`),
  ];
}

describe('HTML with broken tags', () => {
  for (const layout of [htmlInMarkdown, htmlPage]) {
    for (const [name, tag, change] of breaks) {
      it(`${layout.name}: ${name}: every figure and every section is found`, () => {
        for (const seed of [1, 2, 3, 5]) {
          const laidOut = layout.lay(randomReport(seed % 2 === 0 ? '2019' : '2021', seeded(seed)), { ...noDamage, seed });
          assert.deepEqual(misreadings(laidOut, read(laidOut.text, laidOut.language).reports[0]), []);
          for (const text of broken(laidOut.text, tag, change)) {
            assert.deepEqual(wrongIn(laidOut, text), [], text);
          }
        }
      });
    }
  }

  it('a title in a row of its own parts one table of a whole report', () => {
    const { text, expected, language } = htmlPage.lay(randomReport('2021', seeded(4)), { ...noDamage, seed: 4 });
    const rows = text.replace(/<\/?table[^>]*>/gi, '').replace(/<h[12]>(.*?)<\/h[12]>/g, '<tr><td colspan="10">$1</td></tr>').replace(/<p style[^>]*>(.*?)<\/p>/g, '<tr><td colspan="10">$1</td></tr>');
    const { reports, diagnostics } = read(rows.replace(/<tr>/, '<table><tr>').replace(/(?=<\/div>\s*<!-- 正文结束)|$/, '</table>'), language);
    assert.deepEqual(diagnostics.filter(({ code }) => code === 'missing-section').length, 0);
    assert.ok([...expected].every(([id, { value }]) => reports[0]?.figures[id]?.value === value || reports[0]?.figures[id] === undefined));
  });

  it('deep nesting takes time in proportion to the length of the text', () => {
    for (const tags of ['<div>', '<table><tr><td>', '<b>', '<ul><li>']) {
      const page = `<html><body>${tags.repeat(40_000)}<h1>青禾县水务局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>我局公开信息12条。</p>`;
      assert.equal(read(page, 'html').reports[0]?.organ, '青禾县水务局');
    }
  });
});

describe('Markdown between the tags of divisions that a converter has kept', () => {
  it('is read as Markdown, and a page that begins with the same tags as a page', () => {
    const base = readBase('2021.md');
    const page = readBase('page-2023.html').replace(/^[^]*?<body[^>]*>/u, '').replace(/<\/body>[^]*$/u, '');
    for (const [before, behind] of [['<div class="main">\n\n', '\n\n</div>\n'], ['<div class="top">\n\n-   [首页](/)\n-   办事服务\n\n</div>\n\n', '']] as const) {
      const { reports, diagnostics } = read(before + base + behind, 'markdown');
      assert.deepEqual(valuesOf(reports), valuesOf(read(base, 'markdown').reports));
      assert.deepEqual(diagnostics, []);
    }
    assert.deepEqual(valuesOf(read(`<div class="main">${page}</div>`, 'html').reports), valuesOf(read(readBase('page-2023.html'), 'html').reports));
  });
});

function valuesOf(reports: Reading['reports']): unknown {
  return reports.map(({ figures }) => Object.entries(figures).map(([id, { value }]) => [id, value]));
}
