import { balance } from './balance.ts';
import { blankCell } from './blank-cell.ts';
import { brokenNumbering } from './broken-numbering.ts';
import { carryOver } from './carry-over.ts';
import { cellCount } from './cell-count.ts';
import { documentCounts } from './document-counts.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateReport } from './duplicate-report.ts';
import { duplicateRow } from './duplicate-row.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { emptySubsection } from './empty-subsection.ts';
import { fractionalCount } from './fractional-count.ts';
import { groupRowFigures } from './group-row-figures.ts';
import { inForce } from './in-force.ts';
import { informationFee } from './information-fee.ts';
import { leftover } from './leftover.ts';
import { listedParts } from './listed-parts.ts';
import { malformedNumber } from './malformed-number.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { missingUnit } from './missing-unit.ts';
import { narrativeItem } from './narrative-item.ts';
import { narrativeMismatch } from './narrative-mismatch.ts';
import { narrativePercentage } from './narrative-percentage.ts';
import { narrativeSum } from './narrative-sum.ts';
import { negativeCount } from './negative-count.ts';
import { notANumber } from './not-a-number.ts';
import { otherOrgan } from './other-organ.ts';
import { personalData } from './personal-data.ts';
import { repeatedText, retoldText } from './repeated-text.ts';
import { reportBegun } from './report-begun.ts';
import { reportDate } from './report-date.ts';
import { reportPeriod } from './report-period.ts';
import { reportTitle } from './report-title.ts';
import { resultsTotal } from './results-total.ts';
import { reviewTotal } from './review-total.ts';
import { rollup } from './rollup.ts';
import { rowLabel } from './row-label.ts';
import { rowTotal } from './row-total.ts';
import { sectionNumbering } from './section-numbering.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { splitTable } from './split-table.ts';
import { staleYear } from './stale-year.ts';
import { supersededDocument } from './superseded-document.ts';
import { supersededForm } from './superseded-form.ts';
import { suspectFigure } from './suspect-figure.ts';
import { tablesOnly } from './tables-only.ts';
import { unknownRow } from './unknown-row.ts';
import { unreadableTable } from './unreadable-table.ts';
import { unsupportedYear } from './unsupported-year.ts';
import { dataOf, type Severity } from './codes.ts';
import type { Rule } from './rule.ts';

const inOrder: readonly Rule[] = [
  unsupportedYear,
  reportBegun,
  tablesOnly,
  reportTitle,
  missingSection,
  duplicateSection,
  sectionOrder,
  sectionNumbering,
  sectionTitle,
  emptySection,
  missingTable,
  unreadableTable,
  supersededForm,
  missingRow,
  duplicateRow,
  unknownRow,
  missingColumn,
  cellCount,
  rowLabel,
  groupRowFigures,
  splitTable,
  blankCell,
  notANumber,
  negativeCount,
  fractionalCount,
  malformedNumber,
  balance,
  resultsTotal,
  rowTotal,
  reviewTotal,
  suspectFigure,
  narrativeMismatch,
  narrativeItem,
  narrativeSum,
  narrativePercentage,
  staleYear,
  reportPeriod,
  informationFee,
  leftover,
  otherOrgan,
  reportDate,
  supersededDocument,
  documentCounts,
  personalData,
  brokenNumbering,
  listedParts,
  repeatedText,
  emptySubsection,
  doubledWord,
];

/** A rule with what the page of its code says of its findings. */
export interface RatedRule extends Rule {
  readonly severity: Severity;
  readonly aboutForm: boolean;
}

/** Those that compare a report with others. */
const comparing: readonly Rule[] = [duplicateReport, missingUnit, carryOver, inForce, rollup, retoldText];

/** All rules that look at a report by itself, in the order in which they are asked. */
export const rules: readonly RatedRule[] = inOrder.map(rated);

/** All rules that look at its neighbours as well; asked only where there are such. */
export const comparingRules: readonly RatedRule[] = comparing.map(rated);

function rated(rule: Rule): RatedRule {
  const { severity, aboutForm } = dataOf(rule.code);
  return { ...rule, severity, aboutForm };
}
