import { l10n, window, type TextEdit, type QuickPickItem, type TextEditor } from 'vscode';
import type { EditsParams, TextEdit as PlainEdit } from '../../server/src/lsp/protocol.ts';
import { revealActive } from './reveal.ts';
import { toTextEdit } from './ranges.ts';

interface Change extends QuickPickItem {
  readonly edit: TextEdit;
}

/** The longest line of text that is shown with a change. */
const longestDetail = 120;

/**
 * Shows changes before they are made: each with its old and new text, all of them ticked; the one that is looked at is
 * selected in the editor. Gives those that are still ticked in the end, none where the user steps back.
 */
export function chooseEdits(editor: TextEditor, edits: readonly PlainEdit[], kind: EditsParams['kind']): Promise<readonly TextEdit[]> {
  const pick = window.createQuickPick<Change>();
  pick.title = kind === 'recomputeTotals' ? l10n.t('Totals to Be Changed') : l10n.t('Blank Cells to Be Filled with 0');
  pick.placeholder = l10n.t('Enter makes the ticked changes, Escape none');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = edits.map((edit) => toChange(editor, edit));
  pick.selectedItems = pick.items;
  const stepBack = revealActive(editor, pick, ({ edit }) => edit.range);
  return new Promise((resolve) => {
    let chosen: readonly TextEdit[] = [];
    pick.onDidAccept(() => {
      chosen = pick.selectedItems.map(({ edit }) => edit);
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

function toChange({ document }: TextEditor, plain: PlainEdit): Change {
  const edit = toTextEdit(plain);
  const { range: { start }, newText } = edit;
  const before = document.getText(edit.range).trim() || l10n.t('(blank)');
  return {
    label: `${before} → ${newText.trim()}`,
    description: l10n.t('line {0}', start.line + 1),
    detail: document.lineAt(start.line).text.replace(/\s+/gu, ' ').trim().slice(0, longestDetail),
    edit,
  };
}
