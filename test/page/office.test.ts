import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOffice } from '../../server/src/office/read-office.ts';
import { docxOf } from '../support/office/docx-of.ts';
import { chooseAction, openLightBulb } from './action-list.ts';
import { goTo, runCommand } from './quick-input.ts';
import { squiggleGone, squiggles, textOfEditor } from './text.ts';
import { checkFolder, openForm } from './views.ts';
import { openWorkbench, photograph, showsText, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const name = '白石镇2025年政府信息公开工作年度报告.docx';
const row = '| （七）总计 |  | 12 |';

describe('a Word file in the workbench', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let file: string;

  before(async () => {
    workbench = await openWorkbench(sample);
    file = join(workbench.folder, name);
    writeFileSync(file, docxOf(readFileSync(join(workbench.folder, sample), 'utf8').replaceAll('青禾县水务局', '白石镇人民政府')));
  });

  after(() => workbench?.close());

  /** Opens the file as it is, as a drop or a click in the explorer does, and then its text. */
  async function openText(): Promise<void> {
    const { page } = workbench;
    await page.keyboard.press('Control+KeyP');
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.fill(name);
    await page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: name }).waitFor();
    await input.press('Enter');
    await page.locator('.editor-group-container.active .monaco-editor-pane-placeholder').waitFor();
    await runCommand(workbench, '以年报文本打开');
    await showsText(workbench, name);
  }

  /** Line and column of the wrong total, both counted from 1. */
  async function placeOfTotal(): Promise<[line: number, column: number]> {
    const lines = (await textOfEditor(workbench)).split(/\r?\n/u);
    const line = lines.findIndex((text) => text.includes(row));
    assert.notEqual(line, -1);
    return [line + 1, lines[line]!.indexOf(row) + row.length - 2];
  }

  it('opens as a text with squiggles', async () => {
    await openText();
    const [line, column] = await placeOfTotal();
    await goTo(workbench, line, column);
    assert.ok(await (await squiggles(workbench)).count() > 0);
    await photograph(workbench, 'office-text');
  });

  it('shows its form beside it', async () => {
    await openForm(workbench);
    await photograph(workbench, 'office-form');
    await workbench.page.locator('.tabs-container .tab').last().click({ button: 'middle' });
  });

  it('is corrected by the light bulb and saved into the file', async () => {
    const { page } = workbench;
    const [line, column] = await placeOfTotal();
    await goTo(workbench, line, column);
    const before = await (await squiggles(workbench)).count();
    await openLightBulb(workbench, line, column);
    await photograph(workbench, 'office-light-bulb');
    await chooseAction(workbench, '13');
    await squiggleGone(workbench, before);
    await page.locator('.tab.active.dirty').waitFor();
    await page.keyboard.press('Control+KeyS');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    const reading = await readOffice(readFileSync(file));
    assert.ok('text' in reading && reading.text.includes(row.replace('12', '13')), JSON.stringify(reading));
    await photograph(workbench, 'office-saved');
  });

  it('is opened by a click on one of its problems', async () => {
    const { page } = workbench;
    await checkFolder(workbench);
    await photograph(workbench, 'office-folder');
    await runCommand(workbench, 'View: Close All Editors');
    await runCommand(workbench, 'Problems: Focus on Problems View');
    const filter = page.locator('.panel .viewpane-filter input');
    await filter.fill('**/*.docx');
    const problems = page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: name }).first().waitFor();
    await problems.nth(1).click();
    await showsText(workbench, name);
    await photograph(workbench, 'office-problem');
  });

  it('is marked in the explorer, as texts with problems are', async () => {
    await runCommand(workbench, 'File: Focus on Files Explorer');
    const file = workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name });
    await file.locator('[class*="monaco-decoration-itemBadge"]').waitFor();
    await photograph(workbench, 'office-explorer');
  });
});
