import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import {
  CodeActionKind, commands, DiagnosticSeverity, env, languages, Range, TabInputCustom, Uri, window, workspace, type CodeAction, type Diagnostic, type DocumentSymbol, type Hover,
  type TextDocument,
} from 'vscode';
import { docxOf } from '../support/office/docx-of.ts';
import { closeAll, codeOf, codes, eventually, find, findings, mistaken, replace, sample, until } from './support.ts';

/** Each test has a file of its own: the editor keeps a text for a while, and one of the same name would begin as the old one. */
let file: Uri;
let files = 0;

async function reportText(): Promise<string> {
  return Buffer.from(await workspace.fs.readFile(sample(mistaken))).toString();
}

const row = '| （七）总计 |  | 12 |';

/** Opens the text of the file as a person does in the explorer; one that the editor still has follows the file a moment later. */
async function openText(holding = row): Promise<TextDocument> {
  await commands.executeCommand('disclosureReport.openOffice', file);
  const document = await textInFront();
  await eventually(async () => document.getText(), (text) => text.includes(holding));
  return document;
}

function textInFront(): Promise<TextDocument> {
  return eventually(async () => window.activeTextEditor?.document, (document) => document?.uri.scheme === 'disclosure-report') as Promise<TextDocument>;
}

describe('the text of a Word file', () => {
  beforeEach(async () => {
    files += 1;
    file = sample(`青禾县水务局2025年政府信息公开工作年度报告（第${files}稿）.docx`);
    await workspace.fs.writeFile(file, docxOf(await reportText()));
  });

  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(file);
  });

  it('is an ordinary text with all that reports have', async () => {
    const document = await openText();
    assert.equal(document.languageId, 'disclosure-report');
    assert.equal(document.uri.path, file.path);
    await until(() => codes(document).includes('results-total'));
    const total = findings(document).find(({ range }) => range.isEqual(find(document, row, '12')));
    assert.equal(total?.severity, DiagnosticSeverity.Error);
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(JSON.stringify(symbols).includes('收到和处理政府信息公开申请情况'));
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, total.range.start);
    assert.ok(hovers.length > 0);
    const words = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
    assert.match(words, /表2 第\d+行|table 2 row \d+/u);
  });

  it('is corrected by the light bulb, saved into the file and opened again, with everything else in the file as it was', async () => {
    const before = await workspace.fs.readFile(file);
    const document = await openText();
    const range = find(document, row, '12');
    await until(() => findings(document).some((finding) => finding.range.isEqual(range)));
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, CodeActionKind.QuickFix.value, 50);
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(!actions.some(({ title }) => title.includes('comment')), 'no comment is written into a file that is published');
    assert.ok(await workspace.applyEdit(preferred.edit));
    await until(() => !codes(document).includes('results-total'));
    assert.ok(await document.save());
    await closeAll();
    await openText('| （七）总计 |  | 13 |');
    const [old, now] = [unzipSync(before), unzipSync(await workspace.fs.readFile(file))];
    assert.deepEqual(Object.keys(now), Object.keys(old));
    assert.deepEqual(Object.keys(now).filter((name) => !Buffer.from(now[name] ?? []).equals(old[name] ?? new Uint8Array())), ['word/document.xml']);
    const names = (await workspace.fs.readDirectory(Uri.joinPath(file, '..'))).map(([name]) => name);
    assert.deepEqual(names.filter((name) => name.includes('~')), []);
  });

  it('keeps a change that the file cannot hold, and writes nothing', async () => {
    const before = await workspace.fs.readFile(file);
    const document = await openText();
    const place = find(document, row).start.with({ character: 0 });
    await replace(document, new Range(place, place), '|  | （九）新的一行 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n');
    assert.equal(await document.save(), false);
    assert.ok(document.isDirty);
    assert.ok(document.getText().includes('（九）新的一行'));
    assert.deepEqual(Buffer.from(await workspace.fs.readFile(file)), Buffer.from(before));
  });

  it('is not written over a file that another program changed in the meantime', async () => {
    const document = await openText();
    await replace(document, find(document, row, '12'), '13');
    const other = docxOf((await reportText()).replace('青禾县水务局', '青禾县农业局'));
    await workspace.fs.writeFile(file, other);
    assert.equal(await document.save(), false);
    assert.ok(document.isDirty);
    assert.deepEqual(Buffer.from(await workspace.fs.readFile(file)), Buffer.from(other));
    await commands.executeCommand('workbench.action.files.revert');
    await eventually(async () => document.getText(), (text) => text.includes('青禾县农业局'));
  });

  it('is not written while another program has it open', async () => {
    const before = await workspace.fs.readFile(file);
    const owner = Uri.joinPath(file, '..', `~$${file.path.slice(file.path.lastIndexOf('/') + 3)}`);
    await workspace.fs.writeFile(owner, Buffer.from('x'));
    const document = await openText();
    await replace(document, find(document, row, '12'), '13');
    assert.equal(await document.save(), false);
    assert.deepEqual(Buffer.from(await workspace.fs.readFile(file)), Buffer.from(before));
    await workspace.fs.delete(owner);
    assert.ok(await document.save());
  });

  it('is shown as its form beside it', async () => {
    await openText();
    await commands.executeCommand('disclosureReport.showPreview');
    await eventually(async () => window.tabGroups.all.flatMap(({ tabs }) => tabs).length, (count) => count === 2);
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

  it('is checked with its folder, and its problems stand in the text', async () => {
    await commands.executeCommand('disclosureReport.checkFolder');
    const found = (): Diagnostic[] => languages.getDiagnostics()
      .filter(([uri]) => uri.scheme === 'disclosure-report' && uri.path === file.path)
      .flatMap(([, list]) => list.filter((finding) => codeOf(finding) === 'results-total'));
    await until(() => found().length === 1);
    const [before] = found();
    const document = await openText();
    await until(() => codes(document).includes('results-total'));
    assert.deepEqual(found().map(({ range }) => range), [before?.range]);
    assert.ok(before?.range.isEqual(find(document, row, '12')));
    await commands.executeCommand('disclosureReport.copyOverview');
    const lines = (await env.clipboard.readText()).split('\n').filter((line) => line.includes('.docx'));
    const other = '云岫市档案馆2024年政府信息公开工作年度报告.docx';
    const listed = lines.map((line) => line.split('\t')[0]);
    assert.deepEqual([other, workspace.asRelativePath(file)].filter((name) => !listed.includes(name)), []);
    await closeAll();
    await until(() => found().length === 1);
    await commands.executeCommand('disclosureReport.clearFolder');
    assert.deepEqual(found(), []);
  });

  it('follows the file', async () => {
    const document = await openText();
    await workspace.fs.writeFile(file, docxOf((await reportText()).replace(row, '| （七）总计 |  | 13 |')));
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
