import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf } from '../../support/office/docx-of.ts';
import { readWell } from '../../support/office/reading.ts';
import { call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const title = '澄溪县档案局2024年政府信息公开工作年度报告';
const other = cleanReport.replaceAll('澄溪县档案局', '青禾县民政局');

describe('export', () => {
  after(removeFolders);

  it('writes a report as a Word document, which is checked as the report is', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    assert.deepEqual(await call(folder, ['export', '--to', 'docx', 'a.md', '--output', 'out/b.docx']), { code: 0, out: '', bytes: Buffer.alloc(0), err: '' });
    const codes = async (path: string): Promise<unknown> => {
      const { files } = JSON.parse((await call(folder, ['check', '--format', 'json', path])).out);
      return files[0].diagnostics.map(({ code, figure }: { code: string; figure?: string }) => [code, figure]);
    };
    assert.deepEqual(await codes('out/b.docx'), await codes('a.md'));
    assert.deepEqual(await codes('a.md'), [['results-total', 'requests.resultsTotal.naturalPerson']]);
  });

  it('says what stands before the title, which is no part of the report', async () => {
    const folder = makeFolder({ 'a.md': `附件2\n\n青政公开〔2025〕3号，现将下属各单位的年度报告一并印发\n\n${cleanReport}` });
    const { code, out, err } = await call(folder, ['export', '--to', 'html', '--locale', 'zh-cn', 'a.md']);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /附件2/u);
    assert.equal(err, 'a.md: 标题以前的文字没有导出：“附件2”\n');
  });

  it('reads office files, and gives a page on standard output', async () => {
    const folder = makeFolder({ 'a.docx': docxOf(cleanReport) });
    const { code, out } = await call(folder, ['export', '--to', 'html', 'a.docx']);
    assert.equal(code, 0);
    assert.match(out, /^<!DOCTYPE html>/u);
    assert.ok(out.includes(`<h1>${title}</h1>`));
  });

  it('writes a file for each report into a folder, called by its title, and overwrites none there', async () => {
    const folder = makeFolder({ 'in/a.md': cleanReport, 'in/b.md': other, 'in/notes.md': '# 会议记录' });
    assert.equal((await call(folder, ['export', '--to', 'docx', 'in', '--output', 'out/'])).code, 0);
    assert.deepEqual(readdirSync(join(folder, 'out')), [`${title}.docx`, '青禾县民政局2024年政府信息公开工作年度报告.docx']);
    writeFileSync(join(folder, 'out', `${title}.docx`), 'mine');
    const { code, err } = await call(folder, ['export', '--to', 'docx', 'in/a.md', '--output', 'out']);
    assert.equal(code, 2);
    assert.match(err, /is there already and is left as it is/u);
    assert.equal(readFileSync(join(folder, 'out', `${title}.docx`), 'utf8'), 'mine');
  });

  it('writes nothing where several reports were to be one file', async () => {
    const folder = makeFolder({ 'in/a.md': cleanReport, 'in/b.md': other });
    const { code, err } = await call(folder, ['export', '--to', 'html', 'in', '--output', 'a.html']);
    assert.equal(code, 2);
    assert.equal(err.match(/there are several reports/gu)?.length, 1);
    assert.equal(existsSync(join(folder, 'a.html')), false);
  });

  it('overwrites the file that is named, but none that it reads', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, 'b.html': 'old' });
    assert.equal((await call(folder, ['export', '--to', 'html', 'a.md', '--output', 'b.html'])).code, 0);
    assert.match(readFileSync(join(folder, 'b.html'), 'utf8'), /^<!DOCTYPE/u);
    const { code, err } = await call(folder, ['export', '--to', 'html', 'a.md', '--output', './a.md']);
    assert.equal(code, 2);
    assert.match(err, /one of the files that are exported/u);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), cleanReport);
  });

  it('gathers the figures of all reports in one file', async () => {
    const folder = makeFolder({ 'in/a.md': cleanReport, 'in/b.md': other });
    assert.equal((await call(folder, ['export', '--to', 'xlsx', 'in', '--output', 'all.xlsx'])).code, 0);
    assert.match((await readWell(readFileSync(join(folder, 'all.xlsx')))).text, /青禾县民政局/u);
    const csv = (await call(folder, ['export', '--to', 'csv', 'in'])).bytes;
    assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const json = (await call(folder, ['export', '--to', 'json', 'in'])).out;
    assert.deepEqual(JSON.parse(json), JSON.parse((await call(folder, ['extract', 'in'])).out));
    mkdirSync(join(folder, 'out'));
    assert.match((await call(folder, ['export', '--to', 'csv', 'in', '--output', 'out'])).err, /go into one file/u);
  });

  it('writes the check sheet in the place of the report', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    const { code, out } = await call(folder, ['export', '--check-sheet', '--to', 'html', '--locale', 'zh-cn', 'a.md']);
    assert.equal(code, 0);
    assert.ok(out.includes('<h1>年度报告校核单</h1>'));
    assert.ok(out.includes('42项勾稽关系：39项成立，3项不成立，0项无法判断'));
    assert.match(out, /第56行/u);
  });

  it('says what is wrong with a call', async () => {
    const folder = makeFolder({ 'a.md': cleanReport, 'notes.md': '# 会议记录' });
    for (const [args, message] of [
      [['a.md'], /needs --to/u],
      [['--to', 'pdf', 'a.md'], /docx, html, xlsx, csv, json/u],
      [['--to', 'docx', 'a.md'], /--output FILE/u],
      [['--to', 'csv', '--check-sheet', 'a.md'], /docx or html/u],
      [['--to', 'html', 'notes.md'], /no report to export/u],
      [['--to', 'html', 'missing.md'], /no such file/u],
    ] as const) {
      const { code, out, err } = await call(folder, ['export', ...args]);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, message);
    }
  });

  it('tells of a table that could not be read as a whole', async () => {
    const folder = makeFolder({ 'a.md': cleanReport.replace(/^\|  \| （七）总计.*$/mu, '') });
    const { code, err } = await call(folder, ['export', '--to', 'docx', 'a.md', '--output', 'a.docx']);
    assert.equal(code, 0);
    assert.match(err, /^a\.md: not all of the table below "三、.*was read for certain/u);
  });
});
