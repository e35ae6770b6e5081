import { unreadFamily, type UnreadFamily } from './report-files.ts';

/** How messages are told in a language; the editor and the server each have their own. */
interface Translator {
  t(message: string, ...args: string[]): string;
}

/** Why a file of this name is not read and what to do, for a person; undefined where it is read, or no report is looked for in it. */
export function unreadReason(path: string, l10n: Translator): string | undefined {
  const family = unreadFamily(path);
  return family && reasonOf(family, l10n);
}

function reasonOf(family: UnreadFamily, l10n: Translator): string {
  switch (family) {
    case 'word': return l10n.t('this kind of Word file cannot be read; save it as .docx in Word or WPS and check that');
    case 'sheet': return l10n.t('this kind of spreadsheet cannot be read; save it as .xlsx and check that');
    case 'ofd': return l10n.t('an OFD file cannot be read; convert it to PDF and check that');
    case 'archive': return l10n.t('this is an archive; unpack it and check the files in it');
    case 'picture': return l10n.t('a picture has no text that could be checked; let its text be recognised and check that');
  }
}
