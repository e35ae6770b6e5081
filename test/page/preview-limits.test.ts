import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { closeSideBar, openForm } from './views.ts';
import { openWorkbench, photograph, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';
const total = 'td[aria-label^="三、本年度办理结果 （七）总计 申请人情况 自然人"]';

interface Limit {
  readonly why: string;
  readonly notice: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Each with a theme of high contrast, so that these are seen too. */
const limits: readonly Limit[] = [
  {
    why: 'an untrusted workspace', notice: '此工作区未受信任',
    settings: {
      'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never',
      'workbench.colorTheme': 'Default High Contrast',
    },
  },
  {
    why: 'a read-only file', notice: '文件为只读',
    settings: { 'files.readonlyInclude': { '**/*.md': true }, 'workbench.colorTheme': 'Default High Contrast Light' },
  },
];

for (const { why, notice, settings } of limits) {
  describe(`the form preview in ${why}`, function () {
    this.timeout(240_000);
    let workbench: Workbench;
    let form: FrameLocator;

    before(async () => {
      workbench = await openWorkbench(sample, { settings });
      await workbench.page.evaluate(() => navigator.clipboard.writeText('9'));
      await closeSideBar(workbench);
      form = await openForm(workbench);
    });

    after(() => workbench?.close());

    it('shows the form and says why nothing can be changed', async () => {
      await form.locator('.notice').filter({ hasText: notice }).waitFor();
      assert.equal(await form.locator('table[role=grid][aria-readonly=true]').count(), 3);
      await photograph(workbench, `preview-${why.replaceAll(' ', '-')}`);
    });

    it('says so again to who types, pastes or deletes, and writes nothing', async () => {
      const { page } = workbench;
      const refusal = form.locator('.inspector [role=alert]').filter({ hasText: notice });
      for (const key of ['5', 'F2', 'Delete', 'Control+KeyV']) {
        await form.locator(total).click();
        await refusal.waitFor({ state: 'hidden' });
        await page.keyboard.press(key);
        await refusal.waitFor();
      }
      assert.equal(await form.locator('input').count(), 0);
      assert.equal(await form.locator(`${total} .value`).innerText(), '12');
    });

    it('tells the operands of what is broken from others, and a wrong figure, without colour', async () => {
      await form.locator(total).click();
      const broken = form.locator('td.operand-broken').first();
      await broken.waitFor();
      const outline = (): Promise<string> => form.locator('td.operand:not(.error)').first()
        .evaluate((cell) => `${getComputedStyle(cell).outlineStyle} ${getComputedStyle(cell).outlineWidth}`);
      const ofBroken = await outline();
      await photograph(workbench, `preview-${why.replaceAll(' ', '-')}-operands`);
      await form.locator('td[aria-label^="二、上年结转政府信息公开申请数量 申请人情况 总计"]').click();
      assert.notEqual(await outline(), ofBroken);
      const mark = await form.locator(total).evaluate((cell) => getComputedStyle(cell, '::before').content);
      assert.equal(mark, '"≠"');
      const colours = await form.locator('body').evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
      assert.ok(contrast(colours) >= 7, colours.join(' on '));
    });
  });
}

/** The contrast of two opaque colours as `rgb(…)`, after WCAG 2. */
function contrast(colours: readonly string[]): number {
  const [dark, light] = colours.map((colour) => {
    const [red, green, blue] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }).sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}
