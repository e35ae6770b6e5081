import type { Diagnosis } from '../diagnosis.ts';
import type { TextEdit, WantedFix } from '../service-types.ts';
import { isSound, type Claim } from '../trial.ts';

/** Edits that belong together, and what they are meant to do. */
export interface Step {
  readonly edits: readonly TextEdit[];
  readonly claim: Claim;
}

/** All steps where they do what they are meant to when they are made at once; else one after the other those that do. */
export function soundTogether<Kind extends Step>(diagnosis: Diagnosis, steps: readonly Kind[]): readonly Kind[] {
  if (steps.length === 0 || areSound(diagnosis, steps)) {
    return steps;
  }
  const kept: Kind[] = [];
  for (const step of steps) {
    if (steps.length > 1 && areSound(diagnosis, [...kept, step])) {
      kept.push(step);
    }
  }
  return kept;
}

function areSound(diagnosis: Diagnosis, steps: readonly Step[]): boolean {
  return isSound(diagnosis.document.reports, diagnosis.outcomeOf(steps.flatMap(({ edits }) => edits)), steps.map(({ claim }) => claim));
}

/** Of fixes those that can be applied at once. */
export function fixesTogether(diagnosis: Diagnosis, wanted: readonly WantedFix[]): readonly WantedFix[] {
  const steps = wanted.map(({ diagnostic, fix }) => {
    const { edits, sets, breaks, reveals } = fix;
    const finding = diagnosis.findingOf(diagnostic);
    return { diagnostic, fix, edits, claim: { report: diagnostic.report, ends: finding === undefined ? [] : [finding], sets, breaks, reveals } };
  });
  return soundTogether(diagnosis, steps).map(({ diagnostic, fix }) => ({ diagnostic, fix }));
}
