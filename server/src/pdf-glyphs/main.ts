import { createExtractor } from './extract.ts';
import { readMap } from './maps.ts';

/** Takes the glyphs and rules out of a PDF; a bundle of its own, which is loaded when the first PDF comes. */
export const extractPdf = createExtractor(readMap);
