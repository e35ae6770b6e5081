import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { goTo } from './quick-input.ts';
import { openWorkbench, photograph, statusSays, type Workbench } from './workbench.ts';

const sample = '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md';

/** How long a key takes a person, in milliseconds: the page has time to show what it makes of it. */
const pace = 400;

describe('writing Chinese by an input method', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let method: CDPSession;

  before(async () => {
    workbench = await openWorkbench(sample);
    method = await workbench.page.context().newCDPSession(workbench.page);
  });

  after(() => workbench?.close());

  it('lets nothing flicker before the words are chosen', async () => {
    const { page } = workbench;
    // Letters behind this year would take its finding away.
    const lines = readFileSync(join(workbench.folder, sample), 'utf8').split('\n');
    const index = lines.findIndex((text) => text.includes('水务局2024年'));
    await goTo(workbench, index + 1, lines[index]!.indexOf('2024年') + 5);
    const shown = await watch(workbench);
    const [before] = await shown();
    // One letter that rests alone is soon taken for what was meant.
    await Promise.all([compose('m'), compose('mi')]);
    for (const text of ['mi\'n', 'mi\'ng']) {
      await page.waitForTimeout(pace);
      await compose(text);
    }
    await page.locator('.view-line').filter({ hasText: '2024mi\'ng年' }).waitFor();
    await page.waitForTimeout(pace);
    assert.deepEqual(await shown(), [before]);
    await photograph(workbench, 'composing');
    await method.send('Input.insertText', { text: '明' });
    await page.waitForFunction((known) => !document.body.dataset['shown']!.endsWith(known), before!);
    assert.equal((await shown()).length, 2);
  });

  /** What the input method has put in so far, in place of what it had before. */
  async function compose(text: string): Promise<void> {
    await method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
});

/** Notes what the status bar says of the report, each time it says something else. */
async function watch(workbench: Workbench): Promise<() => Promise<string[]>> {
  const { page } = workbench;
  const item = await statusSays(workbench, '年报：');
  await item.evaluate((element) => {
    const { dataset } = document.body;
    dataset['shown'] = element.textContent.trim();
    new MutationObserver(() => {
      const text = element.textContent.trim();
      const noted = dataset['shown']!.split('\n');
      if (text !== noted.at(-1)) {
        dataset['shown'] = [...noted, text].join('\n');
      }
    }).observe(element, { subtree: true, childList: true, characterData: true });
  });
  return async () => (await page.evaluate(() => document.body.dataset['shown']!)).split('\n');
}
