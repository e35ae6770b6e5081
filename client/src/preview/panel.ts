import { Disposable, env, l10n, Uri, workspace, type WebviewPanel } from 'vscode';
import type { FormEdit } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { messageOf } from '../failures.ts';
import { nameOf } from '../file-names.ts';
import { oneAfterAnother, type OneAfterAnother } from '../one-after-another.ts';
import { applyFormEdit, type Outcome } from './editing.ts';
import { pageOf, resourcesOf } from './html.ts';
import type { ToHost, ToPage } from './messages.ts';
import { printForm } from './print.ts';
import { createShownForm, type ShownForm } from './shown-form.ts';
import { createTextBeside, type TextBeside } from './text-beside.ts';

/** The preview of one document in its panel; gone when the panel is closed. */
export interface Preview {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  /** Goes on with the document under its new name. */
  follow(uri: Uri): void;
  /** All that has been typed here stands in the text. */
  written(): Promise<void>;
}

/** What answers the messages of the page. */
interface Parts {
  readonly panel: WebviewPanel;
  readonly extension: Uri;
  readonly server: ServerConnection;
  readonly text: TextBeside;
  readonly form: ShownForm;
  /** Edits, undo and redo: each is for the text that the one before has left. */
  readonly edits: OneAfterAnother;
  uri(): Uri;
  post(message: ToPage): void;
}

export function createPreview(
  panel: WebviewPanel, first: Uri, extension: Uri, server: ServerConnection, before: { readonly report?: number } = {},
): Preview {
  let current = first;
  const uri = (): Uri => current;
  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const text = createTextBeside(panel, uri, (caret) => form.followCaret(caret));
  const form = createShownForm({ server, text, first: before.report ?? 0, uri, post });
  const edits = oneAfterAnother();
  const parts: Parts = { panel, extension, server, text, form, edits, uri, post };

  dress(panel, first, extension);
  const subscriptions = Disposable.from(
    text,
    panel.webview.onDidReceiveMessage((message: ToHost) => void receive(message, parts)),
    server.onDidChangeStates((changed) => {
      if (changed === current.toString()) {
        form.refresh();
      }
    }),
    server.onDidChangeDocuments(form.refresh),
    workspace.onDidGrantWorkspaceTrust(form.refresh),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files', current)) {
        form.refresh();
      }
    }),
  );
  panel.onDidDispose(() => subscriptions.dispose());
  panel.webview.html = pageOf(panel.webview, extension);
  return {
    panel,
    get uri() {
      return current;
    },
    follow(to) {
      current = to;
      panel.title = titleOf(to);
      form.refresh();
    },
    written: edits.settled,
  };
}

async function receive(message: ToHost, parts: Parts): Promise<void> {
  const { text, form, edits, server, uri, post } = parts;
  switch (message.type) {
    case 'ready': form.start(); break;
    case 'report': form.choose(message.report); break;
    case 'select': await form.followPage(message, edits.settled()); break;
    case 'reveal': await text.reveal(message.range, true); break;
    case 'lastYear': await form.showLastYear(message.figure); break;
    case 'edit':
      await edits.run(async () => {
        const outcome = await write(message.edit, parts);
        post({ type: 'told', figure: message.edit.figure, version: server.documents.get(uri().toString())?.version ?? 0, ...outcome });
      });
      break;
    case 'undo':
    case 'redo': {
      // What was typed before is what is to be undone, so that it has to be in the text by then.
      const { type } = message;
      await edits.run(() => inText(type, parts));
      break;
    }
    case 'openText': await text.open(); break;
    case 'readClipboard': post({ type: 'clipboard', text: await env.clipboard.readText() }); break;
    case 'print': await printForm(uri(), parts.extension, message.html); break;
  }
}

async function write(edit: FormEdit, { server, uri }: Parts): Promise<Outcome> {
  const document = server.documents.get(uri().toString());
  try {
    return document ? await applyFormEdit(server, document, edit) : { message: l10n.t('The text is not open.'), isRefusal: true };
  } catch (error) {
    return { message: messageOf(error), isRefusal: true };
  }
}

/** Undoes or does again what was last done in the text; the preview keeps the focus. */
async function inText(command: 'undo' | 'redo', { text, panel, post }: Parts): Promise<void> {
  await text.run(command);
  panel.reveal(panel.viewColumn, false);
  post({ type: 'focus' });
}

function dress(panel: WebviewPanel, uri: Uri, extension: Uri): void {
  panel.title = titleOf(uri);
  panel.iconPath = {
    light: Uri.joinPath(extension, 'images', 'report-light.svg'),
    dark: Uri.joinPath(extension, 'images', 'report-dark.svg'),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extension)] };
}

function titleOf(uri: Uri): string {
  return l10n.t('Form: {0}', nameOf(uri));
}
