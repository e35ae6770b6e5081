import { DocumentDiagnosticRequest, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { standard } from '../../handler.ts';
import { diagnosticSource } from '../../protocol.ts';

const none: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Findings, for clients that ask for them. */
export const diagnostic = standard(DocumentDiagnosticRequest.type, {
  capabilities: ({ pullsDiagnostics, pullsFolders }) => (pullsDiagnostics
    ? { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: true, workspaceDiagnostics: pullsFolders } }
    : {}),
  empty: () => none,
  answer(params, { diagnostics, documentAt }) {
    const document = documentAt(params.textDocument.uri);
    return document ? diagnostics.pull(document, params) : none;
  },
});
