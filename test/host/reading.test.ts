import assert from 'node:assert/strict';
import {
  commands, env, MarkdownString, window, workspace, type DocumentSymbol, type Hover, type SemanticTokens, type SemanticTokensLegend,
} from 'vscode';
import { clean, closeAll, codes, eventually, find, findings, mistaken, sample, show, until, word } from './support.ts';

function namesOf(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}

describe('reading a report', () => {
  afterEach(closeAll);

  it('opens every sample', async () => {
    const names = (await workspace.fs.readDirectory(sample('.'))).map(([name]) => name)
      .filter((name) => /\.(?:md|txt|html)$/.test(name));
    assert.ok(names.length >= 7, names.join('\n'));
    for (const name of names) {
      const { document } = await show(name);
      const symbols = await eventually(
        () => commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri),
        (found) => namesOf(found ?? []).some((symbol) => symbol.includes('予以公开')));
      const sections = namesOf(symbols ?? []).filter((symbol) => /^[一二三四五六]、/.test(symbol));
      assert.ok(sections.length >= 6, `${name}: ${sections.join(' ')}`);
      await closeAll();
    }
  });

  it('shows its outline: sections, tables and rows', async () => {
    const { document } = await show(clean);
    const symbols = await eventually(
      () => commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => found?.some(({ name }) => name.startsWith('三、')) ?? false);
    const requests = symbols.find(({ name }) => name.startsWith('三、'));
    const rows = requests?.children.flatMap(({ children }) => children).map(({ name }) => name) ?? [];
    assert.ok(rows.some((name) => name.includes('予以公开')), rows.join('\n'));
  });

  it('explains a figure', async () => {
    const { document } = await show(mistaken);
    const { start } = find(document, '| （七）总计 |  | 12 |', '12');
    const hovers = await eventually(
      () => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, start),
      (found) => found.length > 0);
    const text = hovers.flatMap(({ contents }) => contents)
      .map((content) => content instanceof MarkdownString ? content.value : String(content)).join('\n');
    assert.match(text, /自然人/);
    assert.match(text, /12/);
  });

  it('marks figures, totals and labels', async () => {
    const { document } = await show(word);
    const legend = await eventually(
      () => commands.executeCommand<SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri),
      (found) => found !== undefined);
    assert.ok(legend?.tokenTypes.includes('reportTotal'));
    const { data } = await eventually(
      () => commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
      (found) => found.data.length > 0);
    const types = new Set(Array.from({ length: data.length / 5 }, (_, index) => legend?.tokenTypes[data[index * 5 + 3] ?? -1]));
    assert.ok(types.has('reportFigure') && types.has('reportTotal') && types.has('reportLabel'), [...types].join(' '));
  });

  it('copies the findings as a list', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.copyFindings');
    const lines = (await env.clipboard.readText()).trimEnd().split('\n');
    assert.equal(lines.length, findings(document).length);
    assert.ok(lines.some((line) => line.includes('results-total')));
  });

  it('copies the findings of several reports, each below its title', async () => {
    const text = (await workspace.openTextDocument(sample(mistaken))).getText();
    const { document } = await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text + text.replaceAll('水务局', '林业局') }));
    await until(() => codes(document).filter((code) => code === 'results-total').length === 2);
    await commands.executeCommand('disclosureReport.copyFindings');
    const lines = (await env.clipboard.readText()).trimEnd().split('\n');
    const titles = lines.flatMap((line, at) => (/^青禾县..局2025年/u.test(line) ? [at] : []));
    assert.deepEqual(titles.map((at) => lines[at]), ['青禾县水务局2025年政府信息公开工作年度报告', '青禾县林业局2025年政府信息公开工作年度报告']);
    assert.equal(titles[0], 0);
    assert.equal(lines.length, findings(document).length + 2);
  });

  it('starts its server again on request', async () => {
    const { document } = await show(mistaken);
    await until(() => findings(document).length > 0);
    await commands.executeCommand('disclosureReport.restartServer');
    await until(() => findings(document).length > 0);
    const { start } = find(document, '| （七）总计 |  | 12 |', '12');
    await eventually(() => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, start), (found) => found.length > 0);
  });

  it('goes to a section from the view', async () => {
    const { document } = await show(clean);
    const line = document.getText().split('\n').findIndex((text) => text.includes('四、政府信息公开行政复议'));
    await commands.executeCommand('workbench.view.extension.disclosureReport');
    await commands.executeCommand('disclosureReport.revealSection', document.uri.toString(),
      { start: { line, character: 0 }, end: { line, character: 5 } });
    assert.equal(window.activeTextEditor?.selection.active.line, line);
  });
});
