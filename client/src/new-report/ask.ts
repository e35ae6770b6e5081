import { l10n, window } from 'vscode';

/** Stands for the report on disclosure among the kinds of reports. */
export const disclosure = '';

/** The kind of report, by its name; undefined where the user steps back. */
export async function askKind(others: readonly string[]): Promise<string | undefined> {
  const items = [{ label: l10n.t('Annual report on disclosure of government information'), report: disclosure }, ...others.map((report) => ({ label: report, report }))];
  return (await window.showQuickPick(items, { title: l10n.t('Which report is to be written?'), ignoreFocusOut: true }))?.report;
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
export function likelyYear(now: Date): number {
  return now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
}
