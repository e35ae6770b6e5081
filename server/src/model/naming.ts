import type { FigureDefinition, RowDefinition } from '../forms/table.ts';

/** The labels around a row and its own, outermost first: 三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密. */
export function rowPath(row: RowDefinition): string[] {
  return [...row.groups.map((group) => group.label), row.label];
}

/** What a figure is called: the labels of its row, then those of its column. */
export function figurePath(figure: FigureDefinition): string[] {
  return [...rowPath(figure.row), ...columnPath(figure)];
}

function columnPath({ column }: FigureDefinition): string[] {
  return [...(column.groups ?? []), column.label];
}
