import { bothSides, type Identity, type IdentitySystem } from '../../forms/table.ts';
import { countFilled } from './acts/act.ts';
import type { Ledger, MeantCell } from './ledger.ts';
import { linesOf, type Line } from './lines.ts';
import { definitionsOf } from './totals.ts';

/**
 * Whether parts may be wrong where totals that nothing but these parts tells are all computed again: a line of parts is
 * empty and the totals are larger than what is left, two lines say the same, totals are smaller than their parts, or two
 * cells exchanged would explain two totals. Where a balance tells of them as well, a line of it may have been exchanged with one of parts.
 */
export function mayHideParts(ledger: Ledger, cells: readonly MeantCell[]): boolean {
  return linesOf(ledger.system).some((line) => {
    if (line.isTotal && mayHaveExchanged(ledger, line, cells)) {
      return true;
    }
    const isContradicted = !line.isTotal || line.across.some((indexes) => indexes.length > 1);
    const changed = isContradicted ? [] : cells.filter(({ figure }) => line.figures.includes(figure));
    return changed.length > 1 && isDoubtful(ledger, line, changed);
  });
}

/** So many parts of two lines may be the same by chance; that one was copied is as likely where totals beside them are wrong. */
const fewestSame = 2;

function isDoubtful(ledger: Ledger, line: Line, changed: readonly MeantCell[]): boolean {
  const { system } = ledger;
  const beside = linesOf(system).filter(({ each, at }) => each === line.each && at !== line.at);
  const parts = beside.map(({ figures }) => figures.flatMap((figure) => (system.isTotal[figure] === true ? [] : (ledger.valueOf(figure) ?? 0))));
  const same = parts.filter((values) => values.filter((value) => value > 0).length >= fewestSame).map((values) => values.join(' '));
  return new Set(same).size < same.length
    || parts.some((values) => isSumOfOthers(values, parts))
    || mayBeShifted(parts)
    || beside.some(({ figures }) => mayBeCopiedFrom(ledger, line, figures))
    || [1, -1, 2, -2].some((by) => areMoved(ledger, line, changed, by))
    || (standsOut(ledger, changed) && beside.some(({ figures }) => isNearlyExchanged(ledger, line, figures, changed)))
    || (parts.some((values) => values.every((value) => value === 0)) && lacksLine(ledger, line, changed))
    || areBelowParts(ledger, line, beside, changed)
    || beside.some(({ figures }) => isExchanged(ledger, line, figures, changed));
}

/** Whether a line of parts says what all the others come to, as the totals should: they may stand in its place. */
function isSumOfOthers(values: readonly number[], parts: readonly (readonly number[])[]): boolean {
  return values.filter((value) => value > 0).length >= fewestSame
    && values.every((value, at) => value * 2 === parts.reduce((sum, other) => sum + (other[at] ?? 0), 0));
}

/** Whether all may have been typed to the side: nothing stands in the first line of parts, or mostly in the last what all others come to, or more. */
function mayBeShifted(parts: readonly (readonly number[])[]): boolean {
  const [first = [], last = [], others] = [parts[0], parts.at(-1), parts.slice(0, -1)];
  const sums = last.map((_, at) => others.reduce((sum, values) => sum + (values[at] ?? 0), 0));
  const filled = sums.filter((sum) => sum > 0).length;
  const reached = sums.filter((sum, at) => sum > 0 && sum <= (last[at] ?? 0)).length;
  return first.every((value) => value === 0) || (reached >= fewestSame && reached * 2 > filled);
}

/**
 * Whether totals that were filled in would be right as they are written if a line of their parts that says something and one
 * that stands beside them in a balance were exchanged: a row of results and 四、结转下年度.
 */
function mayHaveExchanged(ledger: Ledger, line: Line, cells: readonly MeantCell[]): boolean {
  const { system } = ledger;
  const places = line.figures.flatMap((figure, at) => (isSumAlong(system, line, figure) ? [] : at));
  const offs = places.map((at) => {
    const cell = cells.find(({ figure }) => figure === line.figures[at]);
    return cell === undefined ? 0 : -offOf(ledger, cell);
  });
  const isKept = cells.some(({ figure }) => line.figures.includes(figure) && (ledger.valueOf(figure) ?? 0) > 0);
  if (!isKept || offs.every((off) => off === 0)) {
    return false;
  }
  const { parts, beside } = besideTotals(system, line, places[0] ?? 0);
  return parts.some((part) => countFilled(ledger, part.figures) > 0 && beside.some((other) => places.every((at, place) =>
    (ledger.valueOf(part.figures[at] ?? -1) ?? 0) - (ledger.valueOf(other.figures[at] ?? -1) ?? 0) === offs[place])));
}

/** Whether a figure is the sum of others of its line. */
function isSumAlong(system: IdentitySystem, { along }: Line, figure: number): boolean {
  return definitionsOf(system, figure).some(({ index }) => along.includes(index));
}

/** The lines whose figures are parts of the totals of a line, and those that stand on its side of a balance, as one of its places shows them. */
function besideTotals(system: IdentitySystem, { across, each, figures }: Line, at: number): { parts: readonly Line[]; beside: readonly Line[] } {
  const identities = (across[at] ?? []).flatMap((index) => system.identities[index] ?? []);
  const ofSide = (identity: Identity): readonly number[] => [identity.left, identity.right].find((side) => side.includes(figures[at] ?? -1)) ?? [];
  const sums = new Set(identities.filter(({ defines }) => defines === figures[at]).flatMap(bothSides));
  const balances = new Set(identities.filter(({ defines }) => defines === undefined).flatMap(ofSide));
  const others = linesOf(system).filter((line) => line.each === each && !line.isTotal);
  const within = (own: ReadonlySet<number>): readonly Line[] => others.filter((line) => own.has(line.figures[at] ?? -1));
  return { parts: within(sums), beside: within(balances) };
}

/** Whether most of the totals stand a few cells to the side, but not all, and so tell that parts of the others are wrong. */
function areMoved(ledger: Ledger, { figures }: Line, changed: readonly MeantCell[], by: number): boolean {
  const moved = changed.flatMap(({ figure, value = 0 }) => {
    const stands = figures[figures.indexOf(figure) + by];
    const written = stands === undefined ? undefined : (ledger.valueOf(stands) ?? 0);
    return written !== undefined && (value > 0 || written > 0) ? [written === value] : [];
  });
  const right = moved.filter((isRight) => isRight).length;
  return right > fewestSame && right < moved.length && right * 2 > moved.length;
}

/** So much further off than all the others are totals whose parts are wrong. */
const furtherOff = 5;

/** Whether two of the totals are further off than all the others, which were not computed again. */
function standsOut(ledger: Ledger, changed: readonly MeantCell[]): boolean {
  const offs = changed.map((cell) => Math.abs(offOf(ledger, cell))).sort((one, other) => other - one);
  return offs.length > 2 && (offs[1] ?? 0) >= telling && (offs[1] ?? 0) > furtherOff * (offs[2] ?? 0);
}

function offOf(ledger: Ledger, { figure, value = 0 }: MeantCell): number {
  return (ledger.valueOf(figure) ?? 0) - value;
}

/** Whether the two that are furthest off are so in opposite directions, by about as much as two cells of a line beside them differ. */
function isNearlyExchanged(ledger: Ledger, line: Line, figures: readonly number[], changed: readonly MeantCell[]): boolean {
  const [one, other] = changed.toSorted((a, b) => Math.abs(offOf(ledger, b)) - Math.abs(offOf(ledger, a)));
  if (one === undefined || other === undefined) {
    return false;
  }
  const partOf = ({ figure }: MeantCell): number => ledger.valueOf(figures[line.figures.indexOf(figure)] ?? -1) ?? 0;
  const [off, back, by] = [offOf(ledger, one), offOf(ledger, other), partOf(other) - partOf(one)];
  return [off - by, back + by].every((rest) => Math.abs(rest) * furtherOff <= Math.abs(by));
}

/** Whether the totals may have been copied over a line of parts: it says the same, and its true parts may be what the others leave. */
function mayBeCopiedFrom(ledger: Ledger, line: Line, figures: readonly number[]): boolean {
  const parts = figures.filter((figure) => ledger.system.isTotal[figure] !== true);
  return countFilled(ledger, parts) >= fewestSame
    && parts.every((part) => ledger.valueOf(part) === ledger.valueOf(line.figures[figures.indexOf(part)] ?? -1))
    && parts.every((part) => (ledger.askedByAny(part, line.across[figures.indexOf(part)]) ?? 0) >= 0);
}

/** Whether half of the totals that are written are smaller than one of their parts: then they are no old totals, but other figures. */
function areBelowParts(ledger: Ledger, line: Line, beside: readonly Line[], changed: readonly MeantCell[]): boolean {
  const written = changed.filter(({ figure }) => (ledger.valueOf(figure) ?? 0) > 0);
  const below = written.filter(({ figure }) => {
    const at = line.figures.indexOf(figure);
    return beside.some(({ figures }) => (ledger.valueOf(figures[at] ?? -1) ?? 0) > (ledger.valueOf(figure) ?? 0));
  });
  return below.length > 0 && below.length * 2 >= written.length;
}

/** Whether most of the totals are too large, among them some of which a balance is made up. */
function lacksLine(ledger: Ledger, { along }: Line, changed: readonly MeantCell[]): boolean {
  const large = changed.filter(({ figure, value }) => (ledger.valueOf(figure) ?? 0) > (value ?? 0));
  const balances = along.flatMap((index) => ledger.system.identities[index] ?? []).filter(({ defines }) => defines === undefined);
  return large.length * 2 > changed.length && large.some(({ figure }) => balances.some(({ left, right }) => left.includes(figure) || right.includes(figure)));
}

/** A difference as large as this does not come by chance. */
const telling = 10;

/** Whether two of the totals, or one that is far off, would be right if two cells of a line beside them were exchanged. */
function isExchanged(ledger: Ledger, line: Line, figures: readonly number[], changed: readonly MeantCell[]): boolean {
  const offs = changed.map(({ figure, value }) => {
    const part = figures[line.figures.indexOf(figure)] ?? -1;
    return { part: ledger.valueOf(part) ?? 0, off: (ledger.valueOf(figure) ?? 0) - (value ?? 0) };
  });
  return offs.some((one) => one.off !== 0 && offs.some((other) =>
    other.part - one.part === one.off && (other.off === -one.off || Math.abs(one.off) >= telling)));
}
