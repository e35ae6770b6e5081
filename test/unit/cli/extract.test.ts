import assert from 'node:assert/strict';
import { call, cleanReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** A reader of CSV by RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/gu) ?? []) {
    const fields = line.slice(0, -2).match(/("(?:[^"]|"")*"|[^",]*)(?:,|$)/gu)?.slice(0, -1) ?? [];
    const last = /("(?:[^"]|"")*"|[^",]*)$/u.exec(line.slice(0, -2))?.[0] ?? '';
    const all = line.slice(0, -2).endsWith(',') ? [...fields, ''] : [...fields.filter((field) => field.endsWith(',')), last];
    rows.push(all.map((field) => field.replace(/,$/u, '')).map((field) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
  }
  return rows;
}

describe('extract', () => {
  after(removeFolders);

  it('gives the figures of each report as JSON', async () => {
    const { code, out } = await call(makeFolder({ 'a.md': cleanReport, 'b.md': '别的' }), ['extract', '.']);
    assert.equal(code, 0);
    const { files: [file, ...more], summary } = JSON.parse(out);
    assert.deepEqual(more, []);
    assert.deepEqual(summary, { files: 1, reports: 1, skipped: 1 });
    const [{ figures, ...report }] = file.reports;
    assert.deepEqual([file.path, report.organ, report.year, report.form], ['a.md', '澄溪县档案局', 2024, '2021']);
    assert.equal(Object.keys(figures).length, 10 + 25 * 7 + 15);
    const line = cleanReport.split('\n').indexOf('| 行政规范性文件 | 2 | 1 | 9 |');
    assert.deepEqual(figures['proactive.normativeDocuments.inForce'], {
      value: 9, text: ' 9 ', range: { start: { line, character: 20 }, end: { line, character: 21 } },
    });
    assert.equal(figures['proactive.fees.amount'].value, 0.5);
  });

  it('gives the figures of each report as CSV', async () => {
    const { code, out } = await call(makeFolder({ 'a,b.md': cleanReport.replace('| 0.5 |', '| 无"，"=1+1 |') }), ['extract', '--format', 'csv', '.']);
    assert.equal(code, 0);
    const [header, ...rows] = readCsv(out);
    assert.deepEqual(header, ['path', 'organ', 'year', 'form', 'figure', 'value', 'text', 'line', 'character']);
    assert.ok(rows.every((row) => row.length === 9));
    const line = cleanReport.split('\n').indexOf('| 行政规范性文件 | 2 | 1 | 9 |');
    assert.deepEqual(rows.find(([, , , , figure]) => figure === 'proactive.normativeDocuments.issued'),
      ['a,b.md', '澄溪县档案局', '2024', '2021', 'proactive.normativeDocuments.issued', '2', ' 2 ', String(line), '12']);
    assert.deepEqual(rows.find(([, , , , figure]) => figure === 'proactive.fees.amount')?.slice(5, 7), ['', ' 无"，"=1+1 ']);
  });

  it('of a file that is no report gives none and says so; of one that is not there exits with 2', async () => {
    const folder = makeFolder({ 'a.md': '别的' });
    const named = await call(folder, ['extract', 'a.md']);
    assert.deepEqual([named.code, JSON.parse(named.out).files], [0, [{ path: 'a.md', reports: [] }]]);
    assert.match(named.err, /^a\.md: /u);
    const missing = await call(folder, ['extract', 'x.md']);
    assert.deepEqual([missing.code, JSON.parse(missing.out).files], [2, []]);
  });
});
