import assert from 'node:assert/strict';
import {
  CodeActionKind, commands, ConfigurationTarget, DiagnosticSeverity, Position, Range, window, workspace, type CodeAction,
} from 'vscode';
import { clean, closeAll, codeOf, codes, eventually, find, findings, mistaken, replace, sample, show, until, word } from './support.ts';

const totalsRow = '| （七）总计 |  | 12 |';

describe('checking a report', () => {
  afterEach(closeAll);

  it('finds the mistakes of a sample, each at its place', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    const found = codes(document);
    for (const code of ['results-total', 'blank-cell', 'not-a-number', 'malformed-number', 'row-label', 'section-title']) {
      assert.ok(found.includes(code), `${code} among ${found.join(', ')}`);
    }
    const total = findings(document).find(({ range }) => range.isEqual(find(document, totalsRow, '12')));
    assert.equal(total && codeOf(total), 'results-total');
    assert.equal(total?.severity, DiagnosticSeverity.Error);
    assert.ok((total?.relatedInformation?.length ?? 0) > 1);
  });

  it('finds nothing wrong in a report that is right', async () => {
    // The first finding of another report shows that the server is at work.
    const other = await show(mistaken);
    await until(() => findings(other.document).length > 0);
    const { document } = await show(clean);
    await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(findings(document).filter(({ severity }) => severity <= DiagnosticSeverity.Warning).map(codeOf), []);
  });

  it('corrects a total by the preferred fix, right to the character, and undoes it in one step', async () => {
    const { document } = await show(mistaken);
    const range = find(document, totalsRow, '12');
    await until(() => findings(document).some((finding) => finding.range.isEqual(range)));
    const before = document.getText();
    // The editor drops what it is asked while findings come in.
    const preferred = await eventually(async () => (await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider', document.uri, range, CodeActionKind.QuickFix.value, 50)).filter(({ isPreferred }) => isPreferred), ({ length }) => length > 0);
    assert.equal(preferred.length, 1);
    assert.ok(preferred[0]?.edit);
    assert.ok(await workspace.applyEdit(preferred[0].edit));
    assert.equal(document.getText(), before.replace(totalsRow, totalsRow.replace('12', '13')));
    await until(() => !findings(document).some((finding) => finding.range.isEqual(range)));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await until(() => findings(document).some((finding) => finding.range.isEqual(range)));
  });

  it('follows what is typed', async () => {
    const { document } = await show(clean);
    const row = document.getText().split('\n').findIndex((line) => line.includes('（七）总计'));
    const figure = /\|\s*(\d+)\s*\|/.exec(document.lineAt(row).text);
    assert.ok(figure?.[1]);
    const start = document.lineAt(row).text.indexOf(figure[1], figure.index);
    const range = new Range(row, start, row, start + figure[1].length);
    await replace(document, range, '98765');
    await until(() => codes(document).includes('results-total'));
    await replace(document, new Range(row, start, row, start + 5), figure[1]);
    await until(() => !codes(document).includes('results-total'));
  });

  it('reads reports of other layouts in their own language', async () => {
    const { document } = await show(word);
    assert.equal(document.languageId, 'disclosure-report');
    const figure = /\n\t[ \u00a0\u3000]*(\d+)[^\n]*\n/.exec(document.getText().slice(document.getText().indexOf('（七）总计')));
    assert.ok(figure?.[1]);
    const at = document.getText().indexOf('（七）总计') + figure.index + figure[0].indexOf(figure[1]);
    await replace(document, new Range(document.positionAt(at), document.positionAt(at + figure[1].length)), '98765');
    await until(() => codes(document).includes('results-total'));
  });

  it('protects the text of the report language', async () => {
    const { uri } = (await show(word)).document;
    const files = workspace.getConfiguration('files', { uri, languageId: 'disclosure-report' });
    const editor = workspace.getConfiguration('editor', { uri, languageId: 'disclosure-report' });
    assert.equal(files.get('trimTrailingWhitespace'), false);
    assert.equal(files.get('insertFinalNewline'), false);
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('insertSpaces'), false);
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  });

  it('takes a text that becomes a report while it is typed, and lets go of one that is none any more', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: '会议记录\n' });
    await window.showTextDocument(document);
    const { length } = document.getText();
    await replace(document, new Range(0, 0, 1, 0), '# 澄溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n略。\n');
    assert.notEqual(document.getText().length, length);
    await until(() => codes(document).includes('missing-section'));
    await replace(document, new Range(0, 0, document.lineCount, 0), '会议记录\n');
    await until(() => findings(document).length === 0);
  });

  it('says nothing about the left side of a comparison', async () => {
    const provider = workspace.registerTextDocumentContentProvider('earlier', {
      provideTextDocumentContent: async () => (await workspace.openTextDocument(sample(mistaken))).getText(),
    });
    try {
      const original = sample(mistaken).with({ scheme: 'earlier' });
      await commands.executeCommand('vscode.diff', original, sample(mistaken));
      const left = workspace.textDocuments.find(({ uri }) => uri.scheme === 'earlier');
      const right = workspace.textDocuments.find(({ uri }) => uri.toString() === sample(mistaken).toString());
      assert.ok(left && right);
      await until(() => findings(right).length > 0);
      assert.deepEqual(findings(left), []);
    } finally {
      provider.dispose();
    }
  });

  it('reads documents that nobody can write', async () => {
    const text = (await workspace.openTextDocument(sample(mistaken))).getText();
    const provider = workspace.registerTextDocumentContentProvider('published', { provideTextDocumentContent: () => text });
    try {
      const document = await workspace.openTextDocument(sample(mistaken).with({ scheme: 'published' }));
      await window.showTextDocument(document);
      await until(() => codes(document).includes('results-total'));
    } finally {
      provider.dispose();
    }
  });

  it('follows the settings', async () => {
    const { document } = await show(mistaken);
    await until(() => codes(document).includes('results-total'));
    const settings = workspace.getConfiguration('disclosureReport');
    try {
      await settings.update('severity', { 'results-total': 'off' }, ConfigurationTarget.Global);
      await until(() => !codes(document).includes('results-total'));
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Global);
    }
    await until(() => codes(document).includes('results-total'));
  });

  it('weighs findings as the profile says: a blank cell is a hint to who drafts and an error to who reviews', async () => {
    const { document } = await show(mistaken);
    const blank = (): DiagnosticSeverity | undefined => findings(document).find((finding) => codeOf(finding) === 'blank-cell')?.severity;
    const settings = workspace.getConfiguration('disclosureReport');
    try {
      await settings.update('profile', 'drafting', ConfigurationTarget.Global);
      await until(() => blank() === DiagnosticSeverity.Hint);
      await settings.update('profile', 'reviewing', ConfigurationTarget.Global);
      await until(() => blank() === DiagnosticSeverity.Error);
    } finally {
      await settings.update('profile', undefined, ConfigurationTarget.Global);
    }
    await until(() => blank() === DiagnosticSeverity.Warning);
  });

  it('silences a finding in the settings file, at once and before that file is saved', async () => {
    const { document } = await show(mistaken);
    const range = find(document, totalsRow, '12');
    await until(() => findings(document).some((finding) => finding.range.isEqual(range)));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider', document.uri, range, CodeActionKind.QuickFix.value, 50);
    const silence = actions.find(({ edit }) => edit?.entries().some(([uri]) => uri.path.endsWith('.disclosure-report.json')));
    assert.ok(silence?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await workspace.applyEdit(silence.edit));
    await until(() => !findings(document).some((finding) => finding.range.isEqual(range)));
    assert.ok(codes(document).length > 0);
    const settings = await workspace.openTextDocument(sample('.disclosure-report.json'));
    await replace(settings, new Range(0, 0, settings.lineCount, 0), '{}\n');
    await until(() => findings(document).some((finding) => finding.range.isEqual(range)));
    await settings.save();
    await workspace.fs.delete(settings.uri);
  });

  it('leaves other documents alone', async () => {
    const report = await show(mistaken);
    await until(() => findings(report.document).length > 0);
    const document = await workspace.openTextDocument({ language: 'markdown', content: '# 会议记录\n\n| 总计 | 3 |\n| --- | --- |\n' });
    await window.showTextDocument(document);
    const hovers = await commands.executeCommand<unknown[]>('vscode.executeHoverProvider', document.uri, new Position(2, 3));
    assert.deepEqual(hovers, []);
    assert.deepEqual(findings(document), []);
  });
});
