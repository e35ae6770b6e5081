import assert from 'node:assert/strict';
import {
  commands, ConfigurationTarget, languages, Position, Range, Selection, window, workspace, type CodeLens, type DocumentHighlight,
  type DocumentLink,
  type FoldingRange, type InlayHint, type Location, type LocationLink, type SelectionRange, type SignatureHelp, type TextDocument,
  ViewColumn,
} from 'vscode';
import { clean, closeAll, codes, eventually, find, findings, mistaken, sample, show, until } from './support.ts';

const totalsRow = '| （七）总计 |  | 12 |';

async function lensesOf({ uri }: TextDocument): Promise<CodeLens[]> {
  return eventually(() => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri),
    (found) => found.some(({ command }) => command?.command === 'disclosureReport.showIdentities'));
}

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('disclosureReport').update(name, value, ConfigurationTarget.Global);
}

describe('seeing the computation', () => {
  afterEach(closeAll);

  it('counts the identities above a table, and lists them', async () => {
    const editor = await show(mistaken);
    const lenses = await lensesOf(editor.document);
    const [lens] = lenses;
    assert.match(lens?.command?.title ?? '', /\d+/);
    await commands.executeCommand(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? []));
    // The first that does not hold is looked at, and Enter stays there.
    await eventually(() => Promise.resolve(editor.selection), ({ isEmpty }) => !isEmpty);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.match(editor.document.getText(editor.selection), /^\d+$/);
  });

  it('highlights all operands of a figure', async () => {
    const { document } = await show(mistaken);
    const { start } = find(document, totalsRow, '12');
    const found = await eventually(
      () => commands.executeCommand<DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, start),
      (highlights) => highlights.length > 7);
    assert.ok(found.some(({ range }) => range.start.line === start.line - 3));
  });

  it('goes from a total to its parts and back', async () => {
    const { document } = await show(mistaken);
    const { start } = find(document, totalsRow, '12');
    const parts = await eventually(
      () => commands.executeCommand<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, start),
      (found) => found.length > 1);
    const [part] = parts;
    assert.ok(part);
    const range = 'targetRange' in part ? part.targetRange : part.range;
    const uses = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, range.start);
    assert.ok(uses.some((use) => use.range.start.isEqual(start)));
  });

  it('names the columns of the row that is being filled in', async () => {
    const { document } = await show(clean);
    await lensesOf(document);
    const line = document.getText().split('\n').findIndex((text) => text.includes('| 一、本年新收'));
    const column = document.lineAt(line).text.search(/\| \d/u) + 2;
    const help = await commands.executeCommand<SignatureHelp>('vscode.executeSignatureHelpProvider', document.uri, new Position(line, column));
    assert.equal(help.signatures[0]?.parameters.length, 7);
    assert.equal(help.activeParameter, 0);
  });

  it('goes from a number in a sentence to the figures of the table, and from a figure to the sentence', async () => {
    const { document } = await show(clean);
    await lensesOf(document);
    const number = find(document, '全年新收政府信息公开申请99件', '99');
    const targets = await commands.executeCommand<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, number.start);
    const places = targets.map((target) => ('targetRange' in target ? target.targetRange : target.range));
    assert.ok(places.some((place) => document.getText(place).trim() === '99'
      && document.lineAt(place.start.line).text.includes('本年新收')), JSON.stringify(places));
    const figure = places.find((place) => document.getText(place).trim() === '99')!;
    const uses = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, figure.start);
    assert.ok(uses.some(({ range }) => range.isEqual(number)));
  });

  it('leads from the number of the notice to the page of the form, which is no report itself', async () => {
    const { document } = await show(clean);
    const links = await eventually(() => commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri),
      (found) => found.some(({ target }) => target?.path.endsWith('/docs/forms/2021.md')));
    const { target, range } = links.find((link) => link.target?.path.endsWith('/docs/forms/2021.md'))!;
    assert.equal(document.getText(range), '国办公开办函〔2021〕30号');
    await commands.executeCommand('vscode.open', target);
    const page = await workspace.openTextDocument(target!);
    assert.ok(page.getText().includes('勾稽关系'));
    // A report that is opened behind it has its findings; by then the page would have had its own.
    const report = await window.showTextDocument(await workspace.openTextDocument(sample(mistaken)), ViewColumn.Beside);
    await until(() => codes(report.document).includes('results-total'));
    assert.deepEqual(codes(page), []);
  });

  it('folds sections and tables', async () => {
    const { document } = await show(mistaken);
    const table = find(document, totalsRow).start.line;
    const folds = await eventually(
      () => commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri), (found) => found.length > 0);
    assert.ok(folds.filter(({ start, end }) => start < table && table <= end).length >= 2);
  });

  it('grows the selection from cell to document', async () => {
    const { document } = await show(mistaken);
    const { start } = find(document, totalsRow, '12');
    const depth = (range: SelectionRange | undefined): number => (range ? 1 + depth(range.parent) : 0);
    const [found] = await eventually(
      () => commands.executeCommand<SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [start]),
      (ranges) => depth(ranges[0]) >= 5);
    assert.equal(document.getText(found?.range), '12');
  });

  it('hints at computed totals only where that is wanted', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    const whole = new Range(0, 0, document.lineCount, 0);
    const ask = (): Thenable<InlayHint[]> => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepEqual(await ask(), []);
    try {
      await set('inlayHints', true);
      const hints = await eventually(ask, (found) => found.length > 0);
      assert.ok(hints.some(({ position }) => position.isEqual(find(document, totalsRow, '12').end)));
    } finally {
      await set('inlayHints', undefined);
    }
  });
});

describe('writing tables', () => {
  afterEach(closeAll);

  it('formats a report, and undoes that in one step', async () => {
    const { document } = await show(clean);
    await lensesOf(document);
    const before = document.getText();
    await eventually(() => commands.executeCommand('editor.action.formatDocument'), () => document.getText() !== before);
    assert.equal(document.getText().replace(/[ \t]/g, ''), before.replace(/[ \t]/g, ''));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('is no formatter of other documents', async () => {
    const report = await show(clean);
    await lensesOf(report.document);
    const document = await workspace.openTextDocument({ language: 'markdown', content: '| 总计 | 3 |\n| --- | --- |\n' });
    await window.showTextDocument(document);
    const before = document.getText();
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), before);
    assert.equal(languages.match({ language: 'markdown', pattern: '**/另一份.md' }, document), 0);
  });

  it('converts a table to HTML with merged headers', async () => {
    const editor = await show(clean);
    await lensesOf(editor.document);
    const line = editor.document.getText().split('\n').findIndex((text) => text.includes('（七）总计'));
    editor.selection = new Selection(line, 3, line, 3);
    const before = editor.document.getText();
    await commands.executeCommand('disclosureReport.convertTableToHtml');
    assert.match(editor.document.getText(), /<td colspan="7">/);
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('lets totals follow what is typed, where that is wanted, undone with it', async () => {
    const editor = await show(clean);
    const { document } = editor;
    await lensesOf(document);
    const before = document.getText();
    const line = before.split('\n').findIndex((text) => text.includes('（一）予以公开'));
    const cell = /\| (\d+) \|/.exec(document.lineAt(line).text);
    assert.ok(cell);
    const at = new Position(line, cell.index + 2 + (cell[1]?.length ?? 0));
    const total = before.split('\n').findIndex((text) => text.includes('（七）总计'));
    try {
      await set('keepTotals', true);
      editor.selection = new Selection(at, at);
      await commands.executeCommand('type', { text: '7' });
      await eventually(() => Promise.resolve(document.lineAt(total).text), (text) => text !== before.split('\n')[total]);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    } finally {
      await set('keepTotals', undefined);
    }
  });

  it('lets totals follow figures that are typed faster than they are summed', async () => {
    const editor = await show(clean);
    const { document } = editor;
    await lensesOf(document);
    const rowOf = (label: string): number => document.getText().split('\n').findIndex((text) => text.includes(label));
    const firstOf = (line: number): number => Number(/\| (\d+) \|/.exec(document.lineAt(line).text)?.[1]);
    const rows = [rowOf('（一）予以公开'), rowOf('2.重复申请')];
    const before = [...rows, rowOf('（七）总计')].map(firstOf);
    try {
      await set('keepTotals', true);
      await Promise.all(rows.map((line) => {
        const at = new Position(line, /\| \d+(?= \|)/.exec(document.lineAt(line).text)!.index + 2);
        editor.selection = new Selection(at, at);
        return commands.executeCommand('type', { text: '1' });
      }));
      const [one, other, total] = before.map(Number);
      const typed = Number(`1${one}`) + Number(`1${other}`);
      await eventually(() => Promise.resolve(firstOf(rowOf('（七）总计'))), (sum) => sum === total! - one! - other! + typed);
    } finally {
      await set('keepTotals', undefined);
    }
  });

  it('goes from figure to figure', async () => {
    const editor = await show(mistaken);
    const { document } = editor;
    await lensesOf(document);
    const { start } = find(document, totalsRow, '12');
    editor.selection = new Selection(start, start);
    await commands.executeCommand('disclosureReport.nextFigure');
    assert.equal(editor.selection.start.line, start.line);
    assert.ok(editor.selection.start.character > start.character);
    assert.match(document.getText(editor.selection), /^\d+$/);
    await commands.executeCommand('disclosureReport.previousFigure');
    assert.ok(editor.selection.start.isEqual(start));
  });

  it('leaves the keys alone outside tables', async () => {
    const editor = await show(mistaken);
    await lensesOf(editor.document);
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('disclosureReport.nextFigure');
    assert.ok(editor.selection.start.isEqual(new Position(0, 0)));
  });
});
