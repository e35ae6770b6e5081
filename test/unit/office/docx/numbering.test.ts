import assert from 'node:assert/strict';
import { formatNumber } from '../../../../server/src/office/docx/number-formats.ts';
import { level, numbering } from '../../../support/office/numbering-xml.ts';
import { readBody } from '../../../support/office/reading.ts';
import { p, tbl, tc, tr } from '../../../support/office/wordml.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const at = (list: number, depth = 0): string => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

async function lines(body: string, parts: Readonly<Record<string, string>>): Promise<string[]> {
  return (await readBody(body, parts)).text.split('\n').filter((line) => line !== '');
}

describe('automatic numbers', () => {
  const headings = numbering({ 1: level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.') });

  it('are written before the text, each level by itself, anew below each heading', async () => {
    assert.deepEqual(await lines(
      p('总体情况', at(1)) + p('基本', at(1, 1)) + p('机构', at(1, 2)) + p('人员', at(1, 2)) + p('其他', at(1, 1)) + p('主动公开', at(1)) + p('规章', at(1, 1)), { numbering: headings },
    ), ['一、总体情况', '（一）基本', '1. 机构', '2. 人员', '（二）其他', '二、主动公开', '（一）规章']);
  });

  it('go on behind other text, and come from styles', async () => {
    const styles = `<w:styles ${word}><w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
      + '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style></w:styles>';
    assert.deepEqual(await lines(
      p('甲', '<w:pStyle w:val="1"/>') + p('文') + p('乙', '<w:pStyle w:val="2"/>') + p('丙', `<w:pStyle w:val="1"/>${at(0)}`) + p('丁', '<w:pStyle w:val="1"/>'),
      { numbering: headings, styles },
    ), ['一、甲', '文', '二、乙', '丙', '三、丁']);
  });

  it('come from the level that names the style', async () => {
    const styled = numbering({ 1: level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2．', '<w:pStyle w:val="h2"/>') });
    const styles = `<w:styles ${word}><w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    assert.deepEqual(await lines(p('甲', '<w:pStyle w:val="h2"/>') + p('乙', '<w:pStyle w:val="h2"/>'), { numbering: styled, styles }), ['1．甲', '2．乙']);
  });

  it('begin where the list says, and anew where an instance of it says', async () => {
    const lists = `<w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>`
      + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
      + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>';
    assert.deepEqual(await lines(p('甲', at(1)) + p('乙', at(1)) + p('丙', at(2)) + p('丁', at(2)), { numbering: lists }), ['3、甲', '4、乙', '1、丙', '2、丁']);
  });

  it('show all levels where the list says so, and are no bullets', async () => {
    const lists = numbering({ 1: level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), 2: level(0, 'bullet', '\uf06c') });
    assert.deepEqual(await lines(p('甲', at(1)) + p('乙', at(1, 1)) + p('丙', at(2)), { numbering: lists }), ['第一章 甲', '1.1 乙', '丙']);
  });

  it('are not counted for paragraphs that are deleted', async () => {
    const gone = `<w:p><w:pPr>${at(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>去</w:delText></w:r></w:del></w:p>`;
    assert.deepEqual(await lines(p('甲', at(1)) + gone + p('乙', at(1)), { numbering: headings }), ['一、甲', '二、乙']);
  });

  it('stand in cells that hold nothing else', async () => {
    const lists = numbering({ 1: level(0, 'decimal', '%1') });
    assert.deepEqual(await lines(tbl(tr('序', '名'), tr(tc(p('', at(1))), '甲')), { numbering: lists }), ['| 序 | 名 |', '| --- | --- |', '| 1  | 甲 |']);
  });

  it('are written in each way that reports use', () => {
    const written = (format: string, ...values: number[]): string => values.map((value) => formatNumber(value, format)).join(' ');
    assert.equal(written('chineseCounting', 1, 10, 11, 20, 21, 99), '一 十 十一 二十 二十一 九十九');
    assert.equal(written('chineseCountingThousand', 100, 101, 110, 111, 1010), '一百 一百零一 一百一十 一百一十一 一千零一十');
    assert.equal(written('ideographDigital', 1, 10, 21), '一 一〇 二一');
    assert.equal(written('chineseLegalSimplified', 1, 12, 20), '壹 壹拾贰 贰拾');
    assert.equal(written('ideographTraditional', 1, 10), '甲 癸');
    assert.equal(written('decimalEnclosedCircle', 1, 20, 21), '① ⑳ ㉑');
    assert.equal(written('decimalFullWidth', 12), '１２');
    assert.equal(written('upperRoman', 1, 4, 9, 14, 40), 'I IV IX XIV XL');
    assert.equal(written('lowerLetter', 1, 26, 27, 53), 'a z aa aaa');
    assert.equal(written('decimalZero', 7, 12), '07 12');
    assert.equal(written('a format of the future', 7), '7');
  });
});
