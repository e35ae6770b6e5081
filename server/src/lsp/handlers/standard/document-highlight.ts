import { DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver';
import { ofReport, standard } from '../../handler.ts';

/** The figures that stand in one identity with the one at a place. */
export const documentHighlight = standard(DocumentHighlightRequest.type, ofReport({
  capabilities: () => ({ documentHighlightProvider: true }),
  empty: () => [],
  answer: (document, { position }, { service }) => service.highlights(document, position).map(({ range, kind }) =>
    ({ range, kind: kind === 'figure' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read })),
}));
