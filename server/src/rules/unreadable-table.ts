import * as l10n from '@vscode/l10n';
import type { BoundTable, Report, Unreadable } from '../model/report.ts';
import type { Finding, Rule } from './rule.ts';
import { lostTables } from './support/lost-tables.ts';
import { briefRow } from '../model/naming.ts';

/** A table is there, but its cells cannot be told apart for certain. */
export const unreadableTable: Rule = {
  code: 'unreadable-table',
  ignoresFigures: true,
  check(report) {
    return [...unreadable(report), ...runTogether(report)];
  },
};

function* unreadable(report: Report): Iterable<Finding> {
  for (const table of report.tables.values()) {
    if (table.unreadable) {
      yield { code: unreadableTable.code, place: table.place, message: messages[table.unreadable](table) };
    }
  }
}

function runTogether(report: Report): Finding[] {
  return lostTables(report).flatMap(({ runTogether: place, hidden }) => [
    ...(place === undefined ? [] : [{ code: unreadableTable.code, place, message: cellsMessage(false) }]),
    ...(hidden === undefined ? [] : [{ code: unreadableTable.code, place: hidden, message: hiddenMessage() }]),
  ]);
}

function hiddenMessage(): string {
  return l10n.t('This table stands in a quotation or in code, of which nothing is read. Take the marks off its lines, or set it into the text of the report.');
}

const messages = {
  cells: ({ figures }) => cellsMessage(figures.some((figure) => figure !== undefined)),
  columns: ({ rows }) => {
    const row = rows.find(({ wrongCount }) => wrongCount !== undefined);
    return l10n.t(
      'Most rows of this table have more figures than the form wants (row "{0}": {1} where {2} are wanted); which column is too many cannot be told for certain, and their figures are not read. Take columns that the form does not have out of the table.',
      row ? briefRow(row.definition) : '', row?.wrongCount ?? 0, row?.definition.figures.length ?? 0,
    );
  },
  heads: () => l10n.t('The heads of this table do not tell for certain in which order its columns stand; none of its figures is read. Take the table from its original file (Word or Excel), or set its heads and columns in the order of the form.'),
  figures: ({ figures }) => (figures.some((figure) => figure !== undefined)
    ? l10n.t('Figures stand in this table of which it cannot be told for certain whose they are; only the figures that are certain are read. Take the table from its original file (Word or Excel), or set every row by itself, its label first.')
    : l10n.t('Figures stand in this table of which it cannot be told for certain whose they are; none of them is read. Take the table from its original file (Word or Excel), or set every row by itself, its label first.')),
  empty: () => l10n.t('No figures stand below the heads of this table: their row was lost, or never written. Take it from the original file (Word or Excel), or write it, with 0 where there was nothing.'),
  repeats: () => l10n.t('Words that belong into several cells stand in this report once: what took it from its page has left out all that stood there before, figures with it. Take the table from its original file (Word or Excel).'),
} satisfies Record<Unreadable, (table: BoundTable) => string>;

function cellsMessage(isPartlyRead: boolean): string {
  return isPartlyRead
    ? l10n.t('Most cells of this table cannot be told apart for certain; only the figures that are certain are read. Take the table from its original file (Word or Excel), or set every cell by itself.')
    : l10n.t('The cells of this table cannot be told apart for certain; none of its figures is read. Take the table from its original file (Word or Excel), or set every cell by itself.');
}
