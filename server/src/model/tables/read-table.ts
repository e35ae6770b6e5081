import type { BlockData } from '../../forms/form.ts';
import type { FormTable, RowDefinition } from '../../forms/table.ts';
import { lineEnd } from '../../syntax/lines.ts';
import type { Table } from '../../syntax/tree.ts';
import { analyse, type Analysis, type Values } from '../arithmetic/index.ts';
import type { BoundRow, BoundTable, Figure, Place, UnboundRow, Unreadable } from '../report.ts';
import { countOf } from './rows/figures.ts';

/** What was read of a table, with what follows from its figures. A class, so that all tables have one shape. */
export class ReadTable implements BoundTable {
  readonly id: string;
  readonly form: FormTable;
  readonly parts: readonly Table[];
  readonly place: Place;
  readonly rows: readonly BoundRow[];
  readonly unboundRows: readonly UnboundRow[];
  readonly missingRows: readonly RowDefinition[];
  readonly missingColumns: readonly number[];
  readonly foreignBlocks: readonly BlockData[];
  readonly cuts: readonly Place[];
  readonly mixedWith: FormTable | undefined;
  readonly unreadable: Unreadable | undefined;
  readonly hasFiguresBeside: boolean;
  readonly lacksRepeats: boolean;
  readonly figures: readonly (Figure | undefined)[];
  readonly values: Values;
  #analysis: Analysis | undefined;

  constructor(read: Omit<BoundTable, 'place' | 'values' | 'analysis'>) {
    this.id = read.id;
    this.form = read.form;
    this.parts = read.parts;
    this.place = firstLine(read.parts[0] as Table);
    this.rows = read.rows;
    this.unboundRows = read.unboundRows;
    this.missingRows = read.missingRows;
    this.missingColumns = read.missingColumns;
    this.foreignBlocks = read.foreignBlocks;
    this.cuts = read.cuts;
    this.mixedWith = read.mixedWith;
    this.unreadable = read.unreadable;
    this.hasFiguresBeside = read.hasFiguresBeside;
    this.lacksRepeats = read.lacksRepeats;
    this.figures = read.figures;
    this.values = read.figures.map(countOf);
  }

  get analysis(): Analysis {
    return (this.#analysis ??= analyse(this.form.system, this.values));
  }
}

/** The first line of a table, never empty. */
export function firstLine(table: Table): Place {
  const stop = lineEnd(table.chunk.text, table.start, table.end);
  return { chunk: table.chunk, start: table.start, end: Math.max(stop, table.start + 1) };
}
