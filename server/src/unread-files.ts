import { isReadFile, unreadFamily, type OfficeFamily } from './report-files.ts';

/** How messages are told in a language; the editor and the server each have their own. */
export interface Translator {
  t(message: string, ...args: string[]): string;
}

/** Why a file of this name is not read and what to do, for a person; undefined where it is read, or no report is looked for in it. */
export function unreadReason(path: string, l10n: Translator): string | undefined {
  const family = unreadFamily(path);
  return family && reasonOf(family, l10n);
}

/** What it says follows from what can be read. */
function reasonOf(family: OfficeFamily, l10n: Translator): string {
  switch (family) {
    case 'word': return isReadFile('.docx')
      ? l10n.t('this kind of Word file cannot be read; save it as .docx in Word or WPS and check that')
      : l10n.t('a Word file cannot be read yet; save it as a web page (.html) or as plain text (.txt) in Word or WPS and check that');
    case 'sheet': return isReadFile('.xlsx')
      ? l10n.t('this kind of spreadsheet cannot be read; save it as .xlsx and check that')
      : l10n.t('a spreadsheet cannot be read yet; save it as a web page (.html) or as text separated by tabs (.txt) and check that');
    case 'pdf': return isReadFile('.docx')
      ? l10n.t('a PDF cannot be read yet; check the .docx that it was made from, or copy its text into a .txt file')
      : l10n.t('a PDF cannot be read yet; copy its text into a .txt file and check that');
    case 'ofd': return isReadFile('.pdf')
      ? l10n.t('an OFD file cannot be read; convert it to PDF and check that')
      : l10n.t('an OFD file cannot be read; copy its text into a .txt file and check that');
    case 'picture': return l10n.t('a picture has no text that could be checked; let its text be recognised and check that');
  }
}
