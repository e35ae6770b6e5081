import { DocumentSymbolRequest } from 'vscode-languageserver';
import { toDocumentSymbol, toSymbolInformation } from '../../convert.ts';
import { ofReport, standard } from '../../handler.ts';

/** The outline: sections, tables and rows. */
export const documentSymbol = standard(DocumentSymbolRequest.type, ofReport({
  capabilities: () => ({ documentSymbolProvider: true }),
  empty: () => [],
  answer(document, _, { client, service }) {
    const outline = service.outline(document);
    return client.nestedSymbols
      ? outline.map(toDocumentSymbol)
      : outline.flatMap((entry) => toSymbolInformation(entry, document.uri));
  },
}));
