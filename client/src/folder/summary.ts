import { commands, DiagnosticSeverity, languages, l10n, window, type LogOutputChannel, type Uri } from 'vscode';
import { diagnosticSource } from '../../../server/src/lsp/protocol.ts';

interface Checked {
  readonly reports: readonly Uri[];
  /** How many files are no reports, and how many could not be read. */
  readonly others: number;
  readonly unreadable: number;
}

/** Tells what has come out of checking a folder, and leads to the list of all findings. */
export async function showSummary({ reports, others, unreadable }: Checked, log: LogOutputChannel): Promise<void> {
  const wrong = reports.filter(hasErrors).length;
  const problems = l10n.t('Show the Findings');
  const details = l10n.t('Show the Log');
  const message = [
    reports.length === 0
      ? l10n.t('There is no report in the folder.')
      : l10n.t('Reports checked: {0}; with errors: {1}.', reports.length, wrong),
    others > 0 && l10n.t('Other files: {0}.', others),
    unreadable > 0 && l10n.t('Files that could not be read: {0}.', unreadable),
  ].filter(Boolean).join(' ');
  const choices = [...(reports.length > 0 ? [problems] : []), ...(unreadable > 0 ? [details] : [])];
  const answer = await window.showInformationMessage(message, ...choices);
  if (answer === problems) {
    await commands.executeCommand('workbench.actions.view.problems');
  } else if (answer === details) {
    log.show();
  }
}

function hasErrors(uri: Uri): boolean {
  return languages.getDiagnostics(uri)
    .some(({ severity, source }) => severity === DiagnosticSeverity.Error && source === diagnosticSource);
}
