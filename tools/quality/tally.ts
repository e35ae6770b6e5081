/** Counts of what was tried and what went right. */
export interface Tally {
  tried: number;
  right: number;
}

export function tally(): Tally {
  return { tried: 0, right: 0 };
}

export function count(into: Tally, right: boolean): void {
  into.tried += 1;
  into.right += right ? 1 : 0;
}

export function isWhole({ tried, right }: Tally): boolean {
  return tried === right && tried > 0;
}

/** E.g. `99.95 % (1999/2000)`; 100 % is said only where nothing is missing. */
export function percent({ tried, right }: Tally): string {
  const share = tried === 0 ? 0 : Math.floor((right / tried) * 10000) / 100;
  return `${share} % (${right}/${tried})`;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
