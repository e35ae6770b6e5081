/** What a client may ask about office files, whose bytes it reads and writes itself, and what it may be asked. */
import type { PdfPages } from '../office/pdf/page.ts';

export type { FromPdfWorker, ToPdfWorker } from '../office/pdf/worker-messages.ts';

/** Asked of a client that says `extractsPdf`: what is printed on the pages of a PDF. */
export const extractPdfMethod = 'disclosureReport/extractPdf';

export interface ExtractPdfParams {
  /** Of the file, in Base64. */
  readonly bytes: string;
}

export type ExtractPdfResult = PdfPages;

export const readOfficeMethod = 'disclosureReport/readOffice';
export const writeOfficeMethod = 'disclosureReport/writeOffice';

export interface OfficeRequests {
  /** The text of an office file; null where the server failed. */
  readonly [readOfficeMethod]: { readonly params: ReadOfficeParams; readonly answer: ReadOfficeResult | null };
  /** The file as it is with another text; null where the server failed. */
  readonly [writeOfficeMethod]: { readonly params: WriteOfficeParams; readonly answer: WriteOfficeResult | null };
}

interface OfficeParams {
  readonly uri: string;
  /** Of the file, in Base64. */
  readonly bytes: string;
}

interface ReadOfficeParams extends OfficeParams {
  /** Whether the places of the text are wanted. */
  readonly withPlaces?: boolean;
}

interface WriteOfficeParams extends OfficeParams {
  /** The text that the file is to have; its lines end in LF. */
  readonly text: string;
}

export type ReadOfficeResult =
  /** `readOnly` says why nothing can be written back, `leftOut` what of the file is not in the text. */
  | { readonly text: string; readonly readOnly?: string; readonly leftOut?: readonly string[]; readonly places?: readonly WrittenPlace[] }
  /** Why there is no text, and what to do. */
  | { readonly unread: string };

/** A stretch of the text, by its offsets, and where in the file it stands in words; in the order of the text. */
interface WrittenPlace {
  readonly start: number;
  readonly end: number;
  readonly where: string;
}

export type WriteOfficeResult =
  /** `stale` says which formulas keep values that were computed before the change. */
  | { readonly bytes: string; readonly stale?: readonly string[] }
  /** What is in the way; nothing may be written then. */
  | { readonly refused: readonly RefusedLine[] }
  | { readonly unread: string };

/** A line of the new text that cannot be carried back, counted from 0, and why. */
export interface RefusedLine {
  readonly line: number;
  readonly message: string;
}
