import type { FormTableView } from '../../../../server/src/lsp/protocol.ts';
import type { Words } from '../words.ts';
import { element } from './dom.ts';
import { createTable, type TableElement } from './table.ts';

/** A figure's cell on the sheet. */
export interface FigureCell {
  readonly table: TableElement;
  /** Index among the table's figures. */
  readonly figure: number;
  readonly id: string;
  readonly cell: HTMLTableCellElement;
}

/** How tables are shown. */
interface Shown {
  readonly words: Words;
  readonly isReadOnly: boolean;
  /** Whether last year's figures stand with this year's. */
  readonly compares: boolean;
}

/** The tables of one report, one below the other. */
export interface Sheet {
  readonly root: HTMLElement;
  /** Shows tables; those with the same printed grid stay, and with them focus, scrolling and what is being typed. */
  show(views: readonly FormTableView[], shown: Shown, replacing: () => void): void;
  /** Marks a cell with its operands; one cell of each table can be reached by Tab from outside: the marked one, else the first. */
  mark(id: string | undefined): void;
  find(id: string | undefined): FigureCell | undefined;
  cellAt(target: EventTarget | null): FigureCell | undefined;
  first(): FigureCell | undefined;
  /** The next figure in the order of reading, over all tables; undefined at the last. */
  neighbour(of: FigureCell, step: 1 | -1): FigureCell | undefined;
  tableAt(target: Element): TableElement | undefined;
}

export function createSheet(): Sheet {
  const root = element('div', { class: 'sheet' });
  let tables: readonly TableElement[] = [];
  const find = (id: string | undefined): FigureCell | undefined => {
    for (const table of id === undefined ? [] : tables) {
      const figure = table.view().figures.findIndex((one) => one.id === id);
      const cell = table.cells[figure];
      if (cell && id !== undefined) {
        return { table, figure, id, cell };
      }
    }
    return undefined;
  };
  const ids = (): string[] => tables.flatMap((table) => table.view().figures.map((figure) => figure.id));
  const tableAt = (target: Element): TableElement | undefined => tables.find((table) => table.root.contains(target));
  return {
    root,
    show(views, { words, isReadOnly, compares }, replacing) {
      root.classList.toggle('compares', compares);
      const isSame = views.length === tables.length && views.every((one, at) => tables[at]?.fits(one));
      if (!isSame) {
        replacing();
        tables = views.map((one) => tables.find((table) => table.fits(one)) ?? createTable(one));
        root.replaceChildren(...tables.map((table) => table.root));
      }
      tables.forEach((table, at) => table.update(views[at] ?? table.view(), words, isReadOnly, compares));
    },
    mark(id) {
      const found = find(id);
      for (const table of tables) {
        const at = found?.table === table ? found.figure : undefined;
        table.mark(at);
        table.cells.forEach((cell, index) => {
          cell.tabIndex = index === (at ?? 0) ? 0 : -1;
        });
      }
    },
    find,
    cellAt(target) {
      const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-figure]') : null;
      const table = cell ? tableAt(cell) : undefined;
      return find(table?.view().figures[Number(cell?.dataset['figure'])]?.id);
    },
    first: () => find(ids()[0]),
    neighbour(of, step) {
      const all = ids();
      return find(all[all.indexOf(of.id) + step]);
    },
    tableAt,
  };
}
