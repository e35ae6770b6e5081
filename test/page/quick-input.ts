/** The field at the top of the window: places, files and commands are named in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { focusText, showsText, type OnPage, type Workbench } from './workbench.ts';

/** Puts the cursor at a place, both counted from 1 as the editor shows them. */
export async function goTo(workbench: OnPage, line: number, column: number): Promise<void> {
  const { page } = workbench;
  await focusText(workbench);
  const input = await open(workbench, 'Control+KeyG');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  const where = await page.waitForFunction((place) => {
    if (!document.querySelector('.editor-group-container.active .monaco-editor')) {
      return 'elsewhere';
    }
    const isClosed = !document.querySelector('.quick-input-widget')?.checkVisibility();
    return isClosed && [...document.querySelectorAll('.statusbar-item')].some((item) => item.textContent?.includes(place)) && 'there';
  }, `Ln ${line}, Col`);
  // A form that had the focus tells so late, and then counts for what the person is at although the text has it by now.
  if (await where.jsonValue() === 'elsewhere') {
    await page.keyboard.press('Escape');
    await closed(workbench);
    await goTo(workbench, line, column);
  }
}

/** Opens a file of the folder in place of the one in view. */
export async function openFile(workbench: Workbench, name: string, text?: string): Promise<void> {
  if (text !== undefined) {
    writeFileSync(join(workbench.folder, name), text);
  }
  const input = await open(workbench, 'Control+KeyP');
  await input.fill(name);
  await offered(workbench, name).waitFor();
  await input.press('Enter');
  await showsText(workbench, name);
}

/** Opens the list of commands. */
function openCommands(workbench: OnPage): Promise<Locator> {
  return open(workbench, 'F1');
}

/** Chooses a command by its English title; what it asks takes the place of the list. */
export async function chooseCommand(workbench: OnPage, title: string): Promise<Locator> {
  const input = await openCommands(workbench);
  await input.fill(`>${title}`);
  // The list is filtered behind the typing: what Enter takes is the row that has the focus by then.
  await offered(workbench, title).waitFor();
  await input.press('Enter');
  return input;
}

/** Runs a command by its English title. The list is closed before the command has done its work. */
export async function runCommand(workbench: OnPage, title: string): Promise<void> {
  await chooseCommand(workbench, title);
  await closed(workbench);
}

async function open({ page }: OnPage, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  return input;
}

function closed({ page }: OnPage): Promise<void> {
  return page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The row that Enter takes, where it has this name, with or without its category before it. */
function offered({ page }: OnPage, name: string): Locator {
  const whole = new RegExp(`^(?:.*: )?${name.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')}$`, 'u');
  return page.locator('.quick-input-widget .monaco-list-row.focused').filter({ has: page.locator('.label-name', { hasText: whole }) });
}
