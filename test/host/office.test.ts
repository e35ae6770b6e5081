import assert from 'node:assert/strict';
import {
  commands, DiagnosticSeverity, languages, TabInputCustom, Uri, window, workspace, type DocumentSymbol, type Hover, type TextDocument,
} from 'vscode';
import { docxOf } from '../support/office/docx-of.ts';
import { closeAll, codes, eventually, find, findings, mistaken, sample, until } from './support.ts';

const file = sample('青禾县水务局2025年政府信息公开工作年度报告.docx');

async function reportText(): Promise<string> {
  return Buffer.from(await workspace.fs.readFile(sample(mistaken))).toString();
}

/** Opens the text of the file as a person does in the explorer. */
async function openText(): Promise<TextDocument> {
  await commands.executeCommand('disclosureReport.openOffice', file);
  return textInFront();
}

function textInFront(): Promise<TextDocument> {
  return eventually(async () => window.activeTextEditor?.document, (document) => document?.uri.scheme === 'disclosure-report') as Promise<TextDocument>;
}

describe('the text of a Word file', () => {
  beforeEach(async () => workspace.fs.writeFile(file, docxOf(await reportText())));

  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(file);
  });

  it('is an ordinary text with all that reports have', async () => {
    const document = await openText();
    assert.equal(document.languageId, 'disclosure-report');
    assert.equal(document.uri.path, file.path);
    await until(() => codes(document).includes('results-total'));
    const total = findings(document).find(({ range }) => range.isEqual(find(document, '| （七）总计 |  | 12 |', '12')));
    assert.equal(total?.severity, DiagnosticSeverity.Error);
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(JSON.stringify(symbols).includes('收到和处理政府信息公开申请情况'));
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, total.range.start);
    assert.ok(hovers.length > 0);
  });

  it('opens in the place of the file by "open with"', async () => {
    await commands.executeCommand('vscode.openWith', file, 'disclosureReport.office');
    const document = await textInFront();
    assert.ok(document.getText().includes('（七）总计'));
    await eventually(async () => window.tabGroups.all.flatMap(({ tabs }) => tabs), (tabs) => tabs.length === 1);
  });

  it('takes the place of the tab that shows that the file is no text', async () => {
    await commands.executeCommand('vscode.open', file);
    await commands.executeCommand('disclosureReport.openOffice');
    await textInFront();
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('follows the file', async () => {
    const document = await openText();
    await workspace.fs.writeFile(file, docxOf((await reportText()).replace('| （七）总计 |  | 12 |', '| （七）总计 |  | 13 |')));
    await eventually(async () => document.getText(), (text) => text.includes('| （七）总计 |  | 13 |'));
    await until(() => !codes(document).includes('results-total'));
  });

  it('is read as it is, whatever encoding is set', async () => {
    await workspace.getConfiguration('files').update('encoding', 'gb18030', true);
    try {
      assert.ok((await openText()).getText().includes('（七）总计'));
    } finally {
      await workspace.getConfiguration('files').update('encoding', undefined, true);
    }
  });
});

describe('an office file that cannot be read', () => {
  afterEach(closeAll);

  it('shows why in the place of the text', async () => {
    const broken = sample('损坏.docx');
    await workspace.fs.writeFile(broken, Buffer.from('PK\u0003\u0004'));
    await commands.executeCommand('vscode.openWith', broken, 'disclosureReport.office');
    await eventually(async () => window.tabGroups.activeTabGroup.activeTab?.input, (input) => input instanceof TabInputCustom);
    assert.equal(window.activeTextEditor, undefined);
    await assert.rejects(async () => workspace.fs.readFile(Uri.parse(`disclosure-report://${broken.scheme}${broken.path}`)));
    await closeAll();
    await workspace.fs.delete(broken);
    assert.deepEqual(languages.getDiagnostics(broken), []);
  });
});
