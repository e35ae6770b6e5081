import * as l10n from '@vscode/l10n';
import type { PrintedBlock, PrintedPage, PrintedTable } from '../types/printed.ts';
import type { IdentityList, ListedIdentity, ReportSummary } from '../service-types.ts';
import { severityName, type Severity } from '../rules/codes.ts';

/** A finding with its place in words. */
export interface SheetFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly code: string;
  readonly where: string;
}

/** What is known of a report that was checked. */
interface CheckedReport {
  readonly path: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly summary: Pick<ReportSummary, 'organ' | 'year' | 'form'>;
  readonly identities: readonly IdentityList[];
  readonly findings: readonly SheetFinding[];
}

/** The check sheet (校核单) of a report: what it is, each identity with its numbers, what was found, and room for who checked it and when. */
export function checkSheet(report: CheckedReport): PrintedPage {
  const name = l10n.t('{0} (check sheet)', report.title === '' ? report.path : report.title);
  const blocks: PrintedBlock[] = [
    { kind: 'title', text: l10n.t('Check Sheet of an Annual Report') },
    { kind: 'table', table: factsOf(report) },
    ...report.identities.flatMap((list): PrintedBlock[] => [
      { kind: 'section', text: l10n.t('Identities: {0}', list.title) }, { kind: 'table', table: identitiesOf(list.identities) },
    ]),
    { kind: 'section', text: l10n.t('Findings') },
    report.findings.length === 0 ? { kind: 'paragraph', text: l10n.t('Nothing was found.') } : { kind: 'table', table: findingsOf(report.findings) },
    { kind: 'section', text: l10n.t('Signatures') },
    { kind: 'table', table: signatures() },
  ];
  return { name, blocks };
}

function factsOf({ path, title, summary: { organ, year, form }, identities, findings }: CheckedReport): PrintedTable {
  const all = identities.flatMap((list) => list.identities);
  const count = (state: ListedIdentity['state']): number => all.filter((identity) => identity.state === state).length;
  const severities = [...new Set(findings.map(({ severity }) => severity))]
    .map((severity) => l10n.t('{0}: {1}', severityName(severity), findings.filter((finding) => finding.severity === severity).length));
  return tableOf([
    [l10n.t('Report'), title], [l10n.t('Organ'), organ ?? ''], [l10n.t('Year'), year === null ? '' : String(year)], [l10n.t('Form'), form ?? ''], [l10n.t('File'), path],
    [l10n.t('Identities'), l10n.t('{0} identities: {1} hold, {2} do not hold, {3} cannot be judged', all.length, count('holds'), count('broken'), count('unknown'))],
    [l10n.t('Findings'), severities.length === 0 ? l10n.t('Nothing was found.') : severities.join(l10n.t('; '))],
  ], [1, 4], { left: [1] });
}

function identitiesOf(identities: readonly ListedIdentity[]): PrintedTable {
  const heads = [l10n.t('No.'), l10n.t('Identity'), l10n.t('In figures'), l10n.t('Result')];
  return tableOf(identities.map(({ name, formula, state }, at) => [String(at + 1), name, formula, stateName(state)]), [2, 13, 10, 3], { heads, left: [1, 2] });
}

function stateName(state: ListedIdentity['state']): string {
  switch (state) {
    case 'holds': return l10n.t('holds');
    case 'broken': return l10n.t('does not hold');
    case 'unknown': return l10n.t('cannot be judged');
  }
}

function findingsOf(findings: readonly SheetFinding[]): PrintedTable {
  const heads = [l10n.t('No.'), l10n.t('Severity'), l10n.t('Place'), l10n.t('Finding'), l10n.t('Dealt with')];
  return tableOf(findings.map(({ severity, message, code, where }, at) =>
    [String(at + 1), severityName(severity), where, l10n.t('{0} [{1}]', message, code), '']), [1, 2, 3, 9, 3], { heads, left: [3] });
}

function signatures(): PrintedTable {
  const rows = [l10n.t('Checked by'), l10n.t('Checked again by'), l10n.t('Responsible')].map((who) => [who, '', l10n.t('Date'), '']);
  return tableOf(rows, [2, 4, 1, 3], { rowHeight: signatureHeight });
}

/** In points. */
const signatureHeight = 32;

interface Look {
  readonly heads?: readonly string[];
  /** The columns whose texts stand at the left. */
  readonly left?: readonly number[];
  readonly rowHeight?: number;
}

/** Rows of texts, below heads where there are some. */
function tableOf(rows: readonly (readonly string[])[], weights: readonly number[], { heads, left = [], rowHeight }: Look): PrintedTable {
  const all = heads === undefined ? rows : [heads, ...rows];
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  const cells = all.flatMap((row, at) => row.map((text, column): PrintedTable['cells'][number] => {
    const place = { row: at, column, rowSpan: 1, columnSpan: 1, text };
    return heads !== undefined && at === 0 ? { ...place, kind: 'header' } : { ...place, kind: 'cell', align: left.includes(column) ? 'left' : 'center' };
  }));
  return { width: weights.length, height: all.length, cells, shares: weights.map((weight) => weight / sum), ...(rowHeight === undefined ? {} : { rowHeight }) };
}
