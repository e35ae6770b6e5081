import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { call, flawedReport } from './call.ts';
import { makeFolder, removeFolders } from './folder.ts';

describe('where results go', () => {
  after(removeFolders);

  it('--output is written through a link, and into a pipe, which stay what they are', async () => {
    if (process.platform === 'win32') {
      return; // Links are for administrators there, and no pipe has a path like that of a file.
    }
    const folder = makeFolder({ 'a.md': flawedReport, 'x/real': '旧' });
    symlinkSync('x/real', join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { out } = await call(folder, ['check', 'a.md']);
    assert.equal((await call(folder, ['check', '--output', 'link', 'a.md'])).code, 1);
    assert.deepEqual([lstatSync(join(folder, 'link')).isSymbolicLink(), readFileSync(join(folder, 'x/real'), 'utf8')], [true, out]);
    // Open for both ways, so that neither end waits for the other.
    const pipe = openSync(join(folder, 'pipe'), 'r+');
    assert.equal((await call(folder, ['check', '--output', 'pipe', 'a.md'])).code, 1);
    const read = Buffer.alloc(Buffer.byteLength(out));
    assert.equal(readSync(pipe, read), read.length);
    closeSync(pipe);
    assert.deepEqual([lstatSync(join(folder, 'pipe')).isFIFO(), read.toString()], [true, out]);
  });

  it('nothing that is written takes the place of a file that is checked, by another name or as a baseline', async () => {
    const zip = Buffer.from(zipSync({ 'a.md': strToU8(flawedReport) }));
    const folder = makeFolder({ 'a.md': flawedReport, 'b.zip': zip });
    const others = process.platform === 'win32' ? [] : ['link'];
    others.forEach((name) => symlinkSync('a.md', join(folder, name)));
    for (const args of [['--output', 'b.zip'], ['--baseline', 'a.md', '--write-baseline'], ['--baseline', 'b.zip', '--write-baseline'], ...others.map((name) => ['--output', name])]) {
      const { code, err } = await call(folder, ['check', ...args, 'a.md', 'b.zip']);
      assert.deepEqual([code, /the place of a file that is checked/u.test(err)], [2, true], args.join(' '));
    }
    assert.deepEqual([readFileSync(join(folder, 'a.md'), 'utf8'), readFileSync(join(folder, 'b.zip'))], [flawedReport, zip]);
  });

  it('copies in a folder that is searched are no reports to the next call', async () => {
    const folder = makeFolder({ 'x/a.md': flawedReport });
    for (const path of ['.', 'x', '*/**/*', 'x/**']) {
      await call(folder, ['fix', '--output', 'x/out', path]);
      const copies = readdirSync(join(folder, 'x/out'), { recursive: true, encoding: 'utf8' });
      assert.deepEqual(copies.map((name) => name.replaceAll('\\', '/')).filter((name) => name.includes('out')), [], path);
    }
    const filesOf = async (...args: string[]) => JSON.parse((await call(folder, ['check', '--format', 'json', ...args])).out).summary.files as number;
    assert.equal(await filesOf('.'), 2);
    assert.equal(await filesOf('--comments', 'x/out', '.'), 1);
    assert.equal(await filesOf('--comments', 'x/out', 'x/out'), 1);
    assert.equal(await filesOf('--comments', '.', '.'), 2);
  });
});
