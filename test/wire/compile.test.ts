import assert from 'node:assert/strict';
import type { CompilableYear, CompiledInto } from '../../server/src/lsp/protocol.ts';
import { createReportService } from '../../server/src/service.ts';
import type { CompiledReport } from '../../server/src/service-types.ts';
import { makeYearbook, textOf, unitNames } from '../support/yearbook.ts';
import { closeEditors, startEditor, type Editor } from './editor.ts';
import { applyEdits, rightReport } from './report.ts';

const units = unitNames(4);
const [one = '', two = '', three = '', four = ''] = units;
const book = makeYearbook({ seed: 5, units: units.length, years: [2023, 2024] });
const settings = new Map([['file:///folder/.disclosure-report.json', JSON.stringify(book.settings)]]);

const licences = 'proactive.licensing.decisions';
const uriOf = (path: string): string => `file:///folder/${path}`;
const figureOf = (unit: string, year: number, id: string): number =>
  book.reports.find((report) => report.unit === unit && report.year === year)?.figures.get(id) ?? NaN;
const textBy = (unit: string, year: number): string => textOf(book.reports.find((report) => report.unit === unit && report.year === year) as never).text;

/** The units' reports as files that are not open. */
async function withFolder(change: (unit: string, year: number, text: string) => string | undefined = (_unit, _year, text) => text): Promise<Editor> {
  const editor = await startEditor({ folders: ['file:///folder'], files: settings, initializationOptions: { checksFiles: true } });
  for (const { unit, year, path } of book.reports.filter((report) => report.unit !== book.government)) {
    const text = change(unit, year, textBy(unit, year));
    if (text !== undefined) {
      await editor.request('disclosureReport/checkFile', { uri: uriOf(path), languageId: 'markdown', text });
    }
  }
  return editor;
}

function figuresOf(text: string): ReadonlyMap<string, number | null> {
  const service = createReportService();
  return new Map(Object.entries(service.extract(service.open('file:///a.md', 'markdown', 1, text))[0]?.figures ?? {}).map(([id, { value }]) => [id, value]));
}

const withoutLicences = (text: string): string => text.replace(/(行政许可[^\d\n]*)\d+/u, '$1');

describe('summing units in an editor (汇总)', () => {
  afterEach(closeEditors);

  it('tells which governments and years there are, and who is missing', async () => {
    const editor = await withFolder((unit, year, text) => (unit === two && year === 2024 ? undefined : text));
    assert.deepEqual(await editor.request<CompilableYear[]>('disclosureReport/compilable', {}), [
      { organ: '青禾县', year: 2024, units: 4, present: 3, missing: [two] }, { organ: '青禾县', year: 2023, units: 4, present: 4, missing: [] },
    ]);
  });

  it('makes a new report with the sums; what a unit has not filled in stays blank and is named', async () => {
    const editor = await withFolder((unit, year, text) =>
      (year !== 2024 ? text : unit === two ? undefined : unit === three ? withoutLicences(text) : text));
    const compiled = await editor.request<CompiledReport>('disclosureReport/compile', { organ: '青禾县', year: 2024 });
    assert.ok('text' in compiled);
    const figures = figuresOf(compiled.text);
    assert.equal(figures.get(licences), null);
    const received = 'requests.received.naturalPerson';
    assert.equal(figures.get(received), [one, three, four].reduce((sum, unit) => sum + figureOf(unit, 2024, received), 0));
    assert.match(compiled.remarks.join('\n'), new RegExp(
      `^Units in the sums \\(3\\): ${[one, three, four].join(', ')}\\.\nUnits without a report.*\\(1\\): ${two}\\.\nRow "行政许可".* 1 of 3 units .*${three}\\.$`, 'u'));
    assert.equal(await editor.request('disclosureReport/compile', { organ: '北渡县', year: 2024 }), null);
  });

  it('puts the sums into the report that is open, cell by cell, and leaves figures without a sum as they are', async () => {
    const editor = await withFolder((unit, year, text) => (year === 2024 && unit === three ? withoutLicences(text) : text));
    const uri = uriOf('2024/青禾县.md');
    const right = textBy('青禾县', 2024);
    const wrong = right.replace(/(一、本年新收政府信息公开申请数量\D*)(\d+)/u, (_, label: string, number: string) => `${label}${Number(number) + 5}`);
    const position = { line: 3, character: 0 };
    await editor.open(uri, wrong);
    const into = await editor.request<CompiledInto>('disclosureReport/compileInto', { uri, position });
    assert.deepEqual([into.version, into.changes.length], [1, 1]);
    for (const { range, newText } of into.changes.flatMap(({ edits }) => edits)) {
      await editor.change(uri, 2, range, newText);
    }
    const again = await editor.request<CompiledInto>('disclosureReport/compileInto', { uri, position });
    assert.deepEqual(again.changes, []);
    assert.match(again.remarks.join('\n'), /^Units in the sums \(4\): .*\nRow "行政许可".* is not summed: 1 of 4 units/u);
    assert.equal(figuresOf(right).get(licences), figureOf('青禾县', 2024, licences));
  });

  it('puts each sum into its own cell, also where cells of one row hold the same number', async () => {
    const units = [one, two];
    const files = new Map([['file:///folder/.disclosure-report.json', JSON.stringify({ hierarchy: { 澄溪县: units } })]]);
    const editor = await startEditor({ folders: ['file:///folder'], files, initializationOptions: { checksFiles: true } });
    for (const unit of units) {
      await editor.request('disclosureReport/checkFile', { uri: uriOf(`${unit}.md`), languageId: 'markdown', text: rightReport.replaceAll('澄溪县档案局', unit) });
    }
    const government = rightReport.replaceAll('澄溪县档案局', '澄溪县');
    await editor.open(uriOf('a.md'), government);
    const { changes } = await editor.request<CompiledInto>('disclosureReport/compileInto', { uri: uriOf('a.md'), position: { line: 0, character: 0 } });
    const edits = changes.flatMap((change) => change.edits);
    assert.equal(new Set(edits.map(({ range: { start } }) => `${start.line}:${start.character}`)).size, edits.length);
    const [before, after] = [figuresOf(government), figuresOf(applyEdits(government, edits))];
    assert.deepEqual([...after].filter(([, value]) => value !== null), [...before].flatMap(([id, value]) => (value === null ? [] : [[id, 2 * value]])));
  });

  it('answers nothing for a report without units, and changes no text that was read in a wrong encoding', async () => {
    const editor = await withFolder();
    await editor.open(uriOf(`2024/${one}.md`), textBy(one, 2024));
    const at = { position: { line: 0, character: 0 } };
    assert.equal(await editor.request('disclosureReport/compileInto', { uri: uriOf(`2024/${one}.md`), ...at }), null);
    const uri = uriOf('2024/青禾县.md');
    await editor.open(uri, `${textBy('青禾县', 2024)}\n\uFFFD\n`);
    assert.deepEqual(await editor.request('disclosureReport/compileInto', { uri, ...at }), { version: 1, changes: [], remarks: [], wrongEncoding: true });
  });
});
