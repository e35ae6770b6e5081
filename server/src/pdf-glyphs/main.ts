import { createExtractor } from './extract.ts';
import { readMap } from './maps.ts';
import { isBrowserWorker, serve } from './worker.ts';

/** Takes the glyphs and rules out of a PDF; a bundle of its own, which is loaded when the first PDF comes: by import on Node, as a worker in a browser. */
export const extractPdf = createExtractor(readMap);

if (isBrowserWorker) {
  serve(globalThis as unknown as Parameters<typeof serve>[0]);
}
