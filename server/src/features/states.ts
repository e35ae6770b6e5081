import type { Diagnosis } from '../diagnosis.ts';
import type { BoundTable, Report } from '../model/report.ts';
import type { Diagnostic, Range, ReportState, SectionState, SeverityCounts, TableState } from '../service-types.ts';
import { reportExtent, sectionExtent, tableExtent } from '../model/places.ts';
import { contains } from '../syntax/positions.ts';
import { sectionName } from '../forms/form.ts';
import { countIdentities } from './identity-lists.ts';

/** The reports of a document with their sections and tables, and how many findings stand in each. */
export function states(diagnosis: Diagnosis): ReportState[] {
  const { document } = diagnosis;
  const byReport = diagnosticsByReport(diagnosis);
  return document.reports.map((report, index) => {
    const own = byReport.get(index) ?? [];
    return {
      title: report.title?.text ?? '',
      organ: report.title?.organ ?? null,
      range: document.rangeBetween(...reportExtent(report)),
      year: report.year ?? null,
      counts: count(own),
      sections: sectionStates(diagnosis, report, own),
    };
  });
}

function diagnosticsByReport({ diagnostics }: Diagnosis): ReadonlyMap<number, readonly Diagnostic[]> {
  const byReport = new Map<number, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const own = byReport.get(diagnostic.report);
    if (own) {
      own.push(diagnostic);
    } else {
      byReport.set(diagnostic.report, [diagnostic]);
    }
  }
  return byReport;
}

function sectionStates({ document }: Diagnosis, report: Report, diagnostics: readonly Diagnostic[]): SectionState[] {
  return (report.form?.data.sections ?? report.sections.map((section) => section.data)).map((data) => {
    const found = report.sections.filter((section) => section.data.id === data.id);
    const [section] = found;
    const title = sectionName(data);
    if (!section) {
      return { id: data.id, title, counts: count([]), tables: [] };
    }
    const range = document.rangeBetween(...sectionExtent(section));
    return {
      id: data.id,
      title,
      range,
      counts: count(diagnostics.filter((diagnostic) => contains(range, diagnostic.range.start))),
      tables: section.tables.map((table) => tableState(table, document.rangeBetween(...tableExtent(table)), diagnostics)),
    };
  });
}

function tableState(table: BoundTable, range: Range, diagnostics: readonly Diagnostic[]): TableState {
  return {
    id: table.id,
    title: table.form.data.title,
    range,
    counts: count(diagnostics.filter((diagnostic) => contains(range, diagnostic.range.start))),
    identities: countIdentities(table),
  };
}

function count(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of diagnostics) {
    counts[severity] += 1;
  }
  return counts;
}
