import assert from 'node:assert/strict';
import { describePlace } from '../../../../server/src/office/words.ts';
import { useLocale } from '../../../../server/src/l10n.ts';
import { docx, docxParts, packed } from '../../../support/office/package.ts';
import { readBody, readWell, reasonOf } from '../../../support/office/reading.ts';
import { del, field, ins, p, r, t, tbl, tc, tr } from '../../../support/office/wordml.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** What one paragraph of these contents shows. */
async function shown(content: string, properties = '', parts: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await readBody(p(content, properties) + p('尾'), parts)).text.replace(/\n*尾\n$/u, '');
}

describe('a Word document', () => {
  it('is its paragraphs and its tables', async () => {
    const { text } = await readBody(p('标题') + p('') + tbl(tr('甲', '乙'), tr('丙', tc(''))) + p('尾'));
    assert.equal(text, '标题\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 |  |\n\n尾\n');
  });

  it('joins its runs, and leaves out what lies between them', async () => {
    assert.equal(await shown(`${r('86')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="a"/>${r('02')}<w:bookmarkEnd w:id="0"/>`), '8602');
    assert.equal(await shown(`<w:r>${t('甲')}<w:footnoteReference w:id="1"/><w:commentReference w:id="1"/>${t('乙')}</w:r>`), '甲乙');
  });

  it('shows what is inserted, and not what is deleted', async () => {
    assert.equal(await shown(`${r('共')}${del('86')}${ins(r('12'))}${r('件')}`), '共12件');
    assert.equal(await shown(`<w:moveFrom w:id="3">${r('去')}</w:moveFrom><w:moveTo w:id="3">${r('来')}</w:moveTo>`), '来');
  });

  it('joins paragraphs whose mark is deleted', async () => {
    const { text } = await readBody(p(r('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p('后半') + p('尾'));
    assert.equal(text, '前半后半\n\n尾\n');
  });

  it('leaves rows and cells out that are deleted', async () => {
    const { text } = await readBody(tbl(tr('甲', '乙'), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('删')}${tc('去')}</w:tr>`, tr('丙', tc('丁'))));
    assert.equal(text, '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n');
  });

  it('puts no number together with digits that are struck out, or raised as those of a note are', async () => {
    const struck = r('9', '<w:strike/>') + r('9', '<w:dstrike/>') + r('12') + r('3', '<w:strike w:val="0"/>');
    const raised = r('12') + r('[', '<w:vertAlign w:val="superscript"/>') + r('1', '<w:vertAlign w:val="superscript"/>');
    const number = r('7', '<w:vertAlign w:val="superscript"/>') + r('甲') + r('乙', '<w:strike/>');
    const { text } = await readBody(tbl(tr(tc(p(struck)), tc(p(r('12') + r('2', '<w:vertAlign w:val="superscript"/>'))), tc(p(raised)), tc(p(number)))) + p('尾'));
    assert.equal(text, '| ~~99~~123 | 12<sup>2</sup> | 12[1 | 7甲乙 |\n| --- | --- | --- | --- |\n\n尾\n');
  });

  it('puts no number together with digits that stand higher or lower by a distance', async () => {
    const at = (text: string, halfPoints: number): string => r(text, `<w:position w:val="${halfPoints}"/>`);
    const cells = [r('12') + at('2', 8), r('12') + at('3', -6), at('1', 6) + at('2', 6), r('12') + at('3', 2)];
    const { text } = await readBody(tbl(tr(...cells.map((each) => tc(p(each))))) + p('尾'));
    assert.equal(text.split('\n')[0], '| 12<sup>2</sup> | 12<sub>3</sub> | 12 | 123 |');
  });

  it('puts no number together with digits that a style strikes out, raises or lowers', async () => {
    const style = (id: string, properties: string, type = 'character', based = ''): string => `<w:style w:type="${type}" w:styleId="${id}">`
      + `${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}</w:style>`;
    const styles = `<w:styles ${word}>${style('gone', '<w:strike/>')}${style('heir', '', 'character', 'gone')}${style('twice', '<w:dstrike/>')}`
      + `${style('note', '<w:vertAlign w:val="superscript"/>')}${style('low', '<w:vertAlign w:val="subscript"/>')}`
      + `${style('struckText', '<w:strike/>', 'paragraph')}${style('raisedText', '<w:vertAlign w:val="superscript"/>', 'paragraph')}</w:styles>`;
    const cell = async (content: string, paragraph = ''): Promise<string> => {
      const properties = paragraph === '' ? '' : `<w:pStyle w:val="${paragraph}"/>`;
      const { text } = await readBody(tbl(tr('甲', tc(p(content, properties)))) + p('尾'), { styles });
      return /^\| 甲 \| (.*) \|\n/u.exec(text)?.[1] ?? text;
    };
    const of = (text: string, id: string, more = ''): string => r(text, `<w:rStyle w:val="${id}"/>${more}`);
    assert.equal(await cell(of('9', 'gone') + of('8', 'heir') + of('7', 'twice') + r('12')), '~~987~~12');
    assert.equal(await cell(of('9', 'gone', '<w:strike w:val="0"/>') + r('12')), '912');
    assert.equal(await cell(r('12') + of('1', 'note') + r('件')), '12<sup>1</sup>件');
    assert.equal(await cell(r('12') + of('1', 'low')), '12<sub>1</sub>');
    assert.equal(await cell(r('12') + of('1', 'note', '<w:vertAlign w:val="baseline"/>')), '121');
    assert.equal(await cell(r('9') + r('12', '<w:strike w:val="0"/>'), 'struckText'), '~~9~~12');
    // What both styles strike out is not struck out, by the rule for properties that are switched.
    assert.equal(await cell(r('9') + of('12', 'gone'), 'struckText'), '~~9~~12');
    // A number that is raised as a whole is one, in however many runs.
    assert.equal(await cell(r('1') + r('2'), 'raisedText'), '12');
    assert.equal(await shown(r('共') + of('9', 'gone') + r('12件') + of('1', 'note') + r('12') + of('1', 'note'), '', { styles }), '共~~9~~12件112<sup>1</sup>');
  });

  it('takes what the style of a table strikes out or hides for that, and nothing behind the table', async () => {
    const style = (id: string, properties: string, based = ''): string =>
      `<w:style w:type="table" w:styleId="${id}">${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}<w:rPr>${properties}</w:rPr></w:style>`;
    const styles = `<w:styles ${word}>${style('gone', '<w:strike/>')}${style('heir', '', 'gone')}${style('away', '<w:vanish/>')}${style('plain', '<w:b/>')}</w:styles>`;
    const table = async (name: string, content: string): Promise<string> =>
      (await readBody(`<w:tbl><w:tblPr><w:tblStyle w:val="${name}"/></w:tblPr>${tr('甲', tc(content))}</w:tbl>${p('共3件')}`, { styles })).text;
    const struck = '| 甲 | ~~12~~ |\n| --- | --- |\n\n共3件\n';
    assert.equal(await table('gone', p('12')), struck);
    assert.equal(await table('heir', p('12')), struck);
    assert.equal(await table('gone', p(r('9') + r('12', '<w:strike w:val="0"/>'))), struck.replace('~~12~~', '~~9~~12'));
    assert.equal(await table('plain', p('12')), struck.replace('~~12~~', '12'));
    assert.equal(await table('away', p(r('9') + r('12', '<w:vanish w:val="0"/>'))), struck.replace('甲', '').replace('~~12~~', '12'));
  });

  it('takes what the style of a table strikes out or hides in some of its parts for that, where the table has its style dress them', async () => {
    const style = (parts: string, based = ''): string => `<w:styles ${word}><w:style w:type="table" w:styleId="base">${based}</w:style>`
      + `<w:style w:type="table" w:styleId="own"><w:basedOn w:val="base"/>${parts}</w:style></w:styles>`;
    const part = (type: string, properties: string): string => `<w:tblStylePr w:type="${type}"><w:rPr>${properties}</w:rPr></w:tblStylePr>`;
    const table = async (look: string, styles: string): Promise<string> => {
      const rows = tr('11', '12', '13') + tr('21', '22', '23') + tr('31', '32', '33') + tr('41', '42', '43');
      const { text } = await readBody(`<w:tbl><w:tblPr><w:tblStyle w:val="own"/>${look}</w:tblPr>${rows}</w:tbl>`, { styles });
      return text.trimEnd().split('\n').filter((line) => !line.includes('---')).map((line) => line.slice(2, -2).replaceAll(' | ', ' ')).join('; ');
    };
    const none = '11 12 13; 21 22 23; 31 32 33; 41 42 43';
    const neither = '<w:tblLook w:val="0600"/>';
    const strike = '<w:strike/>';
    assert.equal(await table('<w:tblLook w:val="0620"/>', style(part('firstRow', strike))), '~~11~~ ~~12~~ ~~13~~; 21 22 23; 31 32 33; 41 42 43');
    assert.equal(await table('<w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>', style('', part('firstRow', strike))), '~~11~~ ~~12~~ ~~13~~; 21 22 23; 31 32 33; 41 42 43');
    assert.equal(await table(neither, style(part('firstRow', strike))), none);
    assert.equal(await table('', style(part('firstRow', strike))), none);
    assert.equal(await table('<w:tblLook w:val="0640"/>', style(part('lastRow', '<w:vanish/>'))), '11 12 13; 21 22 23; 31 32 33;   ');
    assert.equal(await table('<w:tblLook w:val="0680"/>', style(part('firstCol', strike))), '~~11~~ 12 13; ~~21~~ 22 23; ~~31~~ 32 33; ~~41~~ 42 43');
    assert.equal(await table('<w:tblLook w:val="0700"/>', style(part('lastCol', strike))), '11 12 ~~13~~; 21 22 ~~23~~; 31 32 ~~33~~; 41 42 ~~43~~');
    assert.equal(await table('<w:tblLook w:val="0420"/>', style(part('band2Horz', strike))), '11 12 13; 21 22 23; ~~31~~ ~~32~~ ~~33~~; 41 42 43');
    assert.equal(await table('<w:tblLook w:val="0200"/>', style(part('band1Vert', strike))), '~~11~~ 12 ~~13~~; ~~21~~ 22 ~~23~~; ~~31~~ 32 ~~33~~; ~~41~~ 42 ~~43~~');
    assert.equal(await table('<w:tblLook w:val="0400"/>', style(`<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>${part('band2Horz', strike)}`)), '11 12 13; 21 22 23; ~~31~~ ~~32~~ ~~33~~; ~~41~~ ~~42~~ ~~43~~');
    assert.equal(await table(neither, style(part('wholeTable', strike))), '~~11~~ ~~12~~ ~~13~~; ~~21~~ ~~22~~ ~~23~~; ~~31~~ ~~32~~ ~~33~~; ~~41~~ ~~42~~ ~~43~~');
    // A corner comes before a column, a column before a row; what is nearer may take back what is farther.
    assert.equal(await table('<w:tblLook w:val="06A0"/>', style(part('firstRow', strike) + part('firstCol', '<w:strike w:val="0"/>'))), '11 ~~12~~ ~~13~~; 21 22 23; 31 32 33; 41 42 43');
    assert.equal(await table('<w:tblLook w:val="06A0"/>', style(part('firstRow', strike) + part('nwCell', '<w:strike w:val="0"/>'))), '11 ~~12~~ ~~13~~; 21 22 23; 31 32 33; 41 42 43');
  });

  it('puts no number together with an automatic one that is struck out', async () => {
    const level = (properties: string): string => `<w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>`
      + `<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/>${properties}</w:lvl></w:abstractNum>`
      + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const read = async (properties: string, mark: string, styles = ''): Promise<string> => {
      const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
      return (await readBody(tbl(tr('甲', tc(p(r('23'), `${styles}${numbered}${mark}`)))), { numbering: level(properties),
        styles: `<w:styles ${word}><w:style w:type="paragraph" w:styleId="gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>` })).text.split('|')[2]?.trim() ?? '';
    };
    assert.equal(await read('', ''), '123');
    assert.equal(await read('<w:rPr><w:strike/></w:rPr>', ''), '~~1~~23');
    assert.equal(await read('', '<w:rPr><w:strike/></w:rPr>'), '~~1~~23');
    assert.equal(await read('<w:rPr><w:strike w:val="0"/></w:rPr>', '<w:rPr><w:strike/></w:rPr>'), '123');
    assert.equal(await read('', '', '<w:pStyle w:val="gone"/>'), '~~123~~');
  });

  it('leaves hidden text out, by itself and by its style', async () => {
    assert.equal(await shown(r('甲') + r('9', '<w:vanish/>') + r('乙', '<w:vanish w:val="0"/>')), '甲乙');
    const styles = `<w:styles ${word}><w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>`
      + '<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    assert.equal(await shown(r('甲') + r('9', '<w:rStyle w:val="b"/>') + r('乙', '<w:rStyle w:val="c"/>'), '', { styles }), '甲乙');
  });

  it('shows what fields show, and not their instructions', async () => {
    assert.equal(await shown(`${r('第')}${field(' PAGE ', r('3'))}${r('页')}`), '第3页');
    assert.equal(await shown(`<w:fldSimple w:instr="DATE">${r('2025年')}</w:fldSimple>`), '2025年');
  });

  it('leaves tables of contents out, however they were made', async () => {
    const { text } = await readBody(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>`
      + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('一、总体情况 1')}`) + p(`${r('二、主动公开 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
      + `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}</w:sdtContent></w:sdt>` + p('正文'));
    assert.equal(text, '正文\n');
  });

  it('loses no text to a table of contents whose end is lost', async () => {
    const { text } = await readBody(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>`
      + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('目录')}`) + p('正文'));
    assert.equal(text, '目录\n\n正文\n');
  });

  it('loses no text to a field whose end is lost, and holds nothing behind it for its result', async () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    assert.equal(await shown(`${r('共')}${mark('begin')}${code(' PAGE ')}${r('12件')}`), '共12件');
    assert.equal(await shown(`${r('共')}${mark('begin')}${r('12件')}${field(' DATE ', r('今天'))}`), '共12件今天');
    assert.equal(await shown(`${mark('begin')}${code(' REF a ')}${mark('separate')}${r('12件')}`), '12件');
    const document = await readWell(docx(p(`${mark('begin')}${code(' REF a ')}${mark('separate')}${r('12')}`) + tbl(tr('甲', '5')) + p(field(' DATE ', r('今天')))));
    assert.equal(document.text, '12\n\n| 甲 | 5 |\n| --- | --- |\n\n今天\n');
    const five = document.text.indexOf('5');
    assert.ok('bytes' in document.apply([{ start: five, end: five + 1, newText: '6' }]));
    const today = document.text.indexOf('今天');
    assert.deepEqual(document.apply([{ start: today, end: today + 1, newText: '昨' }]), { refused: [{ start: today, end: today + 1, reason: 'computed' }] });
  });

  it('walks through links, tags, content controls and what newer programs add', async () => {
    assert.equal(await shown(`<w:hyperlink r:id="rId9">${r('链')}</w:hyperlink><w:smartTag>${r('签')}</w:smartTag>`), '链签');
    assert.equal(await shown(`<w:sdt><w:sdtContent>${r('控')}</w:sdtContent></w:sdt>`), '控');
    const alternatives = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    assert.equal(await shown(`<w:r><mc:AlternateContent ${alternatives}><mc:Choice>${t('新')}</mc:Choice><mc:Fallback>${t('旧')}</mc:Fallback></mc:AlternateContent></w:r>`), '新');
    assert.equal(await shown(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入')}</w:sdtContent></w:sdt>${r('文')}`), '文');
  });

  it('keeps text boxes apart', async () => {
    assert.equal(await shown(`${r('甲')}<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict></w:r>`), '甲');
  });

  it('has white space where a program shows it', async () => {
    assert.equal(await shown('<w:r><w:t> 甲 </w:t></w:r>' + r(' 乙')), '甲 乙');
    assert.equal(await shown(`<w:r>${t('甲')}<w:tab/>${t('乙')}<w:br/>${t('丙')}</w:r>`), '甲\t乙\n丙');
    const { text } = await readBody(tbl(tr(tc(p('规') + p('章') + p('')), tc(p(`<w:r><w:br/>${t('1')}<w:br/>${t('2')}</w:r>`)))));
    assert.equal(text, '| 规<br>章 | 1<br>2 |\n| --- | --- |\n');
  });

  it('is Markdown that is read as it stands', async () => {
    assert.equal(await shown(r('甲|乙 &lt;td> 1&lt;2 \\| &amp;')), '甲\\|乙 \\<td> 1<2 \\\\\\| &');
    assert.equal(await shown(r('```')), '\\```');
  });

  it('lays merged cells on the grid', async () => {
    const { text } = await readBody(tbl(
      tr(tc('甲', '<w:gridSpan w:val="2"/>'), '乙'),
      tr(tc('丙', '<w:vMerge w:val="restart"/>'), '丁', '1'),
      tr(tc('不显示', '<w:vMerge/>'), '戊', '2'),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('己')}${tc('3')}</w:tr>`,
      tr(tc('庚'), tc('旧', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>')),
    ));
    assert.equal(text, '| 甲 |  | 乙 |\n| --- | --- | --- |\n| 丙 | 丁 | 1 |\n|  | 戊 | 2 |\n|  | 己 | 3 |\n| 庚 | 旧 |  |\n');
  });

  it('takes lines of the grid that are hardly apart for one', async () => {
    const grid = `<w:tblGrid>${[900, 12, 900].map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
    const { text } = await readBody(`<w:tbl>${grid}${tr(tc('甲'), tc('乙', '<w:gridSpan w:val="2"/>'))}${tr(tc('丙', '<w:gridSpan w:val="2"/>'), '1')}</w:tbl>`);
    assert.equal(text, '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 1 |\n');
  });

  it('opens tables that only lay out', async () => {
    const inner = tbl(tr('甲', '乙'), tr('丙', '1'));
    const { text } = await readBody(tbl(tr(tc(p('题') + inner + p('')), '旁')) + p('间') + tbl(tr('独')));
    assert.equal(text, '题\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 1 |\n\n旁\n\n间\n\n独\n');
  });

  it('says that a picture stands in a cell, and takes it for no blank', async () => {
    const drawing = '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>';
    const { text } = await readBody(tbl(tr('甲', tc(p(drawing)))) + p(drawing + r('文')));
    assert.equal(text, '| 甲 | ［图］ |\n| --- | --- |\n\n文\n');
  });

  it('knows the place of each stretch', async () => {
    useLocale('zh-cn');
    const reading = await readBody(p('标题') + tbl(tr('甲', '乙'), tr('丙', tc(''))) + p('尾'));
    const placeAt = (offset: number): string => {
      const place = reading.place(offset);
      return place === undefined ? '' : describePlace(place);
    };
    const { text } = reading;
    assert.deepEqual(
      [placeAt(text.indexOf('标题')), placeAt(text.indexOf('尾')), placeAt(text.indexOf('丙')), placeAt(text.indexOf('丙 |') + 4), placeAt(text.indexOf('---'))],
      ['第1段', '第2段', '表1 第2行 第1列', '表1 第2行 第2列', ''],
    );
  });

  it('is read in either edition of the standard, with any prefix, and with a mark before it', async () => {
    const parts = docxParts(p('文'));
    const document = parts['word/document.xml'] as string;
    const strict = document.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replace('xmlns:w', 'xmlns:x');
    for (const xml of [strict, `\ufeff${document}`]) {
      assert.equal((await readWell(packed({ ...parts, 'word/document.xml': xml }))).text, '文\n');
    }
  });

  it('is too large with more paragraphs than four hundred reports have, however small its file is', async () => {
    for (const one of ['<w:p/>', '<w:p><w:r><w:t>字</w:t></w:r></w:p>', '<w:p w:rsidR="00A1"/>']) {
      assert.equal(await reasonOf(docx(one.repeat(300_001))), 'too-large');
    }
    assert.equal((await readBody(p('甲').repeat(1000))).text.split('甲').length, 1001);
  });

  it('whose text stands in other files says so', async () => {
    assert.equal(await reasonOf(docx('<w:altChunk r:id="rId1"/>')), 'embedded');
  });
});
