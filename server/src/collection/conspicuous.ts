import type { ReportDigest } from './digest.ts';
import type { Neighbours } from './neighbours.ts';
import { missingUnits, rollupDifferences } from './rollup.ts';
import { placeOfParagraph, paragraphNumbers, repeatedSection } from './texts.ts';
import { yearDifferences } from './years.ts';

/** Whether a rule that compares reports may find something in those of a file: what is not conspicuous need not be checked again. */
export function isConspicuous(reports: readonly ReportDigest[], neighbours: readonly Neighbours[]): boolean {
  return reports.some((report, at) => neighbours[at] !== undefined && differs(report, neighbours[at]));
}

function differs({ tables, texts }: ReportDigest, { twins, lastYear, units = [], hasUnits }: Neighbours): boolean {
  const before = lastYear?.report;
  return twins.length > 0
    || (hasUnits && missingUnits(units).length > 0)
    || (before !== undefined && yearDifferences(tables, before.tables).length > 0)
    || (units.length > 0 && rollupDifferences(tables, units).length > 0)
    || (before !== undefined && texts.some((text) => repeatedSection(text, before.texts) !== undefined
      || text.paragraphs.some((print, at) => at % paragraphNumbers === 0 && placeOfParagraph(print, before.texts) !== undefined)));
}
