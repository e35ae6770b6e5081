import type { TextEdit } from '../../service-types.ts';
import { positionsIn } from '../../syntax/positions.ts';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Applies groups of edits that belong together. A group that touches what an earlier one changes is left out, to be
 * computed again on the new text; the same edit asked for twice is made once.
 */
export function applyEditGroups(text: string, groups: readonly (readonly TextEdit[])[]): { text: string; applied: number } {
  const { edits, applied } = takeEditGroups(text, groups);
  return { text: replaceAll(text, edits), applied };
}

/** The edits of those groups that can be made together, in order, and how many groups those are. */
export function takeEditGroups(text: string, groups: readonly (readonly TextEdit[])[]): { edits: readonly Replacement[]; applied: number } {
  const { offset: offsetAt } = positionsIn(text);
  const taken: Replacement[] = [];
  let applied = 0;
  for (const group of groups) {
    const wanted = group.map(({ range, newText }) => ({ start: offsetAt(range.start), end: offsetAt(range.end), newText }));
    applied += takeAll(taken, wanted) ? 1 : 0;
  }
  return { edits: taken, applied };
}

/** All of a group or nothing; `taken` stays in order and free of overlaps. */
function takeAll(taken: Replacement[], wanted: readonly Replacement[]): boolean {
  const added: Replacement[] = [];
  for (const one of wanted) {
    const at = placeOf(taken, one.start);
    const [before, after] = [taken[at - 1], taken[at]];
    if (after !== undefined && isSame(one, after)) {
      continue;
    }
    if ((before !== undefined && before.end > one.start) || (after !== undefined && (after.start === one.start || after.start < one.end))) {
      for (const other of added) {
        taken.splice(taken.indexOf(other), 1);
      }
      return false;
    }
    taken.splice(at, 0, one);
    added.push(one);
  }
  return true;
}

/** The index of the first replacement that starts at the offset or behind it. */
function placeOf(taken: readonly Replacement[], start: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] as Replacement).start < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function isSame(one: Replacement, other: Replacement): boolean {
  return one.start === other.start && one.end === other.end && one.newText === other.newText && one.start < one.end;
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of replacements) {
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
