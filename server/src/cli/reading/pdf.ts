import type { PdfExtractor } from '../../office/pdf/page.ts';

/** Takes the glyphs and rules out of a PDF; what does that is large, and loaded when the first one comes. */
export const extractPdf: PdfExtractor = async (bytes) => (await import('../../pdf-glyphs/main.ts')).extractPdf(bytes);
