import * as l10n from '@vscode/l10n';
import { isSameValue, rangeOfFigure, rounded, valueOf, type LocatedReport } from '../collection/digest.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Figure, Report } from '../model/report.ts';
import type { LastYearFigure, Position } from '../service-types.ts';
import { findAt } from './at-position.ts';

/** Last year's report (上年报告) of a report's organ; undefined where there is none, or more than one. */
export function lastYearOf({ document, neighbours }: Diagnosis, report: Report): LocatedReport | undefined {
  return neighbours[document.reports.indexOf(report)]?.lastYear;
}

/** A figure in last year's report, with its place; undefined where there is none that is known. */
export function figureIn({ report }: LocatedReport, id: string): Omit<LastYearFigure, 'uri'> | undefined {
  const value = valueOf(report.tables, id) ?? undefined;
  return value === undefined ? undefined : { value, range: rangeOfFigure(report, id) };
}

/** Last year's figure of the cell at a position, and where it stands. */
export function lastYearFigure(diagnosis: Diagnosis, position: Position): LastYearFigure | null {
  const found = findAt(diagnosis.document, position);
  const lastYear = found?.kind === 'figure' ? lastYearOf(diagnosis, found.report) : undefined;
  const figure = found?.kind === 'figure' && lastYear ? figureIn(lastYear, found.figure.definition.id) : undefined;
  return lastYear && figure ? { ...figure, uri: lastYear.uri } : null;
}

/** By how much a figure is more than last year's; undefined where one of them is not known. */
export function changeSince(value: number | null, last: number | undefined): number | undefined {
  return value === null || last === undefined ? undefined : rounded(value - last);
}

/** Last year's figure and by how much this year's differs, in words; undefined where there is none. */
export function lastYearText(diagnosis: Diagnosis, report: Report, { definition, value }: Figure): string | undefined {
  const lastYear = lastYearOf(diagnosis, report);
  const last = lastYear && figureIn(lastYear, definition.id)?.value;
  if (last === undefined) {
    return undefined;
  }
  const more = changeSince(value, last);
  if (more === undefined) {
    return l10n.t('Last year: {0}.', last);
  }
  if (isSameValue(more, 0)) {
    return l10n.t('Last year: {0}, the same.', last);
  }
  const share = last === 0 ? '' : l10n.t(' ({0}%)', Math.round((Math.abs(more) / Math.abs(last)) * 1000) / 10);
  return more > 0 ? l10n.t('Last year: {0}; {1} more now{2}.', last, more, share) : l10n.t('Last year: {0}; {1} fewer now{2}.', last, -more, share);
}
