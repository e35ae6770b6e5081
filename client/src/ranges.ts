import { Range, TextEdit, WorkspaceEdit, workspace, type TextDocument } from 'vscode';
import type { Range as PlainRange, TextEdit as PlainEdit } from '../../server/src/lsp/protocol.ts';

export function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** As plain data: between a page and its worker, the editor's own objects lose what they say. */
export function toPlainRange({ start, end }: Range): PlainRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

export function toTextEdit({ range, newText }: PlainEdit): TextEdit {
  return new TextEdit(toRange(range), newText);
}

/** Makes edits of a document in one step. */
export async function applyAll({ uri }: TextDocument, edits: readonly PlainEdit[]): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.set(uri, edits.map(toTextEdit));
  await workspace.applyEdit(edit);
}
