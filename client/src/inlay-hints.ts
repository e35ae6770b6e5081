import { workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { settingsSection } from '../../server/src/lsp/protocol.ts';

const setting = 'inlayHints';

/** Asks for hints with computed totals only where the user wants them. */
export const provideInlayHints: Middleware['provideInlayHints'] = (document, viewPort, token, next) =>
  workspace.getConfiguration(settingsSection, document).get(setting) === true ? next(document, viewPort, token) : [];

/** Shows or hides the hints at once when the setting changes. */
export function watchHints(client: BaseLanguageClient): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settingsSection}.${setting}`)) {
      for (const document of workspace.textDocuments) {
        client.getFeature('textDocument/inlayHint').getProvider(document)?.onDidChangeInlayHints.fire();
      }
    }
  });
}
