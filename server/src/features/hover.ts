import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Identity } from '../forms/table.ts';
import type { BoundRow, BoundTable, Figure, Report, Section } from '../model/report.ts';
import { lastYearText } from './last-year.ts';
import { formulaOf } from '../model/arithmetic/reporting.ts';
import { briefRow, cellName, figurePath, identityName, rowPath, shortLabel } from '../model/naming.ts';
import type { Hover, Position } from '../service-types.ts';
import { reportAt, isTouched } from '../model/places.ts';
import { sectionName } from '../forms/form.ts';

const pathMark = ' › ';

/** What stands at a position: a figure with its identities, a row's label, or a heading. */
export function hover(diagnosis: Diagnosis, position: Position): Hover | null {
  const { document } = diagnosis;
  const offset = document.offsetAt(position);
  const report = reportAt(document.reports, offset);
  return (report && (tableHover(diagnosis, report, offset) ?? headingHover(document, report, offset))) ?? null;
}

function tableHover(diagnosis: Diagnosis, report: Report, offset: number): Hover | undefined {
  const { document } = diagnosis;
  for (const table of report.tables.values()) {
    for (const figure of table.figures) {
      if (figure && isTouched(figure.place, offset)) {
        return { range: document.rangeOf(figure.place), markdown: figureText(figure, table, lastYearText(diagnosis, report, figure)) };
      }
    }
    const row = table.rows.find((one) => one.labelText !== '' && isTouched(one.label, offset));
    if (row) {
      return { range: document.rangeOf(row.label), markdown: rowText(row, table) };
    }
  }
  return undefined;
}

function figureText(figure: Figure, table: BoundTable, lastYear: string | undefined): string {
  const { definition } = figure;
  const lines = [`**${escape(figurePath(definition).join(pathMark))}**`, '', valueText(figure), ...(lastYear === undefined ? [] : ['', lastYear])];
  const identities = (table.form.system.memberships[definition.index] ?? []).flatMap((index) => table.form.system.identities[index] ?? []);
  if (identities.length > 0) {
    lines.push('', ...identities.map((identity) => `- ${identityText(identity, table)}`));
  }
  return lines.join('\n');
}

function valueText(figure: Figure): string {
  switch (figure.state) {
    case 'number':
      return figure.definition.column.kind === 'amount' ? l10n.t('Value: {0} (in 10,000 yuan)', String(figure.value)) : l10n.t('Value: {0}', String(figure.value));
    case 'blank':
      return l10n.t('The cell is blank; a blank is not a zero.');
    default:
      return l10n.t('“{0}” is no number.', escape(figure.text.trim()));
  }
}

/** An identity by its name and in figures, as findings and the lists of identities have it, whether it holds, and its terms by their names. */
function identityText(identity: Identity, table: BoundTable): string {
  const state = table.analysis.states[identity.index];
  const [mark, verdict] = state === 'broken'
    ? ['✗', l10n.t('does not hold')]
    : state === 'holds' ? ['✓', l10n.t('holds')] : ['?', l10n.t('cannot be told: a figure is blank or unreadable')];
  const sign = state === 'broken' ? '≠' : '=';
  const formula = l10n.t('{0}: {1}', identityName(table.form, identity), formulaOf(table, identity, sign));
  const names = [identity.left, identity.right].map((side) => namesOf(side, identity, table)).join(' = ');
  return `${mark} ${escape(formula)} — ${verdict}  \n  ${escape(names)}`;
}

/** The terms of one side by their names; those that are left out are said to be 0, for without them the identity would be another. */
function namesOf(side: readonly number[], identity: Identity, table: BoundTable): string {
  const shown = telling(side, table);
  const names = shown.map((index) => shortName(index, identity, table));
  return [...names, ...(shown.length < side.length ? [l10n.t('all others (0)')] : [])].join(' + ');
}

/** The terms that a reader needs: zeros of a long sum say nothing and are left out, unless there is nothing else. */
function telling(side: readonly number[], table: BoundTable): readonly number[] {
  const terms = side.length > 2 ? side.filter((index) => table.values[index] !== 0) : side;
  return terms.length > 0 ? terms : side.slice(0, 1);
}

/** What tells a term from the others of its identity: the row's label, or the column's. */
function shortName(index: number, identity: Identity, table: BoundTable): string {
  const definition = table.form.figures[index];
  const anchor = table.form.figures[identity.anchor];
  if (!definition || !anchor) {
    return '';
  }
  const sameRow = [...identity.left, ...identity.right].every((other) => table.form.figures[other]?.row === anchor.row);
  return sameRow ? shortLabel(definition.column) : briefRow(definition.row);
}

function rowText(row: BoundRow, table: BoundTable): string {
  const { definition } = row;
  const known = row.figures.filter((figure) => figure?.state === 'number').length;
  const lines = [
    `**${escape(rowPath(definition).join(pathMark))}**`,
    '',
    l10n.t('The form wants {0} figures here: {1}. Read: {2}.', definition.figures.length, definition.figures.map((figure) => escape(figure.column.label)).join(l10n.t(', ')), known),
  ];
  if (row.altered) {
    lines.push('', l10n.t('The official label is “{0}”.', escape(definition.label)));
  }
  const totals = definition.figures.filter((figure) => table.form.system.isTotal[figure.index]).map((figure) => escape(cellName(figure, table.form)));
  if (totals.length > 0) {
    lines.push('', l10n.t('Totals that the identities define: {0}.', totals.join(l10n.t(', '))));
  }
  return lines.join('\n');
}

function headingHover(document: OpenDocument, report: Report, offset: number): Hover | undefined {
  const section = report.sections.find((one) => isTouched(one.title.place, offset));
  if (section) {
    return { range: document.rangeOf(section.title.place), markdown: sectionText(section, report) };
  }
  if (report.title && isTouched(report.title.place, offset)) {
    return { range: document.rangeOf(report.title.place), markdown: titleText(report) };
  }
  return undefined;
}

function sectionText(section: Section, report: Report): string {
  const { data } = section;
  const lines = [`**${escape(sectionName(data))}**`];
  if (data.aliases.length > 0) {
    lines.push('', l10n.t('Also accepted: {0}.', data.aliases.map(escape).join(l10n.t(', '))));
  }
  const table = data.table === undefined ? undefined : report.form?.tables.get(data.table);
  if (table) {
    lines.push('', l10n.t('The form wants the table “{0}” here, with {1} figures and {2} identities.', escape(table.data.title), table.figures.length, table.system.identities.length));
  }
  return lines.join('\n');
}

function titleText(report: Report): string {
  const lines = [`**${escape(report.title?.text ?? '')}**`, '', l10n.t('Organ: {0}', escape(report.title?.organ ?? l10n.t('not named')))];
  lines.push('', l10n.t('Report year: {0}', report.year === undefined ? l10n.t('not named') : String(report.year)));
  if (report.form) {
    lines.push('', l10n.t('Form in force: {0}', escape(report.form.data.source)));
  }
  return lines.join('\n');
}

/** Text of the document is never markup of the hover, and no address in it a link. */
function escape(text: string): string {
  return text.replace(/[\r\n]+/gu, ' ').replace(/[\\`*_{}[\]<>#|~@]|:(?=\/\/)|(?<=\bwww)\./giu, '\\$&');
}
