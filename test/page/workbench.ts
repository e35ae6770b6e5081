/** Drives the workbench's page as a person would: keys and the mouse in, what is drawn out. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { developmentPath } from '../../tools/host/development.mjs';
import { startServer, workbenchAddress } from '../../tools/host/server.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Where pictures are kept for a person to look at. */
export const screenshots = join(root, '.screenshots');

/** Settings that keep the pictures steady, and the file as it was. */
const settings = {
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'editor.cursorBlinking': 'solid',
  'workbench.colorTheme': 'Default Light Modern',
  'window.commandCenter': false,
  'workbench.reduceMotion': 'on',
};

export interface Workbench {
  readonly page: Page;
  /** The copy of samples/ that is open; a test may write in it. */
  readonly folder: string;
  close(): Promise<void>;
}

/** What the helpers below need that only press keys and look. */
export type OnPage = Pick<Workbench, 'page'>;

export interface WorkbenchOptions {
  readonly locale?: 'en' | 'zh-cn';
  /** More settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Opens one report of a copy of samples/ in a fresh workbench with the extension as it was built. */
export async function openWorkbench(file: string, options: WorkbenchOptions = {}): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), 'disclosure-report-page-'));
  const folder = join(home, 'samples');
  const extensions = join(home, 'extensions');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  mkdirSync(extensions);
  mkdirSync(screenshots, { recursive: true });
  const server = await startServer({ data: join(home, 'data'), extensions, settings: { ...settings, ...options.settings }, locale: options.locale ?? 'zh-cn' });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page.setDefaultTimeout(60_000);
  await page.goto(workbenchAddress(server, { folder, extension: developmentPath(), file: join(folder, file) }));
  await page.locator('.monaco-editor .view-line').first().waitFor();
  return {
    page,
    folder,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Keeps a picture of the page in .screenshots/. */
export async function photograph({ page }: Workbench, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
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

/** How long a step may take until it is taken for lost, in milliseconds: what is still loading takes the focus away at times. */
const patience = 10_000;

/** Takes a step again where it was lost, three times at most. */
async function insist<Result>(step: () => Promise<Result>, tries = 3): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (tries === 1) throw error;
    return insist(step, tries - 1);
  }
}

/** Puts the cursor at a place, both counted from 1 as the editor shows them. */
export async function goTo({ page }: OnPage, line: number, column: number): Promise<void> {
  await insist(async () => {
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+KeyG');
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ timeout: patience });
    await input.fill(`:${line}:${column}`, { timeout: patience });
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: patience });
    await page.locator('.statusbar-item').filter({ hasText: `Ln ${line}, Col` }).first().waitFor({ timeout: patience });
  });
}

/** Opens a file of the folder in place of the one in view. */
export async function openFile({ page, folder }: Workbench, name: string, text?: string): Promise<void> {
  if (text !== undefined) {
    writeFileSync(join(folder, name), text);
  }
  await page.keyboard.press('Control+KeyP');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active').filter({ hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/** Waits until the status bar says this, e.g. `Ln 3, Col 5`. */
export async function statusSays({ page }: OnPage, text: string | RegExp): Promise<Locator> {
  const item = page.locator('.statusbar-item').filter({ hasText: text }).first();
  await item.waitFor();
  return item;
}

/** Opens the list of commands. */
export async function openCommands({ page }: OnPage): Promise<Locator> {
  const input = page.locator('.quick-input-widget input[type=text]');
  await insist(async () => {
    await page.keyboard.press('F1');
    await input.waitFor({ timeout: patience });
  });
  return input;
}

/** Runs a command by its English title. */
export async function runCommand({ page }: OnPage, title: string): Promise<void> {
  await insist(async () => {
    const input = await openCommands({ page });
    await input.fill(`>${title}`, { timeout: patience });
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: title }).first().click({ timeout: patience });
  });
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Opens the light bulb's menu at the cursor, once the light bulb is drawn. */
export async function openLightBulb({ page }: OnPage): Promise<Locator> {
  await page.locator('.monaco-editor [class*="lightbulb"]').first().waitFor();
  await page.keyboard.press('Control+Period');
  const items = page.locator('.action-widget .action-list-item, .action-widget .monaco-list-row.action');
  await items.first().waitFor();
  return items;
}

/** Shows what stands in the hover at the cursor, once it holds this text. */
export async function openHover({ page }: OnPage, text: string): Promise<Locator> {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('Control+KeyI');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: text }).first();
  await hover.waitFor();
  return hover;
}

/** Opens the outline and waits for a row that holds this text. */
export async function openOutline(workbench: Workbench, text: string): Promise<Locator> {
  await runCommand(workbench, 'Explorer: Focus on Outline View');
  const rows = workbench.page.locator('.outline-pane .monaco-list-row');
  await rows.filter({ hasText: text }).first().waitFor();
  return rows;
}

/** Checks all reports of the folder, and shows the view that lists them. */
export async function checkFolder(workbench: Workbench): Promise<Locator> {
  const { page } = workbench;
  await runCommand(workbench, '检查文件夹中的所有报告');
  await page.locator('.notification-list-item-message').filter({ hasText: '份报告' }).waitFor();
  await runCommand(workbench, 'Notifications: Clear All Notifications');
  await page.locator('.statusbar-item a').filter({ hasText: '年报：' }).first().click();
  const rows = page.locator('.part.sidebar .monaco-list-row').filter({ hasText: /20\d\d年/u });
  await rows.nth(6).waitFor();
  return rows;
}

/** Opens the form beside the text and waits until one of its cells is marked wrong. */
export async function openForm(workbench: Workbench): Promise<FrameLocator> {
  await runCommand(workbench, '以官方表样预览');
  const form = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const drawn = form.locator('td.error').first();
  // In a fresh browser the editor's service worker at times misses the first page that asks it for files.
  await drawn.waitFor({ timeout: 20_000 }).catch(() => runCommand(workbench, 'Developer: Reload Webviews'));
  await drawn.waitFor();
  return form;
}

/** The lines above tables that say how many identities hold, once one is drawn. */
export async function identityLenses({ page }: Workbench): Promise<Locator> {
  const lenses = page.locator('.monaco-editor .codelens-decoration a:visible').filter({ hasText: '勾稽关系' });
  await lenses.first().waitFor();
  return lenses;
}

/** Opens the Getting Started page and waits until its steps and the picture of the open one are drawn. */
export async function openWalkthrough(workbench: Workbench, command = '使用入门'): Promise<Locator> {
  await runCommand(workbench, command);
  const page = workbench.page.locator('.gettingStartedContainer .gettingStartedSlideDetails');
  await page.locator('.step-title').first().waitFor();
  await page.frameLocator('iframe').frameLocator('iframe#active-frame').locator('svg').first().waitFor();
  return page;
}

/** Changes from the light theme to the dark one, or back. */
export async function switchTheme(workbench: Workbench, to: 'light' | 'dark'): Promise<void> {
  await runCommand(workbench, 'Preferences: Toggle between Light/Dark Themes');
  await workbench.page.locator(to === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs').waitFor();
}
