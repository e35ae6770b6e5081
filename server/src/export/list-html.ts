import * as l10n from '@vscode/l10n';
import { listColumns, placedRows, type FolderFile, type ListColumn, type PlacedRow } from '../folder/index.ts';
import { calledByCode, severityName, type Severity } from '../rules/codes.ts';
import { tag, type FolderPage, type PageLook } from './folder-html.ts';
import { escapeHtml } from './html.ts';

/** More rows make a page slow to sort; what is left out stands in the files that are exported. */
const mostInEditor = 3000;

/** The list of findings (问题清单) as a page; its script lets it be sorted and filtered. */
export function listPage(files: readonly FolderFile[], look: PageLook): FolderPage {
  const title = l10n.t('List of Findings');
  const all = placedRows(files);
  const rows = look.isInteractive ? all.slice(0, mostInEditor) : all;
  const columns = listColumns();
  const heads = columns.map((column) => tag('th', { 'scope': 'col', 'data-column': column.id }, escapeHtml(column.title))).join('');
  const table = `<table class="list" data-sortable data-filtered="${escapeHtml(JSON.stringify(filterWords()))}">`
    + `<caption>${escapeHtml(summaryOf(all))}</caption><thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.map((row) => rowHtml(row, columns, look)).join('\n')}\n</tbody></table>`;
  const rest = rows.length < all.length ? tag('p', { class: 'notice' }, escapeHtml(l10n.t('The first {0} of {1} findings are shown; a file that is exported has them all.', rows.length, all.length))) : '';
  return { title, body: `<main>\n<h1>${escapeHtml(title)}</h1>\n${rest}${all.length === 0 ? tag('p', {}, escapeHtml(l10n.t('Nothing was found.'))) : table}\n</main>` };
}

/** Which findings there are of each severity. */
function summaryOf(rows: readonly PlacedRow[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  const counts = severities.map((severity) => ({ severity, count: rows.filter(({ row }) => row.severity === severity).length }))
    .filter(({ count }) => count > 0).map(({ severity, count }) => l10n.t('{0}: {1}', severityName(severity), count));
  const decided = rows.filter(({ row }) => row.status !== undefined).length;
  return [l10n.t('{0} findings', rows.length), ...counts, ...(decided > 0 ? [l10n.t('reviewed: {0}', decided)] : [])].join(l10n.t('; '));
}

/** What the script says above the table. */
function filterWords(): object {
  return {
    search: l10n.t('Search'), all: l10n.t('all'), shown: l10n.t('Shown: {0} of {1}'), none: l10n.t('(none)'),
    columns: ['organ', 'year', 'severity', 'status', 'code'],
  };
}

function rowHtml(placed: PlacedRow, columns: readonly ListColumn[], look: PageLook): string {
  const at = look.isInteractive ? ` data-at="${placed.fileAt},${placed.rowAt}"` : '';
  return `<tr class="${placed.row.severity}"${at}>${columns.map((column) => cellHtml(placed, column, look)).join('')}</tr>`;
}

function cellHtml(placed: PlacedRow, { id, value }: ListColumn, { isInteractive }: PageLook): string {
  const text = escapeHtml(String(value(placed)));
  if (isInteractive && id === 'place') {
    return `<td class="place"><button type="button" class="link" data-does="reveal">${text}</button></td>`;
  }
  if (isInteractive && id === 'status') {
    return `<td class="status" data-value="${text}"><button type="button" data-does="review">${text === '' ? escapeHtml(l10n.t('Decide…')) : text}</button></td>`;
  }
  if (id === 'code') {
    // Who filters by it knows what findings are called, and no codes.
    const called = escapeHtml(calledByCode(placed.row.code));
    return `<td class="code">${called === text ? text : `${called} ${text}`}</td>`;
  }
  return `<td class="${id}">${id === 'severity' ? `<span class="mark">${text}</span>` : text}</td>`;
}
