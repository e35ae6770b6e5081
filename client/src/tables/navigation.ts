import { commands, Disposable, Selection, window, workspace, type Range, type TextEditor } from 'vscode';
import { settingsSection } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { toRange } from '../ranges.ts';
import type { ReadFigures } from './figures.ts';

const setting = 'tabToNextFigure';
const contextKey = 'disclosureReport.inTable';

/** What the key does that was pressed, where the caret turns out to be among no figures. */
const ownMeanings: Readonly<Record<string, () => Thenable<unknown>>> = {
  tab: () => commands.executeCommand('tab'),
  outdent: () => commands.executeCommand('outdent'),
  enter: () => commands.executeCommand('type', { text: '\n' }),
};

/** Goes from figure to figure; the keys for it work only where the context key says that the caret is among figures. */
export function createNavigation(server: ServerConnection, readFigures: ReadFigures): Disposable {
  /** One key after the other: each starts where the one before it has led. */
  const keys = oneAfterAnother();
  const go = (step: keyof Neighbours) => (key?: unknown): Promise<void> => keys.run(() => goTo(step, key));
  const goTo = async (step: keyof Neighbours, key: unknown): Promise<void> => {
    const editor = window.activeTextEditor;
    const neighbours = editor && await neighboursOf(editor, readFigures);
    if (!neighbours) {
      await ownMeanings[String(key)]?.();
      return;
    }
    const target = neighbours[step];
    if (target) {
      editor.selection = new Selection(target.start, target.end);
      editor.revealRange(target);
      // Behind this answer comes no older word from the editor of where the caret is.
      await commands.executeCommand('setContext', contextKey, true);
    }
  };
  const mark = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    const isWanted = editor !== undefined && workspace.getConfiguration(settingsSection, editor.document).get(setting) === true;
    const isInTable = isWanted && await neighboursOf(editor, readFigures) !== undefined;
    if (editor === window.activeTextEditor) {
      await commands.executeCommand('setContext', contextKey, isInTable);
    }
  };
  void mark();
  return Disposable.from(
    commands.registerCommand('disclosureReport.nextFigure', go('next')),
    commands.registerCommand('disclosureReport.previousFigure', go('previous')),
    window.onDidChangeTextEditorSelection(() => void mark()),
    window.onDidChangeActiveTextEditor(() => void mark()),
    server.onDidChangeDocuments(() => void mark()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingsSection}.${setting}`)) {
        void mark();
      }
    }),
  );
}

/** The figures before and behind the caret; none of them at the first and the last figure of the text. */
interface Neighbours {
  readonly previous: Range | undefined;
  readonly next: Range | undefined;
}

/** Undefined where the caret is in no figure, and not beside one within its line. */
async function neighboursOf({ document, selection }: TextEditor, readFigures: ReadFigures): Promise<Neighbours | undefined> {
  const figures = (await readFigures(document)).flat().map(({ range }) => toRange(range)).sort((one, other) => one.start.compareTo(other.start));
  const own = figures.findIndex((range) => range.contains(selection));
  if (own >= 0) {
    return { previous: figures[own - 1], next: figures[own + 1] };
  }
  const { line } = selection.active;
  if (!isWithinLine(document.lineAt(line).text, selection) || !figures.some(({ start }) => start.line === line)) {
    return undefined;
  }
  return {
    previous: figures.findLast(({ end }) => end.isBefore(selection.start)),
    next: figures.find(({ start }) => start.isAfter(selection.end)),
  };
}

/** Before and behind the text of a line the keys are for the text: they open a line, or move the line in. */
function isWithinLine(text: string, { start, end, isSingleLine }: Selection): boolean {
  return isSingleLine && text.slice(0, start.character).trim() !== '' && text.slice(end.character).trim() !== '';
}
