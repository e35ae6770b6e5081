import { ReferencesRequest } from 'vscode-languageserver';
import { toLocations } from '../../convert.ts';
import { ofReport, standard } from '../../handler.ts';

/** Where the text speaks of a figure. */
export const references = standard(ReferencesRequest.type, ofReport({
  capabilities: () => ({ referencesProvider: true }),
  empty: () => [],
  answer: (document, { position, context }, { service }) =>
    toLocations(document.uri, service.references(document, position, context.includeDeclaration)),
}));
