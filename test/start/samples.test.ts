import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySamples } from '../../tools/samples.mjs';

describe('the copy of samples/', () => {
  let top: string;
  let samples: string;
  let home: string;

  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'disclosure-report-copy-'));
    samples = join(top, 'from');
    home = join(top, 'to');
    mkdirSync(join(samples, '.vscode'), { recursive: true });
    write(samples, '.vscode/settings.json', '{}');
    write(samples, '.disclosure-report.json', '{}');
    write(samples, 'a.md', 'a');
    write(samples, 'b.md', 'b');
  });

  afterEach(() => rmSync(top, { recursive: true, force: true }));

  function write(folder: string, name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  function read(folder: string): string[] {
    return ['.vscode/settings.json', '.disclosure-report.json', 'a.md', 'b.md'].map((name) => readFileSync(join(folder, name), 'utf8'));
  }

  it('holds all of it, settings too', () => {
    const { folder, kept } = copySamples(samples, home);
    assert.deepEqual(read(folder), ['{}', '{}', 'a', 'b']);
    assert.deepEqual(kept, []);
  });

  it('keeps what was changed in it, and follows the samples in the rest', () => {
    const { folder } = copySamples(samples, home);
    write(folder, 'a.md', 'mine');
    write(folder, 'c.md', 'mine too');
    unlinkSync(join(folder, '.disclosure-report.json'));
    write(samples, 'a.md', 'a, later');
    write(samples, 'b.md', 'b, later');
    assert.deepEqual(copySamples(samples, home), { folder, kept: ['a.md'] });
    assert.deepEqual(read(folder), ['{}', '{}', 'mine', 'b, later']);
    assert.equal(readFileSync(join(folder, 'c.md'), 'utf8'), 'mine too');
    write(folder, 'a.md', 'a, later');
    write(samples, 'a.md', 'a, last');
    assert.deepEqual(copySamples(samples, home).kept, ['a.md']);
  });

  it('takes a file that holds again what the sample does for unchanged', () => {
    const { folder } = copySamples(samples, home);
    write(folder, 'a.md', 'mine');
    copySamples(samples, home);
    write(folder, 'a.md', 'a');
    assert.deepEqual(copySamples(samples, home).kept, []);
    write(samples, 'a.md', 'a, later');
    assert.deepEqual(copySamples(samples, home).kept, []);
    assert.deepEqual(read(folder), ['{}', '{}', 'a, later', 'b']);
  });

  it('is begun anew beside the one from before, and opened from then on', () => {
    const { folder } = copySamples(samples, home);
    write(folder, 'a.md', 'mine');
    const fresh = copySamples(samples, home, { fresh: true });
    assert.notEqual(fresh.folder, folder);
    assert.deepEqual(read(fresh.folder), ['{}', '{}', 'a', 'b']);
    assert.equal(read(folder)[2], 'mine');
    assert.deepEqual(copySamples(samples, home), { folder: fresh.folder, kept: [] });
  });

  it('keeps what lies there where nothing is known of what was copied', () => {
    const { folder } = copySamples(samples, home);
    write(folder, 'a.md', 'mine');
    unlinkSync(`${folder}.json`);
    assert.deepEqual(copySamples(samples, home), { folder, kept: ['a.md'] });
    assert.equal(read(folder)[2], 'mine');
  });
});
