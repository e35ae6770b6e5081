import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { makeYearbook, textOf, unitNames } from '../support/yearbook.ts';
import { closeAll, eventually, sample } from './support.ts';

const [one = '', two = '', three = ''] = unitNames(3);
const book = makeYearbook({ seed: 7, units: 3, years: [2024] });
const folder = (): Uri => sample('汇总');
const government = (): Uri => Uri.joinPath(folder(), '2024', '青禾县.md');
const licences = (unit: string): number =>
  book.reports.find((report) => report.unit === unit)?.figures.get('proactive.licensing.decisions') ?? NaN;

describe('summing units into their government\'s report (汇总)', () => {
  before(async () => {
    await workspace.fs.writeFile(Uri.joinPath(folder(), '.disclosure-report.json'), Buffer.from(JSON.stringify(book.settings)));
    for (const report of book.reports) {
      // One unit has not handed in its report.
      if (report.unit !== two) {
        await workspace.fs.writeFile(Uri.joinPath(folder(), report.path), Buffer.from(textOf(report).text));
      }
    }
    await commands.executeCommand('disclosureReport.checkFolder');
  });

  afterEach(closeAll);

  after(async () => {
    await commands.executeCommand('disclosureReport.clearFolder');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('writes a new report with the sums of those that have handed in', async () => {
    await commands.executeCommand('disclosureReport.compileUnits', { organ: '青禾县', year: 2024 });
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# 青禾县2024年政府信息公开工作年度报告\n/u);
    assert.match(text, new RegExp(`行政许可[^\\d\\n]*${licences(one) + licences(three)}\\b`, 'u'));
    assert.equal(window.activeTextEditor?.document.isUntitled, true);
  });

  it('puts the sums into the report at hand, after they were shown, in one step', async () => {
    const { document } = await window.showTextDocument(government());
    const before = document.getText();
    const row = /行政许可[^\d\n]*(\d+)/u.exec(before);
    assert.equal(Number(row?.[1]), licences(one) + licences(two) + licences(three));
    const command = commands.executeCommand('disclosureReport.compileUnitsHere');
    await eventually(() => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), () => document.getText() !== before);
    await command;
    assert.match(document.getText(), new RegExp(`行政许可[^\\d\\n]*${licences(one) + licences(three)}\\b`, 'u'));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
