import assert from 'node:assert/strict';
import { commands, window, workspace, type TextDocument, type Uri } from 'vscode';
import { readWell } from '../support/office/reading.ts';
import { docxOf } from '../support/office/docx-of.ts';
import { clean, closeAll, codes, eventually, mistaken, sample, show, until } from './support.ts';

const made: Uri[] = [];

function target(name: string): Uri {
  const file = sample(name);
  made.push(file);
  return file;
}

async function bytesOf(file: Uri): Promise<Uint8Array> {
  return eventually(async () => workspace.fs.readFile(file).then((bytes) => bytes, () => new Uint8Array()), ({ length }) => length > 0);
}

async function removeMade(): Promise<void> {
  await closeAll();
  for (const file of made.splice(0)) {
    await workspace.fs.delete(file).then(() => undefined, () => undefined);
  }
}

/** Shows a sample that has findings, once they are there: the server has the report then. */
async function showMistaken(): Promise<void> {
  const { document } = await show(mistaken);
  await until(() => codes(document).includes('results-total'));
}

describe('a report', () => {
  afterEach(removeMade);

  it('is exported as a Word document and as a page', async () => {
    await showMistaken();
    const word = target('导出.docx');
    await commands.executeCommand('disclosureReport.exportReport', { to: 'docx', target: word });
    const { text } = await readWell(await bytesOf(word));
    assert.match(text, /^青禾县水务局2025年政府信息公开工作年度报告\n/u);
    assert.match(text, /（七）总计/u);
    const page = target('导出.html');
    await commands.executeCommand('disclosureReport.exportReport', { to: 'html', target: page });
    assert.match(Buffer.from(await bytesOf(page)).toString(), /<h1>青禾县水务局2025年政府信息公开工作年度报告<\/h1>/u);
  });

  it('gives its figures as a workbook', async () => {
    await showMistaken();
    const file = target('导出.xlsx');
    await commands.executeCommand('disclosureReport.exportReport', { to: 'xlsx', target: file });
    assert.match((await readWell(await bytesOf(file))).text, /青禾县水务局/u);
  });

  it('gives its check sheet, with what is found in it', async () => {
    await showMistaken();
    const file = target('校核单.html');
    await commands.executeCommand('disclosureReport.exportCheckSheet', { to: 'html', target: file });
    const html = Buffer.from(await bytesOf(file)).toString();
    assert.match(html, /results-total/u);
    assert.match(html, /≠/u);
  });

  it('of last year in a Word file begins this year\'s, which is saved as a Word file', async () => {
    const last = target('青禾县2024年政府信息公开工作年度报告.docx');
    const source = Buffer.from(await workspace.fs.readFile(sample(clean))).toString();
    await workspace.fs.writeFile(last, docxOf(source));
    // The command goes on with an offer, which nobody answers here.
    void commands.executeCommand('disclosureReport.nextReport', last);
    const document = await eventually(async () => window.activeTextEditor?.document, (one) => one?.isUntitled === true) as TextDocument;
    assert.match(document.getText(), /^# 青禾县2025年政府信息公开工作年度报告\n/u);
    await until(() => codes(document).includes('blank-cell'));
    const file = target('青禾县2025年政府信息公开工作年度报告.docx');
    await commands.executeCommand('disclosureReport.exportReport', { to: 'docx', target: file });
    const { text } = await readWell(await bytesOf(file));
    const row = (content: string, label: string): string[] =>
      (content.split('\n').find((line) => line.includes(label)) ?? '').split('|').map((cell) => cell.trim()).filter((cell) => /^\d+$/u.test(cell));
    const out = row(source, '四、结转下年度继续办理');
    assert.ok(out.length > 6);
    assert.deepEqual(row(text, '二、上年结转政府信息公开申请数量'), out);
    assert.doesNotMatch(text, /待修订/u);
  });
});
