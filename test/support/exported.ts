import { reportsOf, type ExportedFile, type ExportedReport } from '../../server/src/export/index.ts';
import { createReportService } from '../../server/src/service.ts';
import { languageOfFile } from '../../server/src/report-files.ts';
import type { ReportDocument } from '../../server/src/service-types.ts';
import { fixture } from './fixtures.ts';

export const service = createReportService({
  log: (message) => {
    throw new Error(message);
  },
});

/** Reports of our own in each layout. */
export const baseFixtures = [
  'base-2021.md', 'base-lines-2022.txt', 'base-page-2023.html', 'base-pipe-2020.md', 'base-spaces-2021.txt', 'base-tabs-2019.txt', 'base-word-2020.txt',
];

export function openText(text: string, languageId = 'markdown'): ReportDocument {
  return service.open('test:///report', languageId, 1, text);
}

export function openFixture(name: string): ReportDocument {
  return openText(fixture(name), languageOfFile(name));
}

/** A text as a file that is exported, its findings with it. */
export function exportedFile(text: string, path = '青禾县.md', languageId = 'markdown'): ExportedFile {
  const document = openText(text, languageId);
  const findings = service.diagnostics(document).map(({ severity, message, code, report, range }) => ({ severity, message, code, report, where: `第${range.start.line + 1}行` }));
  return { path, reports: reportsOf(service, document, findings) };
}

export function exported(text: string, languageId?: string): ExportedReport {
  const [report] = exportedFile(text, undefined, languageId).reports;
  if (report === undefined) {
    throw new Error('There is no report in the text.');
  }
  return report;
}

/** What a reader of a report gets: whose it is, its figures by id, and what is found in it. */
interface Read {
  readonly organ: string | null;
  readonly year: number | null;
  readonly figures: Readonly<Record<string, number | null>>;
  readonly findings: readonly string[];
}

export function readAgain(document: ReportDocument, report = 0): Read {
  const { organ = null, year = null, figures = {} } = service.extract(document)[report] ?? {};
  return {
    organ, year, figures: Object.fromEntries(Object.entries(figures).map(([id, { value }]) => [id, value])),
    findings: service.diagnostics(document).filter((found) => found.report === report).map(({ code, figure = '' }) => `${code} ${figure}`).sort(),
  };
}
