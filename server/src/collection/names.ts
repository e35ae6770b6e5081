import { slips } from '../forms/slips.ts';
import { foldText } from '../forms/vocabulary.ts';

/** The names of organs (机关) and governments as the settings give them. */
export interface NameSettings {
  readonly organs?: Readonly<Record<string, readonly string[]>>;
  readonly hierarchy?: Readonly<Record<string, readonly string[]>>;
}

/** A unit below a government (下级单位). */
export interface Unit {
  /** As the settings write it. */
  readonly name: string;
  /** As it is compared. */
  readonly organ: string;
}

/** What is wrong in the settings' names, with the way to it from the root of the settings. */
export interface NameFault {
  /** `claimed`: one name, two organs; `cycle`: a government below itself; `twice`: a unit, or a government, that stands there before. */
  readonly kind: 'claimed' | 'cycle' | 'twice';
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** Tells which names are one organ's, and which units a government has. */
export interface Names {
  /** The name by which an organ is known whatever it was called. */
  organ(name: string): string;
  /** All names of the organ that has one of them, as they are compared. */
  called(name: string): readonly string[];
  /** By the government's name as compared; those below themselves are left out. */
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  readonly faults: readonly NameFault[];
}

const { government } = slips.organs;

/** A name as it is compared: 青禾县人民政府 and 青禾县 are one. */
function plainName(name: string): string {
  const folded = foldText(name);
  return folded.length > government.length && folded.endsWith(government) ? folded.slice(0, -government.length) : folded;
}

/** Reads the names once; a name that two organs claim is nobody's but its own. */
export function compileNames({ organs = {}, hierarchy = {} }: NameSettings): Names {
  const faults: NameFault[] = [];
  const known = claims(organs, faults);
  const organ = (name: string): string => {
    const plain = plainName(name);
    return known.get(plain) ?? plain;
  };
  const called = (name: string): readonly string[] => {
    const one = organ(name);
    return [...new Set([plainName(name), one, ...[...known].filter(([, owner]) => owner === one).map(([other]) => other)])];
  };
  return { organ, called, units: unitsIn(hierarchy, organ, faults), faults };
}

function claims(organs: NonNullable<NameSettings['organs']>, faults: NameFault[]): ReadonlyMap<string, string> {
  const claimed = new Map<string, string>();
  const disputed = new Set<string>();
  for (const [now, others] of Object.entries(organs)) {
    const owner = plainName(now);
    [now, ...others].forEach((name, at) => {
      const plain = plainName(name);
      const before = claimed.get(plain);
      if (before !== undefined && before !== owner) {
        disputed.add(plain);
        faults.push({ kind: 'claimed', name, path: at === 0 ? ['organs', now] : ['organs', now, at - 1] });
      } else {
        claimed.set(plain, owner);
      }
    });
  }
  disputed.forEach((name) => claimed.delete(name));
  return claimed;
}

function unitsIn(
  hierarchy: NonNullable<NameSettings['hierarchy']>, organ: Names['organ'], faults: NameFault[],
): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, readonly Unit[]>();
  for (const [name, below] of Object.entries(hierarchy)) {
    const key = organ(name);
    if (units.has(key)) {
      faults.push({ kind: 'twice', name, path: ['hierarchy', name] });
      continue;
    }
    const own = new Map<string, Unit>();
    below.forEach((unit, at) => {
      const one = { name: unit, organ: organ(unit) };
      if (own.has(one.organ)) {
        faults.push({ kind: 'twice', name: unit, path: ['hierarchy', name, at] });
      } else {
        own.set(one.organ, one);
      }
    });
    units.set(key, [...own.values()]);
  }
  for (const name of Object.keys(hierarchy)) {
    if (isBelowItself(organ(name), units)) {
      faults.push({ kind: 'cycle', name, path: ['hierarchy', name] });
    }
  }
  faults.filter(({ kind }) => kind === 'cycle').forEach(({ name }) => units.delete(organ(name)));
  return units;
}

function isBelowItself(start: string, units: ReadonlyMap<string, readonly Unit[]>): boolean {
  const seen = new Set<string>();
  const left = [start];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const { organ } of units.get(name) ?? []) {
      if (organ === start) {
        return true;
      }
      if (!seen.has(organ)) {
        seen.add(organ);
        left.push(organ);
      }
    }
  }
  return false;
}

const nothing: NonNullable<NameSettings['organs']> = {};
const compiled = new WeakMap<object, WeakMap<object, Names>>();

/** The names of settings, the same object as long as the settings are the same. */
export function namesOf({ organs = nothing, hierarchy = nothing }: NameSettings): Names {
  const byHierarchy = compiled.get(organs) ?? new WeakMap<object, Names>();
  compiled.set(organs, byHierarchy);
  const names = byHierarchy.get(hierarchy) ?? compileNames({ organs, hierarchy });
  byHierarchy.set(hierarchy, names);
  return names;
}
