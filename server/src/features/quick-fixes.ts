import type { Diagnosis } from '../diagnosis.ts';
import type { Diagnostic, QuickFix, Range } from '../service-types.ts';

/** The findings that touch a range, each with its fixes. */
export function quickFixes(diagnosis: Diagnosis, range: Range): { diagnostic: Diagnostic; fix: QuickFix }[] {
  return diagnosis.diagnostics
    .filter((diagnostic) => overlaps(diagnostic.range, range))
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
}

function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
