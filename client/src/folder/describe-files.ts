import { l10n, type Uri } from 'vscode';
import { familyOf, type OfficeFamily } from '../../../server/src/lsp/protocol.ts';

const families: readonly (OfficeFamily | undefined)[] = ['word', 'sheet', 'pdf', 'ofd', 'archive', 'picture', undefined];

/** What a file that is not read is called. */
export function familyName({ path }: Uri): string {
  return nameOf(familyOf(path));
}

/** How many files there are of each kind. */
export function describeFiles(files: readonly Uri[]): string {
  return families.flatMap((family) => {
    const count = files.filter(({ path }) => familyOf(path) === family).length;
    return count === 0 ? [] : l10n.t('{0}: {1} files', nameOf(family), count);
  }).join(l10n.t(', '));
}

function nameOf(family: OfficeFamily | undefined): string {
  switch (family) {
    case 'word': return l10n.t('Word');
    case 'sheet': return l10n.t('Spreadsheet');
    case 'pdf': return 'PDF';
    case 'ofd': return 'OFD';
    case 'archive': return l10n.t('Archive');
    case 'picture': return l10n.t('Picture');
    case undefined: return l10n.t('Text');
  }
}
