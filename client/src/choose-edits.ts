import { l10n, window, workspace, WorkspaceEdit, type Range, type TextEdit, type QuickPickItem, type TextEditor } from 'vscode';
import type { CellChange, ChangesResult } from '../../server/src/lsp/protocol.ts';
import { revealActive } from './reveal.ts';
import { toTextEdit } from './ranges.ts';

interface Change extends QuickPickItem {
  readonly edits: readonly TextEdit[];
  readonly range: Range;
}

/** Shows changes of a document and makes those that stay ticked, in one step; false where none is made. */
export async function applyChosen(editor: TextEditor, { version, changes }: Pick<ChangesResult, 'version' | 'changes'>, title: string): Promise<boolean> {
  const { document } = editor;
  const isCurrent = (): boolean => version === document.version;
  const chosen = isCurrent() ? await chooseEdits(editor, changes, title) : [];
  if (!isCurrent()) {
    void window.showInformationMessage(l10n.t('The report has changed in the meantime. Please run the command again.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [...chosen]);
  return chosen.length > 0 && workspace.applyEdit(edit);
}

/**
 * Shows changes before they are made: each with the name of its cell, its old and new text, all of them ticked; the one
 * that is looked at is selected in the editor. Gives those that are still ticked in the end, none where the user steps back.
 */
function chooseEdits(editor: TextEditor, changes: readonly CellChange[], title: string): Promise<readonly TextEdit[]> {
  const pick = window.createQuickPick<Change>();
  pick.title = title;
  pick.placeholder = l10n.t('Enter makes the ticked changes, Escape none');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = changes.flatMap((change) => toItem(editor, change) ?? []);
  pick.selectedItems = pick.items;
  const stepBack = revealActive(editor, pick, ({ range }) => range);
  return new Promise((resolve) => {
    let chosen: readonly TextEdit[] = [];
    pick.onDidAccept(() => {
      chosen = pick.selectedItems.flatMap(({ edits }) => edits);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      if (chosen.length === 0) {
        stepBack();
      }
      resolve(chosen);
    });
    pick.show();
  });
}

function toItem({ document }: TextEditor, { name, edits: plain }: CellChange): Change | undefined {
  const edits = plain.map(toTextEdit);
  const [first] = edits;
  if (!first) {
    return undefined;
  }
  const range = first.range.with({ end: edits.at(-1)?.range.end ?? first.range.end });
  // Where markup stands within a number, the first edit puts in the new one and the others take its pieces away.
  const before = edits.map((edit) => document.getText(edit.range)).join('').trim() || l10n.t('(blank)');
  return {
    label: l10n.t('{0}: {1}', name, `${before} → ${first.newText.trim()}`),
    description: l10n.t('line {0}', range.start.line + 1),
    edits,
    range,
  };
}
