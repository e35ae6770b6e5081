import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Lets the client ask for a document's findings once more. */
export function refresh(client: BaseLanguageClient, document: TextDocument): void {
  client.getFeature('textDocument/diagnostic').getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
}
