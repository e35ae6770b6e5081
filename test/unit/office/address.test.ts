import assert from 'node:assert/strict';
import { fileUriOf, officeUri } from '../../../server/src/office-address.ts';
import { relativePath, settingsUris } from '../../../server/src/settings/index.ts';

describe('the address of the text of an office file', () => {
  for (const [file, text] of [
    ['file:///home/a/%E6%8A%A5%E5%91%8A.docx', 'disclosure-report://file/home/a/%E6%8A%A5%E5%91%8A.docx'],
    ['file:///c%3A/a/b.docx', 'disclosure-report://file/c%3A/a/b.docx'],
    ['memfs:/a/b.docx', 'disclosure-report://memfs/a/b.docx'],
  ] as const) {
    it(`keeps path and name: ${file}`, () => assert.deepEqual([officeUri(file), fileUriOf(text)], [text, file]));
  }

  for (const file of ['file://server/share/b.docx', 'vscode-remote://ssh-remote%2BMyHost/a/b.docx', 'vscode-vfs://github/organ/reports/b.docx']) {
    it(`leads back to a file of another machine: ${file}`, () => {
      assert.equal(fileUriOf(officeUri(file)), file);
      assert.match(officeUri(file), /^disclosure-report:\/\/[a-z0-9~-]+\//u);
    });
  }

  it('of any other document is its own', () => {
    for (const uri of ['file:///a/b.md', 'untitled:Untitled-1', 'vscode-remote://x/b.md']) {
      assert.equal(fileUriOf(uri), uri);
    }
  });

  it('has the settings of the folder that the file is in', () => {
    const uri = officeUri('file:///home/a/b.docx');
    assert.equal(settingsUris(uri, [])[0], 'file:///home/a/.disclosure-report.json');
    assert.equal(relativePath('file:///home/.disclosure-report.json', uri), 'a/b.docx');
  });
});
