import type { FormEdit } from '../../../../server/src/lsp/protocol.ts';
import type { Sheet } from './sheet.ts';
import { createUnseen } from './unseen.ts';

/** Asks for numbers to be written into the text. */
export interface Writer {
  /** From a cell on; `expected` is what is thought to stand there, what the page shows where it is not given. */
  write(rows: readonly (readonly string[])[], figure: string, expected?: string): void;
  /** An edit was answered; the text has this version since. */
  answered(version: number): void;
  /** The page shows the text in this version. */
  shown(version: number): void;
}

interface WriterOptions {
  readonly sheet: Sheet;
  isReadOnly(): boolean;
  /** Says why nothing can be written. */
  refuse(): void;
  send(edit: Omit<FormEdit, 'report'>): void;
}

export function createWriter({ sheet, isReadOnly, refuse, send }: WriterOptions): Writer {
  const unseen = createUnseen();
  return {
    write(rows, figure, expected) {
      const at = sheet.find(figure);
      if (!at || isReadOnly()) {
        refuse();
        return;
      }
      const present = at.table.view().figures[at.figure]?.text ?? '';
      // While the page's own edits are on their way, it does not know what stands in the text.
      const guard = unseen.isAny() ? {} : { expected: expected ?? present };
      unseen.sent();
      send({ figure, ...guard, rows });
    },
    answered: (version) => unseen.told(version),
    shown: (version) => unseen.shown(version),
  };
}
