import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate/browser';
import type { OfficeEdit, OfficeText } from '../../../../server/src/office/office-text.ts';
import { numberingXml } from '../../../support/office/numbering-xml.ts';
import { docx, docxParts, packed } from '../../../support/office/package.ts';
import { readBody, readWell } from '../../../support/office/reading.ts';
import { del, field, ins, p, r, t, tbl, tc, tr } from '../../../support/office/wordml.ts';

/** An edit that puts one text in the place of another, where it first stands. */
function edit({ text }: OfficeText, old: string, newText: string, at = text.indexOf(old)): OfficeEdit {
  assert.ok(at >= 0, `${old} is not in ${text}`);
  return { start: at, end: at + old.length, newText };
}

/** The body's XML after an edit, and the text of the new file. */
async function written(body: string, change: (reading: OfficeText) => readonly OfficeEdit[], parts: Readonly<Record<string, string>> = {}): Promise<{ xml: string; text: string }> {
  const bytes = docx(body, parts);
  const reading = await readWell(bytes);
  const applied = reading.apply(change(reading));
  assert.ok('bytes' in applied, JSON.stringify(applied));
  const [before, after] = [unzipSync(bytes), unzipSync(applied.bytes)];
  assert.deepEqual(Object.keys(after), Object.keys(before));
  for (const [path, part] of Object.entries(before)) {
    assert.ok(path === 'word/document.xml' || Buffer.from(part).equals(Buffer.from(after[path] as Uint8Array)), path);
  }
  const xml = strFromU8(after['word/document.xml'] as Uint8Array);
  return { xml: /<w:body>(.*)<\/w:body>/su.exec(xml)?.[1] ?? '', text: (await readWell(applied.bytes)).text };
}

/** Why an edit is refused. */
async function refusal(body: string, change: (reading: OfficeText) => readonly OfficeEdit[], parts: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const reading = await readBody(body, parts);
  const applied = reading.apply(change(reading));
  return 'refused' in applied ? applied.refused.map(({ reason }) => reason) : [];
}

const figures = (...cells: string[]): string => tbl(tr('甲', '乙'), tr(...cells)) + p('');

describe('an edit of the text of a Word document', () => {
  it('changes the characters of its run and nothing else', async () => {
    const body = figures(tc(p(r('12', '<w:b/>'), '<w:jc w:val="center"/>')), '3') + p('尾 &amp; 末');
    const { xml } = await written(body, (reading) => [edit(reading, '12', '13')]);
    assert.equal(xml, body.replace('12', '13'));
    const { xml: second } = await written(body, (reading) => [edit(reading, '末', '终')]);
    assert.equal(second, body.replace('末', '终'));
  });

  it('puts a number that is split over runs into the first of those that change', async () => {
    const { xml } = await written(figures(tc(p(r('8', '<w:b/>') + '<w:proofErr w:type="spellStart"/>' + r('60') + r('2'))), ''), (reading) => [edit(reading, '8602', '8620')]);
    assert.ok(xml.includes(`${r('8', '<w:b/>')}<w:proofErr w:type="spellStart"/>${r('620')}${r('')}`), xml);
  });

  it('fills an empty cell with a run like its neighbour’s', async () => {
    const body = figures(tc('<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>'), tc(p(r('3', '<w:sz w:val="21"/>'))));
    const { xml, text } = await written(body, (reading) => [edit(reading, '  |', ' 0 |', reading.text.lastIndexOf('|  |') + 1)]);
    assert.ok(xml.includes('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>0</w:t></w:r></w:p>'), xml);
    assert.match(text, /\| 0 \| 3 \|/u);
  });

  it('fills empty tags, empty runs and blanks', async () => {
    const blanks = (reading: OfficeText): OfficeEdit[] => [{ start: reading.text.lastIndexOf('| 9 |') - 1, end: reading.text.lastIndexOf('| 9 |') - 1, newText: '0' }];
    for (const cell of ['<w:p/>', '<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>', '<w:p><w:r><w:t/></w:r></w:p>', p(r(' '))]) {
      const { text } = await written(figures(tc(cell), '9'), blanks);
      assert.match(text, /\|\s+0\s+\| 9 \|/u, cell);
    }
  });

  it('takes a number away', async () => {
    const { text } = await written(figures('12', '3'), (reading) => [edit(reading, '12', '')]);
    assert.match(text, /^\| +\| 3 \|$/mu);
  });

  it('makes several changes of one paragraph', async () => {
    const { xml } = await written(p(r('本年受理12件，') + r('办结10件，结转2件。', '<w:b/>')), (reading) => [edit(reading, '12', '13'), edit(reading, '10', '11'), edit(reading, '结转', '转结')]);
    assert.equal(xml, p(r('本年受理13件，') + r('办结11件，转结2件。', '<w:b/>')));
  });

  it('writes what XML and Markdown write otherwise', async () => {
    const { xml, text } = await written(figures('1', 'a|b') + p('甲&lt;乙'), (reading) => [edit(reading, 'a\\|b', 'a\\|c & \\<d>'), edit(reading, '<乙', '<&乙')]);
    assert.ok(xml.includes('a|c &amp; &lt;d&gt;') && xml.includes('甲&lt;&amp;乙'), xml);
    assert.ok(text.includes('| a\\|c & \\<d> |'), text);
  });

  it('says that white space counts where it comes to stand at an end', async () => {
    const { xml } = await written(p('<w:r><w:t>甲乙</w:t></w:r>' + r('丙')), (reading) => [edit(reading, '乙', ' ')]);
    assert.equal(xml, p('<w:r><w:t xml:space="preserve">甲 </w:t></w:r>' + r('丙')));
  });

  it('over several cells of a row changes each', async () => {
    const { text } = await written(figures('12', '3'), (reading) => [edit(reading, '12 | 3', '3 | 12')]);
    assert.match(text, /\| 3 \| 12 \|/u);
  });

  it('adds paragraphs like their neighbour, and headings like other headings', async () => {
    const body = p(r('一、甲', '<w:b/>'), '<w:jc w:val="center"/>') + p(r('正文。', '<w:i/>')) + p('尾');
    const { xml, text } = await written(body, (reading) => [{ start: reading.text.indexOf('尾'), end: reading.text.indexOf('尾'), newText: '二、乙\n\n又一段。\n\n' }]);
    assert.equal(text, '一、甲\n\n正文。\n\n二、乙\n\n又一段。\n\n尾\n');
    assert.ok(xml.includes('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>二、乙</w:t></w:r></w:p>'), xml);
  });

  it('adds a paragraph behind the last one, and before one that follows a table', async () => {
    const { text } = await written(p('甲') + figures('1', '2') + p('尾'), (reading) => [
      { start: reading.text.length, end: reading.text.length, newText: '末\n' }, { start: reading.text.indexOf('\n尾'), end: reading.text.indexOf('\n尾'), newText: '\n表后' },
    ]);
    assert.match(text, /\n\n表后\n\n尾\n\n末\n$/u);
  });

  it('takes paragraphs away, and leaves their bookmarks', async () => {
    const { xml } = await written(p('甲') + p(`<w:bookmarkStart w:id="0" w:name="a"/>${r('乙')}<w:bookmarkEnd w:id="0"/>`) + p('丙'), (reading) => [edit(reading, '乙\n\n', '')]);
    assert.equal(xml, `${p('甲')}<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>${p('丙')}`);
  });

  it('keeps automatic numbers out of what it writes', async () => {
    const at = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { xml } = await written(p('甲', at) + p('乙', at), (reading) => [edit(reading, '甲', '丁')], { numbering: numberingXml });
    assert.equal(xml, p('丁', at) + p('乙', at));
    assert.deepEqual(await refusal(p('甲', at) + p('乙', at), (reading) => [edit(reading, '二、', '三、')], { numbering: numberingXml }), ['computed']);
  });
});

describe('an edit that cannot be carried back is refused', () => {
  it('where a change is tracked', async () => {
    assert.deepEqual(await refusal(figures(tc(p(r('1') + del('86') + ins(r('2')))), '3'), (reading) => [edit(reading, '12', '13')]), ['tracked-change']);
    const row = `<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>${tc('5')}${tc('6')}</w:tr>`;
    assert.deepEqual(await refusal(tbl(tr('甲', '乙'), row), (reading) => [edit(reading, '5', '7')]), ['tracked-change']);
  });

  it('where a program computes what is shown', async () => {
    assert.deepEqual(await refusal(figures(tc(p(field('=SUM(ABOVE)', r('12')))), '3'), (reading) => [edit(reading, '12', '13')]), ['computed']);
  });

  it('where a content control is locked, bound or waits for its text', async () => {
    const control = (properties: string): string => figures(tc(p(`<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${r('12')}</w:sdtContent></w:sdt>`)), '3');
    assert.deepEqual(await refusal(control('<w:lock w:val="sdtContentLocked"/>'), (reading) => [edit(reading, '12', '13')]), ['locked']);
    assert.deepEqual(await refusal(control('<w:dataBinding w:xpath="/a"/>'), (reading) => [edit(reading, '12', '13')]), ['locked']);
    assert.deepEqual(await refusal(control('<w:showingPlcHdr/>'), (reading) => [edit(reading, '  | 3', ' 0 | 3')]), ['locked']);
  });

  it('where something else than text stands', async () => {
    const drawing = '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>';
    assert.deepEqual(await refusal(figures(tc(p(drawing)), '3'), (reading) => [edit(reading, '［图］', '13')]), ['not-text']);
  });

  it('where it would make another table of a table', async () => {
    assert.deepEqual(await refusal(figures('12', '3'), (reading) => [edit(reading, '12', '1 | 2')]), ['structure']);
    assert.deepEqual(await refusal(figures('12', '3'), (reading) => [edit(reading, '| 12 | 3 |\n', '')]), ['structure']);
    assert.deepEqual(await refusal(figures('12', '3'), (reading) => [edit(reading, '| 12', '| 1 | 2 |\n| 12')]), ['structure']);
    assert.deepEqual(await refusal(figures('12', '3') + p('尾'), (reading) => [edit(reading, '尾', '| 1 | 2 |\n| --- | --- |\n')]), ['structure']);
  });

  it('with all others, each with its reason, and nothing is written', async () => {
    const reading = await readBody(figures(tc(p(ins(r('12')))), '3') + p('尾'));
    const [wrong, right] = [edit(reading, '12', '13'), edit(reading, '尾', '末')];
    assert.deepEqual(reading.apply([right, wrong]), { refused: [{ start: wrong.start, end: wrong.end, reason: 'tracked-change' }] });
  });

  it('where the document is protected or signed', async () => {
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const settings = `<w:settings ${word}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>`;
    assert.equal((await readBody(p('甲'), { settings })).readOnly, 'protected');
    assert.deepEqual(await refusal(p('甲'), (reading) => [edit(reading, '甲', '乙')], { settings }), ['protected']);
    assert.equal((await readBody(p('甲'), { settings: settings.replace('"1"', '"0"') })).readOnly, undefined);
    assert.equal((await readWell(packed({ ...docxParts(p('甲')), '_xmlsignatures/sig1.xml': '<a/>' }))).readOnly, 'signed');
  });

  it('where the file would not show it', async () => {
    assert.deepEqual(await refusal(p(`<w:r>${t('甲')}</w:r>`), (reading) => [edit(reading, '甲', '甲\u0001')]), ['not-shown']);
  });
});
