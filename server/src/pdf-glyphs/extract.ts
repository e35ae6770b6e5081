import type { PdfExtractor, PdfPage, PdfPages } from '../office/pdf/page.ts';
import { faultOf } from './integrity.ts';
import { matrixOf } from './matrix.ts';
import { runOperators, type FontMetrics } from './operators.ts';
import { loadPdfJs, type PdfJs } from './load.ts';

/** Gives one of the character maps that Chinese fonts name, without its ending; undefined where there is none. */
type CharacterMaps = (name: string) => Promise<Uint8Array | undefined>;

/** More pages than a report with its annexes has. */
const mostPages = 300;
const largestFile = 64 << 20;
/** More drawing than a page of text and tables needs. */
const mostOperators = 400_000;

/** Takes the glyphs and rules out of PDFs by PDF.js, in this thread and without any connection. */
export function createExtractor(maps: CharacterMaps): PdfExtractor {
  let library: Promise<PdfJs> | undefined;
  return async (bytes) => {
    if (bytes.length > largestFile) {
      return { unread: 'too-large' };
    }
    try {
      const fault = await faultOf(bytes);
      if (fault !== undefined) {
        return { unread: fault };
      }
      library ??= loadPdfJs();
      return await extract(await library, bytes, maps);
    } catch (error) {
      const { name } = error as Error;
      return { unread: name === 'PasswordException' ? 'encrypted' : 'broken' };
    }
  };
}

async function extract({ getDocument, OPS, VerbosityLevel }: PdfJs, bytes: Uint8Array, maps: CharacterMaps): Promise<PdfPages> {
  let lacksMap = false;
  let lacksFont = false;
  /** What the library asks for beside the file; forms of fonts and decoders of pictures are not needed for a text. */
  class Supplies {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const data = kind === 'cMapUrl' ? await maps(filename.replace(/\.bcmap$/u, '')) : undefined;
      if (data === undefined) {
        lacksMap ||= kind === 'cMapUrl';
        throw new Error(filename);
      }
      return data;
    }
  }
  const task = getDocument({
    // The library takes the bytes for itself.
    data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, maxImageSize: 1,
    fontExtraProperties: true, useWorkerFetch: false, useWasm: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
    // Asked to stop, the library gives what it had drawn before the fault as if it were the page; a picture left out counts as one.
    stopAtErrors: false, enableXfa: false, BinaryDataFactory: Supplies, cMapPacked: true,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) {
      return { unread: 'too-large' };
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const operators = await page.getOperatorList();
      if (operators.fnArray.length > mostOperators) {
        return { unread: 'too-large' };
      }
      const fontOf = (id: string): FontMetrics | undefined => {
        const font = page.commonObjs.has(id) ? page.commonObjs.get(id) as FontMetrics | string : undefined;
        // In place of a font that cannot be read stands why: what is written in it has no characters.
        lacksFont ||= typeof font === 'string';
        return typeof font === 'string' ? undefined : font;
      };
      const drawnAt = (rotation: number): PdfPage & { readonly turns: number } => {
        const { width, height, transform } = page.getViewport({ scale: 1, rotation });
        return { width, height, ...runOperators(operators, matrixOf(transform), fontOf, OPS) };
      };
      const { turns, ...drawn } = drawnAt(page.rotate);
      // A page whose text lies on its side, as a broad table on paper that stands, is turned until it reads.
      pages.push(turns === 0 ? drawn : drawnAt((page.rotate + 360 - 90 * turns) % 360));
      page.cleanup();
    }
    return lacksMap || lacksFont ? { unread: 'broken' } : { pages };
  } finally {
    await task.destroy();
  }
}
