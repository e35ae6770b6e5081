import * as vscode from 'vscode';
import { pasteFiguresMethod, pasteTableMethod, type PasteTableParams } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { toPlainRange, toTextEdit } from '../ranges.ts';
import { documentSelector } from '../reports.ts';

/** A way to paste, e.g. `text` or `table.disclosureReport`. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
  yieldTo?: readonly PasteKind[];
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer, context: { readonly triggerKind: number },
  ): Promise<PasteEdit[] | undefined>;
}

/** The ways of pasting are being listed, and none was chosen yet. */
const listing = 1;

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

/**
 * Offers to paste what was copied from a page, from Word or a spreadsheet as a table; plain text stays what is pasted
 * unasked. Where the caret is in a figure of a table, the copied cells come into the table's cells instead, or nothing is
 * pasted and a message says why: as text they would tear the table apart.
 */
export function offerPasting(server: ServerConnection): vscode.Disposable {
  const api = vscode as unknown as PasteApi;
  if (!('DocumentPasteEdit' in vscode)) {
    return new vscode.Disposable(() => undefined);
  }
  const { Empty, Text } = api.DocumentDropOrPasteEditKind;
  const kinds = { table: Empty.append('table', 'disclosureReport'), figures: Empty.append('figures', 'disclosureReport') };

  async function asFigures(document: vscode.TextDocument, params: PasteTableParams, isListing: boolean): Promise<PasteEdit | undefined> {
    const result = await server.request(pasteFiguresMethod, params);
    if (!result || result.version !== document.version || (result.refusal !== undefined && isListing)) {
      return undefined;
    }
    if (result.refusal !== undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was pasted: {0}', result.refusal));
      return new api.DocumentPasteEdit('', vscode.l10n.t('Leave the Table as It Is'), kinds.figures);
    }
    const edit = new api.DocumentPasteEdit('', vscode.l10n.t('Paste into the Cells of the Table'), kinds.figures);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.set(document.uri, result.edits.map(toTextEdit));
    return edit;
  }

  async function asTable(params: PasteTableParams): Promise<PasteEdit | undefined> {
    const table = await server.request(pasteTableMethod, params);
    if (table === null) {
      return undefined;
    }
    const edit = new api.DocumentPasteEdit(table, vscode.l10n.t('Paste as a Table'), kinds.table);
    edit.yieldTo = [Text];
    return edit;
  }

  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, [range, ...others], data, { triggerKind }) {
      const uri = document.uri.toString();
      if (!range || others.length > 0 || !vscode.workspace.isTrusted || !server.documents.has(uri) || await isWholeLine(data)) {
        return undefined;
      }
      const [html, text] = await Promise.all(['text/html', 'text/plain'].map((type) => data.get(type)?.asString()));
      const params: PasteTableParams = {
        uri,
        range: toPlainRange(range),
        pasted: { ...(html === undefined ? {} : { html }), ...(text === undefined ? {} : { text }) },
      };
      const edit = await asFigures(document, params, triggerKind === listing) ?? await asTable(params);
      return edit && [edit];
    },
  };
  try {
    return api.languages.registerDocumentPasteEditProvider(documentSelector, provider,
      { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: ['text/html', 'text/plain'] });
  } catch {
    // Up to VS Code 1.96 the interface is there, and refuses whoever is not let in to its trial.
    return new vscode.Disposable(() => undefined);
  }
}

/** Whether a line was copied without being selected: the editor puts it above the line of the caret, which tears nothing. */
async function isWholeLine(data: vscode.DataTransfer): Promise<boolean> {
  const told = await data.get('vscode-editor-data')?.asString();
  return told?.includes('"isFromEmptySelection":true') === true;
}
