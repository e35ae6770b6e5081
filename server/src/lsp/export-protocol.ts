import type { ExportFormat } from '../export/formats.ts';
import type { Position } from '../service-types.ts';

/** What a client may ask to export an open report; it writes the file itself. */

export const exportMethod = 'disclosureReport/export';

export interface ExportRequests {
  /** Null where the server does not have the document, or failed. */
  readonly [exportMethod]: { readonly params: ExportParams; readonly answer: ExportResult | null };
}

export type { ExportFormat };

export interface ExportParams {
  readonly uri: string;
  /** In the report that is wanted; figures are those of all reports of the document. */
  readonly position: Position;
  readonly to: ExportFormat;
  /** The check sheet (校核单) in the place of the report; as docx or html. */
  readonly isCheckSheet?: boolean;
  /** Of an office file behind the text, its bytes in Base64: places are named in it then. */
  readonly file?: string;
}

export type ExportResult =
  /** What the file may be called, without an end, and its bytes in Base64; what else is to be said of it. */
  | { readonly name: string; readonly bytes: string; readonly remarks: readonly string[] }
  /** Why there is none, as a message to show. */
  | { readonly refusal: string };
