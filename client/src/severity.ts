import { DiagnosticSeverity, l10n } from 'vscode';
import type { SeverityCounts } from '../../server/src/lsp/protocol.ts';

export function severityName(severity: DiagnosticSeverity): string {
  switch (severity) {
    case DiagnosticSeverity.Error: return l10n.t('Error');
    case DiagnosticSeverity.Warning: return l10n.t('Warning');
    case DiagnosticSeverity.Information: return l10n.t('Remark');
    case DiagnosticSeverity.Hint: return l10n.t('Hint');
  }
}

/** The counts in words, the gravest first; empty where there are no findings. Hints stand apart: the list of problems has none. */
export function describeCounts({ error, warning, information, hint }: SeverityCounts): string {
  return [
    error > 0 && (error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)),
    warning > 0 && (warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)),
    information > 0 && (information === 1 ? l10n.t('1 remark') : l10n.t('{0} remarks', information)),
    hint > 0 && (hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hint)),
  ].filter(Boolean).join(l10n.t(', '));
}
