import { inOrder, type Replacement } from './document.ts';

/** What tells one finding from another. */
interface Comparable {
  readonly code: string;
  readonly figure?: string;
  readonly subject?: string;
  readonly message: string;
}

/** Findings of one text, and where each starts. */
export interface FindingsAt<Kind extends Comparable> {
  readonly findings: readonly Kind[];
  readonly starts: readonly number[];
}

/** How places after a change stand to those before. */
interface Moves {
  /** Where a place stood; of inserted text, where that was put. */
  back(offset: number): number;
  isInserted(offset: number): boolean;
}

export function movesOf(parts: readonly Replacement[]): Moves {
  let shift = 0;
  const stretches = inOrder(parts).map(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { from, to: from + newText.length, start, shift };
  });
  const last = (offset: number): (typeof stretches)[number] | undefined => stretches.findLast(({ from }) => from <= offset);
  return {
    back(offset) {
      const one = last(offset);
      return one === undefined ? offset : offset < one.to ? one.start : offset - one.shift;
    },
    isInserted: (offset) => offset < (last(offset)?.to ?? -1),
  };
}

/**
 * The findings that are gone and those that have come. One that tells of the same, is about the same figure as one before, or stands
 * where that stood, or says the same is neither; of several at one place the words decide.
 */
export function compared<Kind extends Comparable>(
  before: FindingsAt<Kind>, after: FindingsAt<Kind>, moves: Moves,
): { gone: ReadonlySet<Kind>; fresh: readonly Kind[] } {
  const stood = new Map(before.findings.map((one, at) => [one, before.starts[at] ?? 0]));
  const stands = new Map(after.findings.map((one, at) => [one, moves.back(after.starts[at] ?? 0)]));
  let gone = before.findings;
  let fresh = after.findings;
  for (const keyOf of [
    (one: Kind, start: number | undefined) => one.subject ?? `${one.code} ${one.figure ?? start}`,
    (one: Kind, start: number | undefined) => `${one.code} ${start}`,
    (one: Kind) => `${one.code} ${one.message}`,
  ]) {
    if (gone.length > 0 && fresh.length > 0) {
      const left = new Buckets(gone, gone.map((one) => keyOf(one, stood.get(one))));
      fresh = fresh.filter((one) => !left.take(keyOf(one, stands.get(one)), one));
      gone = left.rest;
    }
  }
  return { gone: new Set(gone), fresh };
}

/** Findings that are taken out one by one. */
class Buckets<Kind extends Comparable> {
  readonly #byKey = new Map<string, Kind[]>();

  constructor(findings: readonly Kind[], keys: readonly string[]) {
    findings.forEach((finding, at) => {
      const key = keys[at] ?? '';
      const same = this.#byKey.get(key);
      if (same) {
        same.push(finding);
      } else {
        this.#byKey.set(key, [finding]);
      }
    });
  }

  /** Takes out one with the key: of several the one that says the same as another, if there is such a one. */
  take(key: string, like: Kind): boolean {
    const same = this.#byKey.get(key) ?? [];
    const at = same.length > 1 ? same.findIndex(({ message }) => message === like.message) : 0;
    return same.splice(Math.max(0, at), 1).length > 0;
  }

  get rest(): readonly Kind[] {
    return [...this.#byKey.values()].flat();
  }
}
