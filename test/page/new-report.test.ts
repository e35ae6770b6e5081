import assert from 'node:assert/strict';
import { chooseCommand, goTo } from './quick-input.ts';
import { openWalkthrough, switchTheme } from './views.ts';
import { openWorkbench, photograph, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

describe('writing a new report', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(sample);
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
    await openWalkthrough(workbench);
    await lookThrough(workbench, 'zh-light', /打开或新建报告[^]*新建年度报告/u);
    await switchTheme(workbench, 'dark');
    await lookThrough(workbench, 'zh-dark', /按工作阶段设置/u);
    await switchTheme(workbench, 'light');
  });

  it('asks for organ and year, and refuses what is neither', async () => {
    const { page } = workbench;
    const input = await chooseCommand(workbench, '新建年度报告…');
    const asked = page.locator('.quick-input-title');
    await asked.filter({ hasText: '1/2' }).waitFor();
    await input.press('Enter');
    await page.locator('.quick-input-message').filter({ hasText: '请填写机关名称' }).waitFor();
    await input.fill('澄溪县档案局');
    await input.press('Enter');
    await asked.filter({ hasText: '2/2' }).waitFor();
    await input.fill('25');
    await page.locator('.quick-input-message').filter({ hasText: '四位数' }).waitFor();
    await input.fill('2025');
    await input.press('Enter');
    await page.locator('.monaco-editor .view-line').filter({ hasText: '澄溪县档案局2025年政府信息公开工作年度报告' }).first().waitFor();
    await photograph(workbench, 'new-report');
  });
});

describe('the walkthrough in English', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(sample, { locale: 'en' });
    await openWalkthrough(workbench, 'Getting Started');
  });

  after(() => workbench?.close());

  it('shows all it says, light and dark', async () => {
    await lookThrough(workbench, 'en-light', /Open or write a report[^]*New Report/u);
    await switchTheme(workbench, 'dark');
    await lookThrough(workbench, 'en-dark', /Set it to your work/u);
  });
});

/** Opens each step in turn, and sees that no words are cut off and a picture is drawn. */
async function lookThrough(workbench: Workbench, name: string, says: RegExp): Promise<void> {
  const { page } = workbench;
  assert.match(await page.locator('.gettingStartedDetailsContent').innerText(), says);
  const cut = await page.locator('.getting-started-category h2, .getting-started-category .category-description')
    .evaluateAll((parts) => parts.filter((part) => part.scrollHeight > part.clientHeight + 1).map((part) => part.textContent));
  assert.deepEqual(cut, []);
  const steps = await page.locator('.getting-started-step').all();
  assert.equal(steps.length, 5);
  for (const [at, step] of steps.entries()) {
    await step.locator('.step-title').click();
    // The step takes the focus a moment later, and would take it from what is opened meanwhile.
    await step.and(page.locator('.expanded:focus')).waitFor();
    await page.locator('.gettingStartedSlideDetails').frameLocator('iframe').frameLocator('iframe#active-frame').locator('svg').first().waitFor();
    await photograph(workbench, `walkthrough-${name}-${at + 1}`);
  }
  await steps[0]!.locator('.step-title').click();
  await steps[0]!.and(page.locator('.expanded:focus')).waitFor();
}
