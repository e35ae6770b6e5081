/** What of a row makes up its shape. */
interface ShapedRow {
  readonly wanted: number;
  readonly labelEnd: number;
  readonly width: number;
}

/** In a table of more rows than so many one may stand otherwise than all others. */
export const mostAstray = 5;

/** How many rows of a part have which shape. */
export interface PartShape<Row extends ShapedRow = ShapedRow> {
  readonly rows: Row[];
  readonly widths: Map<number, number>;
  /** Cells behind the figures, if these stand right behind the label. */
  readonly tails: Map<number, number>;
}

export function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The most frequent value, the larger one of two; `own` counts once less, so that no row speaks for itself. */
export function most(counts: ReadonlyMap<number, number>, own?: number): { value: number; count: number } | undefined {
  let best: { value: number; count: number } | undefined;
  for (const [value, all] of counts) {
    const others = value === own ? all - 1 : all;
    if (others > (best?.count ?? 0) || (others === best?.count && value > best.value)) {
      best = { value, count: others };
    }
  }
  return best;
}

export function tailOf({ width, labelEnd, wanted }: ShapedRow): number {
  return width - labelEnd - wanted;
}

/** Whether most rows of the part have the same shape, and all of many whose labels are as deep have the row's width. */
export function isLikePeers(fitting: number, row: ShapedRow, { rows }: PartShape): boolean {
  const peers = rows.filter(({ labelEnd, wanted }) => labelEnd === row.labelEnd && wanted === row.wanted);
  return fitting * 4 >= (rows.length - 1) * 3 && peers.length > mostAstray && peers.every(({ width }) => width === row.width);
}

export function widthExpected(row: ShapedRow, { widths, tails }: PartShape): number {
  const width = most(widths, row.width);
  const tail = most(tails, tailOf(row));
  return Math.max(
    width && width.count >= (tail?.count ?? 0) ? width.value : 0,
    tail && tail.count >= (width?.count ?? 0) ? row.labelEnd + row.wanted + tail.value : 0,
  ) || row.width;
}
