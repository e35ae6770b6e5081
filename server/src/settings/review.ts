import type { Range, ReviewEntry } from '../service-types.ts';
import { isAbout, type Ignorable } from './ignore.ts';

/** What a reviewer decided on a finding: of several entries about it the last; give those whose file matches. */
export function reviewOf(finding: Ignorable, entries: readonly ReviewEntry[], textOf: (range: Range) => string): ReviewEntry | undefined {
  return entries.findLast((entry) => isAbout(entry, finding, textOf));
}
