import assert from 'node:assert/strict';
import { goTo, openWalkthrough, openWorkbench, photograph, switchTheme, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('writing a new report', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(sample);
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  });

  after(() => workbench?.close());

  it('completes a sentence at the caret', async () => {
    const { page } = workbench;
    await goTo(workbench, 12, 1);
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible').filter({ hasText: '全年制发行政规范性文件' }).waitFor();
    await photograph(workbench, 'completion');
    await page.keyboard.press('Escape');
  });

  it('is introduced by a walkthrough with pictures, light and dark', async () => {
    const { page } = workbench;
    await openWalkthrough(workbench);
    assert.equal(await page.locator('.getting-started-step').count(), 5);
    assert.match(await page.locator('.gettingStartedDetailsContent').innerText(), /打开或新建报告[^]*新建年度报告/u);
    await photograph(workbench, 'walkthrough-light');
    await switchTheme(workbench, 'dark');
    await photograph(workbench, 'walkthrough-dark');
    await switchTheme(workbench, 'light');
  });

  it('asks for organ and year, and refuses what is neither', async () => {
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input');
    await page.keyboard.press('F1');
    await input.waitFor();
    await input.fill('>新建年度报告');
    // The question takes the place of the list of commands.
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: '新建年度报告' }).first().click();
    const asked = page.locator('.quick-input-title');
    await asked.filter({ hasText: '1/2' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message').filter({ hasText: '请填写机关名称' }).waitFor();
    await input.fill('澄溪县档案局');
    await page.keyboard.press('Enter');
    await asked.filter({ hasText: '2/2' }).waitFor();
    await input.fill('25');
    await page.locator('.quick-input-message').filter({ hasText: '四位数' }).waitFor();
    await input.fill('2025');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line').filter({ hasText: '澄溪县档案局2025年政府信息公开工作年度报告' }).first().waitFor();
    await photograph(workbench, 'new-report');
  });
});
