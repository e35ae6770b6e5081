import { Selection, type QuickPick, type QuickPickItem, type Range, type TextEditor } from 'vscode';

/** Selects in the text what is looked at in a list; what is given back puts the selection and the view back. */
export function revealActive<Item extends QuickPickItem>(
  editor: TextEditor, list: QuickPick<Item>, rangeOf: (item: Item) => Range | undefined,
): () => void {
  const { selections, visibleRanges } = editor;
  list.onDidChangeActive(([item]) => {
    const range = item && rangeOf(item);
    if (range) {
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range);
    }
  });
  return () => {
    if (visibleRanges[0]) {
      editor.selections = selections;
      editor.revealRange(visibleRanges[0]);
    }
  };
}
