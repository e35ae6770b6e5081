import assert from 'node:assert/strict';
import { join } from 'node:path';
import { indexReports } from '../../../server/src/library/index.ts';
import { makeYearbook, renamedUnit, textOf, unitNames } from '../../support/yearbook.ts';
import { makeFolder, removeFolders } from '../cli/folder.ts';

const [, second = '', third = ''] = unitNames(3);
const book = makeYearbook({ seed: 4, units: 3, years: [2023, 2024] });
const licences = 'proactive.licensing.decisions';

describe('the index of the library', () => {
  after(removeFolders);

  it('finds last year\'s report under another name, the units of a government and their sums', async () => {
    const files = Object.fromEntries(book.reports.filter(({ unit, year }) => unit !== second || year !== 2024).map((report) => [report.path, textOf(report).text]));
    const folder = makeFolder({ ...files, '.disclosure-report.json': JSON.stringify(book.settings), '2024/坏.docx': 'no archive' });
    const index = await indexReports([folder], { locale: 'en' });
    assert.deepEqual(index.unread.map(({ path }) => path), [join(folder, '2024', '坏.docx')]);
    assert.equal(index.reports.length, book.reports.length - 1);
    const now = index.reports.find(({ organ, year }) => organ === renamedUnit.now && year === 2024);
    assert.ok(now);
    assert.equal(index.lastYear(now)?.path, join(folder, '2023', `${renamedUnit.before}.md`));
    assert.deepEqual(index.units('青禾县人民政府', 2024).map(({ name, report }) => [name, report?.path]),
      [[renamedUnit.now, join(folder, '2024', `${renamedUnit.now}.md`)], [second, undefined], [third, join(folder, '2024', `${third}.md`)]]);
    const { figures, included, missing } = index.sums('青禾县', 2024);
    const valueOf = (unit: string): number => book.reports.find((report) => report.unit === unit && report.year === 2024)?.figures.get(licences) ?? NaN;
    assert.deepEqual([included, missing, figures[licences]], [[renamedUnit.now, third], [second], valueOf(renamedUnit.now) + valueOf(third)]);
    assert.deepEqual(index.units('北渡县', 2024), []);
  });
});
