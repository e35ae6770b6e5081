import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReportService } from '../../../server/src/service.ts';
import { makeYearbook, textOf, unitNames } from '../../support/yearbook.ts';
import { call } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const units = unitNames(4);
const book = makeYearbook({ seed: 2, units: units.length, years: [2023, 2024] });

function folderWith(change: (path: string, text: string) => string | undefined = (_, text) => text): string {
  const files: Record<string, string> = { '.disclosure-report.json': JSON.stringify(book.settings) };
  for (const report of book.reports) {
    const text = report.unit === book.government ? undefined : change(report.path, textOf(report).text);
    if (text !== undefined) {
      files[report.path] = text;
    }
  }
  return makeFolder(files);
}

function figuresOf(text: string): ReadonlyMap<string, number | null> {
  const service = createReportService();
  const [report] = service.extract(service.open('file:///rollup.md', 'markdown', 1, text));
  return new Map(Object.entries(report?.figures ?? {}).map(([id, { value }]) => [id, value]));
}

describe('rollup', () => {
  after(removeFolders);
  const summed = book.reports.find(({ unit, year }) => unit === book.government && year === 2024)?.figures;

  it('makes the government\'s report of its units\' figures, which the check then finds right', async () => {
    const folder = folderWith();
    const { code, out, err } = await call(folder, ['rollup', '--year', '2024', '.']);
    assert.deepEqual([code, err], [0, `Units in the sums (4): ${units.join(', ')}.\n`]);
    assert.match(out, /^# 青禾县2024年政府信息公开工作年度报告\n/u);
    const figures = figuresOf(out);
    for (const [id, value] of summed ?? []) {
      assert.equal(figures.get(id), value, id);
    }
    await call(folder, ['rollup', '--year', '2024', '--output', '2024/青禾县.md', '.']);
    assert.equal(readFileSync(join(folder, '2024/青禾县.md'), 'utf8'), out);
    const { out: found } = await call(folder, ['check', '.']);
    assert.doesNotMatch(found, /rollup|missing-unit|row-total|balance/u);
  });

  it('names the units that are missing or have two reports, and sums the others', async () => {
    const folder = folderWith((path, text) => (path === `2024/${units[1]}.md` ? undefined : path === `2023/${units[2]}.md` ? text.replaceAll('2023年', '2024年') : text));
    const { code, err, out } = await call(folder, ['rollup', '--year', '2024', '--organ', '青禾县人民政府', '.']);
    assert.equal(code, 0);
    assert.match(err, new RegExp(`not in the sums \\(1\\): ${units[1]}\\.`, 'u'));
    assert.match(err, new RegExp(`two reports of the year, .*\\(1\\): ${units[2]}\\.`, 'u'));
    const [first, last] = [0, 3].map((at) => book.reports.find(({ unit, year }) => unit === units[at] && year === 2024)?.figures.get('proactive.licensing.decisions') ?? 0);
    assert.equal(figuresOf(out).get('proactive.licensing.decisions'), (first ?? 0) + (last ?? 0));
  });

  it('takes no blank for a zero: what a unit lacks is left blank and named', async () => {
    const folder = folderWith((path, text) => (path === `2024/${units[3]}.md` ? text.replace(/(行政许可[^\d\n]*)\d+/u, '$1') : text));
    const { err, out } = await call(folder, ['rollup', '--year', '2024', '.']);
    assert.equal(figuresOf(out).get('proactive.licensing.decisions'), null);
    assert.match(err, new RegExp(`"行政许可".* 1 of 4 units .*${units[3]}`, 'u'));
  });

  it('asks which year or government where there are several, and says what is not there', async () => {
    const folder = folderWith();
    const calls: [string[], RegExp][] = [
      [['.'], /--year: 2023, 2024/u], [['--organ', '北渡县', '--year', '2024', '.'], /--organ: 青禾县/u], [['--year', 'x', '.'], /needs a number/u],
    ];
    for (const [args, message] of calls) {
      const { code, out, err } = await call(folder, ['rollup', ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    }
    const bare = makeFolder({ 'a.md': textOf(book.reports[0] as never).text });
    assert.match((await call(bare, ['rollup', '.'])).err, /hierarchy/u);
    const path = `2024/${units[0]}.md`;
    const before = readFileSync(join(folder, path), 'utf8');
    assert.equal((await call(folder, ['rollup', '--year', '2024', '--output', path, '.'])).code, 2);
    assert.equal(readFileSync(join(folder, path), 'utf8'), before);
  });
});
