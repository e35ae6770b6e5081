import type { Range } from '../../../../server/src/lsp/protocol.ts';
import type { Inspector } from './inspector.ts';
import type { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';

interface PointerOptions {
  readonly sheet: Sheet;
  readonly inspector: Inspector;
  readonly selection: Selection;
  /** The cell that is typed in, where a click is for its field. */
  typedIn(): HTMLTableCellElement | undefined;
  beginTyping(): void;
  /** A finding about no cell was clicked. */
  reveal(range: Range): void;
  showLastYear(figure: string): void;
}

/** What clicks on cells, findings and last year's figure lead to. */
export function watchPointer({ sheet, inspector, selection, typedIn, beginTyping, reveal, showLastYear }: PointerOptions): void {
  sheet.root.addEventListener('mousedown', (event) => {
    const at = sheet.cellAt(event.target);
    if (at && typedIn() !== at.cell && event.button === 0) {
      event.preventDefault();
      selection.visit(at.id, true);
    }
  });
  sheet.root.addEventListener('dblclick', ({ target }) => {
    if (sheet.cellAt(target)) {
      beginTyping();
    }
  });
  sheet.root.addEventListener('click', ({ target }) => {
    const button = closest<HTMLButtonElement>(target, 'button[data-finding]');
    const id = button?.dataset['target'];
    if (id !== undefined) {
      selection.visit(id, true);
    } else if (button) {
      const finding = sheet.tableAt(button)?.view().findings[Number(button.dataset['finding'])];
      if (finding) {
        reveal(finding.range);
      }
    }
  });
  inspector.root.addEventListener('click', ({ target }) => {
    const figure = closest(target, '[data-last-year]')?.dataset['lastYear'];
    if (figure !== undefined) {
      showLastYear(figure);
    }
  });
}

function closest<Found extends HTMLElement>(target: EventTarget | null, selector: string): Found | undefined {
  return target instanceof Element ? target.closest<Found>(selector) ?? undefined : undefined;
}
