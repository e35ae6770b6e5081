import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { isUnread, type Applied, type OfficeText } from '../../../../server/src/office/office-text.ts';
import { readOffice } from '../../../../server/src/office/read-office.ts';
import { workbook, type BookXml } from '../../../support/office/workbook.ts';

const decoder = new TextDecoder();
const styles = '<numFmts><numFmt numFmtId="164" formatCode="0;-0;;@"/></numFmts><borders><border/><border><left style="thin"/></border></borders>'
  + '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="14"/><xf numFmtId="164"/><xf><protection locked="0"/></xf></cellXfs>';
const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>3</v></c><c r="C1"><f>B1*2</f><v>6</v></c><c r="D1" s="1"/><c r="F1" s="2"><v>44204</v></c></row>'
  + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="3"><v>8</v></c></row>';

async function read(bytes: Uint8Array): Promise<OfficeText> {
  const reading = await readOffice(bytes);
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  return reading;
}

function book(sheet: string, more: Partial<BookXml> = {}): Uint8Array {
  return workbook({ sheets: [{ xml: sheet }], strings: ['<t>甲</t>'], styles, ...more });
}

/** The text with one stretch replaced, and what came of it. */
async function replaced(bytes: Uint8Array, old: string, fresh: string): Promise<Applied> {
  const { text, apply } = await read(bytes);
  const start = text.indexOf(old);
  assert.ok(start >= 0, text);
  return apply([{ start, end: start + old.length, newText: fresh }]);
}

/** How the sheet's source changed: the part that differs. */
async function change(old: string, fresh: string): Promise<string> {
  const bytes = book(rows);
  const applied = await replaced(bytes, old, fresh);
  assert.ok('bytes' in applied, JSON.stringify(applied));
  const [before, after] = [unzipSync(bytes), unzipSync(applied.bytes)];
  assert.deepEqual(Object.keys(after), Object.keys(before));
  const changed = Object.keys(after).filter((name) => decoder.decode(after[name]) !== decoder.decode(before[name]));
  assert.deepEqual(changed, ['xl/worksheets/sheet1.xml']);
  const [one, other] = [before, after].map((parts) => decoder.decode(parts['xl/worksheets/sheet1.xml']).split(/(?=<c )/u)) as [string[], string[]];
  return other.filter((cell, at) => cell !== one[at]).join('');
}

async function reason(bytes: Uint8Array, old: string, fresh: string): Promise<string | undefined> {
  const applied = await replaced(bytes, old, fresh);
  return 'refused' in applied ? applied.refused[0]?.reason : undefined;
}

describe('a change carried back into a workbook', () => {
  it('is the value alone where a number stays one', async () => {
    assert.equal(await change('| 3 |', '| 12 |'), '<c r="B1" s="1"><v>12</v></c>');
    assert.equal(await change('| 3 |', '| 1,286.5 |'), '<c r="B1" s="1"><v>1286.5</v></c>');
  });

  it('makes a shared string the cell\'s own', async () => {
    assert.equal(await change('| 甲 | 3', '| 乙<br>_x000D_ & | 3'), '<c r="A1" t="inlineStr"><is><t xml:space="preserve">乙\n_x005F_x000D_ &amp;</t></is></c>');
  });

  it('writes a number where a number was, or nothing, and else words', async () => {
    assert.equal(await change('6 |  |', '6 | 7 |'), '<c r="D1" s="1"><v>7</v></c>');
    assert.equal(await change('| 3 |', '| 3件 |'), '<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">3件</t></is></c>');
    assert.equal(await change('| 3 |', '|  |'), '<c r="B1" s="1"></c>');
  });

  it('is the value alone where the format puts a word for what is counted behind it', async () => {
    const counts = styles.replace('formatCode="0;-0;;@"', 'formatCode="0&quot;件&quot;"');
    const applied = await replaced(book(rows, { styles: counts }), '| 8 |', '| 9 |');
    assert.ok('bytes' in applied, JSON.stringify(applied));
    assert.match(decoder.decode(unzipSync(applied.bytes)['xl/worksheets/sheet1.xml']), /<c r="B2" s="3"><v>9<\/v><\/c>/u);
  });

  it('adds a cell that the sheet does not hold', async () => {
    assert.equal(await change('| 8 |  |', '| 8 | 9 |'), '<c r="B2" s="3"><v>8</v></c><c r="C2" s="3"><v>9</v></c></row></sheetData></worksheet>');
  });

  it('is several cells at once where the bars stay', async () => {
    const applied = await replaced(book(rows), '| 甲 | 3 |', '| 丙 | 4 |');
    assert.ok('bytes' in applied);
    assert.match((await read(applied.bytes)).text, /^\| 丙 \| 4 \| 6 \|/u);
  });

  it('is nothing where the cell shows the same', async () => {
    const bytes = book(rows);
    const applied = await replaced(bytes, '| 3 |', '|3|');
    assert.ok('bytes' in applied);
    assert.deepEqual(applied.bytes, bytes);
  });

  it('is refused in formulas, protected cells, and where the sheet would not show it', async () => {
    assert.equal(await reason(book(rows), '| 6 |', '| 7 |'), 'computed');
    assert.equal(await reason(book(rows), '| 8 |', '| 0 |'), 'not-shown');
    assert.equal(await reason(book(rows), '2021-01-08', '3'), 'not-shown');
    const sheet = `<sheetData>${rows.replace('r="B1" s="1"', 'r="B1" s="4"')}</sheetData><sheetProtection sheet="1"/>`;
    assert.equal(await reason(book(sheet), '| 8 |', '| 9 |'), 'protected');
    assert.equal(await reason(book(sheet), '| 3 |', '| 9 |'), undefined);
    const array = '<row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row>';
    assert.equal(await reason(book(array), '| 2 |', '| 3 |'), 'computed');
  });

  it('is refused where it changes rows or columns, and then nothing is written', async () => {
    assert.equal(await reason(book(rows), '| 3 |', '| 3 | 4 |'), 'structure');
    assert.equal(await reason(book(rows), '| 3 |', '| 3\n |'), 'structure');
    assert.equal(await reason(book(rows), '| --- |', '|'), 'structure');
    const { text, apply } = await read(book(rows));
    const [good, bad] = [text.indexOf('3'), text.indexOf('6')];
    assert.deepEqual(apply([{ start: good, end: good + 1, newText: '4' }, { start: bad, end: bad + 1, newText: '7' }]), { refused: [{ start: bad, end: bad + 1, reason: 'computed' }] });
  });
});
