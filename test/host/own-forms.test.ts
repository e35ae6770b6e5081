import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type CodeAction, type DocumentSymbol } from 'vscode';
import { closeAll, codes, eventually, find, findings, sample, show, until } from './support.ts';

const hotline = '自定格式/青禾县2025年政务服务便民热线工作年度报告.md';
const form = '自定格式/便民热线.disclosure-form.json';
const kind = '政务服务便民热线工作年度报告';

describe('a form of one\'s own', () => {
  afterEach(closeAll);

  it('makes reports of another kind known: findings, a fix, the outline', async () => {
    const { document } = await show(hotline);
    await until(() => codes(document).includes('results-total'));
    const [wrong] = findings(document);
    assert.equal(document.getText(wrong?.range), '2569');
    const actions = await eventually(
      () => commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, wrong?.range, undefined, 10),
      (found) => found.some(({ isPreferred }) => isPreferred === true));
    assert.ok(actions.some(({ title }) => title.includes('2559')), actions.map(({ title }) => title).join('\n'));
    const symbols = await eventually(
      () => commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => found?.some(({ name }) => name === '二、诉求办理情况') ?? false);
    assert.equal(symbols.filter(({ name }) => /^[一二三]、/u.test(name)).length, 3);
  });

  it('is found in its reports by the check of the folder', async () => {
    await commands.executeCommand('disclosureReport.checkFolder');
    await until(() => languages.getDiagnostics(sample(hotline)).length > 0);
    await commands.executeCommand('disclosureReport.clearFolder');
  });

  it('is read anew when its file is written', async () => {
    const { document } = await show(hotline);
    await until(() => codes(document).includes('results-total'));
    const text = Buffer.from(await workspace.fs.readFile(sample(form))).toString();
    await workspace.fs.writeFile(sample(form), Buffer.from(text.replace('"title": "热线运行情况"', '"title": "热线运行总体情况"')));
    await until(() => codes(document).includes('section-title'));
    await workspace.fs.writeFile(sample(form), Buffer.from(text));
    await until(() => !codes(document).includes('section-title'));
  });

  it('is what a new report is written on', async () => {
    const { document: beside } = await show(hotline);
    await commands.executeCommand('disclosureReport.newReport', { organ: '澄溪县', year: 2026, report: kind });
    const document = await eventually(async () => window.activeTextEditor?.document, (one) => one !== undefined && one !== beside);
    assert.match(document?.getText() ?? '', /^# 澄溪县2026年政务服务便民热线工作年度报告\n/u);
    assert.ok(document && find(document, '| 一、本年新收诉求数量', '一、本年新收诉求数量'));
  });
});
