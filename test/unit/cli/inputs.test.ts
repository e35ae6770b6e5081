import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findInputs } from '../../../server/src/cli/walking/inputs.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** The paths that are found, and the paths that failed. */
function check(files: readonly string[] | Record<string, string>, paths = ['.'], prepare: (folder: string) => void = () => undefined) {
  const folder = makeFolder(Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, ''])) : files as Record<string, string>);
  prepare(folder);
  const failed: string[] = [];
  const found = findInputs(paths, folder, (path) => failed.push(path)).files;
  return { found: found.map(({ path, isNamed }) => isNamed ? `${path}!` : path), failed };
}

describe('the files of a call', () => {
  after(removeFolders);

  it('in a folder are those in which reports come, by name, at any depth', () => {
    assert.deepEqual(check(['b.md', 'a.txt', 'c.HTML', 'd.htm', 'e.markdown', 'f.docx', 'g', 'h.png', '~$f.docx', 'b/z.md', '县/报告.md']), {
      found: ['a.txt', 'b/z.md', 'b.md', 'c.HTML', 'd.htm', 'e.markdown', 'f.docx', '县/报告.md'], failed: [],
    });
  });

  it('keep the path that was given', () => {
    assert.deepEqual(check(['县/报告.md'], ['县']).found, ['县/报告.md']);
    assert.deepEqual(check(['县/报告.md'], ['县/']).found, ['县/报告.md']);
    assert.deepEqual(check(['县/报告.md'], ['./县/报告.md']).found, ['./县/报告.md!']);
  });

  it('named by themselves are taken whatever they are called, and stand once', () => {
    assert.deepEqual(check(['a.docx', 'b.md'], ['a.docx', '.', 'b.md', './b.md']).found, ['a.docx!', 'b.md!']);
    assert.deepEqual(check([], ['-', '-']).found, ['-!']);
  });

  it('that are not there are named, and the others found', () => {
    assert.deepEqual(check(['a.md'], ['x.md', '.']), { found: ['a.md'], failed: ['x.md'] });
  });

  it('in node_modules and .git are left out', () => {
    assert.deepEqual(check(['a.md', 'node_modules/x/b.md', 'c/node_modules/d.md', '.git/e.md']).found, ['a.md']);
  });

  it('that .gitignore names are left out, the nearest one deciding', () => {
    assert.deepEqual(check({
      '.gitignore': 'old/\n*.txt\n/top.md\n!keep.txt\n', 'old/a.md': '', 'b.txt': '', 'top.md': '', 'keep.txt': '',
      'c/top.md': '', 'c/.gitignore': '!*.txt\nno.md\n', 'c/d.txt': '', 'c/no.md': '', 'no.md': '', 'c/old/x.md': '',
    }).found, ['c/d.txt', 'c/top.md', 'keep.txt', 'no.md']);
  });

  it('follow the .gitignore of folders above up to the root of the repository', () => {
    const files = { '.gitignore': '*.txt\nbuild/\n', '.git/HEAD': '', 'a/b.txt': '', 'a/c.md': '', 'build/d.md': '', 'build/e.txt': '' };
    assert.deepEqual(check(files, ['a']).found, ['a/c.md']);
    assert.deepEqual(check(files, ['build']).found, ['build/d.md', 'build/e.txt']);
    assert.deepEqual(check(files, ['a/b.txt']).found, ['a/b.txt!']);
  });

  it('are found through links to files, and no link leads in a circle', () => {
    assert.deepEqual(check(['a/x.md'], ['.'], (folder) => {
      symlinkSync(folder, join(folder, 'a/loop'), 'dir');
      symlinkSync(join(folder, 'a/x.md'), join(folder, 'link.md'));
      symlinkSync(join(folder, 'self.md'), join(folder, 'self.md'));
    }), { found: ['a/x.md', 'link.md'], failed: ['self.md'] });
  });
});
