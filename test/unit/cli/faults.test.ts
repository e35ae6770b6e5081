import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { replaceFile } from '../../../server/src/cli/writing/write-file.ts';
import { call, cleanReport, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

describe('faults of the file system', () => {
  after(() => removeFolders());

  it('a file marked as read-only is left, named, and the rest goes on', async () => {
    const folder = makeFolder({ 'a.md': flawedReport, 'b.md': flawedReport });
    chmodSync(join(folder, 'a.md'), 0o444);
    const { code, err } = await call(folder, ['fix', '.']);
    assert.equal(code, 2);
    assert.match(err, /^a\.md: (?:the file is read-only|permission denied)$/mu);
    assert.deepEqual(['a.md', 'b.md'].map((name) => readFileSync(join(folder, name), 'utf8')), [flawedReport, cleanReport]);
  });

  it('mode and owner stay, and a symbolic link stays one', async () => {
    const folder = makeFolder({ 'x/real.md': flawedReport });
    chmodSync(join(folder, 'x/real.md'), 0o640);
    symlinkSync(join(folder, 'x/real.md'), join(folder, 'a.md'));
    const before = statSync(join(folder, 'x/real.md'));
    assert.equal((await call(folder, ['fix', 'a.md'])).code, 0);
    const after = statSync(join(folder, 'x/real.md'));
    assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
    assert.equal(readFileSync(join(folder, 'x/real.md'), 'utf8'), cleanReport);
  });

  it('of a file with hard links the other names keep what it had, and that is said', async () => {
    const folder = makeFolder({ 'a.md': flawedReport });
    linkSync(join(folder, 'a.md'), join(folder, 'backup'));
    const { out } = await call(folder, ['fix', 'a.md']);
    assert.match(out, /^a\.md \(its 1 other names, which are hard links, keep the text that it had\): 1 changed$/mu);
    assert.deepEqual([readFileSync(join(folder, 'a.md'), 'utf8'), readFileSync(join(folder, 'backup'), 'utf8')], [cleanReport, flawedReport]);
  });

  it('what a killed run has left is cleared by the next one, and what another run writes is not', async () => {
    const folder = makeFolder({ '县/a.md': cleanReport });
    const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    // No process has that number: it is above what systems give.
    const [dead, living, elsewhere, old] = [
      `.disclosure-report-${machine}-4999999-0123456789ab.tmp`, `.disclosure-report-${machine}-${process.pid}-0123456789ab.tmp`,
      '.disclosure-report-00000000-4999999-0123456789ab.tmp', '.disclosure-report-00000000-4999999-ba9876543210.tmp',
    ];
    const others = ['.a.md.tmp', 'disclosure-report.tmp'];
    [dead, living, elsewhere, old, ...others].forEach((name) => writeFileSync(join(folder, '县', name), '半'));
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(folder, '县', old), yesterday, yesterday);
    await call(folder, ['fix', '--dry-run', '.']);
    assert.ok(existsSync(join(folder, '县', dead)), 'a trial changes nothing');
    await call(folder, ['fix', '.']);
    assert.deepEqual(readdirSync(join(folder, '县')).sort(), [...others, 'a.md', elsewhere, living].sort());
  });

  it('a pipe or device is named, not waited for', async () => {
    if (process.platform === 'win32') {
      return; // There are none by name.
    }
    const folder = makeFolder({ 'b.md': cleanReport });
    execFileSync('mkfifo', [join(folder, 'a.md')]);
    for (const command of ['check', 'fix', 'extract', 'text']) {
      const { code, err } = await call(folder, [command, 'a.md', '/dev/zero', 'b.md']);
      assert.equal(code, 2);
      assert.match(err, /^a\.md: this is no regular file/mu);
      assert.match(err, /^\/dev\/zero: this is no regular file/mu);
    }
    assert.equal((await call(folder, ['check', '.'])).code, 0);
  });

  it('names in GBK are shown as Chinese, checked, fixed and patched', async () => {
    const folder = makeFolder();
    const inner = Buffer.concat([Buffer.from(`${folder}/`), iconv.encode('青禾县', 'gb18030')]);
    const file = Buffer.concat([inner, Buffer.from('/'), iconv.encode('年报 一.md', 'gb18030')]);
    try {
      mkdirSync(inner);
    } catch {
      return; // Some systems take no such name.
    }
    writeFileSync(file, flawedReport);
    const checked = await call(folder, ['check', '--format', 'json', '.']);
    assert.deepEqual([checked.code, JSON.parse(checked.out).files[0].path], [1, '青禾县/年报 一.md']);
    const { bytes } = await call(folder, ['fix', '--dry-run', '.']);
    execFileSync('git', ['apply', '-p1'], { cwd: folder, input: bytes });
    assert.equal(readFileSync(file, 'utf8'), cleanReport);
    writeFileSync(file, flawedReport);
    const fixed = await call(folder, ['fix', '.']);
    assert.equal(fixed.code, 0, fixed.err);
    assert.equal(readFileSync(file, 'utf8'), cleanReport);
    assert.equal(readdirSync(inner).length, 1);
  });

  it('files that vanish, grow or are put in another\'s place between reading and writing stay as they are then', () => {
    for (const [alter, left] of [
      [(path: string) => rmSync(path), undefined],
      [(path: string) => writeFileSync(path, `${flawedReport}又一行\n`), `${flawedReport}又一行\n`],
      [(path: string) => { rmSync(path); mkdirSync(path); }, 'a folder'],
      [(path: string) => { writeFileSync(`${path}.new`, '别的'); renameSync(`${path}.new`, path); }, '别的'],
    ] as const) {
      const folder = makeFolder({ 'a.md': flawedReport });
      const path = join(folder, 'a.md');
      alter(path);
      assert.throws(() => replaceFile(path, Buffer.from(cleanReport), Buffer.from(flawedReport)));
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
      assert.equal(isFolder ? 'a folder' : existsSync(path) ? readFileSync(path, 'utf8') : undefined, left);
      assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.tmp')), []);
    }
  });
});
