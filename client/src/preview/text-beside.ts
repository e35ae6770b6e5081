import { commands, Selection, TextEditorRevealType, ViewColumn, window, type Disposable, type Position, type TextEditor, type Uri, type WebviewPanel } from 'vscode';
import type { Range as PlainRange } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';

/** The text that a preview belongs to, in the editors beside it. */
export interface TextBeside extends Disposable {
  /** Where the caret stands; undefined where the text is not in view. */
  readonly caret: Position | undefined;
  open(): Promise<void>;
  /** Shows a place of this text or of another document. */
  openAt(uri: Uri, place: PlainRange): Promise<void>;
  /** Selects a place without taking the focus; `opens` where the text is to be shown if it is not in view. */
  reveal(place: PlainRange, opens: boolean): Promise<void>;
  /** Undoes or does again what was last done in the text. */
  run(command: 'undo' | 'redo'): Promise<void>;
}

/** @param followCaret is told where a person has put the caret */
export function createTextBeside(panel: WebviewPanel, uri: () => Uri, followCaret: (caret: Position) => void): TextBeside {
  /** What was selected here last, until the editor says that it is. */
  let expected: Selection | undefined;
  const isOwn = (editor: TextEditor): boolean => editor.document.uri.toString() === uri().toString();
  const shown = (): TextEditor | undefined => window.visibleTextEditors.find(isOwn);
  /** Where the text goes when it is not in view: beside the preview. */
  const column = (): ViewColumn => (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);

  const listening = window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection], kind }) => {
    // Edits push carets about, and have no kind; nor does the preview follow where it has led the text itself.
    if (selection && kind !== undefined && isOwn(textEditor)) {
      const isExpected = expected?.isEqual(selection) === true;
      expected = undefined;
      if (!isExpected) {
        followCaret(selection.active);
      }
    }
  });
  return {
    get caret() {
      return shown()?.selection.active;
    },
    async open() {
      await window.showTextDocument(uri(), { viewColumn: column() });
    },
    async openAt(other, place) {
      await window.showTextDocument(other, { viewColumn: column(), selection: toRange(place) });
    },
    async reveal(place, opens) {
      const range = toRange(place);
      const editor = shown()
        ?? (opens ? await window.showTextDocument(uri(), { viewColumn: column(), preserveFocus: true }) : undefined);
      if (editor) {
        // Selected white space would light up wherever else it stands: in every blank cell of the text.
        const isBlank = editor.document.getText(range).trim() === '';
        expected = new Selection(isBlank ? range.end : range.start, range.end);
        editor.selection = expected;
        editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
      }
    },
    async run(command) {
      await window.showTextDocument(uri(), { viewColumn: shown()?.viewColumn ?? column() });
      await commands.executeCommand(command);
    },
    dispose: () => listening.dispose(),
  };
}
