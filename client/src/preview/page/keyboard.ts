import { isNowhere } from './dom.ts';
import { commandOf, type KeyCommand } from './keys.ts';
import { moved, type Move } from './navigation.ts';
import type { Selection } from './selection.ts';
import type { FigureCell, Sheet } from './sheet.ts';

interface KeyboardOptions {
  readonly sheet: Sheet;
  readonly selection: Selection;
  isReadOnly(): boolean;
  askForPaste(): void;
  clear(figure: string): void;
  /** In the text, where what is typed here is undone as well. */
  inText(command: 'undo' | 'redo'): void;
  beginTyping(start?: string): void;
}

/** Keys on cells, and those that reach the page while nothing in it has the focus. */
export function watchKeyboard(options: KeyboardOptions): void {
  const { sheet, selection, isReadOnly } = options;
  document.addEventListener('keydown', (event) => {
    const at = isNowhere(event.target) ? selection.cellForKeys : sheet.cellAt(event.target);
    const command = at && commandOf(event, isReadOnly());
    if (at && command && obey(command, at, options)) {
      event.preventDefault();
    }
  });
}

/** Goes to the cell that a move from a cell ends in, if there is one. */
export function go({ table, figure }: FigureCell, move: Move, selection: Selection): void {
  const target = table.view().figures[moved(table.view(), figure, move)];
  if (target) {
    selection.visit(target.id);
  }
}

/** Does what a key asks for; false where the browser is to go on with it. */
function obey(command: KeyCommand, at: FigureCell, { sheet, selection, ...actions }: KeyboardOptions): boolean {
  switch (command.does) {
    case 'next': {
      // At the ends of a table the key leads on to its findings, or to what stands before it.
      const next = sheet.neighbour(at, command.step);
      if (next?.table !== at.table) {
        return false;
      }
      selection.visit(next.id);
      return true;
    }
    case 'paste':
      actions.askForPaste();
      return false;
    case 'move': go(at, command.move, selection); return true;
    case 'open': selection.visit(at.id, true); return true;
    case 'clear': actions.clear(at.id); return true;
    case 'undo': case 'redo': actions.inText(command.does); return true;
    case 'edit':
      selection.select(at.id);
      actions.beginTyping(command.start);
      // What an input method composes has to reach the cell that has just been opened.
      return command.start !== '';
  }
}
