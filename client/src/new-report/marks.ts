import { Disposable, OverviewRulerLane, Range, ThemeColor, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { revisionMark } from '../../../server/src/lsp/protocol.ts';

/** Shows the marks of paragraphs that are still to be revised, in the text and in the scroll bar. */
export function showMarks(): Disposable {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.warningForeground'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  const decorate = (editor: TextEditor): void => {
    if (editor.document.languageId === 'markdown') {
      editor.setDecorations(decoration, markedLines(editor.document).map((line) => new Range(line, 0, line, 0)));
    }
  };
  window.visibleTextEditors.forEach(decorate);
  return Disposable.from(
    decoration,
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(decorate)),
    workspace.onDidChangeTextDocument(({ document }) =>
      window.visibleTextEditors.filter((editor) => editor.document === document).forEach(decorate)),
  );
}

/** The lines that hold nothing but a mark. */
export function markedLines(document: TextDocument): number[] {
  const text = document.getText(new Range(0, 0, document.lineCount, 0));
  return text.split(/\r\n|\r|\n/u).flatMap((line, at) => (line.trim() === revisionMark ? [at] : []));
}
