import { l10n, Uri, workspace } from 'vscode';
import type { ReportState } from '../../../server/src/lsp/protocol.ts';

/** One line a report with its counts, the cells parted by tabs as spreadsheets take them. */
export function overviewOf(reports: readonly { readonly uri: string; readonly state: ReportState }[]): string {
  const head = [l10n.t('File'), l10n.t('Report'), l10n.t('Year'), l10n.t('Errors'), l10n.t('Warnings'), l10n.t('Remarks')];
  const rows = reports.map(({ uri, state: { title, year, counts } }) => [
    workspace.asRelativePath(Uri.parse(uri)), title, year ?? '', counts.error, counts.warning, counts.information + counts.hint,
  ]);
  return [head, ...rows].map((cells) => `${cells.map((cell) => String(cell).replace(/\s+/gu, ' ')).join('\t')}\n`).join('');
}
