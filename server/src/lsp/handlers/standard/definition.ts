import { DefinitionRequest } from 'vscode-languageserver';
import { toLocations } from '../../convert.ts';
import { ofReport, standard } from '../../handler.ts';

/** From a number in a sentence to its figure in the table. */
export const definition = standard(DefinitionRequest.type, ofReport({
  capabilities: () => ({ definitionProvider: true }),
  empty: () => null,
  answer(document, { position }, { client, service }) {
    const found = service.definition(document, position);
    if (!found) {
      return null;
    }
    const { uri } = document;
    return client.definitionLinks
      ? found.targets.map((target) => ({
        originSelectionRange: found.origin, targetUri: uri, targetRange: target, targetSelectionRange: target,
      }))
      : toLocations(uri, found.targets);
  },
}));
