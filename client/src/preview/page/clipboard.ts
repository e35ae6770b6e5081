import { isNowhere } from './dom.ts';
import { rowsOfHtml, rowsOfText } from './paste.ts';
import type { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';

/** Copying from a cell, and pasting from a cell on. */
export interface Clipboard {
  /** A key asks for a paste: the browser's own comes first where there is one, else the editor is asked for the clipboard. */
  askForPaste(): void;
  /** What the editor has on its clipboard. */
  paste(text: string): void;
}

interface ClipboardOptions {
  readonly sheet: Sheet;
  readonly selection: Selection;
  /** Whether a cell is typed in, whose field has a clipboard of its own. */
  isTyping(): boolean;
  readClipboard(): void;
  write(rows: readonly (readonly string[])[], figure: string): void;
}

/** How long the page waits for the browser's own paste before it asks the editor for the clipboard, in milliseconds. */
const pasteWait = 150;

export function createClipboard({ sheet, selection, isTyping, readClipboard, write }: ClipboardOptions): Clipboard {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paste(rows: readonly (readonly string[])[]): void {
    if (!isTyping() && rows.length > 0 && selection.id !== undefined) {
      write(rows, selection.id);
    }
  }

  document.addEventListener('paste', (event) => {
    clearTimeout(timer);
    if (isTyping() || !event.clipboardData || !(sheet.cellAt(event.target) || isNowhere(event.target))) {
      return;
    }
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    paste((html === '' ? undefined : rowsOfHtml(html)) ?? rowsOfText(event.clipboardData.getData('text/plain')));
  });
  document.addEventListener('copy', (event) => {
    const at = isTyping() ? undefined : sheet.cellAt(event.target);
    if (at && event.clipboardData && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', at.table.view().figures[at.figure]?.text ?? '');
    }
  });
  return {
    askForPaste() {
      clearTimeout(timer);
      timer = setTimeout(readClipboard, pasteWait);
    },
    paste: (text) => paste(rowsOfText(text)),
  };
}
