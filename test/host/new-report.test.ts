import assert from 'node:assert/strict';
import {
  commands, CompletionItemKind, env, extensions, Position, Selection, window, workspace, type CompletionList, type Diagnostic,
  type TextDocument, type TextEditor,
} from 'vscode';
import { clean, closeAll, codes, eventually, find, findings, mistaken, replace, show, until } from './support.ts';

const mark = '<!-- 待修订 -->';

function saysEighteen({ message }: Diagnostic): boolean {
  return /\b18件/u.test(message);
}

/** The document that a command opened. */
function opened(before: TextDocument | undefined): Promise<TextDocument> {
  return eventually(async () => window.activeTextEditor?.document, (document) => document !== undefined && document !== before)
    .then((document) => document as TextDocument);
}

describe('new reports', () => {
  afterEach(closeAll);

  it('open the empty form of a year, which is checked at once', async () => {
    await commands.executeCommand('disclosureReport.newReport', { organ: '澄溪县档案局', year: 2025 });
    const document = await opened(undefined);
    assert.match(document.getText(), /^# 澄溪县档案局2025年政府信息公开工作年度报告\n/u);
    assert.ok(document.isUntitled);
    assert.equal(document.uri.path.split('/').at(-1), '澄溪县档案局2025年政府信息公开工作年度报告.md');
    await until(() => codes(document).includes('empty-section'));
    assert.deepEqual([...new Set(codes(document))].sort(), ['blank-cell', 'empty-section']);
  });

  it('are not written where the user steps back', async () => {
    let isDone = false;
    const command = commands.executeCommand('disclosureReport.newReport').then(() => { isDone = true; });
    await eventually(() => commands.executeCommand('workbench.action.closeQuickOpen'), () => isDone);
    await command;
    assert.equal(window.activeTextEditor, undefined);
  });

  it('turn an open report into the next year\'s, whose marks can be taken off again', async () => {
    const { document: old } = await show(clean);
    await eventually(() => commands.executeCommand('disclosureReport.nextReport'), () => window.activeTextEditor?.document !== old);
    const document = await opened(old);
    assert.equal(document.languageId, 'markdown');
    assert.ok(document.isUntitled);
    assert.equal(document.uri.path, old.uri.path.replace('2024', '2025'));
    assert.match(document.getText(), /^# 青禾县2025年政府信息公开工作年度报告\n/u);
    assert.ok(document.getText().includes(mark));
    await until(() => codes(document).includes('blank-cell'));
    await commands.executeCommand('disclosureReport.removeRevisionMarks');
    assert.ok(!document.getText().includes(mark));
    assert.ok(document.getText().includes('（三）政府信息管理情况。'));
  });

  it('have a walkthrough in the language of the editor', async () => {
    const extension = extensions.getExtension('disclosure-report.disclosure-report');
    const [walkthrough] = extension?.packageJSON.contributes.walkthroughs ?? [];
    assert.equal(walkthrough.title, env.language === 'zh-cn' ? '政府信息公开年报使用入门' : 'Disclosure Reports');
    await commands.executeCommand('disclosureReport.openWalkthrough');
    await eventually(async () => window.tabGroups.activeTabGroup.activeTab, (tab) => tab !== undefined);
  });
});

describe('completion', () => {
  afterEach(closeAll);

  it('offers sentences with the figures of the tables', async () => {
    const { document } = await show(clean);
    const sentence = '全年新收政府信息公开申请99件，上年结转4件；办结97件，结转下年度继续办理6件。';
    await replace(document, find(document, sentence), '全年新收');
    const position = find(document, '全年新收').end;
    const list = await eventually(
      () => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position),
      ({ items }) => items.some(({ label }) => label === sentence),
    );
    assert.ok(list.items.length > 0);
  });

  it('offers the section that is missing', async () => {
    assert.ok((await offeredAfter('## 五、存在的主要问题及改进情况', '五', '五')).includes('五、存在的主要问题及改进情况'));
  });

  it('offers the row that is missing in this table', async () => {
    assert.ok((await offeredAfter('| 行政处罚 |', '| 行 |', '| 行')).includes('行政处罚'));
  });

  /** What is offered at the end of a text that takes the place of another one, once this extension offers something. */
  async function offeredAfter(gone: string, put: string, typed: string): Promise<unknown[]> {
    const { document } = await show(clean);
    const { start } = find(document, gone);
    await replace(document, find(document, gone), put);
    const position = start.translate(0, typed.length);
    const { items } = await eventually(
      () => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position),
      (list) => list.items.some(({ kind }) => kind === CompletionItemKind.Module || kind === CompletionItemKind.Field),
    );
    return items.map(({ label }) => label);
  }

  it('offers pieces of a report in a document that is none yet', async () => {
    const { document } = await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: '年报' }));
    const { items } = await eventually(
      () => commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, new Position(0, 2)),
      (list) => list.items.some(({ kind }) => kind === CompletionItemKind.Snippet),
    );
    assert.ok(items.some(({ kind, label }) => kind === CompletionItemKind.Snippet && /年报|年度报告/u.test(JSON.stringify(label))));
  });
});

describe('quiet typing', () => {
  afterEach(async () => {
    await workspace.getConfiguration('disclosureReport').update('quietTyping', undefined, true);
    await closeAll();
  });

  it('holds what is typed in a row back until the caret leaves it', async () => {
    await workspace.getConfiguration('disclosureReport').update('quietTyping', true, true);
    const { document } = await show(mistaken);
    const editor = window.activeTextEditor as TextEditor;
    await until(() => findings(document).some((finding) => saysEighteen(finding)));
    const eighteen = findings(document).find((finding) => saysEighteen(finding))?.range.start as Position;
    const carried = find(document, '上年结转1件；办结15件', '1件').start;
    editor.selection = new Selection(carried, carried.translate(0, 1));
    await commands.executeCommand('type', { text: '7' });
    editor.selection = new Selection(carried.with({ character: 0 }), carried.with({ character: 0 }));
    await commands.executeCommand('type', { text: '又' });
    await until(() => findings(document).some((finding) => saysEighteen(finding) && finding.range.start.character > eighteen.character));
    const isHere = ({ range }: Diagnostic): boolean => range.start.isEqual(carried.translate(0, 1));
    assert.ok(!findings(document).some(isHere), 'the finding waits');
    const elsewhere = find(document, '全年审查拟公开信息340条').start;
    editor.selection = new Selection(elsewhere, elsewhere);
    await until(() => findings(document).some(isHere));
  });
});
