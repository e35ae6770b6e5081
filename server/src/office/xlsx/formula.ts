import type { Merge } from './content.ts';
import { parseReference, writeReference, type Reference } from './reference.ts';

/** Cells that a formula names, in its own sheet where it names none. */
export interface Area extends Merge {
  readonly sheet?: string;
}

/** What a sum adds or takes away: a number, or cells. */
export interface Term {
  readonly sign: 1 | -1;
  readonly of: number | Area;
  /** Whether words among the cells count as nothing, as within SUM; elsewhere they are a mistake. */
  readonly leavesWordsOut: boolean;
}

/** The name of a sheet before a cell: in quotes, where it is more than a word. */
const sheetName = String.raw`'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!`;
const token = new RegExp(String.raw`\s*(?:(SUM)\s*\(|((?:${sheetName})?\$?[A-Z]{1,3}\$?\d{1,7})|(\d+(?:\.\d+)?)|([-+(),:]))\s*`, 'iuy');

/** The terms of a formula that only adds and takes away cells of its workbook; undefined of any other. */
export function parseSum(formula: string): Term[] | undefined {
  const parser = new SumParser(formula);
  const terms = parser.sum(1);
  return parser.isAtEnd ? terms : undefined;
}

class SumParser {
  readonly #tokens: string[] = [];
  #at = 0;

  constructor(formula: string) {
    token.lastIndex = 0;
    for (let match = token.exec(formula); match !== null; match = token.exec(formula)) {
      this.#tokens.push(match[2] ?? (match[1] ?? match[3] ?? match[4] ?? '').toUpperCase());
      if (token.lastIndex === formula.length) {
        return;
      }
    }
    // What is not understood leaves no formula.
    this.#tokens = ['?'];
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(sign: 1 | -1): Term[] | undefined {
    const terms: Term[] = [];
    let own = this.#takes('-') ? turned(sign) : sign;
    for (;;) {
      const more = this.#term(own);
      if (more === undefined) {
        return undefined;
      }
      terms.push(...more);
      if (this.#takes('+')) {
        own = sign;
      } else if (this.#takes('-')) {
        own = turned(sign);
      } else {
        return terms;
      }
    }
  }

  #term(sign: 1 | -1): Term[] | undefined {
    if (this.#takes('SUM')) {
      const terms: Term[] = [];
      do {
        const area = this.#area();
        if (area === undefined) {
          return undefined;
        }
        terms.push({ sign, of: area, leavesWordsOut: true });
      } while (this.#takes(','));
      return this.#takes(')') ? terms : undefined;
    }
    if (this.#takes('(')) {
      const terms = this.sum(sign);
      return this.#takes(')') ? terms : undefined;
    }
    const of = this.#single();
    return of === undefined ? undefined : [{ sign, of, leavesWordsOut: false }];
  }

  #area(): number | Area | undefined {
    const from = this.#single();
    if (typeof from !== 'object' || !this.#takes(':')) {
      return from;
    }
    const to = this.#single();
    return typeof to === 'object' && to.sheet === undefined && to.top >= from.top && to.left >= from.left ? { ...from, bottom: to.bottom, right: to.right } : undefined;
  }

  #single(): number | Area | undefined {
    const text = this.#tokens[this.#at] ?? '';
    const of = /^\d/u.test(text) ? Number(text) : areaOf(text);
    this.#at += of === undefined ? 0 : 1;
    return of;
  }

  #takes(text: string): boolean {
    const isNext = this.#tokens[this.#at] === text;
    this.#at += isNext ? 1 : 0;
    return isNext;
  }
}

function turned(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

const reference = /(?<![\w.!'$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])/giu;

/** `A1`, or with its sheet `表1!A1`; undefined where it is none, or one of another workbook. */
function areaOf(from: string, to = from): Area | undefined {
  const cut = from.lastIndexOf('!') + 1;
  const [first, last] = [from.slice(cut), to.slice(to.lastIndexOf('!') + 1)].map((text) => parseReference(text.toUpperCase()));
  if (first === undefined || last === undefined || from.includes('[')) {
    return undefined;
  }
  const sheet = cut === 0 ? undefined : unquoted(from.slice(0, cut - 1));
  return {
    top: Math.min(first.row, last.row), left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row), right: Math.max(first.column, last.column),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

const cell = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const area = new RegExp(String.raw`(?<![\p{L}\p{N}_.!'$\]])((?:${sheetName})?${cell})(?::(${cell}))?(?![\p{L}\p{N}_.(!])`, 'giu');

/** All cells and areas that a formula names, whatever it makes of them. */
export function areasIn(formula: string): Area[] {
  return [...withoutWords(formula).matchAll(area)].flatMap(([, from = '', to]) => areaOf(from, to) ?? []);
}

/**
 * Whether a formula may name cells otherwise than by their places: through a function, a table's columns, or several sheets at once.
 * A sheet's name in quotes may hold anything.
 */
export function namesOtherwise(formula: string): boolean {
  const words = withoutWords(formula);
  return /\b(?:INDIRECT|OFFSET)\s*\(|[\p{L}\p{N}_]\[|'[^'[\]:]*:[^'[\]]*'!/iu.test(words) || /:[\p{L}_][\p{L}\p{N}_.]*!/u.test(words);
}

/** The words of a formula that may be names of cells and areas. */
export function wordsIn(formula: string): string[] {
  return [...withoutWords(formula).matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu)].map(([word]) => word.toLowerCase());
}

/** A formula without the texts in it. */
function withoutWords(formula: string): string {
  return formula.replace(/"[^"]*"/gu, '');
}

/** A formula as it is for another cell that shares it: what is not held by a dollar sign goes along. */
export function shifted(formula: string, from: Reference, to: Reference): string {
  return formula.replace(reference, (whole, heldColumn: string, letters: string, heldRow: string, digits: string) => {
    const cell = parseReference(`${letters}${digits}`.toUpperCase());
    if (cell === undefined) {
      return whole;
    }
    const moved = {
      row: heldRow === '' ? cell.row + to.row - from.row : cell.row,
      column: heldColumn === '' ? cell.column + to.column - from.column : cell.column,
    };
    const [, column, row] = /^([A-Z]+)(\d+)$/u.exec(writeReference(moved)) ?? [];
    return `${heldColumn}${column}${heldRow}${row}`;
  });
}
