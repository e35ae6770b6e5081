import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { recompute } from '../../../../server/src/office/xlsx/recompute.ts';
import { areasIn, parseSum, shifted } from '../../../../server/src/office/xlsx/formula.ts';
import { writeReference } from '../../../../server/src/office/xlsx/reference.ts';
import { readWell } from '../../../support/office/reading.ts';
import { sheetOf, workbook } from '../../../support/office/workbook.ts';

/** A sheet by its rows: numbers, words, and formulas as `=…→value`. */
function sheet(...rows: (number | string)[][]): string {
  const written = rows.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => {
    const name = writeReference({ row: at, column });
    const [formula, value] = String(cell).split('→');
    return typeof cell === 'number' ? `<c r="${name}"><v>${cell}</v></c>` : cell === '' ? `<c r="${name}"/>`
      : value === undefined ? `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>` : `<c r="${name}"><f>${formula!.slice(1)}</f><v>${value}</v></c>`;
  }).join('')}</row>`);
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

/** The new values by the old ones, and the cells whose values are stale; those of other sheets than the first with its name. */
function followed(
  sources: string | readonly string[], changes: Readonly<Record<string, number | undefined>>, names: Readonly<Record<string, string>> = {},
): [changed: string[], stale: string[]] {
  const sheets = [sources].flat().map((source, at) => ({ name: `表${at + 1}`, source }));
  const all = recompute({ sheets, names: new Map(Object.entries(names)) }, new Map([['表1', new Map(Object.entries(changes))]]));
  const before = (sheet: string): string => (sheet === '表1' ? '' : `${sheet}!`);
  return [
    sheets.flatMap(({ name, source }) => (all.get(name)?.edits ?? []).map(({ start, end, text }) => `${before(name)}${source.slice(start, end)} → ${text}`)),
    sheets.flatMap(({ name }) => (all.get(name)?.stale ?? []).map((cell) => `${before(name)}${writeReference(cell)}`)),
  ];
}

describe('the sums of a sheet', () => {
  it('follow the cells that they add, through other sums', () => {
    const source = sheet([1, 2, '=SUM(A1:B1)→3'], [4, 5, '=A2+B2→9'], ['=SUM(A1:A2)→5', '=SUM(B1, B2)→7', '=SUM(C1:C2)-0→12']);
    assert.deepEqual(followed(source, { A1: 3 }), [['3 → 5', '5 → 7', '12 → 14'], []]);
    assert.deepEqual(followed(source, { B2: 4.1 }), [['9 → 8.1', '7 → 6.1', '12 → 11.1'], []]);
    assert.deepEqual(followed(source, { D9: 1 }), [[], []]);
  });

  it('leave words and blanks out as spreadsheets do', () => {
    const source = sheet(['甲', 2, '', '=SUM(A1:C1)→2', '=B1+C1→2', '=-(B1-C1)→-2']);
    assert.deepEqual(followed(source, { C1: 5 }), [['2 → 7', '2 → 7', '-2 → 3'], []]);
    assert.deepEqual(followed(source, { B1: undefined }), [['2 → 0'], ['E1', 'F1']]);
  });

  it('are left where they were wrong before, or are of another kind, and those that follow them too', () => {
    const source = sheet([1, '=SUM(A1)→7', '=A1*2→2', '=IF(A1>0,A1,0)→1', '=SUM(C1:D1)→3', '=ROUND(A1,0)&""→1', '=A1+表9!A1→1']);
    assert.deepEqual(followed(source, { A1: 2 }), [[], ['B1', 'C1', 'D1', 'E1', 'F1', 'G1']]);
  });

  it('that come back to themselves have no value', () => {
    assert.deepEqual(followed(sheet([1, '=A1+C1→1', '=B1→1']), { A1: 2 }), [[], ['B1', 'C1']]);
  });

  it('are followed where cells share a formula', () => {
    const source = sheet([1, 2, 3], [4, 5, 9], [7, 8, 15]).replace('<c r="C1"><v>3', '<c r="C1"><f t="shared" ref="C1:C3" si="0">SUM($A1:B1)</f><v>3')
      .replace('<c r="C2"><v>', '<c r="C2"><f t="shared" si="0"/><v>').replace('<c r="C3"><v>', '<c r="C3"><f t="shared" si="0"/><v>');
    assert.deepEqual(followed(source, { A2: 1 }), [['9 → 6'], []]);
  });

  it('are read by their whole formula or not at all', () => {
    for (const formula of ['SUM(A1:B2', 'A1+', 'A1 B1', 'SUM()', 'SUM(A1;B1)', 'SUM(表1!)', '表1:表3!A1', '[1]表1!A1', 'A:A', 'AVERAGE(A1)', 'A1+"1"', '2^A1', '', 'SUM(B2:A1)', 'A1%']) {
      assert.equal(parseSum(formula), undefined, formula);
    }
    assert.equal(parseSum(' sum( $A$1 : B2 , 3 ) - (A3 - -1)')?.length, undefined);
    assert.deepEqual(parseSum('sum( $A$1 : B2 , 3 ) - (A3 - 1)')?.map(({ sign }) => sign), [1, 1, -1, 1]);
    assert.equal(areasIn('IF(A1>"B2",LOG10(C3:D4),[1]X!E5)').length, 2);
    assert.deepEqual(areasIn("'甲 乙''丙'!B2:C3+表2!A1").map(({ sheet }) => sheet), ["甲 乙'丙", '表2']);
    assert.equal(shifted('SUM(A$1:$B2)+LOG10(3)', { row: 0, column: 0 }, { row: 2, column: 1 }), 'SUM(B$1:$B4)+LOG10(3)');
  });

  it('follow cells of other sheets, and are followed there', () => {
    const first = sheet([1, 2, '=SUM(A1:B1)→3'], ['', '', '=表2!B1+1→11']);
    const second = sheet(['=表1!C1→3', '=SUM(表1!A1:B1)+A1+4→10'], ["='表1'!A1*2→2", 7]);
    assert.deepEqual(followed([first, second], { A1: 5 }), [['3 → 7', '11 → 19', '表2!10 → 18', '表2!3 → 7'], ['表2!A2']]);
    assert.deepEqual(followed([first, second], { A9: 5 }), [[], []]);
    assert.deepEqual(followed([first, sheet(['=表1!A1→1', '=B1+A1→8'])], { A1: 5 }), [['3 → 7'], ['C2', '表2!B1']].map((all, at) => (at === 0 ? [...all, '表2!1 → 5'] : all)));
  });

  it('are told where names, tables or functions may lead to the changed cells', () => {
    const source = sheet([1, 2], [3, 4]);
    const open = (formula: string, names: Readonly<Record<string, string>> = {}): string[] => followed([source, sheet([`=${formula}→1`])], { A1: 5 }, names)[1];
    for (const formula of ['INDIRECT("表1!A1")', 'SUM(OFFSET(表1!B2,0,0))', 'SUM(数据[列])', 'SUM(表1:表3!A1)', "SUM('表 1:表 3'!A1)"]) {
      assert.deepEqual(open(formula), ['表2!A1'], formula);
    }
    assert.deepEqual(open('SUM(合计区)', { 合计区: '表1!$A$1:$A$2' }), ['表2!A1']);
    assert.deepEqual(open('SUM(合计区)', { 合计区: '表1!$B$1:$B$2' }), []);
    assert.deepEqual(open('表1!B1&"表1!A1"'), []);
  });

  it('are shown with the change, and what could not be computed is told', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1"><v>10</v></c><c r="B1"><v>20</v></c><c r="C1"><f>SUM(A1:B1)</f><v>30</v></c><c r="D1"><f>A1*2</f><v>20</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>');
    const reading = await readWell(bytes);
    const at = reading.text.indexOf('10');
    const applied = reading.apply([{ start: at, end: at + 2, newText: '11' }]);
    assert.ok('bytes' in applied);
    assert.match((await readWell(applied.bytes)).text, /\| 11 \| 20 \| 31 \| 20 \|/u);
    assert.deepEqual(applied.stale, [{ kind: 'sheet', sheet: '表1', cell: 'D1' }]);
    const book = workbook({ sheets: [{ xml: '<row r="1"><c r="A1"><v>10</v></c><c r="B1"><v>20</v></c></row>' },
      { xml: '<row r="1"><c r="A1"><f>表1!A1+表1!B1</f><v>30</v></c><c r="B1"><f>表1!A1*2</f><v>20</v></c></row>', state: 'hidden' }] });
    const hidden = (await readWell(book)).apply([{ start: 2, end: 4, newText: '11' }]);
    assert.ok('bytes' in hidden);
    assert.match(Buffer.from(unzipSync(hidden.bytes)['xl/worksheets/sheet2.xml']!).toString(), /<v>31<\/v>.*<v>20<\/v>/u);
    assert.deepEqual(hidden.stale, [{ kind: 'sheet', sheet: '表2', cell: 'B1' }]);
    const [before, after] = [unzipSync(bytes), unzipSync(applied.bytes)];
    assert.deepEqual(Object.keys(before).filter((name) => !Buffer.from(before[name]!).equals(Buffer.from(after[name]!))), ['xl/worksheets/sheet1.xml']);
  });
});
