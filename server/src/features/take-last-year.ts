import * as l10n from '@vscode/l10n';
import { figuresIn } from '../collection/figures.ts';
import { valueOf, type LocatedReport, type TableFigures } from '../collection/digest.ts';
import { followingFrom } from '../collection/years.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { BoundTable, Figure } from '../model/report.ts';
import { writeValue } from '../model/writing/blanks.ts';
import { arithmeticCodes } from '../rules/codes.ts';
import type { Position, TitledEdits } from '../service-types.ts';
import { findAt } from './at-position.ts';
import { changeOf } from './figures.ts';
import { lastYearOf } from './last-year.ts';
import { soundTogether, type Step } from './together.ts';

/** A blank cell with what follows for it from last year's report. */
interface Following {
  readonly figure: Figure;
  readonly value: number;
}

/** What the sums and the text may say once a blank is filled, and the blanks that are left. */
const reveals: readonly string[] = [...arithmeticCodes, 'narrative-mismatch', 'blank-cell'];

/**
 * What last year's report leaves no choice about at a blank cell (上年结转 is last year's 结转下年度): the cell, and all such
 * blanks of its row.
 */
export function lastYearFills(diagnosis: Diagnosis, position: Position): readonly TitledEdits[] {
  const found = findAt(diagnosis.document, position);
  const lastYear = found?.kind === 'figure' ? lastYearOf(diagnosis, found.report) : undefined;
  if (found?.kind !== 'figure' || !lastYear || found.figure.state === 'number') {
    return [];
  }
  const { table, figure: { definition }, report } = found;
  const row = followingIn(table, figuresIn(report).find(({ shape }) => shape.table === table.form.id), lastYear)
    .filter(({ figure }) => figure.definition.row === definition.row);
  const own = row.find(({ figure }) => figure.definition.index === definition.index);
  const stepWith = (some: readonly Following[]): Step => stepOf(diagnosis, diagnosis.document.reports.indexOf(report), table, some);
  const offered = (one: Step, title: string): TitledEdits[] => (soundTogether(diagnosis, [one]).length > 0 ? [{ title, edits: one.edits }] : []);
  return own === undefined ? [] : [
    ...offered(stepWith([own]), l10n.t('Take last year\'s figure {0}', own.value)),
    ...row.length < 2 ? [] : offered(stepWith(row), l10n.t('Take last year\'s figures for the {0} blank cells of the row', row.length)),
  ];
}

function followingIn(table: BoundTable, own: TableFigures | undefined, { report }: LocatedReport): readonly Following[] {
  return table.form.acrossYears.flatMap((identity) => {
    const figure = table.figures[identity.figure];
    const value = own && figure && figure.state !== 'number' ? followingFrom(identity, own.values, valueOf(report.tables, identity.last) ?? null) : null;
    return figure && value !== null ? [{ figure, value }] : [];
  });
}

function stepOf({ document }: Diagnosis, report: number, table: BoundTable, following: readonly Following[]): Step {
  return {
    edits: following.flatMap(({ figure, value }) => changeOf(document, table, figure, writeValue(table, figure, String(value))).edits),
    claim: { report, sets: Object.fromEntries(following.map(({ figure, value }) => [figure.definition.id, value])), reveals },
  };
}
