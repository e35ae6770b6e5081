import type { Words } from '../words.ts';
import { openInput, type CellInput, type Ending } from './cell-input.ts';
import { format } from './dom.ts';
import type { FigureCell } from './sheet.ts';

/** What is typed into cells: an entry that the text refuses stays in its cell, to be mended there. */
export interface Typing {
  readonly isOpen: boolean;
  /** The cell that is typed in. */
  readonly cell: HTMLTableCellElement | undefined;
  /** Opens a cell; with one open already, that gets the focus back. */
  begin(at: FigureCell, words: Words, start?: string): void;
  focus(): void;
  /** Ends the typing without a change. */
  cancel(): void;
  /** What became of the entry that was sent for a figure. */
  answered(figure: string, isRefusal: boolean): void;
}

interface TypingActions {
  /** Asks for an entry to be written in the place of what stood there. */
  send(text: string, at: FigureCell, before: string): void;
  /** The typing has ended, and the selection may go on. */
  leave(at: FigureCell, ending: Ending): void;
  /** The cell of a figure, as the page is now, selected. */
  goBack(figure: string): FigureCell | undefined;
}

interface Open {
  readonly at: FigureCell;
  readonly input: CellInput;
  /** How the typing shall end if what was sent is taken. */
  ending?: Ending;
}

/** Such an entry is taken for certain: the selection goes on at once, and no key that follows fast is lost. */
const plainNumber = /^(?:[+\-−]?[\d０-９]+(?:[.．][\d０-９]+)?)?$/u;

export function createTyping({ send, leave, goBack }: TypingActions): Typing {
  let open: Open | undefined;
  /** The last entry that was sent while the selection went on. */
  let sent: { readonly figure: string; readonly text: string; readonly words: Words } | undefined;

  function begin(at: FigureCell, words: Words, start?: string): void {
    if (open) {
      open.input.focus();
      return;
    }
    const figure = at.table.view().figures[at.figure];
    const before = figure?.text ?? '';
    const input = openInput(at.cell, before, format(words.edit, figure?.name.join(' ') ?? ''), start, (text, ending) => {
      const isCertain = text === undefined || plainNumber.test(text);
      if (!isCertain) {
        open = { at, input, ending };
        send(text, at, before);
        return false;
      }
      open = undefined;
      sent = text === undefined ? undefined : { figure: at.id, text, words };
      if (text !== undefined) {
        send(text, at, before);
      }
      leave(at, ending);
      return true;
    });
    open = { at, input };
  }

  function answered(figure: string, isRefusal: boolean): void {
    const last = sent?.figure === figure ? sent : undefined;
    sent = last ? undefined : sent;
    const waiting = open?.ending === undefined || open.at.id !== figure ? undefined : open;
    if (waiting?.ending !== undefined && !isRefusal) {
      open = undefined;
      waiting.input.close();
      leave(waiting.at, waiting.ending);
    } else if (waiting) {
      goBack(figure);
      waiting.input.refuse();
      open = { at: waiting.at, input: waiting.input };
    } else if (isRefusal && !open && last) {
      const at = goBack(figure);
      if (at) {
        begin(at, last.words, last.text);
        (open as Open | undefined)?.input.refuse();
      }
    }
  }

  return {
    get isOpen() {
      return open !== undefined;
    },
    get cell() {
      return open?.at.cell;
    },
    begin,
    focus: () => open?.input.focus(),
    cancel: () => open?.input.cancel(),
    answered,
  };
}
