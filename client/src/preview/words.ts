import { l10n } from 'vscode';

/** All words of the page, in the language of the editor; `{0}` is filled in by the page. */
export type Words = Readonly<Record<keyof ReturnType<typeof words>, string>> & { readonly language: string };

export function words() {
  return {
    reports: l10n.t('Report shown'),
    untitled: l10n.t('Report without a title'),
    print: l10n.t('Print…'),
    printHint: l10n.t('Saves the form as a web page that a browser prints'),
    openText: l10n.t('Open the text'),
    noReport: l10n.t('There is no report in this text any more.'),
    noForm: l10n.t('There is no official form for the year of this report.'),
    notFound: l10n.t('The text lacks this table; the empty form is shown.'),
    identities: l10n.t('{0} identities: {1} hold, {2} do not hold, {3} cannot be judged'),
    identitiesRight: l10n.t('{0} identities, all of which hold'),
    balance: l10n.t('Requests in and out'),
    resultsTotal: l10n.t('Total of the results'),
    rowTotal: l10n.t('Total of the applicants'),
    reviewTotal: l10n.t('Total of the outcomes'),
    holds: l10n.t('holds'),
    broken: l10n.t('does not hold'),
    unknown: l10n.t('cannot be told: a figure is blank or unreadable'),
    difference: l10n.t('difference {0}'),
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    information: l10n.t('Remark'),
    hint: l10n.t('Hint'),
    findings: l10n.t('Findings'),
    blank: l10n.t('(blank)'),
    absent: l10n.t('no place in the text'),
    edit: l10n.t('New value of {0}'),
    inTenThousandYuan: l10n.t('in 10,000 yuan'),
    help: l10n.t('Arrow keys move · Enter changes · Ctrl+V pastes a block of numbers · Ctrl+Z undoes'),
    helpReadOnly: l10n.t('Arrow keys move · Enter goes to the text'),
    compare: l10n.t('Compare with {0}'),
    compareHint: l10n.t('Shows last year\'s figure and the difference in each cell'),
    legend: l10n.t('In each cell: this year, last year, difference'),
    lastYear: l10n.t('last year {0}'),
    more: l10n.t('{0} more than last year'),
    fewer: l10n.t('{0} fewer than last year'),
    same: l10n.t('the same as last year'),
    openLastYear: l10n.t('Open last year\'s report here'),
    separator: l10n.t('; '),
  };
}
