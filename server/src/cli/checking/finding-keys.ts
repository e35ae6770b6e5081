import { createHash } from 'node:crypto';
import { positionsIn } from '../../syntax/positions.ts';
import type { CheckedFile, Finding } from './examine.ts';

/**
 * What tells a finding from the others of its file, whatever is added or removed elsewhere in it: its code, figure and text, and
 * which one it is of those that are alike. 32 hexadecimal digits; the text itself, which may be personal data, is not in it.
 */
export function findingKeys(file: Pick<CheckedFile, 'findings' | 'text'>): ReadonlyMap<Finding, string> {
  const { textAt } = positionsIn(file.text);
  const seen = new Map<string, number>();
  return new Map(file.findings.map((finding) => {
    const alike = [finding.code, finding.figure ?? '', textAt(finding.range)].join('\0');
    const nth = seen.get(alike) ?? 0;
    seen.set(alike, nth + 1);
    return [finding, createHash('sha256').update(`${alike}\0${nth}`).digest('hex').slice(0, 32)];
  }));
}
