import * as l10n from '@vscode/l10n';
import { overviewOf, type Bars, type FolderFile, type FolderOverview, type OrganLine, type PlacedReport } from '../folder/index.ts';
import { severityName } from '../rules/codes.ts';
import type { KeyFigure, SeverityCounts } from '../service-types.ts';
import { chart } from './charts.ts';
import { tag, type FolderPage } from './folder-html.ts';
import { escapeHtml } from './html.ts';

/** The page of a folder: who has handed in for which year, what was found, the main figures, and charts. */
export function folderPage(files: readonly FolderFile[]): FolderPage {
  const title = l10n.t('Reports of the Folder');
  const overview = overviewOf(files);
  const parts = [
    tag('p', {}, escapeHtml(summaryOf(overview))),
    ...(overview.unplaced.length === 0 ? [] : [unplaced(overview.unplaced)]),
    ...(overview.organs.length === 0 ? [] : [
      section(l10n.t('Handed In'), handedIn(overview)), section(l10n.t('Main Figures and Findings'), figures(overview)),
      ...charts(l10n.t('Units Side by Side'), l10n.t('Year'), overview.byYear, ({ name, subject }) => l10n.t('{1} in {0}', name, subject)),
      ...charts(l10n.t('By Year and Result'), l10n.t('Reporting organ'), overview.byOrgan, (_, name) => l10n.t('{0}: results by year', name)),
    ]),
  ];
  return { title, body: `<main>\n${tag('h1', {}, escapeHtml(title))}\n${parts.join('\n')}\n</main>` };
}

function section(title: string, inner: string): string {
  return `<section>${tag('h2', {}, escapeHtml(title))}\n${inner}</section>`;
}

function summaryOf({ organs, years, reports, unplaced: rest }: FolderOverview): string {
  const [first, last] = [years[0], years.at(-1)];
  return [
    l10n.t('{0} reports of {1} organs', reports.length + rest.length, organs.length),
    ...(first === undefined || last === undefined ? [] : [first === last ? l10n.t('year {0}', String(first)) : l10n.t('years {0} to {1}', String(first), String(last))]),
    findingsOf([...reports, ...rest]),
  ].join(l10n.t('; '));
}

/** The gravest first. */
const severities = ['error', 'warning', 'information', 'hint'] as const;
/** Those with a column of their own. */
const counted = ['error', 'warning', 'information'] as const;

/** How many findings there are of each severity. */
function findingsOf(reports: readonly PlacedReport[]): string {
  const sum = (severity: keyof SeverityCounts): number => reports.reduce((all, { report }) => all + report.counts[severity], 0);
  const told = severities.filter((severity) => sum(severity) > 0)
    .map((severity) => l10n.t('{0}: {1}', severityName(severity), sum(severity)));
  return told.length === 0 ? l10n.t('no findings') : told.join(l10n.t(', '));
}

function unplaced(reports: readonly PlacedReport[]): string {
  return tag('p', { class: 'notice' }, escapeHtml(l10n.t('Organ or year could not be told: {0}', reports.map(({ path }) => path).join(l10n.t(', ')))));
}

/** A line an organ, a column a year; what is not there is not in the folder. */
function handedIn({ organs, years }: FolderOverview): string {
  const heads = [head('organ', l10n.t('Reporting organ')), ...years.map((year) => head(String(year), String(year)))].join('');
  const rows = organs.map(({ name, byYear }: OrganLine) => `<tr>${tag('th', { scope: 'row' }, escapeHtml(name))}${years.map((year) => yearCell(byYear.get(year))).join('')}</tr>`);
  return `<div class="scroll"><table data-sortable><caption>${escapeHtml(l10n.t('— no report of the year is in the folder'))}</caption>`
    + `<thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function head(id: string, text: string): string {
  return tag('th', { 'scope': 'col', 'data-column': id }, escapeHtml(text));
}

function yearCell(reports: readonly PlacedReport[] | undefined): string {
  if (reports === undefined) {
    return '<td class="missing" data-value="">—</td>';
  }
  const several = reports.length > 1 ? `${l10n.t('{0} reports', reports.length)}${l10n.t('; ')}` : '';
  const gravest = severities.find((severity) => reports.some(({ report }) => report.counts[severity] > 0));
  const text = escapeHtml(`${several}${findingsOf(reports)}`);
  return tag('td', { class: gravest ?? 'clean', title: reports.map(({ path }) => path).join('\n') }, gravest ? tag('span', { class: 'mark' }, text) : text);
}

function figures({ reports, columns }: FolderOverview): string {
  const heads = [
    head('organ', l10n.t('Reporting organ')), head('year', l10n.t('Year')), ...columns.map(({ id, name }) => head(id, name)),
    ...counted.map((severity) => head(severity, severityName(severity))), head('path', l10n.t('File')),
  ].join('');
  const rows = reports.map(({ path, report }) => {
    const values = new Map(report.tables.flatMap((table) => table.figures.map(({ id, value }) => [id, value] as const)));
    const numbers = [...columns.map(({ id }) => values.get(id) ?? null), ...counted.map((severity) => report.counts[severity])];
    return `<tr>${tag('th', { scope: 'row' }, escapeHtml(report.organ ?? ''))}<td>${report.year ?? ''}</td>${numbers.map(numberCell).join('')}${tag('td', { class: 'path' }, escapeHtml(path))}</tr>`;
  });
  return `<div class="scroll"><table data-sortable><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** A number that is not known for certain is none. */
function numberCell(value: KeyFigure['value']): string {
  return value === null ? '<td class="number missing" data-value="">—</td>' : `<td class="number">${value}</td>`;
}

/** Each chart is chosen by its year or organ; where there are several of one, by what is counted in it as well. */
function charts(title: string, choice: string, all: readonly Bars[], captionOf: (bars: Bars, name: string) => string): string[] {
  const drawn = all.map((bars, at) => {
    const isOneOfSeveral = [all[at - 1], all[at + 1]].some((beside) => beside?.name === bars.name);
    const name = isOneOfSeveral ? l10n.t('{0} ({1})', bars.name, bars.subject) : bars.name;
    return chart({ name, caption: captionOf(bars, name) }, bars, at === 0);
  });
  return drawn.length === 0 ? [] : [section(title, `<div data-choice="${escapeHtml(choice)}">${drawn.join('\n')}</div>`)];
}
