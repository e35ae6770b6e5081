import * as l10n from '@vscode/l10n';
import { isPageFormat } from '../../../export/formats.ts';
import { pageOf, remarksOn, reportsOf, writeFigures, writePage, type ExportedReport, type PlacedFinding } from '../../../export/index.ts';
import { isUnread } from '../../../office/office-text.ts';
import { describePlace } from '../../../office/words.ts';
import type { Range, ReportDocument } from '../../../service-types.ts';
import { comparePositions, positionsIn } from '../../../syntax/positions.ts';
import { fileUriOf } from '../../../office-address.ts';
import { fromBase64, toBase64 } from '../../base64.ts';
import { isWronglyDecoded, wrongEncodingRefusal } from '../../encoding.ts';
import { own } from '../../handler.ts';
import { exportMethod, type ExportParams } from '../../protocol.ts';
import type { Session } from '../../session.ts';

/** The bytes of a file; nothing is written here. */
export const exportReport = own(exportMethod, {
  empty: () => null,
  async answer(params, session) {
    const { uri, position, to, isCheckSheet = false } = params;
    const document = session.reportAt(uri);
    if (!document) {
      return null;
    }
    if (isWronglyDecoded(document)) {
      return { refusal: wrongEncodingRefusal() };
    }
    const path = nameOf(uri);
    const reports = reportsOf(session.service, document, isCheckSheet ? await findingsOf(document, params, session) : []);
    const report = reports.findLast(({ extracted }) => comparePositions(extracted.range.start, position) <= 0) ?? reports[0];
    if (report === undefined) {
      return { refusal: l10n.t('There is no report to export.') };
    }
    if (!isPageFormat(to)) {
      return { name: titleOf(report, path), bytes: toBase64(writeFigures([{ path, reports }], to)), remarks: [] };
    }
    const page = pageOf(path, report, isCheckSheet);
    const remarks = isCheckSheet ? [] : remarksOn(report.printed);
    return { name: page.name || titleOf(report, path), bytes: toBase64(writePage(page, to)), remarks };
  },
});

/** The name of the file behind a document, for people. */
function nameOf(uri: string): string {
  return decodeURIComponent(fileUriOf(uri).split('/').at(-1) ?? uri);
}

function titleOf({ printed }: ExportedReport, path: string): string {
  return printed.name || path.replace(/\.[^.]*$/u, '');
}

async function findingsOf(document: ReportDocument, { file }: ExportParams, { service, readOffice }: Session): Promise<PlacedFinding[]> {
  const reading = file === undefined ? undefined : await readOffice(fromBase64(file));
  const { offset } = positionsIn(document.text);
  // A text that was changed since has its lines, and no places in the file.
  const office = reading === undefined || isUnread(reading) || reading.text !== document.text ? undefined : reading;
  const where = ({ start }: Range): string => {
    const place = office?.place(offset(start));
    return place === undefined ? l10n.t('line {0}', start.line + 1) : describePlace(place);
  };
  return service.diagnostics(document).map(({ severity, message, code, report, range }) => ({ severity, message, code, report, where: where(range) }));
}
