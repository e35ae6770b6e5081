import type { SourceEdit } from '../source-edits.ts';
import { parseXml } from '../parse-xml.ts';
import { child, elements, textOf, type XmlElement } from '../xml.ts';
import { areasIn, namesOtherwise, parseSum, shifted, wordsIn, type Area, type Term } from './formula.ts';
import { parseReference, writeReference, type Reference } from './reference.ts';

/** A cell of a sheet, hidden ones too. */
interface RawCell extends Reference {
  /** The name of its sheet, in small letters: names are the same in any. */
  readonly sheet: string;
  /** Undefined for words; a cell with nothing in it is zero. */
  readonly value: number | undefined;
  readonly formula?: string;
  /** Where its number stands, if it has one. */
  readonly written: XmlElement | undefined;
}

/** A sheet of the workbook, hidden ones too. */
export interface SheetSource {
  readonly name: string;
  /** Its part. */
  readonly source: string;
  /** Whether nothing can be written into it. */
  readonly isFixed?: boolean;
}

/** What a workbook holds of its sums. */
interface SumSource {
  readonly sheets: readonly SheetSource[];
  /** What each name of the workbook stands for. */
  readonly names: ReadonlyMap<string, string>;
}

/** What each changed cell of a sheet holds now, by its name; undefined for words. */
type Changes = ReadonlyMap<string, number | undefined>;

/** What becomes of the formulas of a sheet. */
interface Recomputed {
  readonly edits: readonly SourceEdit[];
  /** Cells whose formulas follow the change and could not be computed here: they keep the value that was computed last. */
  readonly stale: readonly Reference[];
}

const hasFormula = /<(?:\w+:)?f[\s>]/u;

/** Larger areas are no sums of a report's rows. */
const largestArea = 10_000;

/**
 * The sums of a workbook that follow changes of its cells, computed anew, by the names of their sheets: the program that opens it shows the values
 * that are written in it. One is only touched where it was right before, so that its formula is certain to be understood.
 * @param changes what each changed cell holds now, by the names of the sheets
 */
export function recompute({ sheets, names }: SumSource, changes: ReadonlyMap<string, Changes>): Map<string, Recomputed> {
  const book = new Book(sheets, changes);
  const following = followingCells(book, sheets, names);
  const before = new Evaluation(book);
  const after = new Evaluation(book, following);
  const result = new Map<string, { edits: SourceEdit[]; stale: Reference[] }>();
  for (const cell of following) {
    const { name = '', isFixed = false } = sheets.find((sheet) => isNamed(sheet, cell.sheet)) ?? {};
    const own = result.get(name) ?? { edits: [], stale: [] };
    const [old, value] = [before.compute(cell), after.value(cell.sheet, writeReference(cell))];
    if (isFixed || cell.written === undefined || value === undefined || old === undefined || !isSame(old, cell.value)) {
      own.stale.push(cell);
    } else if (!isSame(value, cell.value)) {
      own.edits.push({ ...cell.written.inner, text: String(value) });
    }
    result.set(name, own);
  }
  result.forEach(({ stale }) => stale.sort((one, other) => one.row - other.row || one.column - other.column));
  return result;
}

function isNamed({ name }: SheetSource, sheet: string): boolean {
  return name.toLowerCase() === sheet;
}

function isSame(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

/** The cells of a workbook, read where they are asked for, and what was changed in it. */
class Book {
  readonly #sheets: readonly SheetSource[];
  readonly #changes: ReadonlyMap<string, Changes>;
  readonly #read = new Map<string, ReadonlyMap<string, RawCell>>();

  constructor(sheets: readonly SheetSource[], changes: ReadonlyMap<string, Changes>) {
    this.#sheets = sheets;
    this.#changes = new Map([...changes].map(([name, own]) => [name.toLowerCase(), own]));
  }

  /** Undefined where the workbook has no such sheet. */
  cellsOf(sheet: string): ReadonlyMap<string, RawCell> | undefined {
    let cells = this.#read.get(sheet);
    const found = cells ?? this.#sheets.find((each) => isNamed(each, sheet));
    if (cells === undefined && found !== undefined) {
      cells = readCells((found as SheetSource).source, sheet);
      this.#read.set(sheet, cells);
    }
    return cells;
  }

  changesOf(sheet: string): Changes | undefined {
    return this.#changes.get(sheet);
  }

  get changed(): (Reference & { readonly sheet: string })[] {
    return [...this.#changes].flatMap(([sheet, own]) => [...own.keys()].flatMap((name) => {
      const at = parseReference(name);
      return at === undefined ? [] : [{ ...at, sheet }];
    }));
  }
}

function readCells(source: string, sheet: string): Map<string, RawCell> {
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
      ...at, sheet, value: Number.isFinite(value) ? value : undefined, written: type === 'n' && text !== '' ? written : undefined, ...(formula === undefined ? {} : { formula }),
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

/** A formula with what it depends on. */
interface Formula {
  readonly cell: RawCell;
  readonly areas: readonly (Area & { readonly sheet: string })[];
  /** It may depend on any cell. */
  readonly isOpen: boolean;
}

/** The cells whose formulas name changed cells, or others that do. */
function followingCells(book: Book, sheets: readonly SheetSource[], names: ReadonlyMap<string, string>): Set<RawCell> {
  const formulas = sheets.filter(({ source }) => hasFormula.test(source)).flatMap(({ name }) => [...book.cellsOf(name.toLowerCase())?.values() ?? []])
    .flatMap((cell) => (cell.formula === undefined ? [] : [dependenceOf(cell, cell.formula, names)]));
  const following = new Set<RawCell>();
  let fresh: readonly (Reference & { readonly sheet: string })[] = book.changed;
  while (fresh.length > 0) {
    const next = formulas.filter(({ cell, areas, isOpen }) => !following.has(cell) && (isOpen || areas.some((area) => fresh.some((one) => holds(area, one)))))
      .map(({ cell }) => cell);
    next.forEach((cell) => following.add(cell));
    fresh = next;
  }
  return following;
}

function dependenceOf(cell: RawCell, formula: string, names: ReadonlyMap<string, string>): Formula {
  const all = [formula, ...(names.size === 0 ? [] : wordsIn(formula).flatMap((word) => names.get(word) ?? []))];
  return {
    cell,
    areas: all.flatMap((each) => areasIn(each)).map((area) => ({ ...area, sheet: area.sheet?.toLowerCase() ?? cell.sheet })),
    isOpen: all.some((each) => namesOtherwise(each)),
  };
}

function holds(area: Area & { readonly sheet: string }, { sheet, row, column }: Reference & { readonly sheet: string }): boolean {
  return area.sheet === sheet && area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}

const none: ReadonlySet<RawCell> = new Set();

/** Values of cells: as they were, or with the changes where cells are told that follow them. */
class Evaluation {
  readonly #book: Book;
  readonly #following: ReadonlySet<RawCell> | undefined;
  readonly #known = new Map<RawCell, number | undefined>();

  constructor(book: Book, following?: ReadonlySet<RawCell>) {
    this.#book = book;
    this.#following = following;
  }

  /** Undefined for words, and for what cannot be computed. */
  value(sheet: string, name: string): number | undefined {
    const cells = this.#book.cellsOf(sheet);
    const cell = cells?.get(name);
    const changes = this.#following === undefined ? undefined : this.#book.changesOf(sheet);
    if (changes?.has(name) === true) {
      return changes.get(name);
    }
    if (cell === undefined || !(this.#following ?? none).has(cell)) {
      return cells === undefined ? undefined : cell === undefined ? 0 : cell.value;
    }
    if (!this.#known.has(cell)) {
      // A formula that comes back to itself has no value.
      this.#known.set(cell, undefined);
      this.#known.set(cell, this.compute(cell));
    }
    return this.#known.get(cell);
  }

  compute({ formula = '', sheet }: RawCell): number | undefined {
    const terms = parseSum(formula);
    const values = terms?.map((term) => this.#term(term, sheet)) ?? [undefined];
    // Fifteen digits, as spreadsheets compute.
    return values.includes(undefined) ? undefined : Number(values.reduce<number>((sum, value) => sum + (value ?? 0), 0).toPrecision(15));
  }

  #term({ sign, of, leavesWordsOut }: Term, own: string): number | undefined {
    if (typeof of === 'number') {
      return sign * of;
    }
    const sheet = of.sheet?.toLowerCase() ?? own;
    const cells = this.#book.cellsOf(sheet);
    if (cells === undefined || (of.bottom - of.top + 1) * (of.right - of.left + 1) > largestArea) {
      return undefined;
    }
    let sum = 0;
    for (let row = of.top; row <= of.bottom; row += 1) {
      for (let column = of.left; column <= of.right; column += 1) {
        const name = writeReference({ row, column });
        const value = this.value(sheet, name);
        const cell = cells.get(name);
        const isUnknown = cell !== undefined && (this.#following ?? none).has(cell);
        if (value === undefined && (!leavesWordsOut || isUnknown)) {
          return undefined;
        }
        sum += value ?? 0;
      }
    }
    return sign * sum;
  }
}
