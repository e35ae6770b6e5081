import * as l10n from '@vscode/l10n';
import type { BoundRow, BoundTable } from '../model/report.ts';
import type { Rule } from './rule.ts';
import { appendCells } from '../model/writing/cells.ts';
import { isLacking } from '../model/tables/columns/lacking-columns.ts';
import { briefRow } from '../model/naming.ts';
import { inTables } from './support/tables.ts';

/** A row has another number of figures than the form wants. */
export const cellCount: Rule = {
  code: 'cell-count',
  ignoresFigures: true,
  check: inTables((table) => table.rows.flatMap((row) => {
    if (row.wrongCount === undefined || isExplained(table, row)) {
      return [];
    }
    const wanted = wantedBy(table, row);
    return [{
      code: 'cell-count',
      place: row.label,
      message: messageFor(table, row, wanted),
      fixes: () => {
        const edits = appendCells(table, row);
        return edits.length === 0 ? [] : [{
          title: l10n.t('Restore the cells that the row lost at its end'),
          isPreferred: false,
          isSafe: true,
          edits,
        }];
      },
    }];
  })),
};

/** Whether the row only lacks what the whole table lacks. */
function isExplained(table: BoundTable, row: BoundRow): boolean {
  return (table.foreignBlocks.includes(row.definition.block) || row.figures.some((figure) => figure !== undefined))
    && row.figures.every((figure, at) => figure !== undefined || isLacking(table, row, at));
}

/** One line holds all rows of a table whose rows stand side by side. */
function wantedBy({ form, rows }: BoundTable, { definition }: BoundRow): number {
  return form.data.arrangement === 'across' && rows.length === 1 ? form.figures.length : definition.figures.length;
}

function messageFor(table: BoundTable, row: BoundRow, wanted: number): string {
  if (row.merged) {
    return wanted === table.form.figures.length
      ? l10n.t('Figures of this line stand in merged cells and cannot be told apart; split the cells and fill in each of the {0}.', wanted)
      : l10n.t('Figures of row "{0}" stand in merged cells and cannot be told apart; split the cells and fill in each of the {1}.', briefRow(row.definition), wanted);
  }
  if (row.wrongCount === wanted) {
    return wanted === table.form.figures.length
      ? l10n.t('The {0} figures of this line do not stand where its heads are, so that which is which cannot be told; put each into its own cell.', wanted)
      : l10n.t('The {1} figures of row "{0}" do not stand where those of the other rows do, so that which is which cannot be told; put each into its own cell.', briefRow(row.definition), wanted);
  }
  return wanted === table.form.figures.length
    ? l10n.t('The form wants {1} figures in this line; it has {0}.', row.wrongCount ?? 0, wanted)
    : l10n.t('The form wants {2} figures in row "{0}"; it has {1}.', briefRow(row.definition), row.wrongCount ?? 0, wanted);
}
