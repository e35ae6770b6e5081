import { element, setAttribute } from './dom.ts';

/** How the typing in a cell ended. */
export type Ending = 'enter' | 'tab' | 'shiftTab' | 'left' | 'escape';

export interface CellInput {
  readonly cell: HTMLTableCellElement;
  focus(): void;
  /** Ends the typing without a change. */
  cancel(): void;
  /** Goes, now that what stands there was taken. */
  close(): void;
  /** Shows that what stands there was refused; it stays to be mended. */
  refuse(): void;
}

/**
 * Lets a figure be typed over in its cell. `start` replaces what stands there; without it the present text is selected.
 * `done` gets what was typed, nothing where no key was, and tells whether the typing has ended. A number that is typed over itself
 * counts as typed: what the cell shows may be older than what was typed into it a moment before.
 */
export function openInput(
  cell: HTMLTableCellElement, text: string, label: string, start: string | undefined,
  done: (value: string | undefined, ending: Ending) => boolean,
): CellInput {
  const input = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', 'aria-label': label });
  let isOpen = true;
  let isTyped = start !== undefined;
  input.value = start ?? text;
  cell.classList.add('editing');
  cell.append(input);
  input.focus();
  if (start === undefined) {
    input.select();
  }
  const close = (): void => {
    isOpen = false;
    input.remove();
    cell.classList.remove('editing');
  };
  const end = (value: string | undefined, ending: Ending): void => {
    // Taking the field away takes its focus, which must not end the typing a second time.
    if (isOpen) {
      isOpen = false;
      const isOver = done(isTyped || value !== text ? value : undefined, ending);
      isOpen = !isOver;
      if (isOver) {
        close();
      }
    }
  };
  input.addEventListener('keydown', (event) => {
    if (isForEditor(event) && !event.isComposing) {
      end(input.value.trim(), 'left');
      return;
    }
    event.stopPropagation();
    // While characters are being composed, Enter and Escape belong to the input method.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      end(input.value.trim(), event.key === 'Enter' ? 'enter' : event.shiftKey ? 'shiftTab' : 'tab');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(undefined, 'escape');
    }
  });
  input.addEventListener('blur', () => end(input.value.trim(), 'left'));
  input.addEventListener('input', () => {
    isTyped = true;
    setAttribute(input, 'aria-invalid', undefined);
  });
  return {
    cell,
    focus: () => input.focus(),
    cancel: () => end(undefined, 'escape'),
    close,
    refuse() {
      setAttribute(input, 'aria-invalid', 'true');
      if (document.hasFocus()) {
        input.focus();
        input.select();
      }
    },
  };
}

/** Keys that do nothing in a field, as those that save or open the list of commands, are the editor's: what was typed is taken first. */
function isForEditor({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^F(?:[13-9]|1\d)$/u.test(key)
    || ((ctrlKey || metaKey) && !altKey && !/^(?:[acvxyz]|Arrow\w+|Home|End|Backspace|Delete|Control|Meta|Shift|Process)$/iu.test(key));
}
