import type { Merge } from './content.ts';
import { parseReference, writeReference, type Reference } from './reference.ts';

/** What a sum adds or takes away: a number, or cells. */
export interface Term {
  readonly sign: 1 | -1;
  readonly of: number | Merge;
  /** Whether words among the cells count as nothing, as within SUM; elsewhere they are a mistake. */
  readonly leavesWordsOut: boolean;
}

const token = /\s*(?:(SUM)\s*\(|(\$?[A-Z]{1,3}\$?\d{1,7})|(\d+(?:\.\d+)?)|([-+(),:]))\s*/iuy;

/** The terms of a formula that only adds and takes away cells of its own sheet; undefined of any other. */
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
      this.#tokens.push((match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toUpperCase().replaceAll('$', ''));
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

  #area(): number | Merge | undefined {
    const from = this.#single();
    if (typeof from !== 'object' || !this.#takes(':')) {
      return from;
    }
    const to = this.#single();
    return typeof to === 'object' && to.top >= from.top && to.left >= from.left ? { ...from, bottom: to.bottom, right: to.right } : undefined;
  }

  #single(): number | Merge | undefined {
    const text = this.#tokens[this.#at] ?? '';
    const cell = parseReference(text);
    const of = cell === undefined ? (/^\d/u.test(text) ? Number(text) : undefined) : { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
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

/** All cells and areas of its own sheet that a formula names, whatever it makes of them. */
export function areasIn(formula: string): Merge[] {
  return [...formula.replace(/"[^"]*"/gu, '').matchAll(/(?<![\w.!'$])(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\w.(!])/giu)].flatMap(([, from, to]) => {
    const [first, last] = [from, to ?? from].map((text) => parseReference((text ?? '').toUpperCase()));
    return first === undefined || last === undefined ? []
      : [{ top: Math.min(first.row, last.row), left: Math.min(first.column, last.column), bottom: Math.max(first.row, last.row), right: Math.max(first.column, last.column) }];
  });
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
