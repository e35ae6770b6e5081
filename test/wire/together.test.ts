import assert from 'node:assert/strict';
import {
  CodeActionTriggerKind, type CodeAction, type Diagnostic, type FullDocumentDiagnosticReport, type PublishDiagnosticsParams, type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import type { CheckFileParams, CheckFileResult, FormViewResult, LastYearFilesResult } from '../../server/src/lsp/protocol.ts';
import { carryMore, filesOf, planted, plantedBook } from '../support/planted-book.ts';
import { makeYearbook, textOf, unitNames } from '../support/yearbook.ts';
import { closeEditors, modern, plain, startEditor, type Editor } from './editor.ts';
import { rangeOf } from './report.ts';

const [, , , unit = ''] = unitNames(4);
const book = makeYearbook({ seed: 3, units: 4, years: [2022, 2023], changes: new Map([[`${unit} 2023`, carryMore]]) });
const [last, now] = [2022, 2023].map((year) => textOf(book.reports.find((report) => report.unit === unit && report.year === year) as never).text) as [string, string];
const [lastUri, nowUri] = ['file:///reports/2022.md', 'file:///reports/2023.md'];

/** Where last year's report carries out requests of natural persons, and how many. */
const carriedOut = cellOf(last, '四、结转下年度继续办理');
const carriedIn = cellOf(now, '二、上年结转政府信息公开申请数量');

function cellOf(text: string, label: string): { readonly range: ReturnType<typeof rangeOf>; readonly value: number } {
  const line = text.indexOf(label);
  const [, gap = '', number = ''] = /^([^\n]*?\|\s*)(\d+)/u.exec(text.slice(line + label.length)) ?? [];
  const start = line + label.length + gap.length;
  return { range: rangeOf(text, start, number.length), value: Number(number) };
}

/** The numbers of a row. */
function cellsOf(text: string, label: string): readonly string[] {
  const line = text.split('\n').find((one) => one.includes(label)) ?? '';
  return line.slice(line.indexOf(label) + label.length).split('|').map((cell) => cell.trim()).filter((cell) => /^\d+$/u.test(cell));
}

async function pull(editor: Editor, uri: string): Promise<readonly Diagnostic[]> {
  return (await editor.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })).items;
}

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe('two years\' reports that are open', () => {
  afterEach(closeEditors);

  it('are compared at once when either changes, and the editor is told to ask again', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
    await editor.open(lastUri, last);
    await editor.until(() => editor.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    const [found, ...others] = await pull(editor, nowUri);
    assert.deepEqual([found?.code, others], ['carry-over', []]);
    assert.deepEqual(found?.range, carriedIn.range);
    assert.deepEqual(found.relatedInformation?.map(({ location }) => location), [{ uri: lastUri, range: carriedOut.range }]);
    await editor.change(lastUri, 2, carriedOut.range, String(carriedIn.value));
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
    await editor.close(lastUri);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
  });

  it('are pushed to an editor that does not ask', async () => {
    const editor = await startEditor({ capabilities: plain });
    await editor.open(nowUri, now);
    await editor.open(lastUri, last);
    const lastOf = (uri: string): PublishDiagnosticsParams | undefined => editor.published.findLast((one) => one.uri === uri);
    await editor.until(() => lastOf(nowUri)?.diagnostics.length === 1);
    await editor.change(lastUri, 2, carriedOut.range, String(carriedIn.value));
    await editor.until(() => lastOf(nowUri)?.diagnostics.length === 0);
  });

  it('offer at the title to say in the settings file what the organ was called, and which units a government has', async () => {
    const files = new Map([['file:///reports/.disclosure-report.json', '{ "organs": {} }']]);
    const editor = await startEditor({ files });
    const former = last.replaceAll(unit, `${unit.slice(0, 4)}体育中心`);
    await editor.open(nowUri, now);
    await editor.open(lastUri, former);
    const ask = async (uri: string): Promise<CodeAction[]> => editor.request('textDocument/codeAction', {
      textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] },
    });
    const [action] = (await ask(nowUri)).filter(({ title }) => title.includes('was called'));
    assert.ok(action);
    assert.ok(action.title.includes(`${unit.slice(0, 4)}体育中心`), action.title);
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', action);
    assert.match(JSON.stringify(edit), /体育中心/u);

    await editor.open('file:///reports/whole.md', now.replaceAll(unit, '青禾县人民政府'));
    const [units] = (await ask('file:///reports/whole.md')).filter(({ title }) => title.includes('to check the sums'));
    const resolved = await editor.request<CodeAction>('codeAction/resolve', units as CodeAction);
    assert.match(JSON.stringify(resolved.edit), new RegExp(`hierarchy.*青禾县.*${unit}`, 'u'));
  });

  it('show in a figure what it was last year', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    await editor.open(lastUri, last);
    const received = cellOf(now, '一、本年新收政府信息公开申请数量');
    const before = cellOf(last, '一、本年新收政府信息公开申请数量').value;
    const hover = await editor.request<{ contents: { value: string } }>('textDocument/hover', { textDocument: { uri: nowUri }, position: received.range.start });
    assert.match(hover.contents.value, new RegExp(`Last year: ${before}\\b`, 'u'));
  });
});

describe('last year\'s report that nobody has opened', () => {
  afterEach(closeEditors);

  const beside = 'file:///reports/2022年.md';
  const know = (editor: Editor, text: string): Promise<boolean> =>
    editor.request('disclosureReport/knowFile', { uri: beside, languageId: 'markdown', text, for: nowUri });
  const look = (editor: Editor): Promise<LastYearFilesResult> => editor.request('disclosureReport/lastYearFiles', { uri: nowUri, files: [beside] });
  const compares = async (editor: Editor): Promise<boolean> => {
    const view = await editor.request<FormViewResult>('disclosureReport/formView', { uri: nowUri, report: 0 });
    return view.reports[0]?.lastYear?.uri === beside;
  };

  it('is looked for by its name, known from then on, and found nothing in itself', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    assert.deepEqual(await look(editor), { wanted: [{ organ: unit, year: 2022 }], likely: [], possible: [beside] });
    assert.equal(await know(editor, last), true);
    assert.deepEqual(codes(await pull(editor, nowUri)), ['carry-over']);
    assert.equal(await compares(editor), true);
    assert.deepEqual(await look(editor), { wanted: [], likely: [], possible: [] });
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), []);
  });

  it('is known after it was opened and closed, or checked and forgotten, and no more when its file is gone', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    await know(editor, last);
    await editor.open(beside, last);
    await editor.close(beside);
    assert.equal(await compares(editor), true);
    await editor.request<CheckFileResult>('disclosureReport/checkFile', { uri: beside, languageId: 'markdown', text: last } satisfies CheckFileParams);
    await editor.request('disclosureReport/forgetFiles', {});
    assert.equal(await compares(editor), true);
    await editor.request('disclosureReport/forgetFiles', { uris: [beside] });
    assert.equal(await compares(editor), false);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
  });

  it('is none of another organ or year, which stays unknown', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    assert.equal(await know(editor, now), false);
    assert.equal(await know(editor, last.replaceAll(unit, '青禾县林业局')), false);
    assert.deepEqual(codes(await pull(editor, nowUri)), []);
  });
});

describe('last year\'s report in the light bulb and in the form', () => {
  afterEach(closeEditors);

  const shows = { ...modern, window: { showDocument: { support: true } } };
  const actionsAt = (editor: Editor, range: Range, triggerKind: CodeActionTriggerKind): Promise<CodeAction[]> =>
    editor.request('textDocument/codeAction', { textDocument: { uri: nowUri }, range, context: { diagnostics: [], triggerKind } });
  const invoked = CodeActionTriggerKind.Invoked;

  it('leads to the same cell, when one asks, in an editor that shows documents', async () => {
    const received = cellOf(now, '一、本年新收政府信息公开申请数量').range;
    const before = cellOf(last, '一、本年新收政府信息公开申请数量').range;
    const editor = await startEditor({ capabilities: shows });
    assert.deepEqual(editor.initialized.capabilities.executeCommandProvider, { commands: ['disclosureReport.showPlace'] });
    await editor.open(nowUri, now);
    await editor.open(lastUri, last);
    const wanted = (actions: readonly CodeAction[]): CodeAction | undefined => actions.find(({ title }) => title === 'Open last year\'s report at this cell');
    assert.equal(wanted(await actionsAt(editor, received, CodeActionTriggerKind.Automatic)), undefined);
    const { command } = wanted(await actionsAt(editor, received, invoked)) ?? {};
    await editor.request('workspace/executeCommand', { command: command?.command, arguments: command?.arguments });
    assert.deepEqual(editor.notifications.filter(({ method }) => method === 'window/showDocument').map(({ params }) => params),
      [{ uri: lastUri, selection: before, takeFocus: true }]);
    assert.equal(await editor.request('workspace/executeCommand', { command: command?.command, arguments: [{ uri: 3 }] }), null);
  });

  it('takes what follows from last year into a blank cell, or into all blanks of the row', async () => {
    const editor = await startEditor();
    const { text: blank } = await editor.request<{ text: string }>('disclosureReport/newReport', { organ: unit, year: 2023 });
    await editor.open(nowUri, blank);
    const { reports: [form] } = await editor.request<FormViewResult>('disclosureReport/formView', { uri: nowUri, report: 0 });
    const { range } = form?.tables.flatMap(({ figures }) => figures).find(({ id }) => id === 'requests.carriedIn.naturalPerson') ?? {};
    assert.ok(range);
    assert.deepEqual((await actionsAt(editor, range, invoked)).filter(({ title }) => title.includes('last year')), []);
    await editor.open(lastUri, last);
    const offered = (await actionsAt(editor, range, invoked)).filter(({ title }) => title.includes('last year'));
    const before = cellsOf(last, '四、结转下年度继续办理');
    assert.deepEqual(offered.map(({ title }) => title),
      [`Take last year's figure ${before[0]}`, 'Take last year\'s figures for the 7 blank cells of the row']);
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', offered[1] as CodeAction);
    const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits as TextEdit[] : []));
    assert.deepEqual(edits.map(({ newText }) => newText.trim()), before);
  });

  it('shows each figure beside last year\'s', async () => {
    const editor = await startEditor();
    await editor.open(nowUri, now);
    const ask = async (): Promise<FormViewResult> => editor.request('disclosureReport/formView', { uri: nowUri, report: 0 });
    assert.equal((await ask()).reports[0]?.lastYear, undefined);
    await editor.open(lastUri, last);
    const [report] = (await ask()).reports;
    assert.deepEqual(report?.lastYear, { uri: lastUri, year: 2022 });
    const figure = report.tables.flatMap(({ figures }) => figures).find(({ id }) => id === 'requests.received.naturalPerson');
    const [nowCell, lastCell] = [now, last].map((text) => cellOf(text, '一、本年新收政府信息公开申请数量')) as [ReturnType<typeof cellOf>, ReturnType<typeof cellOf>];
    assert.deepEqual(figure?.lastYear, { value: lastCell.value, range: lastCell.range, change: nowCell.value - lastCell.value });
  });
});

describe('a folder of files that are not open', () => {
  afterEach(closeEditors);

  const ask = (editor: Editor, uri: string, text: string): Promise<CheckFileResult> =>
    editor.request('disclosureReport/checkFile', { uri, languageId: 'markdown', text } satisfies CheckFileParams);

  it('shows what the command line shows, in whatever order its files come', async () => {
    const files = filesOf(plantedBook());
    const texts = new Map(Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([path, text]) => [`file:///folder/${path}`, text]));
    const editor = await startEditor({
      initializationOptions: { checksFiles: true }, folders: ['file:///folder'],
      files: new Map([['file:///folder/.disclosure-report.json', files['.disclosure-report.json'] ?? '']]),
    });
    const found = new Map<string, readonly Diagnostic[]>();
    for (const [uri, text] of [...texts].reverse()) {
      found.set(uri, (await ask(editor, uri, text)).diagnostics);
    }
    for (const uri of await editor.request<readonly string[]>('disclosureReport/staleFiles', {})) {
      found.set(uri, (await ask(editor, uri, texts.get(uri) ?? '')).diagnostics);
    }
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), []);
    assert.deepEqual([...found].flatMap(([uri, some]) => codes(some).map((code) => `${uri.replace('file:///folder/', '')} ${String(code)}`)).sort(),
      planted.map((one) => one.split(' ').slice(0, 2).join(' ')).sort());
  }).timeout(120_000);

  it('is told of when an open report changes what is found in one of its files', async () => {
    const editor = await startEditor({ initializationOptions: { checksFiles: true } });
    assert.deepEqual(codes((await ask(editor, nowUri, now)).diagnostics), []);
    await editor.open(lastUri, last);
    await editor.settled();
    editor.rest();
    await editor.until(() => editor.notifications.some(({ method }) => method === 'disclosureReport/filesConcerned'));
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), [nowUri]);
    assert.deepEqual(codes((await ask(editor, nowUri, now)).diagnostics), ['carry-over']);
    await editor.request('disclosureReport/forgetFiles', { uris: [nowUri] });
    assert.deepEqual(await editor.request('disclosureReport/staleFiles', {}), []);
  });
});
