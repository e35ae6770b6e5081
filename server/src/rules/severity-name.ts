import * as l10n from '@vscode/l10n';
import type { Severity } from './codes.ts';

/** A severity in a word, small as within a sentence. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('information');
    case 'hint': return l10n.t('hint');
  }
}
