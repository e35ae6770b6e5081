import { commands, l10n, window, type Uri } from 'vscode';
import type { ReportState } from '../../../server/src/lsp/protocol.ts';
import { describeFiles } from './describe-files.ts';

interface Checked {
  /** Of a file that holds several all of them. */
  readonly reports: readonly ReportState[];
  /** How many files are no reports. */
  readonly others: number;
  /** The files that were not read. */
  readonly unread: readonly Uri[];
  /** Whether the user has stopped it before its end. */
  readonly isStopped: boolean;
}

/** Tells what has come out of checking a folder, and leads to the list of all findings, or of what was not read. */
export async function showSummary({ reports, others, unread, isStopped }: Checked): Promise<void> {
  const wrong = reports.filter(({ counts }) => counts.error > 0).length;
  const problems = l10n.t('Show the Findings');
  const rest = l10n.t('Show What Was Not Checked');
  const message = [
    isStopped && l10n.t('Stopped before all files were checked.'),
    reports.length > 0 && l10n.t('Reports checked: {0}; with errors: {1}.', reports.length, wrong),
    reports.length === 0 && !isStopped && (unread.length > 0 ? l10n.t('No report was checked.') : l10n.t('There is no report in the folder.')),
    others > 0 && l10n.t('Other files: {0}.', others),
    unread.length > 0 && l10n.t('Not checked, because they could not be read: {0}.', describeFiles(unread)),
  ].filter(Boolean).join(' ');
  const choices = [...(reports.length > 0 ? [problems] : []), ...(unread.length > 0 ? [rest] : [])];
  const answer = await (unread.length > 0 ? window.showWarningMessage : window.showInformationMessage)(message, ...choices);
  if (answer === problems) {
    await commands.executeCommand('workbench.actions.view.problems');
  } else if (answer === rest) {
    await commands.executeCommand('disclosureReport.reports.focus');
  }
}
