import type { Act, Explanation, Suspect } from './acts/act.ts';
import { cheapest, finders } from './acts/index.ts';
import { cheapestCell, mistyped, type Mistyped } from './acts/mistyped.ts';
import { movedTables } from './acts/moved.ts';
import { recomputed } from './acts/recomputed.ts';
import { shiftedInGroup } from './acts/shifted-group.ts';
import { swappedAcross, swappedWithTotal } from './acts/swapped.ts';
import type { Flaws } from './fixes.ts';
import type { Ledger } from './ledger.ts';
import { askedOf, linesOf, linesTouching } from './lines.ts';
import { mostShared, noRepairs, type Repairs } from './repair.ts';
import type { Values } from './tally.ts';
import { together } from './together.ts';
import { undoneTogether } from './undoing.ts';

/** More acts on rows and columns are no explanation any more. */
const mostActs = 2;

/** So many beginnings of an explanation are followed, those first that leave the least. */
const mostBeginnings = 8;

/** Of lines of which no value is known, and which so leave little by leaving it open, fewer are. */
const mostUnknown = 4;

/** Besides a row or column no more cells are looked for. */
const mostCellsBesides = 2;

/** Sums of costs that differ by less are the same. */
const rounding = 1e-6;

/** With figures beyond this a sum might not be exact; nothing is explained with them. */
const largestFigure = 2 ** 47;

/** The cheapest explanations of a table in which something is broken; several that cost the same, or none. */
export function explanationsOf(ledger: Ledger, flaws: Pick<Flaws, 'values' | 'recomputed'>): readonly Explanation[] {
  return search(ledger, flaws, undefined);
}

/** All explanations that are found and cost no more than so much. */
export function explanationsUpTo(most: number, ledger: Ledger, flaws: Pick<Flaws, 'values' | 'recomputed'>): readonly Explanation[] {
  return search(ledger, flaws, most);
}

function search(ledger: Ledger, { values, recomputed: totals }: Pick<Flaws, 'values' | 'recomputed'>, most: number | undefined): readonly Explanation[] {
  if (values.some((value) => value !== null && value > largestFigure)) {
    return [];
  }
  const found = new Search(ledger, values, most);
  const cells = mistyped(ledger);
  if (cells !== undefined) {
    found.record({ acts: [], ...cells });
    found.recordSwapped([], 0, cells);
  }
  const stale = recomputed(ledger, totals);
  if (stale !== undefined) {
    found.record(stale);
  }
  for (const act of movedTables(ledger)) {
    if (ledger.whileMeant(act.cells, () => ledger.broken) === 0) {
      found.record({ cost: act.cost, acts: [act], repairs: noRepairs });
    }
  }
  for (const explanation of besides(ledger)) {
    found.record(explanation);
  }
  found.extend([], 0);
  return found.found;
}

/** What was done to the totals of a single line and their parts, each sum by itself; cells may have been mistyped besides. */
function besides(ledger: Ledger): readonly Explanation[] {
  const { system } = ledger;
  const found = system.columns.length > 0 ? [] : ledger.brokenIndexes().map((index) => [...swappedWithTotal(ledger, index), ...shiftedInGroup(ledger, index)]);
  const acts = found.flatMap((own) => own.slice(0, 1));
  if (acts.length === 0) {
    return [];
  }
  const cost = acts.reduce((sum, act) => sum + act.cost, 0);
  return ledger.whileMeant(acts.flatMap(({ cells }) => cells), () => {
    if (ledger.broken === 0) {
      return [{ cost, acts, repairs: noRepairs }];
    }
    const cells = mistyped(ledger);
    return cells === undefined ? [] : [{ cost: cost + cells.cost, acts, repairs: cells.repairs }];
  });
}

class Search {
  found: Explanation[] = [];
  readonly #ledger: Ledger;
  /** One cell can be to blame for no more broken identities. */
  readonly #mostShared: number;
  /** What the cheapest explanation known costs, or as much as one may cost of which all are wanted. */
  #least: number;
  readonly #wantsAll: boolean;
  readonly #written: Values;
  readonly #keys = new Set<string>();

  constructor(ledger: Ledger, written: Values, most: number | undefined) {
    this.#least = most ?? Infinity;
    this.#wantsAll = most !== undefined;
    this.#written = written;
    this.#ledger = ledger;
    this.#mostShared = mostShared(ledger.system);
  }

  record(explanation: Explanation): void {
    const { cost, acts } = explanation;
    if (cost > this.#least + rounding) {
      return;
    }
    if (!this.#wantsAll && cost < this.#least - rounding) {
      this.found = [];
      this.#keys.clear();
      this.#least = cost;
    }
    const key = keyOf(acts);
    if (!this.#keys.has(key)) {
      this.#keys.add(key);
      this.found.push(explanation);
    }
  }

  /** Two cells mistyped besides that say what the other should say. */
  recordSwapped(acts: readonly Act[], cost: number, { repairs: { count, named: [cells = []] } }: Mistyped): void {
    for (const act of count === 1 ? swappedAcross(this.#ledger, cells) : []) {
      if (!overlap(acts, act)) {
        this.record({ cost: cost + act.cost, acts: [...acts, act], repairs: noRepairs });
      }
    }
  }

  /** Adds one act to those that are undone already, and where that is not enough another, or cells. */
  extend(acts: readonly Act[], cost: number): void {
    if (this.#ledger.broken === 0 || cost + cheapest > this.#least + rounding) {
      return;
    }
    const isLast = acts.length + 1 === mostActs;
    // What would still cost a cell besides is beyond the cheapest explanation known: an act has to explain all that is left.
    const isAlone = isLast || cost + cheapest + cheapestCell > this.#least + rounding;
    const suspects = this.#suspects(isAlone);
    const beginnings: { act: Act; left: number }[] = [];
    for (const act of finders.flatMap((find) => find(this.#ledger, suspects))) {
      const isBeyond = cost + act.cost > this.#least + rounding || overlap(acts, act);
      const left = isBeyond ? Infinity : this.#ledger.whileMeant(act.cells, () => this.#leftAfter([...acts, act], cost + act.cost));
      if (!isAlone && left < this.#ledger.broken && act.kind !== 'rewritten') {
        beginnings.push({ act, left });
      }
    }
    beginnings.sort((one, other) => one.left - other.left);
    const [known, unknown] = [beginnings.filter(({ act }) => isKnown(act)), beginnings.filter(({ act }) => !isKnown(act))];
    for (const { act } of [...known.slice(0, mostBeginnings), ...unknown.slice(0, mostUnknown)]) {
      this.#ledger.whileMeant(act.cells, () => this.#goOn([...acts, act], cost + act.cost));
    }
  }

  /** How many identities are broken with some acts undone; where none need be, they are an explanation. */
  #leftAfter(acts: readonly Act[], cost: number): number {
    const isWhole = acts.length === 1 && this.#ledger.broken === 0 && acts[0]?.cells.every(({ value }) => value !== undefined) === true;
    const undone = isWhole ? acts : this.#ledger.broken === 0 || acts.length === mostActs ? undoneTogether(this.#ledger, acts, this.#written) : undefined;
    if (undone !== undefined) {
      this.record({ cost, acts: undone, repairs: noRepairs });
    }
    return this.#ledger.broken;
  }

  /**
   * The lines that have to do with everything that is still broken, or with all but what cells besides can be to blame for;
   * also those that have to do with it together with another line.
   */
  #suspects(isAlone: boolean): readonly Suspect[] {
    const { system } = this.#ledger;
    const broken = this.#ledger.brokenIndexes();
    const most = isAlone ? 0 : mostCellsBesides * this.#mostShared;
    return linesOf(system).flatMap((line) => {
      const left = broken.filter((index) => !line.touched.has(index));
      const isEnough = left.length <= most;
      const isHalf = !isEnough && linesTouching(system, left[0] ?? 0).some((other) => left.every((index) => other.touched.has(index)));
      return isEnough || isHalf ? [{ line, asked: askedOf(this.#ledger, line), mayBeAlone: isEnough || !isAlone }] : [];
    });
  }

  #goOn(acts: readonly Act[], cost: number): void {
    const isBeyond = cost + cheapestCell > this.#least + rounding || this.#ledger.broken > mostCellsBesides * this.#mostShared;
    const cells = isBeyond ? undefined : mistyped(this.#ledger, mostCellsBesides);
    const known = cells && this.#knownWith(acts, cells.repairs);
    if (cells !== undefined && known !== undefined) {
      this.record(together({ acts: known, ...cells, cost: cost + cells.cost }, this.#written));
      this.recordSwapped(known, cost, cells);
    }
    // What was inferred from sums rests on figures that the other act may have made wrong: it is open until both are undone.
    const open = acts.flatMap(({ inferred = [] }) => inferred).map((figure) => ({ figure, value: undefined }));
    this.#ledger.whileMeant(open, () => this.extend(acts, cost));
  }

  /** The acts with the values that were not known before the cells besides are set right; undefined where they stay unknown. */
  #knownWith(acts: readonly Act[], { count, named: [cells] }: Repairs): readonly Act[] | undefined {
    if (acts.every(isKnown)) {
      return acts;
    }
    return count !== 1 || cells === undefined ? undefined : this.#ledger.whileMeant(cells, () => undoneTogether(this.#ledger, acts, this.#written));
  }
}

/** Whether an act changes what another has set right already, and not only by what the identities asked then. */
function overlap(acts: readonly Act[], other: Act): boolean {
  return acts.some((act) => !crosses(act, other) && other.cells.some(({ figure }) => changes(act, figure) && act.inferred?.includes(figure) !== true));
}

/** Whether a row and a column were both shifted: the cell that they share went with the one, and then with the other. */
function crosses(one: Act, other: Act): boolean {
  return one.kind === 'shifted' && other.kind === 'shifted' && one.lines[0]?.each !== other.lines[0]?.each;
}

function isKnown({ cells }: Act): boolean {
  return cells.every(({ value }) => value !== undefined);
}

function changes({ cells }: Act, figure: number): boolean {
  return cells.some((cell) => cell.figure === figure);
}

/** What was done to which lines, and what each figure was meant to be: which act a shared cell is counted to makes no other explanation. */
function keyOf(acts: readonly Act[]): string {
  const done = acts.map(({ kind, lines }) => `${kind} ${lines.map(({ each, at }) => `${each}${at}`).join(' ')}`);
  const meant = new Map(acts.flatMap(({ cells }) => cells.map(({ figure, value }) => [figure, value] as const)));
  return [...done.sort(), ...[...meant].map(([figure, value]) => `${figure}=${value ?? '?'}`).sort()].join('\n');
}
