import type { BlockData } from '../../../forms/form.ts';
import type { Row, Table } from '../../../syntax/tree.ts';
import type { Candidate } from '../rows/candidate.ts';
import type { HeadOrder } from './head-order.ts';
import { foreignHeader } from './header.ts';
import { columnOrder } from './heads.ts';
import type { TableLabels } from '../labels.ts';
import type { MatchedRows } from '../rows/matched-rows.ts';

/** How the columns of a table's blocks stand in the text, found out when a row first asks. */
export class BlockColumns {
  readonly #matched: MatchedRows;
  readonly #labels: TableLabels;
  readonly #isHead: (normal: string) => boolean;
  readonly #orders = new Map<BlockData, HeadOrder>();
  readonly #foreign = new Map<BlockData, Map<Table, Row | undefined>>();

  /** `isHead` says whether a text names a column of any form. */
  constructor(matched: MatchedRows, labels: TableLabels, isHead: (normal: string) => boolean) {
    this.#matched = matched;
    this.#labels = labels;
    this.#isHead = isHead;
  }

  /** The rows of a block in a part. */
  rowsIn(block: BlockData, part: Table): readonly Candidate[] {
    const { byRow } = this.#matched;
    return this.#labels.table.rows.flatMap((row) => (row.block === block ? byRow[row.index] ?? [] : [])).filter((one) => one.part === part);
  }

  /** The order in which the columns of a block stand. */
  orderIn(block: BlockData): HeadOrder {
    if (!this.#orders.has(block)) {
      this.#orders.set(block, columnOrder(block, this.#matched.parts, this.#labels));
    }
    return this.#orders.get(block);
  }

  /** Whether a row asked for the order of a block, and it cannot be told. */
  isUnclear(block: BlockData): boolean {
    return this.#orders.get(block) === 'unclear';
  }

  /** The headers of a block in a part, where they are not those of the form. */
  foreignIn(block: BlockData, part: Table): Row | undefined {
    const known = this.#foreign.get(block) ?? new Map<Table, Row | undefined>();
    this.#foreign.set(block, known);
    if (!known.has(part)) {
      known.set(part, foreignHeader(block, this.rowsIn(block, part), this.#isHead));
    }
    return known.get(part);
  }

  /** The blocks of which a row met headers that are not the form's. */
  get foreignBlocks(): readonly BlockData[] {
    return [...this.#foreign].flatMap(([block, headers]) => ([...headers.values()].some((header) => header !== undefined) ? [block] : []));
  }
}
