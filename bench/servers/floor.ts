/** A language server that does nothing but answer each change with one and the same diagnostic: nothing can be faster. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: [{ range, message: 'fixed' }] });
});
documents.listen(connection);
connection.listen();
