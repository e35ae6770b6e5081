import type { Diagnosis } from '../diagnosis.ts';
import type { FormEditResult, Pasted, Range } from '../service-types.ts';
import { findAt } from './at-position.ts';
import { formEdits } from './form-edit.ts';
import { pastedRows, type PastedCell } from './pasted-rows.ts';

/**
 * The edits that put copied cells into the table at a range, from the figure at its start to the right and downwards;
 * null where the range starts in no figure or what was copied are no cells.
 */
export function pasteFigures(diagnosis: Diagnosis, { start }: Range, pasted: Pasted): FormEditResult | null {
  const { document } = diagnosis;
  const found = findAt(document, start);
  const rows = found?.kind === 'figure' ? pastedRows(document, pasted)?.map(textsOf) : undefined;
  if (found?.kind !== 'figure' || !rows || rows.flat().length < 2) {
    return null;
  }
  return formEdits(diagnosis, { report: document.reports.indexOf(found.report), figure: found.figure.definition.id, rows });
}

/** The texts of a row by their columns; a merged cell leaves blanks behind it. */
function textsOf(row: readonly PastedCell[]): string[] {
  const texts: string[] = [];
  for (const { column, text } of row) {
    while (texts.length < column) {
      texts.push('');
    }
    texts.push(text.trim());
  }
  return texts;
}
