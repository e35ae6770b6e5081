/** What a filter asks of a row: texts by column that must be the same, and words that must stand somewhere in it. */
interface Filter {
  readonly words: string;
  readonly equal: ReadonlyMap<number, string>;
}

/** Whether a row, given by the texts of its cells, passes a filter; words are found whatever their case. */
export function passes(cells: readonly string[], { words, equal }: Filter): boolean {
  const text = cells.join('\n').toLowerCase();
  return [...equal].every(([column, value]) => cells[column] === value)
    && words.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}

/** Numbers by their value, below texts by their alphabet; what is blank stands last whatever the direction. */
export function compareCells(one: string, other: string, direction: 1 | -1): number {
  if (one === other) {
    return 0;
  }
  if (one === '' || other === '') {
    return one === '' ? 1 : -1;
  }
  const [first, second] = [Number(one), Number(other)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) {
    return (first - second) * direction;
  }
  return one.localeCompare(other, 'zh', { numeric: true }) * direction;
}
