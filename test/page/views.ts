/** The views beside the text: outline, reports of the folder, form, walkthrough. */
import type { FrameLocator, Locator } from 'playwright-core';
import { runCommand } from './quick-input.ts';
import type { Workbench } from './workbench.ts';

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
  // Nine files with ten reports.
  await rows.nth(9).waitFor();
  return rows;
}

/** Opens the form beside the text and waits until one of its cells is marked wrong. */
export async function openForm(workbench: Workbench): Promise<FrameLocator> {
  await runCommand(workbench, '查看表样');
  const form = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const drawn = form.locator('td.error').first();
  // In a fresh browser the editor's service worker at times misses the first page that asks it for files.
  await drawn.waitFor({ timeout: 20_000 }).catch(() => runCommand(workbench, 'Developer: Reload Webviews'));
  await drawn.waitFor();
  return form;
}

/** Opens the Getting Started page and waits until its steps and the picture of the open one are drawn. */
export async function openWalkthrough(workbench: Workbench, command = '使用入门'): Promise<Locator> {
  await runCommand(workbench, command);
  const page = workbench.page.locator('.gettingStartedContainer .gettingStartedSlideDetails');
  await page.locator('.step-title').first().waitFor();
  await page.frameLocator('iframe').frameLocator('iframe#active-frame').locator('svg').first().waitFor();
  // The open step takes the focus a moment later, and would take it from what is opened meanwhile.
  await page.locator('.getting-started-step.expanded:focus').waitFor();
  return page;
}

/** Gives the text the room of the side bar. */
export async function closeSideBar(workbench: Workbench): Promise<void> {
  const bar = workbench.page.locator('.part.sidebar');
  if (await bar.isVisible()) {
    await runCommand(workbench, 'View: Toggle Primary Side Bar Visibility');
    await bar.waitFor({ state: 'hidden' });
  }
}

/** Changes from the light theme to the dark one, or back. */
export async function switchTheme(workbench: Workbench, to: 'light' | 'dark'): Promise<void> {
  await runCommand(workbench, 'Preferences: Toggle between Light/Dark Themes');
  await workbench.page.locator(to === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs').waitFor();
}
