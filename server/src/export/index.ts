import * as l10n from '@vscode/l10n';
import { strToU8 } from 'fflate/browser';
import type { OfficeSource } from '../office/office-text.ts';
import type { PrintedPage, PrintedReport } from '../types/printed.ts';
import type { ExtractedReport, FormView, IdentityList, ReportDocument, ReportService } from '../service-types.ts';
import type { FolderFile } from '../folder/index.ts';
import { checkSheet, type SheetFinding } from './check-sheet.ts';
import { writeDocx } from './docx.ts';
import type { FigureFormat, FolderFormat, PageFormat } from './formats.ts';
import { writeFiguresCsv } from './figures-csv.ts';
import { writeFiguresJson } from './figures-json.ts';
import { writeFiguresWorkbook } from './figures-workbook.ts';
import { standAlone, type PageLook } from './folder-html.ts';
import { folderPage } from './folder-page.ts';
import { writeHtml } from './html.ts';
import { listPage } from './list-html.ts';
import { writeListCsv, writeListWorkbook } from './list-sheets.ts';

/** A finding with the report that it is about. */
export interface PlacedFinding extends SheetFinding {
  readonly report?: number;
}

/** Of a report all that can be exported. */
export interface ExportedReport {
  readonly extracted: ExtractedReport;
  readonly printed: PrintedReport;
  /** With its tables. */
  readonly view: FormView;
  readonly identities: readonly IdentityList[];
  readonly findings: readonly SheetFinding[];
}

/** The reports of a file. */
export interface ExportedFile {
  /** As people know it. */
  readonly path: string;
  readonly source?: OfficeSource;
  readonly reports: readonly ExportedReport[];
}

/** The reports of a document; findings are wanted for check sheets alone. */
export function reportsOf(service: ReportService, document: ReportDocument, findings: readonly PlacedFinding[]): readonly ExportedReport[] {
  const printed = service.printedReports(document);
  const lists = service.identityLists(document);
  return service.extract(document).flatMap((extracted, at) => {
    const [page, view] = [printed[at], service.formViews(document, at)[at]];
    return page === undefined || view === undefined ? [] : [{
      extracted, printed: page, view, identities: lists.filter(({ report }) => report === at), findings: findings.filter(({ report }) => report === at),
    }];
  });
}

/** A report, or its check sheet (校核单), as it is printed. */
export function pageOf(path: string, { extracted, printed, identities, findings }: ExportedReport, isCheckSheet: boolean): PrintedPage {
  return isCheckSheet ? checkSheet({ path, title: printed.name, summary: extracted, identities, findings }) : printed;
}

/** What a reader of the page has to know: which tables stand as they were written, and what is not in it. */
export function remarksOn({ asWritten, leftOut }: PrintedReport): string[] {
  return [
    ...asWritten.map((title) => l10n.t('not all of the table below "{0}" was read for certain; it is written cell by cell as it stands', title)),
    ...(leftOut === '' ? [] : [l10n.t('what stands before the title is left out: "{0}"', leftOut)]),
  ];
}

export function writePage(page: PrintedPage, to: PageFormat): Uint8Array {
  return to === 'docx' ? writeDocx(page) : strToU8(writeHtml(page));
}

export function writeFigures(files: readonly ExportedFile[], to: FigureFormat): Uint8Array {
  const reports = files.flatMap(({ path, reports: own }) => own.map(({ extracted, view }) => ({ path, view, ...extracted })));
  switch (to) {
    case 'xlsx': return writeFiguresWorkbook(reports);
    case 'csv': return strToU8(writeFiguresCsv(reports));
    case 'json': return strToU8(writeFiguresJson(files.map((file) => ({ ...file, reports: file.reports.map(({ extracted }) => extracted) }))));
  }
}

/** The list of findings (问题清单), or the page of the folder, as one file; `language` is that of its words. */
export function writeFolder(files: readonly FolderFile[], to: FolderFormat, language: string): Uint8Array {
  const look: PageLook = { language, isInteractive: false };
  switch (to) {
    case 'html': return strToU8(standAlone(listPage(files, look), look));
    case 'xlsx': return writeListWorkbook(files);
    case 'csv': return strToU8(writeListCsv(files));
    case 'page': return strToU8(standAlone(folderPage(files), look));
  }
}

/** The same as the body of a page within an editor. */
export function writeFolderBody(files: readonly FolderFile[], view: 'list' | 'page'): string {
  return view === 'page' ? folderPage(files).body : listPage(files, { language: '', isInteractive: true }).body;
}
