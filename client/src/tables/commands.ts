import { commands, Disposable, l10n, Range, window, workspace, WorkspaceEdit, type TextEditor } from 'vscode';
import {
  convertTableMethod, type ConvertedLayout, type ConvertTableParams,
} from '../../../server/src/lsp/protocol.ts';
import type { ActiveReport } from '../active-report.ts';
import type { ServerConnection } from '../connection.ts';
import { offerEncodings } from '../encoding.ts';
import { applyAll } from '../ranges.ts';
import { format } from './formatting.ts';

/** The commands that change the layout of the table at the caret. */
export function registerTableCommands(server: ServerConnection, active: ActiveReport): Disposable {
  return Disposable.from(
    commands.registerCommand('disclosureReport.formatTable', active.command((editor) => formatTable(server, editor))),
    commands.registerCommand('disclosureReport.convertTableToMarkdown', active.command((editor) => convert(server, editor, 'pipe'))),
    commands.registerCommand('disclosureReport.convertTableToHtml', active.command((editor) => convert(server, editor, 'html'))),
    commands.registerCommand('disclosureReport.convertAllTablesToMarkdown', active.command((editor) => convert(server, editor, 'pipe', true))),
    commands.registerCommand('disclosureReport.convertAllTablesToHtml', active.command((editor) => convert(server, editor, 'html', true))),
  );
}

async function formatTable(server: ServerConnection, { document, selection: { active }, options }: TextEditor): Promise<void> {
  const { version } = document;
  const settings = { tabSize: Number(options.tabSize), insertSpaces: options.insertSpaces === true };
  const edits = await format(server, document, settings, new Range(active, active));
  if (edits.length > 0 && document.version === version) {
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
  } else {
    void window.showInformationMessage(l10n.t('There is nothing to bring into line here.'));
  }
}

async function convert(server: ServerConnection, editor: TextEditor, layout: ConvertedLayout, areAll = false): Promise<void> {
  const { document, selection: { active: { line, character } } } = editor;
  const params: ConvertTableParams = { uri: document.uri.toString(), layout, ...(areAll ? {} : { position: { line, character } }) };
  const result = await server.request(convertTableMethod, params);
  if (result?.wrongEncoding) {
    await offerEncodings(document.uri);
  } else if (result && result.version !== document.version) {
    void window.showInformationMessage(l10n.t('The report has changed in the meantime. Please run the command again.'));
  } else if (result) {
    if (result.edits.length > 0) {
      await applyAll(document, result.edits);
    }
    if (result.refusal !== undefined) {
      void window.showInformationMessage(result.refusal);
    }
  }
}
