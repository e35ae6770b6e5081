import type * as library from 'pdfjs-dist/legacy/build/pdf.mjs';

/** PDF.js. */
export type PdfJs = typeof library;

/** What PDF.js paints with, where there is nothing to paint on: it asks for these as it loads, and not again where only text is read. */
const paints = ['DOMMatrix', 'ImageData', 'Path2D'];

/** Loads the library in this thread, without its warning that it cannot paint. */
export async function loadPdfJs(): Promise<PdfJs> {
  for (const name of paints.filter((each) => !(each in globalThis))) {
    Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
  }
  const { warn } = console;
  console.warn = () => undefined;
  try {
    const [main, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
    Object.assign(globalThis, { pdfjsWorker: worker });
    return main;
  } finally {
    console.warn = warn;
  }
}
