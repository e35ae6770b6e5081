import {
  Disposable, languages, workspace, type DocumentFilter, type DocumentFormattingEditProvider,
  type DocumentRangeFormattingEditProvider, type FormattingOptions, type Range, type TextDocument, type TextEdit,
} from 'vscode';
import { reportLanguage, type TextEdit as PlainEdit } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { nameGlob } from '../file-names.ts';
import { toPlainRange, toTextEdit } from '../ranges.ts';

/**
 * Formats reports, and stands for no other document: else the editor would ask which formatter to take for every
 * Markdown file.
 */
export function createFormatting(server: ServerConnection): Disposable {
  const provider: DocumentFormattingEditProvider & DocumentRangeFormattingEditProvider = {
    provideDocumentFormattingEdits: (document, options) => format(server, document, options),
    provideDocumentRangeFormattingEdits: (document, range, options) => format(server, document, options, range),
  };
  let registered = register();
  return Disposable.from(
    server.onDidChangeDocuments(() => {
      registered.dispose();
      registered = register();
    }),
    new Disposable(() => registered.dispose()),
  );

  function register(): Disposable {
    const selector = [{ language: reportLanguage }, ...[...server.documents.values()].map(filterOf)];
    return Disposable.from(
      languages.registerDocumentFormattingEditProvider(selector, provider),
      languages.registerDocumentRangeFormattingEditProvider(selector, provider),
    );
  }
}

function filterOf({ uri, languageId }: TextDocument): DocumentFilter {
  return { language: languageId, scheme: uri.scheme, pattern: `**/${nameGlob(uri)}` };
}

/** The edits of spaces that bring the tables of a document, or of a part of it, into line. */
export async function format(
  server: ServerConnection, document: TextDocument, { tabSize, insertSpaces }: Pick<FormattingOptions, 'tabSize' | 'insertSpaces'>,
  range?: Range,
): Promise<TextEdit[]> {
  const uri = document.uri.toString();
  if (!workspace.isTrusted || !server.documents.has(uri)) {
    return [];
  }
  const params = { uri, textDocument: { uri }, options: { tabSize, insertSpaces } };
  const edits = await (range
    ? server.client.sendRequest<PlainEdit[] | null>('textDocument/rangeFormatting', { ...params, range: toPlainRange(range) } as typeof params)
    : server.client.sendRequest<PlainEdit[] | null>('textDocument/formatting', params));
  return (edits ?? []).map(toTextEdit);
}
