import { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Diagnostic, TextEdit } from '../service-types.ts';

/** Whether the figures of the reports, and what is found wrong, are the same as the edits would leave the text. */
export function readsTheSame({ document, settings, diagnostics }: Diagnosis, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) {
    return true;
  }
  const after = new Diagnosis(document.edited(edits), settings);
  return isSame(figuresOf(document), figuresOf(after.document)) && isSame(diagnostics.map(keyOf).sort(), after.diagnostics.map(keyOf).sort());
}

/** Whether the figures are the same, and nothing is found wrong that was not before. */
export function readsNoWorse({ document, settings, diagnostics }: Diagnosis, edits: readonly TextEdit[]): boolean {
  const after = new Diagnosis(document.edited(edits), settings);
  const known = diagnostics.map(keyOf);
  return isSame(figuresOf(document), figuresOf(after.document)) && after.diagnostics.map(keyOf).every((key) => known.includes(key));
}

function figuresOf({ reports }: OpenDocument): string[] {
  return reports.flatMap(({ tables }) => [...tables.values()].flatMap((table) => [
    `${table.id} ${table.form.form}`,
    ...table.figures.map((figure) => (figure ? `${figure.definition.id} ${figure.text.trim()}` : '')),
  ]));
}

function keyOf({ code, figure, message }: Diagnostic): string {
  return `${code} ${figure ?? message}`;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
