import type { ReadableLayout } from '../layout.ts';
import { commas } from './commas.ts';
import { dashes } from './dashes.ts';
import { html } from './html.ts';
import { cellPerLine, spaces } from './loose.ts';
import { pipe } from './pipe.ts';
import { tabs, word } from './tabs.ts';

/** The layouts in which reports arrive, in the order in which a line is tried as the beginning of a table. */
export const layouts: readonly ReadableLayout[] = [dashes, pipe, commas, tabs, word, html, spaces, cellPerLine];
