import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfFile } from '../../support/office/pdf-file.ts';
import { readWell } from '../../support/office/reading.ts';
import { sheetOf } from '../../support/office/workbook.ts';
import { call } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/office/${name}`, import.meta.url));

describe('workbooks, PDFs and old documents on the command line', () => {
  after(removeFolders);

  it('are checked in a folder as Word files are, with their places', async () => {
    const folder = makeFolder({ 'a.xlsx': fixture('2021.xlsx'), 'b.pdf': fixture('2021-browser.pdf'), 'c.doc': fixture('2021.doc'), 'd.wps': fixture('2019.doc'), 'e.pdf': fixture('2021.pdf') });
    const { code, out, err } = await call(folder, ['check', '--format', 'json', '--locale', 'zh-cn', '.']);
    const { files, summary } = JSON.parse(out);
    assert.deepEqual([code, err, summary.files], [0, 'a.xlsx: 隐藏的工作表没有读取\na.xlsx: 隐藏的行和列没有读取\n', 5]);
    assert.deepEqual(files.map(({ path, source }: { path: string; source: string }) => [path, source]),
      [['a.xlsx', 'xlsx'], ['b.pdf', 'pdf'], ['c.doc', 'doc'], ['d.wps', 'doc'], ['e.pdf', 'pdf']]);
    assert.deepEqual(files[4].diagnostics.map(({ where }: { where: string }) => where), ['第1页', '第6页', '第6页']);
  });

  it('give their figures', async () => {
    const folder = makeFolder({ 'a.xlsx': fixture('2021.xlsx'), 'b.pdf': fixture('2021-browser.pdf'), 'c.doc': fixture('2021.doc') });
    const { files } = JSON.parse((await call(folder, ['extract', '.'])).out);
    assert.deepEqual(files.map(({ reports: [report] }: { reports: { figures: Record<string, { value: number }> }[] }) => report?.figures['requests.resultsTotal.total']?.value), Array(3).fill(54045));
  });

  it('are corrected where they can be written, in the cell alone', async () => {
    const reading = await readWell(fixture('2021-one-sheet.xlsx'));
    const start = reading.text.indexOf('| 342 |') + 2;
    const applied = reading.apply([{ start, end: start + 3, newText: '343' }]);
    assert.ok('bytes' in applied);
    const folder = makeFolder({ 'a.xlsx': Buffer.from(applied.bytes) });
    assert.match((await call(folder, ['check', 'a.xlsx'])).out, /: error: sheet "年报" E\d+: .*\[review-total\]/u);
    assert.equal((await call(folder, ['fix', 'a.xlsx'])).code, 0);
    assert.equal((await readWell(readFileSync(join(folder, 'a.xlsx')))).text, reading.text);
  });

  it('are told to be scans where they have no text', async () => {
    const { code, err } = await call(makeFolder({ 'a.pdf': Buffer.from(pdfFile([''])) }), ['check', 'a.pdf']);
    assert.equal(code, 2);
    assert.match(err, /^a\.pdf: the pages are pictures without text/u);
  });

  it('say what of a workbook is hidden and so not read, where it is a report', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>';
    const folder = makeFolder({ 'a.xlsx': fixture('2021.xlsx'), 'b.xlsx': sheetOf(rows) });
    for (const args of [['check', '.'], ['extract', '.'], ['export', '--to', 'csv', '.']]) {
      assert.deepEqual((await call(folder, args)).err, 'a.xlsx: hidden sheets are not read\na.xlsx: hidden rows and columns are not read\n');
    }
  });
});
