import type { Extent, OfficeText, Place } from './office-text.ts';
import { firstIndex } from './sorted.ts';

/** A stretch of the text with its place, and what it was read from. */
export interface Region<Origin> extends Extent {
  readonly place: Place;
  readonly origin: Origin;
}

/** A cell of a table about to be written; its text is escaped already. */
export interface WrittenCell<Origin> {
  readonly text: string;
  readonly place: Place;
  readonly origin: Origin;
}

/** Puts a text with places together: blocks with an empty line between them, tables with bars. */
export class TextBuilder<Origin> {
  readonly #pieces: string[] = [];
  #length = 0;
  /** In order, without overlaps. */
  readonly regions: Region<Origin>[] = [];

  get text(): string {
    return this.#pieces.join('');
  }

  /** A paragraph; its text may hold line ends. */
  paragraph(text: string, place: Place, origin: Origin): void {
    this.#beginBlock();
    this.#region(text, place, origin);
    this.#write('\n');
  }

  /** A table; undefined stands for a place that a cell of the row or column before covers. A row may be shorter than the others. */
  table(rows: readonly (readonly (WrittenCell<Origin> | undefined)[])[]): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (width === 0) {
      return;
    }
    this.#beginBlock();
    rows.forEach((row, index) => {
      this.#write('|');
      for (const cell of row) {
        if (cell === undefined) {
          this.#write('  |');
        } else {
          this.#region(` ${cell.text} `, cell.place, cell.origin);
          this.#write('|');
        }
      }
      this.#write('\n');
      if (index === 0) {
        this.#write(`|${' --- |'.repeat(width)}\n`);
      }
    });
  }

  #beginBlock(): void {
    if (this.#length > 0) {
      this.#write('\n');
    }
  }

  #region(text: string, place: Place, origin: Origin): void {
    const start = this.#length;
    this.#write(text);
    this.regions.push({ start, end: this.#length, place, origin });
  }

  #write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}

/** The region that an offset stands in or at the end of; undefined between two. */
export function regionAt<R extends Extent>(regions: readonly R[], offset: number): R | undefined {
  const region = regions[firstIndex(regions, ({ end }) => end < offset)];
  return region !== undefined && region.start <= offset ? region : undefined;
}

/** What a reading says of the places of its text. */
export function placesIn(regions: readonly Region<unknown>[]): Pick<OfficeText, 'place' | 'places'> {
  return {
    place: (offset) => regionAt(regions, offset)?.place,
    places: () => regions.map(({ start, end, place }) => ({ start, end, place })),
  };
}
