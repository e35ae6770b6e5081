import type { SourceEdit } from '../source-edits.ts';
import { parseXml } from '../parse-xml.ts';
import { child, elements, textOf, type XmlElement } from '../xml.ts';
import type { Merge } from './content.ts';
import { areasIn, parseSum, shifted, type Term } from './formula.ts';
import { parseReference, writeReference, type Reference } from './reference.ts';

/** A cell of a sheet, hidden ones too. */
interface RawCell extends Reference {
  /** Undefined for words; a cell with nothing in it is zero. */
  readonly value: number | undefined;
  readonly formula?: string;
  /** Where its number stands, if it has one. */
  readonly written: XmlElement | undefined;
}

export interface Recomputed {
  readonly edits: readonly SourceEdit[];
  /** Cells whose formulas follow the change and could not be computed here: they keep the value that was computed last. */
  readonly stale: readonly Reference[];
}

const hasFormula = /<(?:\w+:)?f[\s>]/u;

/** Larger areas are no sums of a report's rows. */
const largestArea = 10_000;

/**
 * The sums of a sheet that follow changes of its cells, computed anew: the program that opens it shows the values that are
 * written in it. One is only touched where it was right before, so that its formula is certain to be understood.
 * @param changes what each changed cell holds now, by its name; undefined for words
 */
export function recompute(source: string, changes: ReadonlyMap<string, number | undefined>): Recomputed {
  if (!hasFormula.test(source)) {
    return { edits: [], stale: [] };
  }
  const cells = readCells(source);
  const following = followingCells([...cells.values()], changes);
  const before = new Evaluation(cells, new Map());
  const after = new Evaluation(cells, changes, following);
  const edits: SourceEdit[] = [];
  const stale: Reference[] = [];
  for (const cell of following) {
    const [old, value] = [before.compute(cell), after.value(writeReference(cell))];
    if (cell.written === undefined || value === undefined || old === undefined || !isSame(old, cell.value)) {
      stale.push(cell);
    } else if (!isSame(value, cell.value)) {
      edits.push({ ...cell.written.inner, text: String(value) });
    }
  }
  return { edits, stale: stale.sort((one, other) => one.row - other.row || one.column - other.column) };
}

function isSame(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

function readCells(source: string): Map<string, RawCell> {
  const cells = new Map<string, RawCell>();
  const shared = new Map<string, { readonly formula: string; readonly at: Reference }>();
  const root = parseXml(source);
  for (const element of elements(child(root, 'sheetData') ?? root).flatMap((row) => elements(row))) {
    const at = parseReference(element.attributes['r'] ?? '');
    if (at === undefined) {
      continue;
    }
    const formula = formulaOf(child(element, 'f'), at, shared);
    const [type, written] = [element.attributes['t'] ?? 'n', child(element, 'v')];
    const text = textOf(written).trim();
    const value = type !== 'n' ? undefined : text === '' ? 0 : Number(text);
    cells.set(writeReference(at), {
      ...at, value: Number.isFinite(value) ? value : undefined, written: type === 'n' && text !== '' ? written : undefined, ...(formula === undefined ? {} : { formula }),
    });
  }
  return cells;
}

/** The formula of a cell; of cells that share one only the first has it (ECMA-376 part 1, 18.3.1.40). */
function formulaOf(element: XmlElement | undefined, at: Reference, shared: Map<string, { formula: string; at: Reference }>): string | undefined {
  if (element === undefined) {
    return undefined;
  }
  const formula = textOf(element);
  const { t: type, si: id = '' } = element.attributes;
  if (type !== 'shared') {
    return type === undefined || type === 'normal' ? formula : '';
  }
  if (formula !== '') {
    shared.set(id, { formula, at });
    return formula;
  }
  const first = shared.get(id);
  return first === undefined ? '' : shifted(first.formula, first.at, at);
}

/** The cells whose formulas name changed cells, or others that do. */
function followingCells(cells: readonly RawCell[], changes: ReadonlyMap<string, number | undefined>): Set<RawCell> {
  const formulas = cells.flatMap((cell) => (cell.formula === undefined ? [] : [{ cell, areas: areasIn(cell.formula) }]));
  const following = new Set<RawCell>();
  let fresh: Reference[] = [...changes.keys()].flatMap((name) => parseReference(name) ?? []);
  while (fresh.length > 0) {
    const next = formulas.filter(({ cell, areas }) => !following.has(cell) && areas.some((area) => fresh.some((one) => holds(area, one)))).map(({ cell }) => cell);
    next.forEach((cell) => following.add(cell));
    fresh = next;
  }
  return following;
}

function holds({ top, left, bottom, right }: Merge, { row, column }: Reference): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** Values of cells with some of them changed. */
class Evaluation {
  readonly #cells: ReadonlyMap<string, RawCell>;
  readonly #changes: ReadonlyMap<string, number | undefined>;
  readonly #following: ReadonlySet<RawCell>;
  readonly #known = new Map<RawCell, number | undefined>();

  constructor(cells: ReadonlyMap<string, RawCell>, changes: ReadonlyMap<string, number | undefined>, following: ReadonlySet<RawCell> = new Set()) {
    this.#cells = cells;
    this.#changes = changes;
    this.#following = following;
  }

  /** Undefined for words, and for what cannot be computed. */
  value(name: string): number | undefined {
    const cell = this.#cells.get(name);
    if (this.#changes.has(name)) {
      return this.#changes.get(name);
    }
    if (cell === undefined || !this.#following.has(cell)) {
      return cell === undefined ? 0 : cell.value;
    }
    if (!this.#known.has(cell)) {
      // A formula that comes back to itself has no value.
      this.#known.set(cell, undefined);
      this.#known.set(cell, this.compute(cell));
    }
    return this.#known.get(cell);
  }

  compute({ formula = '' }: RawCell): number | undefined {
    const terms = parseSum(formula);
    const values = terms?.map((term) => this.#term(term)) ?? [undefined];
    // Fifteen digits, as spreadsheets compute.
    return values.includes(undefined) ? undefined : Number(values.reduce<number>((sum, value) => sum + (value ?? 0), 0).toPrecision(15));
  }

  #term({ sign, of, leavesWordsOut }: Term): number | undefined {
    if (typeof of === 'number') {
      return sign * of;
    }
    if ((of.bottom - of.top + 1) * (of.right - of.left + 1) > largestArea) {
      return undefined;
    }
    let sum = 0;
    for (let row = of.top; row <= of.bottom; row += 1) {
      for (let column = of.left; column <= of.right; column += 1) {
        const name = writeReference({ row, column });
        const value = this.value(name);
        const cell = this.#cells.get(name);
        const isUnknown = cell !== undefined && this.#following.has(cell);
        if (value === undefined && (!leavesWordsOut || isUnknown)) {
          return undefined;
        }
        sum += value ?? 0;
      }
    }
    return sign * sum;
  }
}
