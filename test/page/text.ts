/** The text in the editor, and what is drawn in it. */
import type { Locator } from 'playwright-core';
import { runCommand } from './quick-input.ts';
import { focusText, type OnPage, type Workbench } from './workbench.ts';

/** The whole text of the first editor, as a person would copy it. */
export async function textOfEditor(workbench: OnPage): Promise<string> {
  const { page } = workbench;
  await focusText(workbench);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyC');
  const copied = await page.waitForFunction(() => navigator.clipboard.readText());
  return await copied.jsonValue();
}

/** Gives the text back as its file holds it, and waits until it is. */
export async function revert(workbench: OnPage): Promise<void> {
  await runCommand(workbench, 'File: Revert File');
  await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}

/** The squiggles of errors that are in view, once one is drawn. */
export async function squiggles({ page }: Workbench): Promise<Locator> {
  const drawn = page.locator('.monaco-editor .squiggly-error');
  await drawn.first().waitFor({ state: 'attached' });
  return drawn;
}

/** Waits until fewer squiggles of errors are in view than there were. */
export async function squiggleGone({ page }: Workbench, before: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('.monaco-editor .squiggly-error').length < count, before);
}

/** Shows what stands in the hover at the cursor, once it holds this text. */
export async function openHover({ page }: OnPage, text: string): Promise<Locator> {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('Control+KeyI');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: text }).first();
  await hover.waitFor();
  return hover;
}

/** The lines above tables that say how many identities hold, once one is drawn. */
export async function identityLenses({ page }: Workbench): Promise<Locator> {
  const lenses = page.locator('.monaco-editor .codelens-decoration a:visible').filter({ hasText: '勾稽关系' });
  await lenses.first().waitFor();
  return lenses;
}
