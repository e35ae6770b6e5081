import * as l10n from '@vscode/l10n';
import type { NoteAuthor } from '../../office/office-text.ts';

/** Who comments and tracked changes in Word files are by: this program, now. */
export function checkAuthor(): NoteAuthor {
  const name = l10n.t('Report check');
  return { name, initials: name, date: `${new Date().toISOString().slice(0, 19)}Z` };
}
