import type { ReadableLayout } from '../layout.ts';
import { htmlWriter } from './html-writer.ts';

/** A table of HTML, in a page or in a text; what reads pages (`../html.ts`) finds it among their tags. */
export const html: ReadableLayout = {
  name: 'html',
  keepsBlanks: true,
  mergesCells: true,
  goesOnWithoutHeads: true,
  isMarkup: true,
  writer: htmlWriter,
};
