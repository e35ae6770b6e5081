/** markdownlint behind a language server that lints the whole text at each change. */
import { createRequire } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';

interface LintError {
  readonly lineNumber: number;
  readonly ruleDescription: string;
}

const { lint } = createRequire(__filename)('markdownlint/sync') as { lint(options: object): Record<string, readonly LintError[]> };
const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const diagnostics = (lint({ strings: { text: document.getText() } })['text'] ?? []).map(({ lineNumber, ruleDescription }) => ({
    range: { start: { line: lineNumber - 1, character: 0 }, end: { line: lineNumber - 1, character: 1 } },
    message: ruleDescription,
  }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
