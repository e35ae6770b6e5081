import * as l10n from '@vscode/l10n';
import type { ReportDocument } from '../service-types.ts';

/** U+FFFD stands where bytes could not be read: an edit would save the loss. */
export function isWronglyDecoded(document: ReportDocument): boolean {
  return document.text.includes('\uFFFD');
}

/** Why nothing is changed in such a document. */
export function wrongEncodingRefusal(): string {
  return l10n.t('The file was read in a wrong encoding, so nothing is changed. Reopen it in its own encoding (GB18030, say).');
}

/** An answer with the version of the document that it is for; one without edits where the document must not be changed. */
export function versioned<Edit extends { readonly edits: readonly unknown[] }>(
  document: ReportDocument, make: () => Edit,
): (Edit & { readonly version: number }) | { readonly version: number; readonly edits: []; readonly wrongEncoding: true } {
  const { version } = document;
  return isWronglyDecoded(document) ? { version, edits: [], wrongEncoding: true } : { version, ...make() };
}
