/** A page with CodeMirror's editor and its own client of the protocol, driven through findings, fix, hover and outline. */
import { forEachDiagnostic } from '@codemirror/lint';
import { LSPClient, LSPPlugin, languageServerExtensions, languageServerSupport } from '@codemirror/lsp-client';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { CodeAction, DocumentSymbol, Hover } from 'vscode-languageserver-protocol';

interface Page {
  /** The messages of the client go out here; offered by the test. */
  toServer(message: string): Promise<void>;
  fromServer(message: string): void;
  drive(uri: string, text: string): Promise<object>;
}

const page = globalThis as unknown as Page;
const handlers = new Set<(message: string) => void>();
page.fromServer = (message) => handlers.forEach((handler) => handler(message));

page.drive = async (uri, text) => {
  const client = new LSPClient({ extensions: languageServerExtensions(), timeout: 60_000 }).connect({
    send: (message) => void page.toServer(message),
    subscribe: (handler) => void handlers.add(handler),
    unsubscribe: (handler) => void handlers.delete(handler),
  });
  let look = (): void => undefined;
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: text,
      extensions: [languageServerSupport(client, uri, 'markdown'), EditorView.updateListener.of(() => look())],
    }),
  });
  const lines = (): number[] => {
    const found: number[] = [];
    forEachDiagnostic(view.state, (_, from) => found.push(view.state.doc.lineAt(from).number - 1));
    return found;
  };
  /** What the server says changes the state of the editor, which then looks again. */
  const until = (holds: () => boolean): Promise<void> => new Promise((resolve) => {
    look = () => {
      if (holds()) {
        resolve();
      }
    };
    look();
  });

  await until(() => lines().length > 0);
  const before = lines().map((line) => ({ line }));
  const textDocument = { uri };
  const line = before[0]?.line ?? 0;
  const column = text.split('\n')[line]?.indexOf('99') ?? 0;
  const range = { start: { line, character: column }, end: { line, character: column + 2 } };
  const hover = await client.request<object, Hover>('textDocument/hover', { textDocument, position: range.start });
  const actions = await client.request<object, CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  const plugin = LSPPlugin.get(view);
  const edit = actions.find(({ isPreferred }) => isPreferred)?.edit?.changes?.[uri]?.[0];
  if (plugin && edit) {
    view.dispatch({ changes: { from: plugin.fromPosition(edit.range.start), to: plugin.fromPosition(edit.range.end), insert: edit.newText } });
  }
  await until(() => lines().length === before.length - 1);
  const symbols = await client.request<object, DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  return { before, line: view.state.doc.line(line + 1).text, outline: symbols.map(({ name }) => name), hover: hover.contents };
};
