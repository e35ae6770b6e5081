import {
  commands, Disposable, env, l10n, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace,
  type Position, type TextDocument, type TextEditor, type WebviewPanel,
} from 'vscode';
import {
  formViewMethod, type FormFigure, type FormViewParams, type FormViewResult, type Range as PlainRange,
} from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { nameOf } from '../file-names.ts';
import { toRange } from '../ranges.ts';
import { applyFormEdit, whyReadOnly, wrongEncoding, type Outcome } from './editing.ts';
import { pageOf, resourcesOf } from './html.ts';
import type { ToHost, ToPage } from './messages.ts';
import { printForm } from './print.ts';
import { words } from './words.ts';

/** The preview of one document in its panel; gone when the panel is closed. */
export interface Preview {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  /** Goes on with the document under its new name. */
  follow(uri: Uri): void;
  /** All that has been typed here stands in the text. */
  written(): Promise<void>;
}

export function createPreview(
  panel: WebviewPanel, first: Uri, extension: Uri, server: ServerConnection, before: { readonly report?: number } = {},
): Preview {
  let uri = first;
  let shown: FormViewResult | undefined;
  let report = before.report ?? 0;
  let isReady = false;
  /** Set while the server is asked; true where it has to be asked once more. */
  let asksAgain: boolean | undefined;
  /** A caret in a report that is shown only when the server has answered. */
  let awaited: Position | undefined;
  /** A cell that was selected in the page, until its place in the text is known. */
  let wanted: Extract<ToHost, { type: 'select' }> | undefined;
  /** What was selected in the text for the page, until the text says that it is. */
  let led: Selection | undefined;
  let editing: Promise<unknown> = Promise.resolve();
  const key = (): string => uri.toString();

  panel.title = titleOf(uri);
  panel.iconPath = {
    light: Uri.joinPath(extension, 'images', 'report-light.svg'),
    dark: Uri.joinPath(extension, 'images', 'report-dark.svg'),
  };
  panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extension)] };
  const subscriptions = Disposable.from(
    panel.webview.onDidReceiveMessage((message: ToHost) => void receive(message)),
    server.onDidChangeStates((changed) => {
      if (changed === key()) {
        refresh();
      }
    }),
    server.onDidChangeDocuments(refresh),
    workspace.onDidGrantWorkspaceTrust(refresh),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files', uri)) {
        refresh();
      }
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection], kind }) => {
      // Edits push carets about, and have no kind; nor does the preview follow where it has led the text itself.
      if (selection && kind !== undefined && textEditor.document.uri.toString() === key()) {
        const isLed = led?.isEqual(selection) === true;
        led = undefined;
        if (!isLed) {
          followCaret(selection.active);
        }
      }
    }),
  );
  panel.onDidDispose(() => subscriptions.dispose());
  panel.webview.html = pageOf(panel.webview, extension);
  return {
    panel,
    get uri() {
      return uri;
    },
    follow(to) {
      uri = to;
      panel.title = titleOf(to);
      refresh();
    },
    async written() {
      for (let last: Promise<unknown> | undefined; last !== editing;) {
        last = editing;
        await last;
      }
    },
  };

  /** Shows the document as it is now; what changes meanwhile is shown behind it. */
  function refresh(): void {
    if (!isReady) {
      return;
    }
    if (asksAgain === undefined) {
      asksAgain = false;
      void show().catch(() => undefined).finally(() => {
        const again = asksAgain;
        asksAgain = undefined;
        if (again) {
          refresh();
        }
      });
    } else {
      asksAgain = true;
    }
  }

  async function show(): Promise<void> {
    const document = server.documents.get(key());
    const params: FormViewParams = { uri: key(), report };
    const view = document && await server.request(formViewMethod, params);
    if (!document || !view) {
      post({ type: 'closed', message: l10n.t('The text is not open.') });
      return;
    }
    const isFirst = shown === undefined;
    shown = view;
    ({ report } = view);
    const readOnly = view.wrongEncoding ? wrongEncoding() : await whyReadOnly(document);
    post({
      type: 'view',
      view: {
        uri: key(), version: view.version, words: { ...words(), language: env.language }, reports: view.reports, report,
        ...(readOnly === undefined ? {} : { readOnly }),
      },
    });
    await revealWanted();
    const caret = awaited ?? (isFirst ? editorOf()?.selection.active : undefined);
    awaited = undefined;
    if (caret) {
      followCaret(caret);
    }
  }

  async function receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        refresh();
        break;
      case 'report':
        report = message.report;
        refresh();
        break;
      case 'select':
        wanted = message;
        await editing;
        await revealWanted();
        break;
      case 'reveal':
        await reveal(message.range, true);
        break;
      case 'lastYear':
        await showLastYear(message.figure);
        break;
      case 'edit':
        // One after the other: each is for the text that the one before has left.
        editing = editing.then(async () => {
          const outcome = await write(message.edit);
          post({ type: 'told', figure: message.edit.figure, version: server.documents.get(key())?.version ?? 0, ...outcome });
        });
        await editing;
        break;
      case 'undo':
      case 'redo': {
        // What was typed before is what is to be undone, so that it has to be in the text by then.
        const { type } = message;
        editing = editing.then(() => inText(type).catch(() => undefined));
        await editing;
        break;
      }
      case 'openText':
        await window.showTextDocument(uri, { viewColumn: textColumn() });
        break;
      case 'readClipboard':
        post({ type: 'clipboard', text: await env.clipboard.readText() });
        break;
      case 'print':
        await printForm(uri, extension, message.html);
        break;
    }
  }

  async function write(edit: Extract<ToHost, { type: 'edit' }>['edit']): Promise<Outcome> {
    const document: TextDocument | undefined = server.documents.get(key());
    try {
      return document ? await applyFormEdit(server, document, edit) : { message: l10n.t('The text is not open.'), isRefusal: true };
    } catch (error) {
      return { message: error instanceof Error ? error.message : String(error), isRefusal: true };
    }
  }

  /** Undoes or does again what was last done in the text; the preview keeps the focus. */
  async function inText(command: 'undo' | 'redo'): Promise<void> {
    await window.showTextDocument(uri, { viewColumn: editorOf()?.viewColumn ?? textColumn() });
    await commands.executeCommand(command);
    panel.reveal(panel.viewColumn, false);
    post({ type: 'focus' });
  }

  /** Not before what was typed just now is shown: until then a figure may stand beside where it was read. */
  async function revealWanted(): Promise<void> {
    if (wanted && shown?.version === server.documents.get(key())?.version) {
      const { figure, open } = wanted;
      wanted = undefined;
      const range = figureOf(figure)?.range;
      if (range) {
        await reveal(range, open);
      }
    }
  }

  async function reveal(place: PlainRange, open: boolean): Promise<void> {
    const range = toRange(place);
    const editor = editorOf()
      ?? (open ? await window.showTextDocument(uri, { viewColumn: textColumn(), preserveFocus: true }) : undefined);
    if (editor) {
      // Selected white space would light up wherever else it stands: in every blank cell of the text.
      const isBlank = editor.document.getText(range).trim() === '';
      led = new Selection(isBlank ? range.end : range.start, range.end);
      editor.selection = led;
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  async function showLastYear(id: string): Promise<void> {
    const lastYear = shown?.reports[shown.report]?.lastYear;
    const range = figureOf(id)?.lastYear?.range;
    if (lastYear && range) {
      await window.showTextDocument(Uri.parse(lastYear.uri), { viewColumn: textColumn(), selection: toRange(range) });
    }
  }

  function followCaret(caret: Position): void {
    const view = shown;
    if (!view) {
      return;
    }
    const other = view.reports.findIndex(({ range }) => contains(range, caret));
    if (other >= 0 && other !== report) {
      report = other;
      awaited = caret;
      refresh();
      return;
    }
    const figure = view.reports[view.report]?.tables.flatMap(({ figures }) => figures)
      .find(({ range }) => range && contains(range, caret));
    if (figure) {
      post({ type: 'caret', figure: figure.id });
    }
  }

  function figureOf(id: string): FormFigure | undefined {
    return shown?.reports[shown.report]?.tables.flatMap(({ figures }) => figures).find((figure) => figure.id === id);
  }

  function editorOf(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === key());
  }

  /** Where the text goes when it is not in view: beside the preview. */
  function textColumn(): ViewColumn {
    return panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }

  function post(message: ToPage): void {
    void panel.webview.postMessage(message);
  }
}

function titleOf(uri: Uri): string {
  return l10n.t('Form: {0}', nameOf(uri));
}

function contains(range: PlainRange, at: Position): boolean {
  return toRange(range).contains(at);
}
