import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate/browser';
import type { NoteAuthor, OfficeEdit, OfficeText } from '../../../../server/src/office/office-text.ts';
import { docx } from '../../../support/office/package.ts';
import { readBody, readWell } from '../../../support/office/reading.ts';
import { p, r, tbl, tc, tr } from '../../../support/office/wordml.ts';

const author: NoteAuthor = { name: '审核 & "校对"', initials: '审', date: '2026-11-27T08:00:00Z' };

function edit({ text }: OfficeText, old: string, newText: string): OfficeEdit {
  const start = text.indexOf(old);
  assert.ok(start >= 0, `${old} is not in ${text}`);
  return { start, end: start + old.length, newText };
}

/** The body after tracked changes, with short marks. */
async function tracked(body: string, change: (reading: OfficeText) => readonly OfficeEdit[]): Promise<{ xml: string; text: string }> {
  const reading = await readBody(body);
  const applied = reading.apply(change(reading), author);
  assert.ok('bytes' in applied, JSON.stringify(applied));
  const xml = strFromU8(unzipSync(applied.bytes)['word/document.xml']!);
  return { xml: /<w:body>(.*)<\/w:body>/su.exec(xml)?.[1] ?? '', text: (await readWell(applied.bytes)).text };
}

function by(id: number): string {
  return `w:id="${id}" w:author="审核 &amp; &quot;校对&quot;" w:date="2026-11-27T08:00:00Z"`;
}

/** What is there once all changes are accepted, or rejected. */
function decided(xml: string, isAccepted: boolean): string {
  const [gone, stays] = isAccepted ? ['del', 'ins'] : ['ins', 'del'];
  return xml.replace(new RegExp(`<w:${gone} .*?</w:${gone}>`, 'gsu'), '').replace(new RegExp(`</?w:${stays}(?: [^>]*)?>`, 'gu'), '').replaceAll('w:delText', 'w:t');
}

describe('an edit of a Word document whose changes are tracked', () => {
  it('keeps what goes and puts what comes beside it, with the properties of the run', async () => {
    const { xml } = await tracked(p('<w:bookmarkStart w:id="7" w:name="a"/><w:bookmarkEnd w:id="7"/>' + r('共12件', '<w:b/>')), (reading) => [edit(reading, '12', '35')]);
    const run = (content: string): string => `<w:r><w:rPr><w:b/></w:rPr>${content}</w:r>`;
    assert.equal(xml, p('<w:bookmarkStart w:id="7" w:name="a"/><w:bookmarkEnd w:id="7"/>'
      + `${run('<w:t>共</w:t>')}<w:del ${by(8)}>${run('<w:delText xml:space="preserve">12</w:delText>')}</w:del><w:ins ${by(9)}>${run('<w:t>35</w:t>')}</w:ins>${run('<w:t>件</w:t>')}`));
  });

  it('shows the new text where they are accepted and the old one where they are rejected', async () => {
    const bodies: [body: string, old: string, now: string][] = [
      [tbl(tr('甲', '乙'), tr('12', '3')) + p(''), '12', '13'],
      [tbl(tr('甲', '乙'), tr(tc(p(r('8') + r('60', '<w:b/>') + r('2'))), '3')) + p(''), '8602', '9617'],
      [p('<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:tab/><w:t xml:space="preserve">一 &lt;二&gt; </w:t><w:br/><w:t>三</w:t></w:r>'), '二', '2 &'],
      [p(r('一二三四')), '二三', ''],
    ];
    for (const [body, old, now] of bodies) {
      const reading = await readBody(body);
      const change = edit(reading, old, now);
      const { xml, text } = await tracked(body, () => [change]);
      const accepted = await readBody(decided(xml, true));
      assert.equal(text, accepted.text);
      assert.equal(accepted.text, reading.text.replace(old, now));
      assert.equal((await readBody(decided(xml, false))).text, reading.text);
    }
  });

  it('has whole numbers go and come', async () => {
    const { xml, text } = await tracked(p(r('共10752件')), (reading) => [edit(reading, '10752', '10762')]);
    assert.equal(text, '共10762件\n');
    assert.match(xml, /<w:delText xml:space="preserve">10752<\/w:delText>.*<w:t>10762<\/w:t>/u);
    const twice = await tracked(p(r('110752件')), (reading) => [edit(reading, '075', '375'), { start: 0, end: 1, newText: '2' }]);
    assert.equal(twice.text, '213752件\n');
    assert.equal((await readBody(decided(twice.xml, false))).text, '110752件\n');
  });

  it('fills an empty cell, and makes several changes of a run', async () => {
    const empty = await tracked(tbl(tr('甲', '乙'), tr(tc('<w:p/>'), tc(p(r('3', '<w:sz w:val="21"/>'))))) + p(''), ({ text }) => {
      const at = text.lastIndexOf('|  |') + 2;
      return [{ start: at, end: at, newText: '0' }];
    });
    assert.ok(empty.xml.includes(`<w:p><w:ins ${by(1)}><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>0</w:t></w:r></w:ins></w:p>`), empty.xml);
    const { xml, text } = await tracked(p(r('一2三4五')), (reading) => [edit(reading, '4', '肆'), edit(reading, '2', '贰')]);
    assert.equal(text, '一贰三肆五\n');
    assert.equal(xml.match(/<w:(?:ins|del) /gu)?.length, 4);
  });

  it('is refused where a paragraph comes or goes, and where the text stands in no run of its own', async () => {
    const reasons = async (body: string, change: (reading: OfficeText) => readonly OfficeEdit[]): Promise<string[]> => {
      const reading = await readWell(docx(body));
      const applied = reading.apply(change(reading), author);
      return 'refused' in applied ? applied.refused.map(({ reason }) => reason) : [];
    };
    assert.deepEqual(await reasons(p(r('一')) + p(r('二')), (reading) => [edit(reading, '一', '一\n\n三')]), ['not-tracked']);
    assert.deepEqual(await reasons(p(r('一')) + p(r('二')), (reading) => [edit(reading, '\n\n二', '')]), ['not-tracked']);
    const within = '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:t>一</w:t></mc:Choice></mc:AlternateContent></w:r>';
    assert.deepEqual(await reasons(p(within), (reading) => [edit(reading, '一', '二')]), ['not-tracked']);
  });
});
