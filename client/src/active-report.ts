import { commands, Disposable, EventEmitter, l10n, Uri, window, workspace, type Event, type TextEditor } from 'vscode';
import { isSettingsFile } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './connection.ts';
import { nameOf } from './file-names.ts';
import { documentOf, pathOf } from './office/address.ts';

/** The report that the user is at: in the active editor, or shown as its form in front of it. */
export interface ActiveReport extends Disposable {
  readonly uri: string | undefined;
  /** It is another one now, or none. */
  readonly onDidChange: Event<void>;
  /**
   * Makes a command of what is done with the report's editor. Called from the menu of a file or a tab it is for that one. Where
   * no report is in front it is for the one that was last, and where that is closed for the one that the user chooses; it says
   * so where there is none. What was typed into its form before is in the text by then.
   */
  command(run: (editor: TextEditor) => Promise<void>): (file?: unknown) => Promise<void>;
}

/** The form that is in front, if one is. */
export interface FormInFront {
  readonly uri: Uri | undefined;
  readonly onDidChange: Event<void>;
  /** All that was typed into the form of a report stands in its text. */
  written(uri: string): Promise<void>;
}

export function watchActiveReport(server: ServerConnection, form: FormInFront): ActiveReport {
  const changed = new EventEmitter<void>();
  const uriNow = (): string | undefined => {
    const uri = (window.activeTextEditor?.document.uri ?? form.uri)?.toString();
    return uri !== undefined && server.documents.has(uri) ? uri : undefined;
  };
  let uri = uriNow();
  let last = uri;
  const tell = (): void => void commands.executeCommand('setContext', 'disclosureReport.isActive', uri !== undefined);
  const look = (): void => {
    const before = uri;
    uri = uriNow();
    last = uri ?? last;
    if (uri !== before) {
      tell();
      changed.fire();
    }
  };
  tell();
  const listeners = Disposable.from(changed, server.onDidChangeDocuments(look), window.onDidChangeActiveTextEditor(look), form.onDidChange(look));
  return {
    get uri() {
      return uri;
    },
    onDidChange: changed.event,
    command: (run) => async (file) => {
      const present = (): string | undefined => uri ?? (last !== undefined && server.documents.has(last) ? last : undefined);
      const wanted = file instanceof Uri ? await ofFile(server, file) : present() ?? await chosen([...server.documents.keys()]);
      const editor = wanted === undefined ? undefined : visible(wanted) ?? await opened(wanted);
      if (editor) {
        await form.written(editor.document.uri.toString());
        await run(editor);
      }
    },
    dispose: () => listeners.dispose(),
  };
}

function visible(uri: string): TextEditor | undefined {
  return [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor?.document.uri.toString() === uri);
}

async function opened(uri: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
}

/** The report of a file, which is opened if it is not; undefined where it holds none. */
async function ofFile(server: ServerConnection, file: Uri): Promise<string | undefined> {
  const document = await workspace.openTextDocument(documentOf(file));
  if (await server.take(document)) {
    return document.uri.toString();
  }
  void window.showInformationMessage(l10n.t('“{0}” holds no disclosure report.', nameOf(file)));
  return undefined;
}

/** One of the reports that are open; undefined where there is none, or none is chosen. */
async function chosen(reports: readonly string[]): Promise<string | undefined> {
  const items = reports.filter((report) => !isSettingsFile(report))
    .map((report) => ({ label: pathOf(Uri.parse(report)), report }));
  if (items.length > 1) {
    return (await window.showQuickPick(items, { title: l10n.t('For which report?') }))?.report;
  }
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No disclosure report is open. Open one first.'));
  }
  return items[0]?.report;
}
