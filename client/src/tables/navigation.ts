import { commands, Disposable, Selection, window, workspace, type TextEditor } from 'vscode';
import { settingsSection, type PlacedFigure } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';
import type { ReadFigures } from './figures.ts';

const setting = 'tabToNextFigure';

/** What the key does that was pressed, where the caret turns out to be in no figure. */
const ownMeanings: Readonly<Record<string, () => Thenable<unknown>>> = {
  tab: () => commands.executeCommand('tab'),
  outdent: () => commands.executeCommand('outdent'),
  enter: () => commands.executeCommand('type', { text: '\n' }),
};

/** Goes from figure to figure; the keys for it work only where the context key says that the caret is in a figure. */
export function createNavigation(readFigures: ReadFigures): Disposable {
  const go = (step: 1 | -1) => async (key?: unknown): Promise<void> => {
    const editor = window.activeTextEditor;
    const place = editor && await placeOf(editor, readFigures);
    if (!place) {
      await ownMeanings[String(key)]?.();
      return;
    }
    const next = place.table[place.at + step];
    if (next) {
      const { start, end } = toRange(next.range);
      editor.selection = new Selection(start, end);
      editor.revealRange(editor.selection);
    }
  };
  const mark = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    const isWanted = editor !== undefined && workspace.getConfiguration(settingsSection, editor.document).get(setting) === true;
    const isInTable = isWanted && await placeOf(editor, readFigures) !== undefined;
    if (editor === window.activeTextEditor) {
      await commands.executeCommand('setContext', 'disclosureReport.inTable', isInTable);
    }
  };
  void mark();
  return Disposable.from(
    commands.registerCommand('disclosureReport.nextFigure', go(1)),
    commands.registerCommand('disclosureReport.previousFigure', go(-1)),
    window.onDidChangeTextEditorSelection(() => void mark()),
    window.onDidChangeActiveTextEditor(() => void mark()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.${setting}`)) {
        void mark();
      }
    }),
  );
}

interface FigurePlace {
  readonly table: readonly PlacedFigure[];
  readonly at: number;
}

/** Which figure of which table the selection is in. */
async function placeOf({ document, selection }: TextEditor, readFigures: ReadFigures): Promise<FigurePlace | undefined> {
  for (const table of await readFigures(document)) {
    const at = table.findIndex(({ range }) => toRange(range).contains(selection));
    if (at >= 0) {
      return { table, at };
    }
  }
  return undefined;
}
