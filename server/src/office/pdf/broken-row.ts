import type { PdfCell } from './ruled-table.ts';
import { near } from './rules.ts';

/** How a label begins that is one of a list. */
const listSign = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/u;

/** For each cell of a row at the head of a page, the one above it at the foot of the page before. */
type RowPairs<Cell> = readonly { readonly above: Cell; readonly rest: Cell }[];

/**
 * The cells of the row at the foot of one page, each with that below it at the head of the next, where the end of the page broke a row:
 * its label begins with a sign, what goes on has none, and at least one figure above has nothing below it. Undefined of two rows, and
 * where that is not certain.
 */
export function brokenRow<Cell extends PdfCell>(foot: readonly Cell[], head: readonly Cell[]): RowPairs<Cell> | undefined {
  const pairs: { above: Cell; rest: Cell }[] = [];
  for (const rest of head) {
    const above = foot.find(({ left, right }) => Math.abs(left - rest.left) <= 2 * near && Math.abs(right - rest.right) <= 2 * near);
    if (above === undefined) {
      return undefined;
    }
    pairs.push({ above, rest });
  }
  const labels = pairs.filter(({ rest }) => /[^\s\d.,]/u.test(rest.text.normalize('NFKC')));
  const goesOn = labels.length > 0 && labels.every(({ above, rest }) => listSign.test(above.text.trim()) && !listSign.test(rest.text.trim()));
  const figures = pairs.filter(({ above }) => /^[\s\d.,]+$/u.test(above.text.normalize('NFKC')));
  const isBlankBelow = figures.some(({ rest }) => rest.text.trim() === '');
  const isFull = pairs.every(({ above, rest }) => above.text.trim() !== '' || rest.text.trim() === '');
  return goesOn && isBlankBelow && isFull ? pairs : undefined;
}
