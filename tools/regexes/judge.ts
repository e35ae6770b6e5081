import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { checkSync } from 'recheck';

const proven = new URL('proven.json', import.meta.url);

/** How a regular expression is known in the list of those that take no more than linear time. */
export function hashOf(literal: string): string {
  return createHash('sha256').update(literal).digest('hex').slice(0, 16);
}

/** The list, for which each was judged before. */
export function readProven(): ReadonlySet<string> {
  return new Set(JSON.parse(readFileSync(proven, 'utf8')) as string[]);
}

/** Writes the list. */
export function writeProven(hashes: ReadonlySet<string>): void {
  writeFileSync(proven, `${JSON.stringify([...hashes].sort()).replaceAll(',', ',\n')}\n`);
}

/** Why those put together in a file need not be linear by themselves: what they are asked about has a bound. */
const bounded = JSON.parse(readFileSync(new URL('bounded.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;

/** Whether all places of a regular expression are known to ask about texts with a bound. */
export function isBounded(places: readonly string[]): boolean {
  return places.every((place) => bounded[place] !== undefined);
}

/** What makes a regular expression slow, or that it could not be told; undefined where it takes no more than linear time. */
export function slownessOf(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  const verdict = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 120_000 });
  switch (verdict.status) {
    case 'safe': return undefined;
    case 'vulnerable': return `${verdict.complexity.summary}, for ${verdict.attack.pattern}`;
    case 'unknown': return `not told: ${verdict.error.kind}`;
  }
}
