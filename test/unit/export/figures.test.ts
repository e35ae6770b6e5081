import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { writeFigures } from '../../../server/src/export/index.ts';
import { sumFormula } from '../../../server/src/export/sum-formula.ts';
import { languageOfFile } from '../../../server/src/report-files.ts';
import { baseFixtures, exportedFile, openText, readAgain } from '../../support/exported.ts';
import { fixture } from '../../support/fixtures.ts';
import { readWell } from '../../support/office/reading.ts';

function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] as Uint8Array);
}

/** The cells of a sheet by their names: formula and value. */
function cellsOf(xml: string): Map<string, { formula: string | undefined; value: string | undefined; style: string | undefined }> {
  return new Map([...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"(?:\/>|[^>]*>(.*?)<\/c>)/gu)].map(([, name = '', style, inner = '']) => [name, {
    formula: /<f>(.*?)<\/f>/u.exec(inner)?.[1], value: /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/u.exec(inner)?.[1], style,
  }]));
}

const clean = fixture('base-2021.md');
const flawed = clean.replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |');
const named = (organ: string): string => clean.replaceAll('澄溪县档案局', organ);

describe('figures exported as a workbook', () => {
  for (const name of baseFixtures) {
    it(`are read again as they were: ${name}`, async () => {
      const file = exportedFile(fixture(name), name, languageOfFile(name));
      const { text } = await readWell(writeFigures([file], 'xlsx'));
      const before = Object.fromEntries(Object.entries(file.reports[0]?.extracted.figures ?? {}).map(([id, { value }]) => [id, value]));
      assert.deepEqual(readAgain(openText(text)).figures, before);
    });
  }

  it('have a row a report and a sheet a report, which is called after its organ and year', () => {
    const files = ['青禾县水务局', '青禾县民政局'].map((organ) => exportedFile(named(organ), `${organ}.md`));
    const bytes = writeFigures([...files, exportedFile(fixture('base-pipe-2020.md'))], 'xlsx');
    const names = [...partOf(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name);
    assert.equal(names.length, 5);
    assert.deepEqual(names.slice(2, 4), ['青禾县水务局2024', '青禾县民政局2024']);
    const summary = cellsOf(partOf(bytes, 'xl/worksheets/sheet1.xml'));
    assert.deepEqual(['A3', 'B3', 'C3', 'A4'].map((name) => summary.get(name)?.value), ['青禾县水务局', '2024', '青禾县水务局.md', '青禾县民政局']);
    assert.equal(summary.get('A5'), undefined);
  });

  it('compute totals that are right, and show those that are not as they are written', () => {
    const right = cellsOf(partOf(writeFigures([exportedFile(clean)], 'xlsx'), 'xl/worksheets/sheet2.xml'));
    const wrong = cellsOf(partOf(writeFigures([exportedFile(flawed)], 'xlsx'), 'xl/worksheets/sheet2.xml'));
    const formulas = [...right].filter(([, { formula }]) => formula !== undefined);
    // Seven columns of results, and each of the other 24 rows and three outcomes.
    assert.equal(formulas.length, 34);
    const [name, { formula }] = formulas.find(([, { formula: one, value }]) => value === '12' && /^SUM\([A-Z]+(\d+):[A-Z]+(?!\1\))\d+\)$/u.test(one ?? '')) ?? assert.fail();
    assert.ok(formula);
    assert.deepEqual([wrong.get(name)?.formula, wrong.get(name)?.value], [undefined, '10']);
    assert.notEqual(wrong.get(name)?.style, right.get(name)?.style);
  });

  it('keep blanks and words', () => {
    const text = clean.replace('| 行政强制 | 0 |', '| 行政强制 |  |').replace('| 行政许可 | 26 |', '| 行政许可 | / |');
    const cells = [...cellsOf(partOf(writeFigures([exportedFile(text)], 'xlsx'), 'xl/worksheets/sheet2.xml')).values()];
    assert.ok(cells.some(({ value }) => value === '/'));
  });

  it('write one range for cells that follow each other', () => {
    assert.equal(sumFormula([{ row: 4, column: 3 }, { row: 4, column: 4 }, { row: 4, column: 5 }]), 'SUM(D5:F5)');
    assert.equal(sumFormula([{ row: 4, column: 3 }, { row: 5, column: 3 }, { row: 9, column: 3 }]), 'SUM(D5:D6,D10)');
    assert.equal(sumFormula([{ row: 4, column: 3 }, { row: 4, column: 4 }, { row: 5, column: 4 }]), 'SUM(D5:E5,E6)');
  });

  it('have sheets whose names a spreadsheet takes, each once', () => {
    const files = Array.from({ length: 3 }, () => exportedFile(named('青禾县[水]务/局很长很长很长很长很长很长很长很长很长很长的名称')));
    const names = [...partOf(writeFigures(files, 'xlsx'), 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map(([, name = '']) => name);
    assert.equal(new Set(names).size, 4);
    assert.ok(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/u.test(name)));
  });
});

describe('figures exported as CSV', () => {
  it('begin with a byte order mark and guard what a spreadsheet would compute', () => {
    const text = clean.replace('| 行政许可 | 26 |', '| 行政许可 | =1+1 |');
    const bytes = writeFigures([exportedFile(text, '@a,b.md')], 'csv');
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const csv = strFromU8(bytes);
    assert.ok(csv.startsWith('path,organ,year,form,figure,value,text,line,character\r\n'));
    const line = csv.split('\r\n').find((one) => one.includes('proactive.licensing.decisions'));
    assert.match(line ?? '', /^"'@a,b\.md",.*,proactive\.licensing\.decisions,,"' =1\+1 ",/u);
  });

  it('guard numbers below zero and leave them numbers', () => {
    const text = fixture('base-pipe-2020.md').replace('| 行政许可 | 18 | -3 |', '| 行政许可 | 18 | -79 |');
    const csv = strFromU8(writeFigures([exportedFile(text)], 'csv'));
    assert.match(csv, /proactive\.licensing\.change," -79","' -79 ",/u);
  });
});
