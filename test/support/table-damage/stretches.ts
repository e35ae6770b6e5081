import type { FigureDefinition, RowDefinition } from '../../../server/src/forms/table.ts';
import { markedFigures, type Span } from '../marked-text.ts';
import type { Sheet } from '../sheet.ts';

/** The figures of one row that stand together in a marked text, from the first to the last. */
export interface Stretch extends Span {
  readonly row: RowDefinition;
  /** Each figure, its marks included. */
  readonly figures: readonly (Span & { readonly definition: FigureDefinition })[];
}

/** The rows of figures in a marked text; those that share a line are one where the table has all its rows in one. */
export function stretchesOf(marked: string, sheet: Sheet): Stretch[] {
  const stretches: { row: RowDefinition; start: number; end: number; figures: (Span & { definition: FigureDefinition })[] }[] = [];
  for (const { index, start, end } of markedFigures(marked)) {
    const definition = sheet.figures[index];
    const last = stretches.at(-1);
    if (definition === undefined) {
      continue;
    }
    if (last !== undefined && belongsTo(last.row, definition, last.figures.length)) {
      last.end = end;
      last.figures.push({ definition, start, end });
    } else {
      stretches.push({ row: definition.row, start, end, figures: [{ definition, start, end }] });
    }
  }
  return stretches;
}

function belongsTo(row: RowDefinition, { id, row: own }: FigureDefinition, count: number): boolean {
  return row === own || (id.startsWith('review.') && row.block === own.block && count < 15);
}

export function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
