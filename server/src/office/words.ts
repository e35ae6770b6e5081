import * as l10n from '@vscode/l10n';
import type { LeftOut, Place, ReadOnlyReason, RefusalReason, UnreadReason } from './office-text.ts';

/** A place in the words of the locale: `表3 第9行 第3列`, `第12段`, `第2页`, `工作表“三” F12`. */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'cell': return l10n.t('table {0} row {1} column {2}', place.table, place.row, place.column);
    case 'paragraph': return l10n.t('paragraph {0}', place.paragraph);
    case 'page': return l10n.t('page {0}', place.page);
    case 'sheet': return place.cell === undefined
      ? l10n.t('sheet "{0}"', place.sheet) : l10n.t('sheet "{0}" {1}', place.sheet, place.cell);
  }
}

/** Why a file cannot be read, and what to do. */
export function unreadMessage(reason: UnreadReason): string {
  switch (reason) {
    case 'empty': return l10n.t('the file is empty');
    case 'broken': return l10n.t('the file is damaged or incomplete; get it again, or save it anew from the program that it was made with, and check that');
    case 'no-document': return l10n.t('this is an archive without a document in it; check the files in it');
    case 'encrypted': return l10n.t('the file is encrypted; open it with its password, save it without one and check that');
    case 'too-large': return l10n.t('the file is too large to be read as a report');
    case 'embedded': return l10n.t('the file holds other documents in place of a text of its own; open it in Word or WPS, save it as .docx and check that');
    case 'scan': return l10n.t('the pages are pictures without text; check the file that they were made from');
    case 'old-word': return l10n.t('this is the old format of Word or WPS; save it as .docx and check that');
    case 'old-sheet': return l10n.t('this is the old format of Excel or WPS; save it as .xlsx and check that');
    case 'pdf': return l10n.t('PDF files are not read in a browser; open the folder in VS Code on a computer, or check the file that it was made from');
    case 'rich-text': return l10n.t('this is rich text (RTF); save it as .docx and check that');
    case 'open-document': return l10n.t('this is an OpenDocument file; save it as .docx and check that');
    case 'ofd': return l10n.t('OFD files cannot be read; check the file that it was made from');
    case 'slides': return l10n.t('these are slides, and no report is looked for in them');
    case 'picture': return l10n.t('this is a picture; check the file that it was made from');
    case 'text': return l10n.t('this is a text or a web page whose name says otherwise; let its name end in .html or .txt and check that');
    case 'unknown': return l10n.t('the format is not known; save it as .docx and check that');
  }
}

/** Why nothing in a file can be changed, and what to do. */
export function readOnlyMessage(reason: ReadOnlyReason): string {
  return refusalMessage(reason);
}

/** Why a change cannot be carried back into the file, and what to do. */
export function refusalMessage(reason: RefusalReason): string {
  switch (reason) {
    case 'fixed-format': return l10n.t('PDF files cannot be changed; change the file that it was made from');
    case 'old-format': return l10n.t('the old format cannot be written; save it as .docx and change that');
    case 'protected': return l10n.t('the file is protected against changes; end the protection in Word or WPS first');
    case 'signed': return l10n.t('the file is signed, and a change would break the signature');
    case 'package': return l10n.t('the file is packed in a way that cannot be written; open it in Word or WPS, save it and change that');
    case 'structure': return l10n.t('tables, rows and cells cannot be added or taken away here; do it in Word or WPS');
    case 'tracked-change': return l10n.t('a tracked change stands there; accept or reject it in Word or WPS first');
    case 'computed': return l10n.t('a field, a formula or an automatic number stands there; change it in Word or WPS');
    case 'locked': return l10n.t('a locked content control stands there; change it in Word or WPS');
    case 'not-text': return l10n.t('something other than text stands there; change it in Word or WPS');
    case 'not-tracked': return l10n.t('the change cannot be tracked; make it in Word or WPS, or without --track-changes');
    case 'not-shown': return l10n.t('the file would not show this text; change it in Word or WPS');
  }
}

/** What is to be said of a formula that follows a change and could not be computed. */
export function staleMessage(place: Place): string {
  return l10n.t('{0}: the formula there keeps the value that was computed last; open the file in Excel and press Ctrl+Alt+F9', describePlace(place));
}

/** What of the file is not in the text. */
export function leftOutMessage(leftOut: LeftOut): string {
  switch (leftOut) {
    case 'hidden-sheets': return l10n.t('hidden sheets are not read');
    case 'hidden-cells': return l10n.t('hidden rows and columns are not read');
  }
}
