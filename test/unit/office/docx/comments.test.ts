import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate/browser';
import type { Note } from '../../../../server/src/office/office-text.ts';
import { docx, docxParts, packed } from '../../../support/office/package.ts';
import { readWell } from '../../../support/office/reading.ts';
import { p, r, tbl, tc, tr } from '../../../support/office/wordml.ts';

const author = { name: '年报检查', initials: '检', date: '2026-01-08T09:00:00Z' };
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of the copy, as texts, and the body's XML. */
async function annotated(bytes: Uint8Array, ...texts: string[]): Promise<{ parts: Record<string, string>; body: string }> {
  const reading = await readWell(bytes);
  const notes = texts.map((text, at): Note => {
    const start = reading.text.indexOf(text);
    assert.ok(start >= 0, text);
    return { start, end: start + text.length, text: `批注${at}\n第二行 <&>` };
  });
  const copy = reading.annotate?.(notes, author);
  assert.ok(copy);
  assert.equal((await readWell(copy)).text, reading.text);
  const [before, after] = [unzipSync(bytes), unzipSync(copy)];
  const touched = new Set(['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']);
  for (const [path, part] of Object.entries(before)) {
    assert.ok(touched.has(path) || Buffer.from(part).equals(Buffer.from(after[path] as Uint8Array)), path);
  }
  const parts = Object.fromEntries(Object.entries(after).map(([path, part]) => [path, strFromU8(part)]));
  return { parts, body: /<w:body>(.*)<\/w:body>/su.exec(parts['word/document.xml'] as string)?.[1] ?? '' };
}

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

describe('a copy with comments', () => {
  it('has each at the words that it is about', async () => {
    const { parts, body } = await annotated(docx(p(r('本年受理12件。', '<w:b/>'))), '12');
    assert.equal(body, p(r('本年受理', '<w:b/>') + start(0) + r('12', '<w:b/>') + end(0) + r('件。', '<w:b/>')));
    assert.ok(parts['word/comments.xml']?.includes('<w:comment w:id="0" w:author="年报检查" w:date="2026-01-08T09:00:00Z" w:initials="检"><w:p><w:r><w:t xml:space="preserve">批注0</w:t></w:r></w:p>'
      + '<w:p><w:r><w:t xml:space="preserve">第二行 &lt;&amp;&gt;</w:t></w:r></w:p></w:comment>'));
    assert.match(parts['[Content_Types].xml'] as string, /<Override PartName="\/word\/comments\.xml" ContentType="[^"]+comments\+xml"\/><\/Types>$/u);
    assert.match(parts['word/_rels/document.xml.rels'] as string, /<Relationship Id="rId1" Type="[^"]+\/comments" Target="comments\.xml"\/><\/Relationships>$/u);
  });

  it('has them in cells, over runs, and in cells without text', async () => {
    const body = tbl(tr('甲', '乙'), tr(tc(p(r('8') + r('6'))), tc('<w:p/>'))) + p('');
    assert.equal((await annotated(docx(body), '86')).body, body.replace(r('8') + r('6'), start(0) + r('8') + r('6') + end(0)));
    const reading = await readWell(docx(body));
    const blank = reading.text.lastIndexOf('|  |') + 2;
    const copy = reading.annotate?.([{ start: blank, end: blank, text: '空' }, { start: blank, end: blank, text: '又' }], author);
    assert.ok(copy && strFromU8(unzipSync(copy)['word/document.xml'] as Uint8Array).includes(`<w:p>${start(0)}${end(0)}${start(1)}${end(1)}</w:p>`));
  });

  it('keeps the comments that are there', async () => {
    const comments = `<w:comments ${word}><w:comment w:id="4" w:author="某人"><w:p/></w:comment></w:comments>`;
    const body = p(start(4) + r('甲') + end(4) + r('乙'));
    const { parts, body: after } = await annotated(docx(body, { comments }), '乙');
    assert.equal(after, p(start(4) + r('甲') + end(4) + start(5) + r('乙') + end(5)));
    assert.match(parts['word/comments.xml'] as string, /w:id="4".*w:id="5"/su);
    assert.equal(parts['[Content_Types].xml'], docxParts(body, { comments })['[Content_Types].xml']);
  });

  it('keeps white space where it parts a text', async () => {
    const { body } = await annotated(packed(docxParts('<w:p><w:r><w:t>甲 乙</w:t></w:r></w:p>')), '乙');
    assert.equal(body, `<w:p><w:r><w:t xml:space="preserve">甲 </w:t></w:r>${start(0)}<w:r><w:t xml:space="preserve">乙</w:t></w:r>${end(0)}</w:p>`);
  });
});
