import { Range, window, workspace, type Disposable, type TextDocumentChangeEvent, type TextDocumentContentChangeEvent } from 'vscode';
import { followTotalsMethod, settingsSection, type EditsResult, type FollowTotalsParams } from '../../../server/src/lsp/protocol.ts';
import { nextTurn, type ServerConnection } from '../connection.ts';
import { toRange } from '../ranges.ts';

/** Keeps totals current while figures are typed, where the user has asked for it (总计随录入更新). */
export function followTyping(server: ServerConnection): Disposable {
  let isOwn = false;
  return workspace.onDidChangeTextDocument((event) => {
    if (!isOwn && isTyping(event) && isWanted(event, server)) {
      event.contentChanges.forEach((change) => void follow(event, rangeAfter(change)).catch(() => undefined));
    }
  });

  async function follow({ document }: TextDocumentChangeEvent, range: Range): Promise<void> {
    const { version } = document;
    const params: FollowTotalsParams = { uri: document.uri.toString(), range: { start: range.start, end: range.end } };
    await nextTurn();
    const result = await server.request<EditsResult | null>(followTotalsMethod, params);
    const editor = window.activeTextEditor;
    const isCurrent = result?.version === version && document.version === version && editor?.document === document;
    if (!isCurrent || result.edits.length === 0) {
      return;
    }
    isOwn = true;
    try {
      // Without stops of its own, the change is undone together with the typing.
      await editor.edit((builder) => result.edits.forEach(({ range: place, newText }) => builder.replace(toRange(place), newText)),
        { undoStopBefore: false, undoStopAfter: false });
    } finally {
      isOwn = false;
    }
  }
}

/** Digits typed or taken away at one place; what undo, redo or other programs change is left alone. */
function isTyping({ reason, contentChanges }: TextDocumentChangeEvent): boolean {
  return reason === undefined && contentChanges.length === 1
    && contentChanges.every(({ text, range }) => /^\d*$/u.test(text) && range.isSingleLine);
}

function isWanted({ document }: TextDocumentChangeEvent, server: ServerConnection): boolean {
  return workspace.isTrusted && window.activeTextEditor?.document === document && server.documents.has(document.uri.toString())
    && workspace.getConfiguration(settingsSection, document).get('keepTotals') === true;
}

function rangeAfter({ range: { start }, text }: TextDocumentContentChangeEvent): Range {
  return new Range(start, start.translate(0, text.length));
}
