/** The invented reports that the office fixtures hold, before any program writes them. */
import { balancedFigures, leafIds, type Figures } from '../../test/support/figures.ts';
import { gridOf, type GridCell, type TableName } from '../../test/support/grid.ts';
import { blocksOf } from '../../test/support/layouts/document.ts';
import { unmarked } from '../../test/support/marked-text.ts';
import { noDamage } from '../../test/support/damage.ts';
import { seeded, type Random } from '../../test/support/random.ts';
import { createSheet } from '../../test/support/sheet.ts';
import { formOf, reportWith } from '../../test/support/source.ts';

/** A cell as printed. */
export type Cell = Omit<GridCell, 'text'> & { readonly text: string };

/** A table as printed. */
export interface Table {
  readonly name: TableName;
  readonly width: number;
  readonly height: number;
  readonly headerRows: number;
  readonly cells: readonly Cell[];
}

/** A part of a report in the order of reading. */
export type Part =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };

/** A report about to be written by an office program. */
export interface Report {
  readonly organ: string;
  readonly year: number;
  readonly title: string;
  readonly parts: readonly Part[];
  /** What stands in the tables, by figure id. */
  readonly figures: Figures;
}

/** A report of the form whose figures all differ where they are not zero, so that none can stand for another. */
export function inventedReport(form: '2019' | '2021', seed: number): Report {
  const random = seeded(seed);
  const source = reportWith(form, balancedFigures(formOf(form), distinctLeaves(leafIds(formOf(form)), random)), random);
  const sheet = createSheet(source, { ...noDamage, seed });
  const parts = blocksOf(sheet, () => '').map((block): Part => {
    if (block.table !== undefined) {
      const grid = gridOf(sheet, block.table, 'delimited');
      return { kind: 'table', table: { ...grid, name: block.table, cells: grid.cells.map((cell) => ({ ...cell, text: unmarked(cell.text) })) } };
    }
    return { kind: block.kind === 'title' || block.kind === 'heading' ? block.kind : 'paragraph', text: block.text };
  });
  return { organ: source.organ, year: source.year, title: source.title, parts, figures: source.figures as Figures };
}

function distinctLeaves(ids: readonly string[], random: Random): Map<string, number> {
  const numbers = new Set<number>();
  return new Map(ids.map((id) => {
    if (random.chance(0.3)) {
      return [id, 0];
    }
    let number: number;
    do {
      number = random.chance(0.1) ? random.integer(1000, 9999) : random.integer(1, 400);
    } while (numbers.has(number));
    numbers.add(number);
    return [id, number];
  }));
}
