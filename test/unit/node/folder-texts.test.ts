import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { folderTexts } from '../../../server/src/node/folder-texts.ts';

describe('the texts of a folder that the server reads itself', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'folder-texts-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, content: string | Buffer = '# 标题\n'): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return pathToFileURL(path).href;
  }

  function listed(): string[] {
    return [...folderTexts.list(pathToFileURL(folder).href).keys()].map((uri) => decodeURI(basename(uri)));
  }

  it('are those that the command line finds, without files that are no text', () => {
    write('甲 局.md');
    write('b.HTM');
    write('c.docx');
    write('node_modules/d.md');
    write('.gitignore', '旧稿/\n');
    write('旧稿/e.md');
    symlinkSync(folder, join(folder, 'circle'));
    assert.deepEqual(listed(), ['b.HTM', '甲 局.md']);
  });

  it('are told apart by whether they were written since', () => {
    const uri = write('a.md');
    const before = folderTexts.list(pathToFileURL(folder).href).get(uri);
    assert.equal(folderTexts.list(pathToFileURL(folder).href).get(uri), before);
    write('a.md', '# 另一标题\n');
    assert.notEqual(folderTexts.list(pathToFileURL(folder).href).get(uri), before);
  });

  it('are read in their own encoding, and a file that is gone is an error', async () => {
    const uri = write('国标码.txt', iconv.encode('政府信息公开', 'gb18030'));
    assert.equal(await folderTexts.read(uri), '政府信息公开');
    rmSync(join(folder, '国标码.txt'));
    await assert.rejects(folderTexts.read(uri), /ENOENT/u);
  });

  it('are none where a folder is no folder of this machine', () => {
    assert.deepEqual([...folderTexts.list('vscode-vfs://somewhere/reports').keys()], []);
  });
});
