import * as l10n from '@vscode/l10n';
import { listColumns, placedRows, type FolderFile } from '../folder/index.ts';
import { csvLine, csvMark } from './csv.ts';
import { rowHeights } from './row-heights.ts';
import { writeWorkbook, type SheetCell } from './workbook.ts';

/** The list of findings (问题清单) as comma-separated values. */
export function writeListCsv(files: readonly FolderFile[]): string {
  const columns = listColumns();
  const lines = placedRows(files).map((placed) => columns.map(({ value }) => value(placed)));
  return csvMark + [columns.map(({ title }) => title), ...lines].map(csvLine).join('');
}

/** The list as a workbook of one sheet, which can be filtered by each column. */
export function writeListWorkbook(files: readonly FolderFile[]): Uint8Array {
  const columns = listColumns();
  const heads = columns.map(({ title }, column): SheetCell => ({ row: 0, column, value: title, style: 'head' }));
  const cells = placedRows(files).flatMap((placed, at) => columns.map(({ value }, column): SheetCell =>
    ({ row: at + 1, column, value: value(placed), style: 'label' })));
  const widths = columns.map(({ width }) => width);
  const all = [...heads, ...cells];
  return writeWorkbook([{ name: l10n.t('List of Findings'), cells: all, widths, heights: rowHeights(all, widths), frozen: { rows: 1, columns: 1 }, filteredBy: 0, isWide: true }]);
}
