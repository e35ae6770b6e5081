/** What programs put on the clipboard when cells are copied in them, and the clipboard of the page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A small table as each program gives it, some numbers of a spreadsheet, and rows of the official form in a web page. */
export type Source = 'word' | 'spreadsheet' | 'page' | 'block' | 'rows';

export function copiedFrom(source: Source): Readonly<Record<'text/html' | 'text/plain', string>> {
  const read = (ending: string): string => readFileSync(join(import.meta.dirname, 'clipboard', `${source}.${ending}`), 'utf8');
  return { 'text/html': read('html'), 'text/plain': read('txt') };
}

/** Puts data on the clipboard as they are; the browser's own writing function would tidy the markup. */
export async function copy(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  const isCopied = await page.evaluate((items) => {
    addEventListener('copy', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of Object.entries(items)) {
        event.clipboardData?.setData(type, text);
      }
    }, { capture: true, once: true });
    return document.execCommand('copy');
  }, data);
  assert.ok(isCopied);
}
