import type { ReadableLayout } from '../layout.ts';
import type { TableWriter } from '../tree.ts';
import { commas } from './commas.ts';
import { dashes } from './dashes.ts';
import { html } from './html.ts';
import { cellPerLine, spaces } from './loose.ts';
import { pipe } from './pipe.ts';
import { tabs, word } from './tabs.ts';
import { tabsWriter } from './tabs-writer.ts';

/** The layouts in which reports arrive, in the order in which a line is tried as the beginning of a table. */
export const layouts: readonly ReadableLayout[] = [dashes, pipe, commas, tabs, word, html, spaces, cellPerLine];

/** The writer for documents in a language that hold no table yet; rows of tabs where no layout is for it. */
export function writerFor(language: string): TableWriter {
  return layouts.find(({ writer }) => writer?.languages.includes(language))?.writer ?? tabsWriter;
}

/** The layout that somebody asks for by its name. */
export function layoutNamed(called: string): ReadableLayout | undefined {
  return layouts.find(({ name }) => name === called);
}
