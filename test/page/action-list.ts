/** The list of actions that opens at the cursor: the light bulb's, and that of the ways to paste. */
import type { Locator } from 'playwright-core';
import { goTo } from './quick-input.ts';
import type { OnPage } from './workbench.ts';

/**
 * Opens the light bulb's menu at a place, both counted from 1. Where the cursor has come to, the editor asks for actions
 * by itself after a while, and drops any question that it was asked before: the light bulb says that this is over. One
 * that is drawn from the place before says nothing, so the start of the text comes first, where none is offered.
 */
export async function openLightBulb(workbench: OnPage, line: number, column: number): Promise<Locator> {
  const { page } = workbench;
  const bulb = page.locator('.monaco-editor').locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').filter({ visible: true });
  await goTo(workbench, 1, 1);
  await bulb.first().waitFor({ state: 'hidden' });
  await goTo(workbench, line, column);
  await bulb.first().waitFor();
  const actions = page.locator('.action-widget .monaco-list-row.action');
  await ask(workbench, actions);
  return actions;
}

/** Asks for the actions at the cursor. Findings that come in meanwhile drop the question as well, and the editor says so. */
async function ask(workbench: OnPage, actions: Locator): Promise<void> {
  const { page } = workbench;
  const none = page.locator('.monaco-editor-overlaymessage').filter({ hasText: 'No code actions available' });
  await page.keyboard.press('Control+Period');
  await actions.or(none).first().waitFor();
  if (await none.isVisible()) {
    await page.keyboard.press('Escape');
    await none.waitFor({ state: 'hidden' });
    await ask(workbench, actions);
  }
}

/** Takes an action of the list that is open, as soon as it is there, by the keys that lead to it. */
export async function chooseAction({ page }: OnPage, title: string | RegExp): Promise<void> {
  const wanted = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  while (!await wanted.evaluate((row) => row.classList.contains('focused'))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.locator('.action-widget').waitFor({ state: 'hidden' });
}

/** Pastes in another way than was done unasked: the editor takes back what it has pasted, and pastes again. */
export async function pasteAs(workbench: OnPage, title: string): Promise<void> {
  const { page } = workbench;
  const offer = page.locator('.post-edit-widget');
  await offer.waitFor();
  const first = await offer.elementHandle();
  await page.keyboard.press('Control+Period');
  await chooseAction(workbench, title);
  await first?.waitForElementState('hidden');
  await offer.waitFor();
}
