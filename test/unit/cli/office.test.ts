import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import iconv from 'iconv-lite';
import { docxOf } from '../../support/office/docx-of.ts';
import { docxParts, packed } from '../../support/office/package.ts';
import { call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

const clean = docxOf(cleanReport);
const flawed = docxOf(flawedReport);

/** The document's XML. */
function xmlOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
}

/** The flawed report whose wrong total stands in other XML. */
function flawedWith(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(flawed);
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(xmlOf(flawed))) });
}

/** Another organ's report, without a mistake. */
const ofOther = zipSync({ ...unzipSync(clean), 'word/document.xml': strToU8(xmlOf(clean).replaceAll('澄溪县档案局', '澄溪县财政局')) });

describe('Word files on the command line', () => {
  after(removeFolders);

  it('are checked as texts are, with the place in the words of the locale', async () => {
    const folder = makeFolder({ '报告.docx': flawed, 'b.docx': ofOther, '~$报告.docx': 'x' });
    const { code, out, err } = await call(folder, ['check', '--format', 'json', '--locale', 'zh-cn', '.']);
    assert.deepEqual([code, err], [1, '']);
    const { files, summary } = JSON.parse(out);
    assert.deepEqual(files.map(({ path, source, diagnostics }: { path: string; source: string; diagnostics: unknown[] }) => [path, source, diagnostics.length]),
      [['b.docx', 'docx', 0], ['报告.docx', 'docx', 1]]);
    assert.equal(files[1].diagnostics[0].where, '表2 第27行 第4列');
    assert.equal(files[1].reports[0].year, 2024);
    assert.equal(summary.files, 2);
  });

  it('name the place in text and in SARIF, where no line of the text stands for one of the file', async () => {
    const folder = makeFolder({ 'a.docx': flawed });
    const { out } = await call(folder, ['check', 'a.docx']);
    assert.match(out, /^a\.docx:\d+:\d+: error: table 2 row 27 column 4: .*\[results-total\]$/mu);
    const { out: sarif } = await call(folder, ['check', '--format', 'sarif', 'a.docx']);
    const [{ locations: [location], fixes }] = JSON.parse(sarif).runs[0].results;
    assert.deepEqual([location.message.text, location.physicalLocation.region.startLine, fixes], ['table 2 row 27 column 4', 1, undefined]);
  });

  it('give their figures, and their text', async () => {
    const folder = makeFolder({ 'a.docx': clean });
    const { out } = await call(folder, ['extract', 'a.docx']);
    const [{ source, reports: [report] }] = JSON.parse(out).files;
    assert.deepEqual([source, report.figures['requests.resultsTotal.naturalPerson'].value], ['docx', 12]);
    const { code, out: text } = await call(folder, ['text', 'a.docx']);
    assert.equal(code, 0);
    assert.match(text, /^\| {2}\| （七）总计 \| {2}\| 12 \| 2 \|/mu);
  });

  it('are corrected in place: one cell of one part, and no other byte of what is packed', async () => {
    const folder = makeFolder({ 'a.docx': flawed });
    const { code, out, err } = await call(folder, ['fix', 'a.docx']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^a\.docx: 1 changed\n/u);
    const after = readFileSync(join(folder, 'a.docx'));
    assert.equal(xmlOf(after), xmlOf(clean));
    assert.deepEqual(Object.keys(unzipSync(after)), Object.keys(unzipSync(flawed)));
    assert.deepEqual(readdirSync(folder), ['a.docx']);
  });

  it('are shown with --dry-run and copied with --output, and left', async () => {
    const folder = makeFolder({ '存/a.docx': flawed, '存/b.md': flawedReport, '存/c.docx': clean });
    const { out } = await call(folder, ['fix', '--dry-run', '存/a.docx']);
    assert.match(out, /^-\| {2}\| （七）总计 \| {2}\| 10 \|.*\n\+\| {2}\| （七）总计 \| {2}\| 12 \|/mu);
    assert.equal((await call(folder, ['fix', '--output', '新', '存'])).code, 0);
    assert.deepEqual(readFileSync(join(folder, '存/a.docx')), Buffer.from(flawed));
    assert.equal(xmlOf(readFileSync(join(folder, '新/存/a.docx'))), xmlOf(clean));
    assert.equal(readFileSync(join(folder, '新/存/b.md'), 'utf8'), cleanReport);
    assert.deepEqual(readdirSync(join(folder, '新/存')), ['a.docx', 'b.md']);
  });

  it('are corrected by tracked changes where that is wanted, and no other file is', async () => {
    const folder = makeFolder({ 'a.docx': flawed, 'b.md': flawedReport.replaceAll('澄溪县', '青禾县') });
    const { code, err } = await call(folder, ['fix', '--track-changes', '--locale', 'zh-cn', '.']);
    assert.deepEqual([code, err], [2, 'b.md: 只有 .docx 能写修订，文件未改动\n']);
    const xml = xmlOf(readFileSync(join(folder, 'a.docx')));
    assert.match(xml, /<w:del w:id="\d+" w:author="年报检查" w:date="\d{4}-[^"]*Z"><w:r><w:delText xml:space="preserve">10<\/w:delText><\/w:r><\/w:del><w:ins [^>]*><w:r><w:t>12<\/w:t><\/w:r><\/w:ins>/u);
    assert.equal((await call(folder, ['check', 'a.docx'])).code, 0);
    assert.doesNotMatch((await call(folder, ['fix', '--track-changes', 'a.docx'])).out, /changed/u);
    assert.equal(xmlOf(readFileSync(join(folder, 'a.docx'))), xml);
  });

  it('keep a cell with a tracked change, which is named', async () => {
    const tracked = flawedWith((xml) => xml.replace('<w:r><w:t xml:space="preserve">10</w:t></w:r>', '<w:ins w:id="1" w:author="甲"><w:r><w:t>10</w:t></w:r></w:ins>'));
    const folder = makeFolder({ 'a.docx': tracked });
    const { code, out, err } = await call(folder, ['fix', 'a.docx']);
    assert.equal(code, 1);
    assert.match(err, /^a\.docx: table 2 row 27 column 4: a tracked change stands there;/u);
    assert.match(out, /\[results-total\]/u);
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), Buffer.from(tracked));
  });

  it('are left where they are protected, open in another program, or changed by someone else', async () => {
    const settings = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>';
    const body = /<w:body>(.*)<\/w:body>/su.exec(xmlOf(flawed))?.[1] ?? '';
    const locked = packed(docxParts(body, { settings }));
    const folder = makeFolder({ 'a.docx': locked, 'b.docx': flawed, '~$b.docx': 'x', 'report-2024.docx': flawed, '~$port-2024.docx': 'x' });
    const { code, err } = await call(folder, ['fix', '.']);
    assert.equal(code, 2);
    assert.match(err, /^a\.docx: the file is protected.*\nb\.docx: another program has the file open.*\nreport-2024\.docx: another program/u);
    assert.deepEqual([readFileSync(join(folder, 'a.docx')), readFileSync(join(folder, 'b.docx'))], [Buffer.from(locked), Buffer.from(flawed)]);
  });

  it('are read where they hold macros, which nobody looks at', async () => {
    const parts = unzipSync(flawed);
    const types = strFromU8(parts['[Content_Types].xml']!).replace('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'application/vnd.ms-word.document.macroEnabled.main+xml');
    const folder = makeFolder({ 'a.docm': zipSync({ ...parts, '[Content_Types].xml': strToU8(types), 'word/vbaProject.bin': strToU8('x') }) });
    const { code, out } = await call(folder, ['check', '--format', 'json', '.']);
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out).files.map(({ path, source }: { path: string; source: string }) => [path, source]), [['a.docm', 'docx']]);
  });

  it('are known by their content, whatever their name says', async () => {
    const folder = makeFolder({ 'a.doc': clean, 'b.docx': cleanReport, 'c.docx': flawed.subarray(0, 900), 'd.md': cleanReport });
    const { code, out, err } = await call(folder, ['check', '--format', 'json', '.']);
    assert.equal(code, 0);
    const { files, unread } = JSON.parse(out);
    assert.deepEqual(files.map(({ path, source }: { path: string; source?: string }) => [path, source]), [['a.doc', 'docx'], ['d.md', undefined]]);
    assert.deepEqual(unread.map(({ path }: { path: string }) => path), ['b.docx', 'c.docx']);
    assert.match(err, /^b\.docx: this is a text or a web page/mu);
    assert.match(err, /^c\.docx: the file is damaged/mu);
    assert.equal((await call(folder, ['check', 'c.docx', 'd.md'])).code, 2);
  });

  it('come in an archive as in a folder, with Chinese names in either encoding', async () => {
    const archive = Buffer.from(zipSync({ '年报/a.docx': flawed, '年报/b.md': strToU8(flawedReport), '__MACOSX/._a.docx': strToU8('x'), '年报/说明.png': strToU8('x') }));
    const folder = makeFolder({ '存.zip': archive });
    const { code, out } = await call(folder, ['check', '--format', 'json', '存.zip']);
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out).files.map(({ path }: { path: string }) => path), [join('存.zip', '年报', 'a.docx'), join('存.zip', '年报', 'b.md')]);

    const fixed = await call(folder, ['fix', '存.zip']);
    assert.equal(fixed.code, 2);
    assert.match(fixed.err, /a file in an archive is not changed/u);
    assert.deepEqual(readFileSync(join(folder, '存.zip')), archive);
    assert.equal((await call(folder, ['fix', '--output', '新', '存.zip'])).code, 0);
    assert.equal(xmlOf(readFileSync(join(folder, '新/存.zip/年报/a.docx'))), xmlOf(clean));

    // Names of four bytes in GB18030 in the place of four letters, without the flag that says UTF-8.
    let gbk = Buffer.from(zipSync({ 'abcd.docx': flawed })).toString('latin1');
    gbk = gbk.replaceAll('abcd.docx', `${iconv.encode('年报', 'gb18030').toString('latin1')}.docx`);
    writeFileSync(join(folder, 'g.zip'), Buffer.from(gbk, 'latin1'));
    assert.match((await call(folder, ['check', 'g.zip'])).out, /年报\.docx:/u);
  });

  it('in an archive that is damaged or encrypted are advised about as what they are', async () => {
    const locked = Buffer.from(zipSync({ 'a.md': strToU8(flawedReport) }));
    // The flag of encryption, in the local header and in the central directory.
    locked.writeUInt16LE(locked.readUInt16LE(6) | 1, 6);
    const central = locked.indexOf('PK\u0001\u0002');
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
    const folder = makeFolder({ 'cut.zip': locked.subarray(0, 200), 'locked.zip': locked });
    const { code, err } = await call(folder, ['check', 'cut.zip', 'locked.zip']);
    assert.equal(code, 2);
    assert.match(err, /^cut\.zip: the file is damaged or incomplete; get it again/mu);
    assert.match(err, /^locked\.zip\/a\.md: the archive is encrypted; unpack it with its password/mu);

    const reports = makeFolder({ '收/locked.zip': locked, '收/a.docx': clean });
    const found = await call(reports, ['check', '收']);
    assert.deepEqual([found.code, found.err.includes('locked.zip/a.md: the archive is encrypted')], [0, true]);
    assert.equal((await call(reports, ['check', '收/locked.zip', '收'])).code, 2);
  });

  it('come in archives within a folder too; what is not unpacked is named there and fails nothing', async () => {
    const packed = zipSync({ 'a.docx': flawed, 'node_modules/b.docx': flawed, '内.zip': zipSync({ 'c.docx': flawed }) });
    const folder = makeFolder({
      '收/存.zip': packed, '收/断.zip': Buffer.from(packed).subarray(0, 300), '收/其实.zip': ofOther, '收/丁.rar': Buffer.from('Rar!'), '收/图.zip': zipSync({ 'a.png': strToU8('x') }),
    });
    const { code, out, err } = await call(folder, ['check', '--format', 'json', '--locale', 'zh-cn', '收']);
    const { files, unread, summary } = JSON.parse(out);
    assert.deepEqual(files.map(({ path }: { path: string }) => path), ['收/其实.zip', '收/存.zip/a.docx']);
    assert.deepEqual(unread, [
      { path: '收/丁.rar', reason: '这是压缩包；请解压后检查其中的文件' },
      { path: '收/存.zip/内.zip', reason: '这是压缩包；请解压后检查其中的文件' },
      { path: '收/断.zip', reason: '压缩包已损坏或不完整；请重新取得，或者解压能解压的文件后再检查' },
    ]);
    assert.equal(summary.unread, 3);
    assert.equal(code, 1);
    assert.match(err, /^收\/断\.zip: 压缩包已损坏/mu);
    assert.deepEqual(JSON.parse((await call(folder, ['check', '--format', 'json', '收/*.zip'])).out).files.length, 2);
  });

  it('are copied with their findings as comments, where there are any', async () => {
    const folder = makeFolder({ '存/a.docx': flawed, '存/b.docx': ofOther });
    const { code, err } = await call(folder, ['check', '--comments', '批注', '--locale', 'zh-cn', '存']);
    assert.equal(code, 1);
    assert.match(err, /^存\/a\.docx：1条批注，写入批注\/存\/a\.docx$/mu);
    assert.deepEqual(readdirSync(join(folder, '批注/存')), ['a.docx']);
    assert.deepEqual(readFileSync(join(folder, '存/a.docx')), Buffer.from(flawed));
    const parts = unzipSync(readFileSync(join(folder, '批注/存/a.docx')));
    assert.match(strFromU8(parts['word/comments.xml'] as Uint8Array), /w:author="年报检查".*错误：.*\[results-total\]/su);
    assert.match(xmlOf(readFileSync(join(folder, '批注/存/a.docx'))), /<w:commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">10<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/u);
  });

  it('that are broken archives say so', async () => {
    const folder = makeFolder({ 'a.zip': Buffer.from(zipSync({ 'a.docx': flawed })).subarray(0, 500) });
    const { code, err } = await call(folder, ['check', 'a.zip']);
    assert.equal(code, 2);
    assert.match(err, /^a\.zip: the file is damaged/mu);
  });
});
