import type { Random } from '../random.ts';
import { textLayout } from './document.ts';
import { htmlWriter } from './html.ts';
import { inlineWriter } from './inline.ts';
import type { Layout, TableWriter } from './layout.ts';
import { lineWriter, spacedLineWriter } from './lines.ts';
import { pdfWriter } from './pdf.ts';
import { pipeWriter, plainPipes } from './pipe.ts';
import { tabWriter } from './tabs.ts';
import { wordWriter } from './word.ts';

/** Each table of the report in another layout, as a text that was pasted together has them. */
export const mixed: Layout = textLayout('mixed', () => ({ language: 'markdown' }), ({ random }) => anyWriter(random));

const writers: readonly TableWriter[] = [
  pipeWriter(plainPipes), htmlWriter, tabWriter('header'), wordWriter, lineWriter, spacedLineWriter, inlineWriter, pdfWriter,
];

function anyWriter(random: Random): TableWriter {
  return random.pick(writers);
}
