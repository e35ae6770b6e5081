import { l10n, Uri } from 'vscode';
import type { ReportState } from '../../../server/src/lsp/protocol.ts';
import { pathOf } from '../office/address.ts';

/** One line a report with its counts, and one a file that was not read with the reason; the cells are parted by tabs as spreadsheets take them. */
export function overviewOf(
  reports: readonly { readonly uri: string; readonly state: ReportState }[], unread: ReadonlyMap<string, string>,
): string {
  const head = [l10n.t('File'), l10n.t('Report'), l10n.t('Year'), l10n.t('Errors'), l10n.t('Warnings'), l10n.t('Remarks'), l10n.t('Hints')];
  const rows = reports.map(({ uri, state: { title, year, counts } }) => [
    pathOf(Uri.parse(uri)), title, year ?? '', counts.error, counts.warning, counts.information, counts.hint,
  ]);
  const rest = [...unread].map(([uri, reason]) => [pathOf(Uri.parse(uri)), l10n.t('Not checked: {0}', reason), '', '', '', '', '']);
  return [head, ...rows, ...rest].map((cells) => `${cells.map((cell) => String(cell).replace(/\s+/gu, ' ')).join('\t')}\n`).join('');
}
