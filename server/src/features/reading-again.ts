import type { Diagnosis } from '../diagnosis.ts';
import type { TextEdit } from '../service-types.ts';
import { isSound } from '../trial.ts';

/** Whether the figures of the reports, and what is found wrong, are the same as the edits would leave the text. */
export function readsTheSame(diagnosis: Diagnosis, edits: readonly TextEdit[]): boolean {
  const outcome = diagnosis.outcomeOf(edits);
  return isSound(diagnosis.document.reports, outcome, []) && [...(outcome?.values() ?? [])].every(({ gone, fresh }) => gone.size + fresh.length === 0);
}

/** Whether the figures are the same, and nothing is found wrong that was not before. */
export function readsNoWorse(diagnosis: Diagnosis, edits: readonly TextEdit[]): boolean {
  return isSound(diagnosis.document.reports, diagnosis.outcomeOf(edits), []);
}
