import type { Connection } from 'vscode-languageserver';
import type { OfficeHost } from '../office/read-office.ts';
import { toBase64 } from './base64.ts';
import type { ClientSupport } from './client-support.ts';
import { extractPdfMethod, type ExtractPdfParams, type ExtractPdfResult } from './protocol.ts';

/** What reads office files: the machine that the server runs on, and for the PDFs that it cannot read the client, if it can. */
export function officeHostOf(connection: Connection, { options }: ClientSupport, own: OfficeHost = {}): OfficeHost {
  return options.extractsPdf === true
    ? { extractPdf: (bytes) => connection.sendRequest<ExtractPdfResult>(extractPdfMethod, { bytes: toBase64(bytes) } satisfies ExtractPdfParams), ...own }
    : own;
}
