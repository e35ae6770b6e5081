import { commands, Disposable, EventEmitter, l10n, window, type Event, type TextEditor, type Uri } from 'vscode';
import type { ServerConnection } from './connection.ts';

/** The report that the user is at: in the active editor, or shown as its form in front of it. */
export interface ActiveReport extends Disposable {
  readonly uri: string | undefined;
  /** It is another one now, or none. */
  readonly onDidChange: Event<void>;
  /** Makes a command of what is done with the report's editor; it says so where there is no report. */
  command(run: (editor: TextEditor) => Promise<void>): () => Promise<void>;
}

/** The form that is in front, if one is. */
export interface FormInFront {
  readonly uri: Uri | undefined;
  readonly onDidChange: Event<void>;
}

export function watchActiveReport(server: ServerConnection, form: FormInFront): ActiveReport {
  const changed = new EventEmitter<void>();
  const uriNow = (): string | undefined => {
    const uri = (window.activeTextEditor?.document.uri ?? form.uri)?.toString();
    return uri !== undefined && server.documents.has(uri) ? uri : undefined;
  };
  let uri = uriNow();
  const tell = (): void => void commands.executeCommand('setContext', 'disclosureReport.isActive', uri !== undefined);
  const look = (): void => {
    const before = uri;
    uri = uriNow();
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
    command: (run) => async () => {
      const editor = [window.activeTextEditor, ...window.visibleTextEditors].find((one) => one?.document.uri.toString() === uri);
      if (editor && uri !== undefined) {
        await run(editor);
      } else {
        void window.showInformationMessage(l10n.t('There is no disclosure report in the active editor.'));
      }
    },
    dispose: () => listeners.dispose(),
  };
}
