import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import iconv from 'iconv-lite';
import { asOf, call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** Runs `fix` on one file with these bytes and gives its new bytes. */
async function fixBytes(bytes: Buffer, ...args: string[]): Promise<Buffer> {
  const folder = makeFolder({ 'a.md': bytes });
  const { code, err } = await call(folder, ['fix', ...args, 'a.md']);
  assert.deepEqual([code, err], [0, '']);
  return readFileSync(join(folder, 'a.md'));
}

describe('fix', () => {
  after(removeFolders);

  it('sets a wrong total to what its parts say, and nothing else', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.md': asOf('澄溪县财政局', cleanReport) });
    const before = statSync(join(folder, 'b.md')).ino;
    const { code, out, err } = await call(folder, ['fix', '.']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), cleanReport);
    assert.equal(statSync(join(folder, 'b.md')).ino, before, 'a file without a change is not written');
    assert.match(out, /^a\.md: 1 changed\nFiles: 2, .*\n$/u);
    assert.deepEqual(readdirSync(folder), ['a.md', 'b.md']);
  });

  it('says what is left, and exits with 1 while there are errors', async () => {
    const folder = makeFolder({ 'a.md': cleanReport.replace('| 行政许可 | 26 |', '| 行政许可 | -26 |') });
    const { code, out } = await call(folder, ['fix', 'a.md']);
    assert.equal(code, 1);
    assert.match(out, /^a\.md:\d+:\d+: error: .* \[negative-count\]$/mu);
  });

  for (const [name, toBytes] of [
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['big-endian UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['CRLF line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
    ['mixed line ends and none at the end', (text: string) => Buffer.from(text.trimEnd().replace(/\n(?=##)/gu, '\r\n'))],
  ] as const) {
    it(`keeps ${name}`, async () => {
      assert.ok((await fixBytes(toBytes(flawedReport))).equals(toBytes(cleanReport)));
    });
  }

  it('keeps the mode of the file, and a link to it', async () => {
    const folder = makeFolder({ 'a/real.md': flawedReport });
    chmodSync(join(folder, 'a/real.md'), 0o640);
    symlinkSync(join(folder, 'a/real.md'), join(folder, 'link.md'));
    assert.equal((await call(folder, ['fix', 'link.md'])).code, 0);
    assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
    assert.equal(statSync(join(folder, 'a/real.md')).mode & 0o777, 0o640);
    assert.equal(readFileSync(join(folder, 'a/real.md'), 'utf8'), cleanReport);
    assert.deepEqual(readdirSync(join(folder, 'a')), ['real.md']);
  });

  it('shows with --dry-run a diff that makes the change, and writes nothing', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.md': cleanReport });
    const { code, out, err } = await call(folder, ['fix', '--dry-run', '.']);
    assert.equal(code, 0);
    assert.equal(applyPatch(flawedReport, out), cleanReport);
    assert.match(out, /^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@/u);
    assert.match(err, /Files: 2/u);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), flawedReport);
  });

  it('gives standard input back fixed, in its own encoding, and everything else to standard error', async () => {
    const { code, bytes, err } = await call(makeFolder(), ['fix', '-'], { stdin: iconv.encode(flawedReport, 'gb18030') });
    assert.equal(code, 0);
    assert.ok(bytes.equals(iconv.encode(cleanReport, 'gb18030')));
    assert.match(err, /-: 1 changed/u);
    assert.equal((await call(makeFolder(), ['fix', '-'], { stdin: cleanReport })).out, cleanReport);
  });

  const [row, blank] = ['| 行政强制 | 0 |', '| 行政强制 |   |'];
  const altered = cleanReport.replace('## 一、总体情况', '## 一、总体情况：').replace(row as string, blank as string);

  it('writes 0 for a sign in place of a number by --code not-a-number only, and not where another figure forbids it', async () => {
    const altered = cleanReport.replace('| 行政强制 | 0 |', '| 行政强制 | — |');
    assert.equal((await fixBytes(Buffer.from(altered))).toString(), altered);
    assert.equal((await fixBytes(Buffer.from(altered), '--all')).toString(), altered);
    assert.equal((await fixBytes(Buffer.from(altered), '--code', 'not-a-number')).toString(), cleanReport);
    const line = '| 1 | 0 | 0 | 0 | 1 |';
    assert.ok(cleanReport.includes(line));
    const needed = cleanReport.replace(line, '| / | 0 | 0 |  | 1 |');
    assert.equal((await fixBytes(Buffer.from(needed), '--code', 'not-a-number')).toString(), needed);
  });

  it('fills blanks by --code blank-cell only', async () => {
    const all = (await fixBytes(Buffer.from(altered), '--all')).toString();
    assert.ok(all.includes(blank as string));
    const filled = (await fixBytes(Buffer.from(altered), '--code', 'blank-cell')).toString();
    assert.ok(filled.includes(row as string));
    assert.ok(filled.includes('## 一、总体情况：'));
  });

  it('inserts sections and tables by their codes only', async () => {
    const withoutSection = cleanReport.replace(/## 六[^]*$/u, '');
    const withoutTable = cleanReport.replace(/(?<=复议、行政诉讼情况\n\n)(?:\|.*\n)+/u, '本年度没有复议和诉讼。\n');
    for (const [text, code, inserted] of [
      [withoutSection, 'missing-section', '## 六、其他需要报告的事项'], [withoutTable, 'missing-table', '| 行政复议 |'],
    ] as const) {
      for (const [args, isInserted] of [[['--all'], false], [['--code', code], true]] as const) {
        const folder = makeFolder({ 'a.md': text });
        await call(folder, ['fix', ...args, 'a.md']);
        const fixed = readFileSync(join(folder, 'a.md'), 'utf8');
        assert.deepEqual([fixed === text, fixed.includes(inserted)], [!isInserted, isInserted], `${code} ${args.join(' ')}`);
      }
    }
  });

  it('touches nothing that is no report', async () => {
    const plan = '# 工作方案\n\n一、指导思想\n\n总体要求。\n\n二、工作目标\n\n三、主要任务\n\n四、保障措施\n';
    const folder = makeFolder({ 'a.md': plan });
    for (const args of [['--all'], ['--code', 'missing-section', 'missing-table', 'section-title', 'blank-cell']]) {
      await call(folder, ['fix', ...args, '.']);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), plan);
    }
  });

  it('restores official titles by --all, or by their code', async () => {
    for (const args of [['--all'], ['--code', 'section-title'], ['--code=section-title,balance']]) {
      assert.ok(!(await fixBytes(Buffer.from(altered), ...args)).toString().includes('总体情况：'), args.join(' '));
    }
    assert.ok((await fixBytes(Buffer.from(altered))).toString().includes('总体情况：'));
  });

  it('leaves alone what the settings silence', async () => {
    const folder = makeFolder({ '.disclosure-report.json': '{ "ignore": [{ "code": "results-total" }] }', 'a.md': flawedReport });
    assert.equal((await call(folder, ['fix', 'a.md'])).code, 0);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), flawedReport);
  });

  it('is the same a second time', async () => {
    const once = await fixBytes(Buffer.from(altered), '--all');
    assert.ok((await fixBytes(once, '--all')).equals(once));
  });

  it('refuses a text that was read in a wrong encoding, says so and exits with 2', async () => {
    const damaged = Buffer.concat([Buffer.from(flawedReport), Buffer.from([0xff])]);
    const replaced = Buffer.from(`${flawedReport}\uFFFD\n`);
    const folder = makeFolder({ 'a.md': damaged, 'b.md': replaced });
    const { code, err } = await call(folder, ['fix', '.']);
    assert.equal(code, 2);
    assert.match(err, /^a\.md: .*--encoding$/mu);
    assert.match(err, /^b\.md: .*U\+FFFD/mu);
    assert.ok(readFileSync(join(folder, 'a.md')).equals(damaged));
    assert.ok(readFileSync(join(folder, 'b.md')).equals(replaced));
  });

  it('refuses to write what the encoding cannot hold', async () => {
    const bytes = Buffer.concat([iconv.encode(flawedReport, 'gb18030'), Buffer.from([0x80, 0x0a])]);
    const folder = makeFolder({ 'a.md': bytes });
    const { code } = await call(folder, ['fix', '--encoding', 'gb18030', 'a.md']);
    assert.equal(code, 2);
    assert.ok(readFileSync(join(folder, 'a.md')).equals(bytes));
  });

  it('names what cannot be read or is no report', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.md': '别的' });
    mkdirSync(join(folder, 'c'));
    const { code, out, err } = await call(folder, ['fix', 'x.md', 'b.md', 'c', 'a.md']);
    assert.deepEqual([code, err], [2, 'x.md: there is no such file or folder\n']);
    assert.match(out, /b\.md:1:1: error: .*\[not-a-report\]/u);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), cleanReport);
  });
});
