import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { recompute } from '../../../../server/src/office/xlsx/recompute.ts';
import { areasIn, parseSum, shifted } from '../../../../server/src/office/xlsx/formula.ts';
import { writeReference } from '../../../../server/src/office/xlsx/reference.ts';
import { readWell } from '../../../support/office/reading.ts';
import { sheetOf } from '../../../support/office/workbook.ts';

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

/** The new values by the old ones, and the cells whose values are stale. */
function followed(source: string, changes: Readonly<Record<string, number | undefined>>): [changed: string[], stale: string[]] {
  const { edits, stale } = recompute(source, new Map(Object.entries(changes)));
  return [edits.map(({ start, end, text }) => `${source.slice(start, end)} → ${text}`), stale.map(writeReference)];
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
    const source = sheet([1, '=SUM(A1)→7', '=A1*2→2', '=IF(A1>0,A1,0)→1', '=SUM(C1:D1)→3', '=ROUND(A1,0)&""→1', '=A1+表2!A1→1']);
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
    for (const formula of ['SUM(A1:B2', 'A1+', 'A1 B1', 'SUM()', 'SUM(A1;B1)', 'SUM(表1!A1)', 'A:A', 'AVERAGE(A1)', 'A1+"1"', '2^A1', '', 'SUM(B2:A1)', 'A1%']) {
      assert.equal(parseSum(formula), undefined, formula);
    }
    assert.equal(parseSum(' sum( $A$1 : B2 , 3 ) - (A3 - -1)')?.length, undefined);
    assert.deepEqual(parseSum('sum( $A$1 : B2 , 3 ) - (A3 - 1)')?.map(({ sign }) => sign), [1, 1, -1, 1]);
    assert.equal(areasIn('IF(A1>"B2",LOG10(C3:D4),X!E5)').length, 2);
    assert.equal(shifted('SUM(A$1:$B2)+LOG10(3)', { row: 0, column: 0 }, { row: 2, column: 1 }), 'SUM(B$1:$B4)+LOG10(3)');
  });

  it('are shown with the change, and what could not be computed is told', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1"><v>10</v></c><c r="B1"><v>20</v></c><c r="C1"><f>SUM(A1:B1)</f><v>30</v></c><c r="D1"><f>A1*2</f><v>20</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>');
    const reading = await readWell(bytes);
    const at = reading.text.indexOf('10');
    const applied = reading.apply([{ start: at, end: at + 2, newText: '11' }]);
    assert.ok('bytes' in applied);
    assert.match((await readWell(applied.bytes)).text, /\| 11 \| 20 \| 31 \| 20 \|/u);
    assert.deepEqual(applied.stale, [{ kind: 'sheet', sheet: '表1', cell: 'D1' }]);
    const [before, after] = [unzipSync(bytes), unzipSync(applied.bytes)];
    assert.deepEqual(Object.keys(before).filter((name) => !Buffer.from(before[name]!).equals(Buffer.from(after[name]!))), ['xl/worksheets/sheet1.xml']);
  });
});
