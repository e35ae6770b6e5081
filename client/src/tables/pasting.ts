import * as vscode from 'vscode';
import { pasteTableMethod, type PasteTableParams } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { documentSelector } from '../reports.ts';

/** A way to paste, e.g. `text` or `table.disclosureReport`. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}

interface PasteEdit {
  yieldTo?: readonly PasteKind[];
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer,
  ): Promise<PasteEdit[] | undefined>;
}

/** What VS Code offers from version 1.97 on; the oldest version that the extension runs in lacks it. */
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(selector: vscode.DocumentSelector, provider: PasteProvider, metadata: {
      readonly providedPasteEditKinds: readonly PasteKind[];
      readonly pasteMimeTypes: readonly string[];
    }): vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteKind; readonly Text: PasteKind };
}

/** Offers to paste what was copied from a page, from Word or a spreadsheet as a table; plain text stays what is pasted unasked. */
export function offerPasting(server: ServerConnection): vscode.Disposable {
  const api = vscode as unknown as PasteApi;
  if (!('DocumentPasteEdit' in vscode)) {
    return new vscode.Disposable(() => undefined);
  }
  const kind = api.DocumentDropOrPasteEditKind.Empty.append('table', 'disclosureReport');
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, [range], data) {
      const uri = document.uri.toString();
      if (!range || !vscode.workspace.isTrusted || !server.documents.has(uri)) {
        return undefined;
      }
      const [html, text] = await Promise.all(['text/html', 'text/plain'].map((type) => data.get(type)?.asString()));
      const params: PasteTableParams = {
        uri,
        range: { start: range.start, end: range.end },
        pasted: { ...(html === undefined ? {} : { html }), ...(text === undefined ? {} : { text }) },
      };
      const table = await server.request<string | null>(pasteTableMethod, params);
      if (table === null) {
        return undefined;
      }
      const edit = new api.DocumentPasteEdit(table, vscode.l10n.t('Paste as a Table'), kind);
      edit.yieldTo = [api.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  try {
    return api.languages.registerDocumentPasteEditProvider(documentSelector, provider,
      { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html', 'text/plain'] });
  } catch {
    // Up to VS Code 1.96 the interface is there, and refuses whoever is not let in to its trial.
    return new vscode.Disposable(() => undefined);
  }
}
