import type {
  DocumentFormattingParams, DocumentRangeFormattingParams, ServerCapabilities, TextEdit,
} from 'vscode-languageserver';
import type { Range, ReportDocument, ReportService } from '../service-types.ts';
import { isWronglyDecoded } from './actions.ts';
import type { ClientSupport } from './client-support.ts';
import { comparePositions } from './convert.ts';
import {
  convertTableMethod, figuresMethod, followTotalsMethod, pasteFiguresMethod, pasteTableMethod, type ConvertTableParams, type ConvertTableResult, type DocumentParams,
  type EditsResult, type FiguresResult, type FollowTotalsParams, type PasteTableParams, type PlacedFigure, type VersionedFormEdit,
} from './protocol.ts';
import type { ReadingContext } from './reading.ts';

export function editingCapabilities({ options }: ClientSupport): ServerCapabilities {
  return options.asksForFormatting === true ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true };
}

/** Serves what changes tables on request. A document that was read in a wrong encoding is never changed. */
export function serveEditing({ connection, guard, service, find }: Omit<ReadingContext, 'client'>): void {
  const format = (params: DocumentFormattingParams, range?: Range): TextEdit[] => {
    const document = find(params);
    return document && !isWronglyDecoded(document) ? [...service.format(document, range)] : [];
  };
  connection.onDocumentFormatting(guard.request<DocumentFormattingParams, TextEdit[]>('formatting', [], (params) => format(params)));
  connection.onDocumentRangeFormatting(guard.request<DocumentRangeFormattingParams, TextEdit[]>('rangeFormatting', [],
    (params) => format(params, params.range)));
  connection.onRequest(convertTableMethod, guard.request<ConvertTableParams, ConvertTableResult | null>(convertTableMethod, null,
    ({ uri, position, layout }) => answer(find, uri, (document) => service.convertTable(document, position, layout))));
  connection.onRequest(followTotalsMethod, guard.request<FollowTotalsParams, EditsResult | null>(followTotalsMethod, null,
    ({ uri, range }) => answer(find, uri, (document) => ({ edits: service.followTotals(document, range) }))));
  connection.onRequest(pasteTableMethod, guard.request<PasteTableParams, string | null>(pasteTableMethod, null, ({ uri, range, pasted }) => {
    const document = find({ textDocument: { uri } });
    return document && service.isReport(document) && !isWronglyDecoded(document) ? service.pasteTable(document, range, pasted) : null;
  }));
  connection.onRequest(pasteFiguresMethod, guard.request<PasteTableParams, VersionedFormEdit | null>(pasteFiguresMethod, null,
    ({ uri, range, pasted }) => {
      const document = find({ textDocument: { uri } });
      const result = document && !isWronglyDecoded(document) ? service.pasteFigures(document, range, pasted) : null;
      return document && result ? { version: document.version, ...result } : null;
    }));
  connection.onRequest(figuresMethod, guard.request<DocumentParams, FiguresResult | null>(figuresMethod, null, ({ uri }) => {
    const document = find({ textDocument: { uri } });
    return document ? { version: document.version, tables: tablesOf(document, service) } : null;
  }));
}

function answer<Result extends Omit<EditsResult, 'version'>>(
  find: ReadingContext['find'], uri: string, edit: (document: ReportDocument) => Result,
): (Result & { readonly version: number }) | (EditsResult & { readonly wrongEncoding: true }) | null {
  const document = find({ textDocument: { uri } });
  if (!document) {
    return null;
  }
  const { version } = document;
  return isWronglyDecoded(document) ? { version, edits: [], wrongEncoding: true } : { version, ...edit(document) };
}

function tablesOf(document: ReportDocument, service: ReportService): PlacedFigure[][] {
  return service.extract(document).flatMap(({ figures }) => {
    const tables = new Map<string, PlacedFigure[]>();
    for (const [id, { range, value }] of Object.entries(figures)) {
      const name = id.slice(0, id.indexOf('.'));
      tables.set(name, [...(tables.get(name) ?? []), { range, value }]);
    }
    return [...tables.values()].map((table) => table.sort((one, other) => comparePositions(one.range.start, other.range.start)));
  });
}
