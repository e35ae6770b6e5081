import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { clean, closeAll, eventually, sample } from './support.ts';

const organ = '碧溪县';
/** Decisions on licences (行政许可) of the units that have handed in their reports. */
const licences = { 碧溪县水务局: 140, 碧溪县教育局: 60 };
const sum = 200;
const missing = '碧溪县司法局';
const folder = (): Uri => sample('汇总');
const pathOf = (name: string): Uri => Uri.joinPath(folder(), `${name}.md`);

function licencesAre(count: number): RegExp {
  return new RegExp(`行政许可[^\\d\\n]*${count}\\b`, 'u');
}

/** A report of an organ of 碧溪县 with a number of licences of its own. */
async function write(name: string, count: number): Promise<void> {
  const text = Buffer.from(await workspace.fs.readFile(sample(clean))).toString();
  await workspace.fs.writeFile(pathOf(name), Buffer.from(text.replaceAll('青禾县', name).replace('| 1286 |', `| ${count} |`)));
}

describe('summing units into their government\'s report (汇总)', function () {
  // A folder is checked first, and the changes are tried together before they are shown.
  this.timeout(120_000);

  before(async () => {
    const settings = { hierarchy: { [organ]: [...Object.keys(licences), missing] } };
    await workspace.fs.writeFile(Uri.joinPath(folder(), '.disclosure-report.json'), Buffer.from(JSON.stringify(settings)));
    await Promise.all(Object.entries({ ...licences, [organ]: 999 }).map(async ([name, count]) => write(name, count)));
    await commands.executeCommand('disclosureReport.checkFolder');
  });

  afterEach(closeAll);

  after(async () => {
    await commands.executeCommand('disclosureReport.clearFolder');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('writes a new report with the sums of those that have handed in', async () => {
    await commands.executeCommand('disclosureReport.compileUnits', { organ, year: 2024 });
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# 碧溪县2024年政府信息公开工作年度报告\n/u);
    assert.match(text, licencesAre(sum));
    assert.equal(window.activeTextEditor?.document.isUntitled, true);
  });

  it('puts the sums into the report at hand, after they were shown, in one step', async () => {
    const { document } = await window.showTextDocument(pathOf(organ));
    const before = document.getText();
    assert.match(before, licencesAre(999));
    const command = commands.executeCommand('disclosureReport.compileUnitsHere');
    await eventually(() => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), () => document.getText() !== before);
    await command;
    assert.match(document.getText(), licencesAre(sum));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
