/** What programs put on the clipboard when cells are copied in them, and the clipboard of the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A small table as each program gives it, some numbers of a spreadsheet, and rows of the official form in a web page. */
export type Source = 'word' | 'spreadsheet' | 'page' | 'block' | 'rows';

export function copiedFrom(source: Source): Readonly<Record<'text/html' | 'text/plain', string>> {
  const read = (ending: string): string => readFileSync(join(import.meta.dirname, 'clipboard', `${source}.${ending}`), 'utf8');
  return { 'text/html': read('html'), 'text/plain': read('txt') };
}

/** Puts data on the clipboard as they are; the browser's own writing function would tidy the markup. */
export async function copy(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((items) => {
    addEventListener('copy', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of Object.entries(items)) {
        event.clipboardData?.setData(type, text);
      }
    }, { capture: true, once: true });
    document.execCommand('copy');
  }, data);
}

/** The whole text of the editor that has the focus, as a person would copy it. */
export async function textOfEditor({ page }: Workbench): Promise<string> {
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyC');
  return page.evaluate(() => navigator.clipboard.readText());
}
