import type { Diagnosis } from '../diagnosis.ts';
import type { Range, WantedFix } from '../service-types.ts';
import { silencing } from './silencing.ts';
import { touches } from '../syntax/positions.ts';

/** The findings that touch a range, each with its fixes and the comment that silences it. */
export function quickFixes(diagnosis: Diagnosis, range: Range): WantedFix[] {
  return diagnosis.diagnostics
    .filter((diagnostic) => touches(diagnostic.range, range))
    .flatMap((diagnostic) => [...diagnostic.fixes, ...silencing(diagnosis, diagnostic)].map((fix) => ({ diagnostic, fix })));
}
