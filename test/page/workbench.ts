/** Drives the workbench's page as a person would: keys and the mouse in, what is drawn out. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/host/browser.mjs';
import { developmentPath } from '../../tools/host/development.mjs';
import { startServer, workbenchAddress } from '../../tools/host/server.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Where pictures are kept for a person to look at. */
export const screenshots = join(root, '.screenshots');

/** Settings that keep the pictures steady, the file as it was, and a list open whose focus something else takes. */
const settings = {
  'workbench.quickOpen.closeOnFocusLost': false,
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

interface WorkbenchOptions {
  readonly locale?: 'en' | 'zh-cn';
  /** More settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Opens one report of a copy of samples/ in a fresh workbench with the extension as it was built, and waits until it is checked. */
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
  const workbench = {
    page,
    folder,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await showsText(workbench, file);
    await statusSays(workbench, options.locale === 'en' ? 'Report: ' : '年报：');
    await dismissFirstSteps(workbench);
  } catch (error) {
    await photograph(workbench, 'not-opened');
    await workbench.close();
    throw error;
  }
  return workbench;
}

/**
 * Who opens a first report is shown the way to the walkthrough, here as everywhere; pictures and clicks go without it. The notice
 * goes by itself after a while: on a slow machine before one gets here, or under the mouse, so none is moved to its button.
 */
async function dismissFirstSteps({ page }: OnPage): Promise<void> {
  const toast = page.locator('.notification-toast').filter({ hasText: /使用入门|Show How/u });
  const isThere = await toast.waitFor({ timeout: 10_000 }).then(() => true, () => false);
  if (!isThere) {
    return;
  }
  await toast.locator('.codicon-notifications-clear').dispatchEvent('click', {}, { timeout: 5_000 }).catch(() => undefined);
  await toast.waitFor({ state: 'detached' });
}

/** Keeps a picture of the page in .screenshots/. */
export async function photograph({ page }: Workbench, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Waits until an editor shows the text of a file; before that it may show the one that was open before. */
export async function showsText({ page }: OnPage, name: string): Promise<void> {
  await page.waitForFunction((end) => [...document.querySelectorAll<HTMLElement>('.editor-group-container.active .monaco-editor')]
    .some(({ dataset }) => decodeURIComponent(dataset['uri'] ?? '').endsWith(end)), `/${name}`);
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/**
 * Gives the first editor's text the focus. By a key: the mouse would come to lie on what opens at the cursor, and choose in it.
 * A form that had the focus tells so late, and the editor then gives it back: the key is pressed again until the text keeps it.
 */
export async function focusText({ page }: OnPage): Promise<void> {
  const focused = page.locator('.editor-group-container .monaco-editor.focused').first();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press('Control+Digit1');
    if (await focused.waitFor({ timeout: 5_000 }).then(() => true, () => false)) {
      return;
    }
  }
  await focused.waitFor();
}

/** Waits until the status bar says this, e.g. `Ln 3, Col 5`. */
export async function statusSays({ page }: OnPage, text: string | RegExp): Promise<Locator> {
  const item = page.locator('.statusbar-item').filter({ hasText: text }).first();
  await item.waitFor();
  return item;
}
