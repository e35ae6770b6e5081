import { DocumentDiagnosticRequest, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { standard } from '../handler.ts';
import { diagnosticSource } from '../protocol.ts';

const none: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Findings, for clients that ask for them; a document whose settings are still being read waits for them. */
export const diagnostic = standard(DocumentDiagnosticRequest.type, {
  capabilities: ({ pullsDiagnostics }) => (pullsDiagnostics
    ? { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false } }
    : {}),
  empty: () => none,
  answer(params, { settings, diagnostics, documentAt }) {
    const { uri } = params.textDocument;
    const pull = (): DocumentDiagnosticReport => {
      const document = documentAt(uri);
      return document ? diagnostics.pull(document, params) : none;
    };
    return settings.pending(uri)?.then(pull) ?? pull();
  },
});
