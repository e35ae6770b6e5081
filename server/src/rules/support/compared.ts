import * as l10n from '@vscode/l10n';
import { rangeOfFigure, valueOf, type LocatedReport, type TableFigures } from '../../collection/digest.ts';
import { figuresIn } from '../../collection/figures.ts';
import { evaluate } from '../../model/arithmetic/index.ts';
import { reportedAs, type ReportedIdentity } from '../../model/arithmetic/reporting.ts';
import { findFigure } from '../../model/find-figure.ts';
import { cellName } from '../../model/naming.ts';
import type { BoundTable, Report } from '../../model/report.ts';
import { fillBlank } from '../../model/writing/blanks.ts';
import { replaceText, type Edit } from '../../model/writing/edits.ts';
import type { Fix, Related } from '../rule.ts';

/** The table of a report that figures to be compared were taken from. */
export function tableOf(report: Report, figures: TableFigures): BoundTable | undefined {
  return [...report.tables.values()][figuresIn(report).indexOf(figures)];
}

/** A figure of a table by its row and column. */
export function nameAt({ form }: BoundTable, figure: number): string {
  const definition = form.figures[figure];
  return definition ? cellName(definition, form) : '';
}

/** A figure of another report at its place, by its name on the form of this one, and its value. */
export function relatedElsewhere({ uri, report }: LocatedReport, id: string, own: Report): Related {
  const found = findFigure(own, id);
  const value = valueOf(report.tables, id) ?? '?';
  const { organ = '', year = '' } = report;
  return {
    uri,
    range: rangeOfFigure(report, id),
    message: l10n.t('{0}, report of {1}: {2} is {3}', organ, year, found ? cellName(found.definition, found.table.form) : id, value),
  };
}

interface NewValue {
  readonly figure: number;
  readonly should: number;
}

/** A fix that sets figures to what other reports say, where each stands in the text; undefined where one does not. */
export function valuesFix(table: BoundTable, values: readonly NewValue[], titleOf: (breaks: number) => string): Fix | undefined {
  const edits = values.map(({ figure, should }) => editsFor(table, figure, String(should)));
  if (edits.some((some) => some === undefined)) {
    return undefined;
  }
  const breaks = newlyBroken(table, values);
  return {
    title: titleOf(breaks.length),
    isPreferred: false,
    isSafe: breaks.length === 0,
    edits: edits.flatMap((some) => some ?? []),
    sets: Object.fromEntries(values.flatMap(({ figure, should }) => {
      const id = table.form.figures[figure]?.id;
      return id === undefined ? [] : [[id, should]];
    })),
    breaks,
    // The text may tell the figure as the table had it.
    reveals: ['narrative-mismatch'],
  };
}

function editsFor(table: BoundTable, figure: number, value: string): readonly Edit[] | undefined {
  const found = table.figures[figure];
  return found && (found.state === 'blank' ? fillBlank(table, found, value) : replaceText(found.place, value));
}

function newlyBroken(table: BoundTable, values: readonly NewValue[]): ReportedIdentity[] {
  const changed = [...table.values];
  values.forEach(({ figure, should }) => {
    changed[figure] = should;
  });
  return evaluate(table.form.system, changed).flatMap((state, index) =>
    (state === 'broken' && table.analysis.states[index] !== 'broken' ? (reportedAs(table.form, index) ?? []) : []));
}
