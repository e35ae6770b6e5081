import * as l10n from '@vscode/l10n';
import { isSameValue, rounded, valueOf } from '../collection/digest.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Figure, Report } from '../model/report.ts';

/** A figure's value in last year's report of the organ; undefined where there is none, or none that is known. */
export function lastYearValue({ document, neighbours }: Diagnosis, report: Report, id: string): number | undefined {
  const lastYear = neighbours[document.reports.indexOf(report)]?.lastYear;
  return lastYear && (valueOf(lastYear.report.tables, id) ?? undefined);
}

/** Last year's figure and by how much this year's differs, in words; undefined where there is none. */
export function lastYearText(diagnosis: Diagnosis, report: Report, { definition, value }: Figure): string | undefined {
  const last = lastYearValue(diagnosis, report, definition.id);
  if (last === undefined) {
    return undefined;
  }
  if (value === null) {
    return l10n.t('Last year: {0}.', last);
  }
  if (isSameValue(value, last)) {
    return l10n.t('Last year: {0}, the same.', last);
  }
  const more = rounded(value - last);
  const share = last === 0 ? '' : l10n.t(' ({0}%)', Math.round((Math.abs(more) / Math.abs(last)) * 1000) / 10);
  return more > 0 ? l10n.t('Last year: {0}; {1} more now{2}.', last, more, share) : l10n.t('Last year: {0}; {1} fewer now{2}.', last, -more, share);
}
