import type { Words } from '../words.ts';
import type { Inspector } from './inspector.ts';
import type { FigureCell, Sheet } from './sheet.ts';

/** Which figure is selected: the sheet marks it, the inspector tells of it, and it follows the focus. */
export interface Selection {
  readonly id: string | undefined;
  /** The selected cell; undefined where nothing is selected, or the form that is shown has no such figure. */
  readonly cell: FigureCell | undefined;
  /** The cell that keys are meant for while nothing in the page has the focus. */
  readonly cellForKeys: FigureCell | undefined;
  select(id: string, how?: { readonly scroll?: boolean; readonly focus?: boolean }): void;
  /** Selects a cell as a person does: it takes the focus, and the text follows, opened where `opens` is set. */
  visit(id: string, opens?: boolean): void;
  clear(): void;
  /** Marks and tells anew, after other tables have come. */
  refresh(): void;
}

interface SelectionOptions {
  readonly sheet: Sheet;
  readonly inspector: Inspector;
  /** What is selected at first. */
  readonly first: string | undefined;
  /** The words of the form that is shown; undefined before there is one. */
  words(): Words | undefined;
  /** Another figure may be selected now. */
  changed(): void;
  /** A person went to a cell. */
  visited(id: string, opens: boolean): void;
}

export function createSelection({ sheet, inspector, first, words, changed, visited }: SelectionOptions): Selection {
  let selected = first;

  function refresh(): void {
    const found = sheet.find(selected);
    const known = words();
    sheet.mark(selected);
    if (known) {
      inspector.show(found?.table.view(), found?.figure ?? -1, known);
    }
  }

  function select(id: string, { scroll = false, focus = false } = {}): void {
    selected = id;
    refresh();
    const at = sheet.find(id);
    if (focus) {
      at?.cell.focus({ preventScroll: true });
    }
    if (scroll || focus) {
      at?.table.reveal(at.figure);
    }
    changed();
  }

  sheet.root.addEventListener('focusin', ({ target }) => {
    const at = sheet.cellAt(target);
    if (at && at.id !== selected) {
      select(at.id);
      visited(at.id, false);
    }
  });
  return {
    get id() {
      return selected;
    },
    get cell() {
      return sheet.find(selected);
    },
    get cellForKeys() {
      return sheet.find(selected) ?? sheet.first();
    },
    select,
    visit(id, opens = false) {
      inspector.tell('', false);
      select(id, { focus: true });
      visited(id, opens);
    },
    clear() {
      selected = undefined;
    },
    refresh,
  };
}
