import { l10n, window, type QuickPickItem } from 'vscode';
import type { NewReportParams } from '../../../server/src/lsp/protocol.ts';

/** What a report is called; no name is that of the report on disclosure. */
export type Kind = Pick<NewReportParams, 'report'>;

/** The kind of report; undefined where the user steps back. */
export function askKind(others: readonly string[]): Thenable<Kind | undefined> {
  const items: (Kind & QuickPickItem)[] = [
    { label: l10n.t('Annual report on disclosure of government information') }, ...others.map((report) => ({ label: report, report })),
  ];
  return window.showQuickPick(items, { title: l10n.t('Which report is to be written?'), ignoreFocusOut: true });
}

/** The organ (机关) that a new report is of; undefined where the user steps back. */
export function askOrgan(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New Report (1/2)'),
    prompt: l10n.t('The organ that reports, by its full name'),
    placeHolder: l10n.t('e.g. 澄溪县档案局'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Please write the name of the organ.') : undefined),
  });
}

/** The year that a new report is on; undefined where the user steps back. */
export async function askYear(): Promise<number | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('New Report (2/2)'),
    prompt: l10n.t('The year that is reported on'),
    value: String(likelyYear(new Date())),
    ignoreFocusOut: true,
    validateInput: (value) => (isYear(value) ? undefined : l10n.t('Please write the year in four digits.')),
  });
  return answer === undefined ? undefined : Number(answer.trim());
}

function isYear(value: string): boolean {
  return /^\s*(?:19|20)\d{2}\s*$/u.test(value);
}

/** Reports are due in the month after their year, and are prepared from its autumn on. */
function likelyYear(now: Date): number {
  return now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
}
