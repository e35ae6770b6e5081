import assert from 'node:assert/strict';
import { strToU8 } from 'fflate/browser';
import { docx, docxParts, packed } from '../../support/office/package.ts';
import { readWell, reasonOf } from '../../support/office/reading.ts';
import { p, tbl, tr } from '../../support/office/wordml.ts';

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): number[] => [...text].flatMap((character) => [character.charCodeAt(0), 0]);

/** The document with other source. */
function withSource(change: (source: string) => string): Uint8Array {
  const parts = docxParts(p('文'));
  return packed({ ...parts, 'word/document.xml': change(parts['word/document.xml'] as string) });
}

describe('a file that cannot be read says why', () => {
  it('where nothing is in it', async () => {
    assert.equal(await reasonOf(new Uint8Array()), 'empty');
  });

  it('where it is cut off, anywhere', async () => {
    const whole = docx(p('文'.repeat(500)));
    for (let length = 5; length < whole.length; length += 53) {
      assert.equal(await reasonOf(whole.subarray(0, length)), 'broken', `${length}`);
    }
  });

  it('where its document is cut off, or its tags do not match', async () => {
    assert.equal(await reasonOf(withSource((source) => source.slice(0, -30))), 'broken');
    assert.equal(await reasonOf(withSource((source) => source.replace('</w:r>', ''))), 'broken');
    assert.equal(await reasonOf(withSource(() => '')), 'broken');
  });

  it('where no document is in it', async () => {
    assert.equal(await reasonOf(packed({ 'a.md': 'x', 'b.txt': 'y' })), 'no-document');
    const { 'word/document.xml': _, ...parts } = docxParts(p('文'));
    assert.equal(await reasonOf(packed(parts)), 'no-document');
    assert.equal(await reasonOf(withSource((source) => source.replace('<w:body>', '<w:other>').replace('</w:body>', '</w:other>'))), 'no-document');
  });

  it('where it is something else than its name says', async () => {
    assert.equal(await reasonOf(strToU8('<html><body>报告</body></html>')), 'text');
    assert.equal(await reasonOf(strToU8('{\\rtf1 a}')), 'rich-text');
    assert.equal(await reasonOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])), 'picture');
    assert.equal(await reasonOf(packed({ 'mimetype': 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' })), 'open-document');
    assert.equal(await reasonOf(packed({ 'OFD.xml': '<a/>' })), 'ofd');
    assert.equal(await reasonOf(Uint8Array.from([0, 1, 2, 3])), 'unknown');
  });

  it('where it is encrypted', async () => {
    assert.equal(await reasonOf(Uint8Array.from([...compound, ...Array<number>(600).fill(0), ...utf16('EncryptedPackage')])), 'encrypted');
  });

  it('where its XML is made to exhaust memory: entities stay as they are, depth has an end', async () => {
    const entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const bomb = withSource((source) => source.replace('?>', `?>${entities}`).replace('文', '&c;&c;'));
    assert.equal((await readWell(bomb)).text, '&c;&c;\n');
    assert.equal(await reasonOf(withSource((source) => source.replace('文', `文</w:t>${'<w:x>'.repeat(100_000)}`))), 'broken');
  });

  it('where a part unpacks to more than it says', async () => {
    const bytes = docx(p('文'.repeat(100_000)));
    const view = new DataView(bytes.buffer);
    let at = view.getUint32(bytes.length - 6, true);
    // The third part is the document.
    for (let entry = 0; entry < 2; entry += 1) {
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    view.setUint32(at + 24, 100, true);
    assert.equal(await reasonOf(bytes), 'broken');
  });
});

describe('a file is read as far as it is a report', () => {
  it('with references outside, which nobody follows, and macros, which nobody looks at', async () => {
    const parts = docxParts(p('<w:hyperlink r:id="rId9"><w:r><w:t>文</w:t></w:r></w:hyperlink>'));
    const rels = 'word/_rels/document.xml.rels';
    const outside = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" TargetMode="External" Target="https://example.test/styles.xml"/>';
    const bytes = packed({ ...parts, [rels]: (parts[rels] as string).replace('</Rel', `${outside}</Rel`), 'word/vbaProject.bin': Uint8Array.from([1, 2]) });
    assert.equal((await readWell(bytes)).text, '文\n');
  });

  it('with a table of ten thousand rows and a thousand columns named', async () => {
    const row = tr('1', '2');
    const { text } = await readWell(docx(tbl('<w:tblPr/>', ...Array<string>(10_000).fill(row))));
    assert.equal(text.split('\n').length, 10_002);
    const wide = await readWell(docx(tbl(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr>`, row)));
    assert.equal(wide.text, '| 甲 |  | 乙 |\n| --- | --- | --- |\n| 1 | 2 |\n');
  });
});
