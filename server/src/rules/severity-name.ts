import * as l10n from '@vscode/l10n';
import type { Severity } from './codes.ts';

/** A severity in a word, small as within a sentence; in settings and JSON it keeps its key. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error': return l10n.t('error');
    case 'warning': return l10n.t('warning');
    case 'information': return l10n.t('remark');
    case 'hint': return l10n.t('hint');
  }
}
