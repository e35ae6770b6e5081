import assert from 'node:assert/strict';
import { isUnread, type OfficeText } from '../../../../server/src/office/office-text.ts';
import { readOffice } from '../../../../server/src/office/read-office.ts';
import { describePlace } from '../../../../server/src/office/words.ts';
import { useLocale } from '../../../../server/src/l10n.ts';
import { sheetOf, workbook, type BookXml } from '../../../support/office/workbook.ts';

async function read(bytes: Uint8Array): Promise<OfficeText> {
  const reading = await readOffice(bytes);
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  return reading;
}

async function textOf(rows: string, book: Partial<BookXml> = {}): Promise<string> {
  return (await read(sheetOf(rows, book))).text;
}

const string = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (at: string, value: number, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
/** Style 1 has lines around it. */
const styles = '<borders><border/><border><left style="thin"/></border></borders><cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/></cellXfs>';
const styled = { styles };

describe('a workbook', () => {
  it('is lines and tables: a cell with words alone in its row is a line', async () => {
    assert.equal(await textOf(`<row r="1">${string('A1', '标题')}</row><row r="2">${string('A2', '甲')}${number('B2', 3)}</row><row r="3">${string('A3', '乙')}${number('B3', 0)}</row>`),
      '标题\n\n| 甲 | 3 |\n| --- | --- |\n| 乙 | 0 |\n');
  });

  it('lays merged cells on the columns at which cells begin', async () => {
    const rows = `<row r="1">${string('A1', '角')}<c r="B1"/>${string('C1', '数')}<c r="D1"/></row><row r="2">${string('A2', '甲')}${string('B2', '一')}${number('C2', 1)}</row>`
      + `<row r="3"><c r="A3"/>${string('B3', '二')}${number('C3', 2)}</row>`;
    const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/><mergeCell ref="C2:D2"/><mergeCell ref="C3:D3"/><mergeCell ref="A2:A3"/></mergeCells>';
    assert.equal(await textOf(`<sheetData>${rows}</sheetData>${merges}`), '| 角 |  | 数 |\n| --- | --- | --- |\n| 甲 | 一 | 1 |\n|  | 二 | 2 |\n');
  });

  it('keeps a row whose ruled cells are empty, and makes a line of one that is merged over all columns', async () => {
    const empty = (at: string): string => `<c r="${at}" s="1"/>`;
    const rows = `<row r="1">${string('A1', '合并的小标题')}${empty('B1')}</row><row r="2">${string('A2', '甲')}${number('B2', 3)}</row><row r="3">${string('A3', '乙')}${empty('B3')}</row>`;
    assert.equal(await textOf(`<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, styled),
      '合并的小标题\n\n| 甲 | 3 |\n| --- | --- |\n| 乙 |  |\n');
  });

  it('keeps a number that stands alone in its row out of the lines', async () => {
    assert.equal(await textOf(`<row r="1">${string('A1', '甲')}${string('B1', '乙')}</row><row r="2">${number('B2', 5)}</row>`), '| 甲 | 乙 |\n| --- | --- |\n|  | 5 |\n');
  });

  it('ends a table at a row that is empty', async () => {
    const row = (at: number): string => `<row r="${at}">${string(`A${at}`, '甲')}${number(`B${at}`, at)}</row>`;
    assert.equal(await textOf(row(1) + row(2) + row(4)), '| 甲 | 1 |\n| --- | --- |\n| 甲 | 2 |\n\n| 甲 | 4 |\n| --- | --- |\n');
  });

  it('reads every kind of value', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1"><f>1+2</f><v>3</v></c>'
      + '<c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#REF!</v></c><c r="G1"><v>4.0000000000000002E-2</v></c><c r="H1" t="s"><v>99</v></c></row>';
    const strings = ['<t>纯</t>', '<r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r><rPh sb="0" eb="1"><t>读音</t></rPh>'];
    assert.equal(await textOf(rows, { strings }), '| 纯 | 粗 细 | ab | 3 | TRUE | #REF! | 0.04 |\n| --- | --- | --- | --- | --- | --- | --- |\n');
  });

  it('puts no number together with digits that are struck out or raised', async () => {
    const strings = ['<r><rPr><strike/></rPr><t>99</t></r><r><t>12</t></r>', '<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>', '<r><rPr><strike val="0"/></rPr><t>1</t></r><r><t>2</t></r>'];
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
    assert.equal(await textOf(rows, { strings }), '| \\~~99~~12 | 12^2 | 12 |\n| --- | --- | --- |\n');
  });

  it('puts no number together with digits that a cell strikes out, and takes none of them for a number', async () => {
    const fonts = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
      + '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>';
    const strings = ['<t>99</t>', '<r><t>99</t></r><r><rPr><b/></rPr><t>12</t></r>', '<t>甲</t>', '<r><t>12</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>'];
    const cell = (at: string, style: number, value: string): string => `<c r="${at}" s="${style}" t="s"><v>${value}</v></c>`;
    const rows = `<row r="1">${number('A1', 58, 1)}${number('B1', 58, 2)}${cell('C1', 1, '0')}${cell('D1', 0, '0')}${cell('E1', 1, '1')}${cell('F1', 1, '2')}`
      + '<c r="G1" s="1" t="inlineStr"><is><t>7</t></is></c><c r="H1" s="1" t="str"><v>8</v></c><c r="I1" t="s"><v>3</v></c></row>';
    const reading = await read(sheetOf(rows, { strings, styles: fonts }));
    assert.equal(reading.text.split('\n')[0], '| \\~~58~~ | 58 | \\~~99~~ | 99 | \\~~99~~12 | 甲 | \\~~7~~ | \\~~8~~ | 12^2 |');
    const edit = { start: 2, end: 9, newText: '58' };
    assert.deepEqual(reading.apply([edit]), { refused: [{ start: 2, end: 9, reason: 'not-shown' }] });
  });

  it('writes line ends, bars and coded characters so that the cell stays one', async () => {
    assert.equal(await textOf(`<row r="1">${string('A1', '甲&#10; 乙|丙_x000D_丁')}${number('B1', 1)}</row>`), '| 甲<br>乙\\|丙<br>丁 | 1 |\n| --- | --- |\n');
  });

  it('finds places where rows and cells name none', async () => {
    assert.equal(await textOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="C2"><v>4</v></c></row>'), '| 1 | 2 |  |\n| --- | --- | --- |\n| 3 |  | 4 |\n');
  });

  it('leaves out what is hidden, and says so', async () => {
    const rows = `<row r="1">${string('A1', '甲')}${number('B1', 9)}${number('C1', 1)}</row><row r="2" hidden="1">${string('A2', '乙')}${number('C2', 8)}</row>`;
    const reading = await read(workbook({ sheets: [
      { xml: `<cols><col min="2" max="2" hidden="1" width="9"/></cols><sheetData>${rows}</sheetData>` }, { xml: `<row r="1">${number('A1', 7)}</row>`, state: 'veryHidden' },
    ] }));
    assert.equal(reading.text, '| 甲 | 1 |\n| --- | --- |\n');
    assert.deepEqual(reading.leftOut, ['hidden-sheets', 'hidden-cells']);
    assert.deepEqual((await read(sheetOf(`<row r="1">${number('A1', 1)}</row>`))).leftOut, []);
  });

  it('shows no zeros where the sheet shows none', async () => {
    const view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    assert.equal(await textOf(`${view}<sheetData><row r="1">${string('A1', '甲')}${number('B1', 0, 1)}${number('C1', 2)}</row></sheetData>`, styled), '| 甲 |  | 2 |\n| --- | --- | --- |\n');
  });

  it('is its sheets in the order of their tabs, with places that name them', async () => {
    useLocale('zh-cn');
    const reading = await read(workbook({ sheets: [{ name: '二', xml: `<row r="1">${string('A1', '甲')}${number('B1', 1)}</row>` }, { name: '三', xml: `<row r="7">${string('AB7', '乙')}</row>` }] }));
    assert.equal(reading.text, '| 甲 | 1 |\n| --- | --- |\n\n乙\n');
    const place = reading.place(reading.text.indexOf('乙'));
    assert.equal(place && describePlace(place), '工作表“三” AB7');
  });

  it('is unread where nothing is shown', async () => {
    assert.deepEqual(await readOffice(sheetOf('<row r="1"/>')), { unread: 'empty' });
  });

  it('is refused where its parts are broken or beyond any report', async () => {
    const merges = Array.from({ length: 6000 }, (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`).join('');
    const wide = Array.from({ length: 16_000 }, (_, at) => at).map(() => '<c><v>1</v></c>').join('');
    assert.deepEqual(await readOffice(sheetOf(`<row r="2">${number('A2', 1)}</row><row r="1">${number('A1', 1)}</row>`)), { unread: 'broken' });
    assert.deepEqual(await readOffice(sheetOf(`<row r="1">${number('B1', 1)}${number('A1', 1)}</row>`)), { unread: 'broken' });
    assert.deepEqual(await readOffice(sheetOf('<row r="1"><c r="A1"><v>1</c></row>')), { unread: 'broken' });
    assert.deepEqual(await readOffice(sheetOf(`<sheetData><row r="1">${number('A1', 1)}</row></sheetData><mergeCells>${merges}</mergeCells>`)), { unread: 'too-large' });
    assert.deepEqual(await readOffice(sheetOf(`<row r="1">${wide}</row>${'<row><c><v>1</v></c><c><v>1</v></c></row>'.repeat(40)}`)), { unread: 'too-large' });
  });
});
