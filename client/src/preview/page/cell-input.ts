import { element } from './dom.ts';

/** How the typing in a cell ended. */
export type Ending = 'enter' | 'tab' | 'shiftTab' | 'left' | 'escape';

export interface CellInput {
  readonly cell: HTMLTableCellElement;
  /** Ends the typing without a change. */
  cancel(): void;
}

/** Lets a figure be typed over in its cell. `start` replaces what stands there; without it the present text is selected. */
export function openInput(
  cell: HTMLTableCellElement, text: string, label: string, start: string | undefined,
  done: (value: string | undefined, ending: Ending) => void,
): CellInput {
  const input = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', 'aria-label': label });
  let isOpen = true;
  input.value = start ?? text;
  cell.classList.add('editing');
  cell.append(input);
  input.focus();
  if (start === undefined) {
    input.select();
  }
  const end = (value: string | undefined, ending: Ending): void => {
    if (isOpen) {
      isOpen = false;
      input.remove();
      cell.classList.remove('editing');
      done(value === text ? undefined : value, ending);
    }
  };
  input.addEventListener('keydown', (event) => {
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
  return { cell, cancel: () => end(undefined, 'escape') };
}
