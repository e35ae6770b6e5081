import { bars } from './bars.ts';
import { blocks } from './blocks.ts';
import { box, gridTable } from './box.ts';
import { commas } from './commas.ts';
import { barredParagraphs, escapedParagraphs, indentedCells, paragraphCells, spreadsheet } from './converted.ts';
import { dashed } from './dashed.ts';
import { flow, oneLine, paired } from './flow.ts';
import { htmlInMarkdown, htmlPage } from './html.ts';
import { inline } from './inline.ts';
import type { Layout } from './layout.ts';
import { lines, spacedLines } from './lines.ts';
import { mixed } from './mixed.ts';
import { pdfBlocks, pdfParse } from './pdf-parse.ts';
import { pdf } from './pdf.ts';
import { pipe, pipeCells, pipeSplit } from './pipe.ts';
import { severalRows, sideBySide, wrapped } from './running.ts';
import { tabs } from './tabs.ts';
import { word } from './word.ts';

export { compile } from './compilation.ts';
export type { ExpectedFigure, LaidOut, Language, Layout } from './layout.ts';
export { runTogether } from './run-together.ts';

/** Every layout in which reports arrive and can be read. */
export const layouts: readonly Layout[] = [
  pipe, pipeSplit, pipeCells, bars, tabs, word, lines, spacedLines, inline, pdf, htmlInMarkdown, htmlPage, blocks, mixed, commas, wrapped,
  severalRows,
];

/** Layouts that need not be read; a figure that is read in them must be right all the same. */
export const strangeLayouts: readonly Layout[] = [box, gridTable, sideBySide];

/** What converters leave of tables: read, or refused as a whole. */
export const convertedLayouts: readonly Layout[] = [
  indentedCells, paragraphCells, barredParagraphs, spreadsheet, escapedParagraphs, pdfParse, pdfBlocks, flow, oneLine, paired, dashed,
];
