import type { Diagnosis } from '../diagnosis.ts';
import type { Range, WantedFix } from '../service-types.ts';
import { silencing } from './silencing.ts';

/** The findings that touch a range, each with its fixes and the comment that silences it. */
export function quickFixes(diagnosis: Diagnosis, range: Range): WantedFix[] {
  return diagnosis.diagnostics
    .filter((diagnostic) => overlaps(diagnostic.range, range))
    .flatMap((diagnostic) => [...diagnostic.fixes, ...silencing(diagnosis, diagnostic)].map((fix) => ({ diagnostic, fix })));
}

function overlaps(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
