import { bothSides, type Identity } from '../../forms/table.ts';
import type { Act } from './acts/act.ts';
import { ownersOf } from './blame.ts';
import { repairFix, waysOut, type ArithmeticFix, type Flaws } from './fixes.ts';
import type { Line } from './lines.ts';
import type { RepairedCell, Repairs } from './repair.ts';
import { byPrecedence, type Values } from './tally.ts';
import { definitionsOf } from './totals.ts';

/** A wrong figure, or broken identities whose wrong figure cannot be told. */
export interface ArithmeticFinding {
  /** `suspect-figure`, or the code of an identity. */
  readonly code: string;
  readonly figure: number;
  /** Whether it cannot be told which figure is wrong; the finding then stands at a total. */
  readonly open: boolean;
  /** The broken identities that the finding is about, in order of precedence. */
  readonly broken: readonly number[];
  /** Those of them that stand at other figures, where many of one code are told of together. */
  readonly elsewhere?: readonly number[];
  /** What the figure should be, where that is certain. */
  readonly expected?: number;
  readonly fixes: readonly ArithmeticFix[];
  /** What was done to a row, a column or two cells, of which it tells as a whole. */
  readonly act?: Act;
  /** Where it is open which of several was done. */
  readonly alternatives?: readonly Act[];
}

/** The row or column at which a finding stands: of two that were taken for each other, or copied, the later one. */
export function lineOf({ act, alternatives }: ArithmeticFinding): Line | undefined {
  return (act ?? alternatives?.[0])?.lines.at(-1);
}

/**
 * The findings where one repair comes first: at its parts, and at its totals but those that merely follow a part.
 * None if no figure of the repair can be blamed.
 */
export function findingsOfRepair(flaws: Flaws, repair: readonly RepairedCell[], preferred: () => boolean): readonly ArithmeticFinding[] {
  const owners = ownersOf(flaws, repair.map(({ figure }) => figure));
  const related = relatedTo(flaws, owners);
  return repair.flatMap(({ figure, value }) => {
    if (owners.get(figure) !== figure) {
      return [];
    }
    const fix = repairFix(flaws, repair.filter((cell) => owners.get(cell.figure) === figure), preferred);
    return {
      code: codeAt(flaws, figure),
      figure,
      open: false,
      broken: related.get(figure) ?? brokenIdentities(flaws).map(({ index }) => index),
      ...(value === undefined ? {} : { expected: value }),
      fixes: fix === undefined ? [] : [fix],
    };
  });
}

/**
 * The findings where several repairs come first together, or none does: at the anchors of the broken identities. One over
 * the totals of others that only repeats their difference is told of with the first of those. What the ways out do is told of
 * the table as it is written, where acts were undone before.
 */
export function openFindings(flaws: Flaws, { named }: Repairs, written = flaws): readonly ArithmeticFinding[] {
  const byFigure = new Map<number, Identity[]>();
  const all = brokenIdentities(flaws);
  for (const identity of all) {
    const original = all.find((other) => isRepeated(flaws, other, identity));
    const figure = placeOf(original ?? identity, flaws.values);
    byFigure.set(figure, [...(byFigure.get(figure) ?? []), identity]);
  }
  const { atTotal, ofTable } = waysOut(written, named);
  return gathered([...byFigure]).map(([[figure, first], ...others]) => {
    const found = { code: first[0]?.code ?? '', figure, open: true, broken: indexesOf(first) };
    const elsewhere = others.flatMap(([, broken]) => indexesOf(broken));
    return others.length === 0
      ? { ...found, fixes: atTotal(figure) }
      : { ...found, broken: [...found.broken, ...elsewhere], elsewhere, fixes: ofTable };
  });
}

function indexesOf(identities: readonly Identity[]): readonly number[] {
  return identities.map(({ index }) => index);
}

/** So many sums of one kind that do not hold are one finding: what nobody can explain is not told cell by cell. */
const fewestGathered = 3;

type Place = readonly [figure: number, broken: readonly Identity[]];

/** The places at which identities of one code are told, as one finding from three on. */
function gathered(places: readonly Place[]): readonly (readonly [Place, ...Place[]])[] {
  const codeOf = ([, [first]]: Place): string => first?.code ?? '';
  const alike = (place: Place): readonly Place[] => places.filter((other) => codeOf(other) === codeOf(place));
  return places.flatMap((place): (readonly [Place, ...Place[]])[] => {
    const [first, ...others] = alike(place);
    if (others.length + 1 < fewestGathered) {
      return [[place]];
    }
    return first === place ? [[place, ...others]] : [];
  });
}

/**
 * Whether an identity is one of those of its kind that another is the sum of: each figure of the other is a total, its own
 * sum holds, and the figures of the one are parts in these sums.
 */
function isRepeated({ system, states }: Flaws, one: Identity, other: Identity): boolean {
  const holding = bothSides(other).map((figure) =>
    definitionsOf(system, figure).filter(({ each, index }) => each !== other.each && states[index] === 'holds'));
  const parts = new Set(holding.flat().flatMap(bothSides));
  return one !== other && one.code === other.code && one.each === other.each
    && holding.every((definitions) => definitions.length > 0) && bothSides(one).every((figure) => parts.has(figure));
}

/** Gives each broken identity to one blamed figure: the total it defines, its anchor, or the first that it concerns. */
function relatedTo(flaws: Flaws, owners: ReadonlyMap<number, number>): ReadonlyMap<number, readonly number[]> {
  const related = new Map<number, readonly number[]>();
  for (const { index, left, right, defines, anchor } of brokenIdentities(flaws)) {
    const preferred = [defines ?? anchor, anchor, ...owners.keys()];
    const changed = preferred.filter((figure) => owners.has(figure) && (left.includes(figure) || right.includes(figure)));
    const blamed = changed.filter((figure) => owners.get(figure) === figure);
    const owner = [...blamed, ...changed].map((figure) => owners.get(figure))[0];
    if (owner !== undefined) {
      related.set(owner, [...(related.get(owner) ?? []), index]);
    }
  }
  return related;
}

function codeAt({ system, states }: Flaws, figure: number): string {
  const definitions = definitionsOf(system, figure);
  return (definitions.find(({ index }) => states[index] === 'broken') ?? definitions[0])?.code ?? 'suspect-figure';
}

export function brokenIdentities({ system, states }: Flaws): readonly Identity[] {
  return system.identities.filter(({ index }) => states[index] === 'broken').sort(byPrecedence);
}

/** The anchor; where that is unknown, the first figure that makes the side with unknown figures too large. */
function placeOf({ anchor, left, right }: Identity, values: Values): number {
  const isKnown = (figure: number): boolean => (values[figure] ?? null) !== null;
  if (isKnown(anchor)) {
    return anchor;
  }
  const larger = left.every(isKnown) ? right : left;
  return larger.find((figure) => (values[figure] ?? 0) > 0) ?? anchor;
}
