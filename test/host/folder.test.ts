import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { commands, env, languages, Uri, window, workspace, type Diagnostic } from 'vscode';
import iconv from 'iconv-lite';
import { clean, closeAll, codeOf, eventually, find, mistaken, replace, sample, show, until } from './support.ts';

/** The findings of a file, open or not. */
function findingsOf(uri: Uri, code: string): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((finding) => finding.source === 'disclosure-report' && codeOf(finding) === code);
}

describe('checking a folder', () => {
  const totals = (): Diagnostic[] => findingsOf(sample(mistaken), 'results-total');

  beforeEach(async () => {
    await closeAll();
    await commands.executeCommand('disclosureReport.checkFolder');
    await until(() => totals().length > 0);
  });

  afterEach(async () => {
    await closeAll();
    await commands.executeCommand('disclosureReport.clearFolder');
  });

  it('finds the mistakes of reports that are not open', () => {
    assert.deepEqual(window.tabGroups.all.flatMap(({ tabs }) => tabs), []);
    assert.equal(totals().length, 1);
    assert.ok((totals()[0]?.relatedInformation?.length ?? 0) > 1);
  });

  it('finds the same as in the open report, and nothing twice', async () => {
    const before = languages.getDiagnostics(sample(mistaken)).map(({ range, message }) => [range, message]);
    const { document } = await show(mistaken);
    // Only the report's own findings follow what is not saved; they have taken the place of those that its file had.
    await replace(document, find(document, '| （七）总计 |  | 12 |', '12'), '13');
    await until(() => totals().length === 0);
    await commands.executeCommand('undo');
    await until(() => totals().length === 1);
    assert.deepEqual(languages.getDiagnostics(document.uri).map(({ range, message }) => [range, message]), before);
    await closeAll();
    await until(() => totals().length === 1);
  });

  it('follows files that are written and removed', async () => {
    const uri = sample('青禾县水务局2025年政府信息公开工作年度报告（国标码）.txt');
    const text = Buffer.from(await workspace.fs.readFile(sample(mistaken))).toString();
    await workspace.fs.writeFile(uri, iconv.encode(text, 'gb18030'));
    await until(() => findingsOf(uri, 'results-total').length === 1);
    assert.deepEqual(findingsOf(uri, 'results-total').map(({ range }) => range), totals().map(({ range }) => range));
    await workspace.fs.delete(uri);
    await until(() => findingsOf(uri, 'results-total').length === 0);
  });

  it('follows the settings file', async () => {
    const uri = sample('.disclosure-report.json');
    await workspace.fs.writeFile(uri, Buffer.from('{ "severity": { "results-total": "off" } }'));
    await until(() => totals().length === 0);
    await workspace.fs.delete(uri);
    await until(() => totals().length === 1);
  });

  it('counts reports, and not files: a collection holds two', async () => {
    await commands.executeCommand('disclosureReport.copyOverview');
    const files = (await env.clipboard.readText()).trimEnd().split('\n').slice(1).map((line) => line.split('\t')[0] ?? '');
    const collection = files.filter((file) => file.includes('汇编'));
    assert.equal(collection.length, 2);
    assert.equal(files.length, new Set(files).size + 1);
  });

  it('stops on request, and tells of what was checked by then', async () => {
    await commands.executeCommand('disclosureReport.clearFolder');
    const text = await workspace.fs.readFile(sample(clean));
    const folder = sample('多份');
    await Promise.all(Array.from({ length: 60 }, (_, at) => workspace.fs.writeFile(Uri.joinPath(folder, `第${at}份政府信息公开工作年度报告.md`), text)));
    const rows = async (): Promise<number> => {
      await commands.executeCommand('disclosureReport.copyOverview');
      return (await env.clipboard.readText()).split('\n').filter((line) => line.includes('份政府')).length;
    };
    try {
      const run = commands.executeCommand('disclosureReport.checkFolder', folder);
      await commands.executeCommand('disclosureReport.stopFolder');
      await run;
      const some = await rows();
      assert.ok(some < 60, `${some} reports were checked`);
      await commands.executeCommand('disclosureReport.checkFolder', folder);
      assert.equal(await rows(), 60);
    } finally {
      await workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('is done unasked where the settings say so, for as long as they do', async () => {
    await commands.executeCommand('disclosureReport.clearFolder');
    const settings = workspace.getConfiguration('disclosureReport');
    await settings.update('folderFindings', true, true);
    try {
      await until(() => totals().length === 1);
      assert.deepEqual(window.tabGroups.all.flatMap(({ tabs }) => tabs), []);
    } finally {
      await settings.update('folderFindings', undefined, true);
    }
    await until(() => totals().length === 0);
  });

  it('forgets the folder on request', async () => {
    await commands.executeCommand('disclosureReport.clearFolder');
    assert.deepEqual(totals(), []);
  });

  it('copies an overview with a line for each report', async () => {
    await show(clean);
    await commands.executeCommand('disclosureReport.copyOverview');
    const rows = (await env.clipboard.readText()).trimEnd().split('\n').map((line) => line.split('\t'));
    assert.equal(new Set(rows.map((cells) => cells.length)).size, 1);
    const errors = rows.find(([file]) => file === mistaken)?.[3];
    assert.equal(Number(errors), languages.getDiagnostics(sample(mistaken)).filter(({ severity }) => severity === 0).length);
    assert.equal(rows.filter(([file]) => file === clean).length, 1);
  });

  it('names the files that it cannot read, until they are gone', async () => {
    const uri = sample('青禾县水务局2024年政府信息公开工作年度报告.ofd');
    const rows = async (): Promise<string[]> => {
      await commands.executeCommand('disclosureReport.copyOverview');
      return (await env.clipboard.readText()).split('\n').filter((line) => line.includes('.ofd'));
    };
    await workspace.fs.writeFile(uri, Buffer.from('PK'));
    const [row] = await eventually(rows, ({ length }) => length === 1);
    assert.match(row ?? '', /\.ofd\t.*OFD/u);
    await workspace.fs.delete(uri);
    await eventually(rows, ({ length }) => length === 0);
  });

  it('names a file whose name no editor can open, which the search finds all the same', async () => {
    const file = Buffer.concat([Buffer.from(`${sample('').fsPath}/`), iconv.encode('桃溪县年报.md', 'gb18030')]);
    writeFileSync(file, await workspace.fs.readFile(sample(mistaken)));
    try {
      await commands.executeCommand('disclosureReport.checkFolder');
      await commands.executeCommand('disclosureReport.copyOverview');
      assert.match(await env.clipboard.readText(), /\uFFFD.*\.md\t.*UTF-8/u);
    } finally {
      rmSync(file);
    }
  });

  it('leaves out what a .gitignore leaves out, as the command line does', async () => {
    const text = await workspace.fs.readFile(sample(mistaken));
    const [draft, kept] = [sample('旧稿/甲.md'), sample('旧稿/留.md')];
    await workspace.fs.writeFile(draft, text);
    await workspace.fs.writeFile(kept, text);
    await workspace.fs.writeFile(sample('旧稿/.gitignore'), Buffer.from('*.md\n!留.md\n'));
    await commands.executeCommand('disclosureReport.clearFolder');
    await commands.executeCommand('disclosureReport.checkFolder');
    await until(() => findingsOf(kept, 'results-total').length === 1);
    assert.deepEqual(languages.getDiagnostics(draft).filter(({ source }) => source === 'disclosure-report'), []);
    await workspace.fs.delete(sample('旧稿'), { recursive: true });
  });

  it('follows a .gitignore that is written, changed or removed', async () => {
    const rules = sample('旧稿/.gitignore');
    const [draft, kept] = [sample('旧稿/甲.md'), sample('旧稿/留.md')];
    const text = await workspace.fs.readFile(sample(mistaken));
    await workspace.fs.writeFile(draft, text);
    await workspace.fs.writeFile(kept, text);
    await until(() => [draft, kept].every((uri) => findingsOf(uri, 'results-total').length === 1));
    await workspace.fs.writeFile(rules, Buffer.from('*.md\n'));
    await until(() => [draft, kept].every((uri) => findingsOf(uri, 'results-total').length === 0));
    assert.equal(totals().length, 1);
    await workspace.fs.writeFile(rules, Buffer.from('*.md\n!留.md\n'));
    await until(() => findingsOf(kept, 'results-total').length === 1);
    assert.equal(findingsOf(draft, 'results-total').length, 0);
    await workspace.fs.delete(rules);
    await until(() => findingsOf(draft, 'results-total').length === 1);
    await workspace.fs.delete(draft);
    await workspace.fs.delete(kept);
    await until(() => [draft, kept].every((uri) => findingsOf(uri, 'results-total').length === 0));
    await workspace.fs.delete(sample('旧稿'), { recursive: true });
  }).timeout(120_000);

  it('follows a whole folder that is moved or removed: the editor names it alone, and none of its files', async () => {
    const name = '青禾县水务局2025年政府信息公开工作年度报告.md';
    const [old, next] = [sample('送审'), sample('待办')];
    const [before, after] = [Uri.joinPath(old, name), Uri.joinPath(next, name)];
    await workspace.fs.writeFile(before, await workspace.fs.readFile(sample(mistaken)));
    await until(() => findingsOf(before, 'results-total').length === 1);
    await workspace.fs.rename(old, next);
    await until(() => findingsOf(before, 'results-total').length === 0);
    await until(() => findingsOf(after, 'results-total').length === 1);
    await workspace.fs.delete(next, { recursive: true });
    await until(() => findingsOf(after, 'results-total').length === 0);
  }).timeout(120_000);

  it('copies the findings of a report that is not open', async () => {
    await commands.executeCommand('disclosureReport.copyFindings', { uri: sample(mistaken).toString() });
    assert.ok((await env.clipboard.readText()).includes('results-total'));
    assert.equal(window.activeTextEditor, undefined);
  });
});
