import { isHiding } from './html-looks.ts';
import type { Context } from './tree.ts';

/** A stretch of a web page that is a chunk. */
interface PagePiece {
  readonly start: number;
  readonly end: number;
  /** What it stands in: the page, or an element that the page does not show. */
  readonly context: Context;
}

/** The context of what a page does not show. */
export const hiddenPart: Context = 'hidden';

/** Elements that hold parts of a page, and always have a tag that closes them. */
const containers = new Set([
  'div', 'section', 'article', 'main', 'aside', 'form', 'fieldset', 'figure', 'center', 'span', 'details', 'dialog', 'ul', 'ol', 'dl', 'table',
]);
/** A browser shows these never, or only where nothing runs. */
const unseen = new Set(['template', 'noscript']);
const unread = new Set(['script', 'style', 'textarea']);
/** What stands in a tag counts no further. */
const longestTag = 2000;

/** Cuts a web page before and behind each outermost table, and around what is hidden and holds one. */
export function piecesOfPage(html: string): PagePiece[] {
  const pieces: PagePiece[] = [];
  let from = 0;
  for (const { at, context } of [...new PageCutter(html).cuts(), { at: html.length, context: pageItself }]) {
    // Broken tags may make a cut fall before the one in front of it; that one is none.
    if (at > from || at === html.length) {
      pieces.push({ start: from, end: at, context });
      from = at;
    }
  }
  return pieces;
}

const pageItself: Context = 'page';

/** A place where a page is cut, and what stands before it. */
interface PageCut {
  readonly at: number;
  readonly context: Context;
}

interface Hidden {
  readonly name: string;
  readonly start: number;
  depth: number;
  holdsTable: boolean;
  /** How many cuts there were before it. */
  readonly cutsBefore: number;
}

class PageCutter {
  readonly #html: string;
  readonly #cuts: PageCut[] = [];
  #tables = 0;
  #skipTo = '';
  #hidden: Hidden | undefined;
  #close = 0;

  constructor(html: string) {
    this.#html = html;
  }

  cuts(): readonly PageCut[] {
    for (const { 0: found, 1: slash, 2: name = '', index } of this.#html.matchAll(/<!--|-->|<(\/?)([a-z]+[1-6]?)\b/giu)) {
      const mark = found.toLowerCase();
      if (this.#skipTo) {
        this.#skipTo = mark === this.#skipTo ? '' : this.#skipTo;
      } else if (mark === '<!--') {
        this.#skipTo = '-->';
      } else if (slash === '/') {
        this.#closeTag(name.toLowerCase(), index);
      } else if (name !== '') {
        this.#openTag(name.toLowerCase(), index);
      }
    }
    return this.#cuts;
  }

  #openTag(name: string, start: number): void {
    if (unread.has(name)) {
      this.#skipTo = `</${name}`;
      return;
    }
    if (this.#hidden?.name === name) {
      this.#hidden.depth += 1;
    } else if (!this.#hidden && this.#tables === 0 && this.#isHidden(name, start)) {
      this.#hidden = { name, start, depth: 1, holdsTable: false, cutsBefore: this.#cuts.length };
    }
    if (name === 'table') {
      this.#tables += 1;
      if (this.#tables === 1) {
        this.#cut(start);
      }
      if (this.#hidden) {
        this.#hidden.holdsTable = true;
      }
    }
  }

  #closeTag(name: string, start: number): void {
    if (name === 'table') {
      this.#tables = Math.max(0, this.#tables - 1);
      if (this.#tables === 0) {
        this.#cut(this.#endOfTag(start));
      }
    }
    const hidden = this.#hidden;
    if (hidden?.name === name) {
      hidden.depth -= 1;
      if (hidden.depth === 0) {
        this.#endHidden(hidden, this.#endOfTag(start));
      }
    }
  }

  /** A hidden element with a table in it stands by itself. */
  #endHidden({ holdsTable, start, cutsBefore }: Hidden, end: number): void {
    this.#hidden = undefined;
    if (holdsTable) {
      const within = this.#cuts.splice(cutsBefore).filter(({ at }) => at > start && at < end);
      this.#cut(start);
      this.#cuts.push(...within.map(({ at }) => ({ at, context: hiddenPart })));
      if (end > start) {
        this.#cuts.push({ at: end, context: hiddenPart });
      }
    }
  }

  #cut(at: number): void {
    if (at > 0) {
      this.#cuts.push({ at, context: pageItself });
    }
  }

  #isHidden(name: string, start: number): boolean {
    return unseen.has(name) || (containers.has(name) && isHiding(this.#html.slice(start, Math.min(this.#endOfTag(start), start + longestTag))));
  }

  /** Behind the next `>`; the end of the page where there is none. */
  #endOfTag(from: number): number {
    if (this.#close <= from) {
      const at = this.#html.indexOf('>', from);
      this.#close = at < 0 ? this.#html.length : at + 1;
    }
    return this.#close;
  }
}
