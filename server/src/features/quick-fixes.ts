import type { Diagnosis } from '../diagnosis.ts';
import type { Range, WantedFix } from '../service-types.ts';
import { suppression } from './suppression.ts';
import { touches } from '../syntax/positions.ts';

/** The findings that touch a range, each with its fixes and the comment that suppresses it. */
export function quickFixes(diagnosis: Diagnosis, range: Range): WantedFix[] {
  return diagnosis.diagnostics
    .filter((diagnostic) => touches(diagnostic.range, range))
    .flatMap((diagnostic) => [...diagnostic.fixes, ...suppression(diagnosis, diagnostic)].map((fix) => ({ diagnostic, fix })));
}
