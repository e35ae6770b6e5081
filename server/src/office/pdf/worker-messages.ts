import type { PdfPages } from './page.ts';

/** What a worker that reads PDFs is sent: a file, or a character map that it asked for, undefined where there is none. */
export type ToPdfWorker =
  | { readonly kind: 'extract'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'map'; readonly name: string; readonly data: Uint8Array | undefined };

/** What it sends: what is in a file, or the name of a character map that it needs for one. */
export type FromPdfWorker =
  | { readonly kind: 'extracted'; readonly id: number; readonly result: PdfPages }
  | { readonly kind: 'wanted'; readonly name: string };
