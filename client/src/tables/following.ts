import {
  Range, window, workspace, type Disposable, type TextDocument, type TextDocumentChangeEvent, type TextDocumentContentChangeEvent,
} from 'vscode';
import { followTotalsMethod, settingsSection, type FollowTotalsParams } from '../../../server/src/lsp/protocol.ts';
import { nextTurn, type ServerConnection } from '../connection.ts';
import { toPlainRange, toRange } from '../ranges.ts';

/** What was typed in a document, as places in it as it is now; its totals are not known yet. */
interface Typed {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
}

/** Keeps totals current while figures are typed, where the user has asked for it (总计随录入更新). */
export function followTyping(server: ServerConnection): Disposable {
  let isOwn = false;
  let waiting: Typed | undefined;
  return workspace.onDidChangeTextDocument((event) => {
    const { document, contentChanges: [change] } = event;
    if (isOwn || !change || !isWanted(event, server)) {
      return;
    }
    if (isTyping(event)) {
      const before = waiting?.document === document ? waiting.ranges.map((range) => moved(range, change)) : [];
      waiting = { document, ranges: [...before, rangeAfter(change)] };
      void follow(waiting).catch(() => undefined);
    } else {
      waiting = undefined;
    }
  });

  async function follow(typed: Typed): Promise<void> {
    const { document, ranges } = typed;
    const { version } = document;
    const uri = document.uri.toString();
    await nextTurn();
    const questions = ranges.map((range): FollowTotalsParams => ({ uri, range: toPlainRange(range) }));
    const results = await Promise.all(questions.map((params) => server.request(followTotalsMethod, params)));
    const editor = window.activeTextEditor;
    // Where more has been typed meanwhile, that asks again for what was typed before it.
    if (waiting !== typed || editor?.document !== document || results.some((result) => result?.version !== version)) {
      return;
    }
    waiting = undefined;
    const edits = new Map(results.flatMap((result) => result?.edits ?? []).map((edit) => [JSON.stringify(edit.range), edit]));
    if (edits.size === 0) {
      return;
    }
    isOwn = true;
    try {
      // Without stops of its own, the change is undone together with the typing.
      await editor.edit((builder) => edits.forEach(({ range, newText }) => builder.replace(toRange(range), newText)),
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

/** Where a place of the same line, or of another one, is after digits were put in or taken away. */
function moved(range: Range, { range: { start, end }, text }: TextDocumentContentChangeEvent): Range {
  const isBehind = range.start.line === end.line && range.start.isAfterOrEqual(end);
  const shift = text.length - (end.character - start.character);
  return isBehind ? new Range(range.start.translate(0, shift), range.end.translate(0, shift)) : range;
}
