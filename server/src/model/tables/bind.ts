import type { Form } from '../../forms/index.ts';
import type { FormTable } from '../../forms/table.ts';
import { normalise } from '../../forms/vocabulary.ts';
import { Notes } from '../../syntax/notes.ts';
import { retouchOf } from '../../syntax/retouch.ts';
import type { Node, Table } from '../../syntax/tree.ts';
import { isSameList } from '../../texts/same-list.ts';
import type { BoundTable, Figure, Place } from '../report.ts';
import { readAcross } from './across.ts';
import { readingsOf } from './alike.ts';
import { figuresBeside } from './doubts/beside.ts';
import { isHead } from './rows/candidates.ts';
import { chooseForm, type ChosenForm } from './choosing/choose.ts';
import { readDown, type TableReading } from './down.ts';
import { upright } from './turn.ts';
import { lacksOwnFigures, lacksRepeats } from './doubts/repeats.ts';
import { lacksFigures } from './doubts/unread.ts';
import { confirmJoined } from './doubts/joined.ts';
import type { TableLabels } from './labels.ts';
import { firstLine, ReadTable } from './read-table.ts';
import { noteCarried, rebind } from './rebind.ts';
import { labelsShown, variantsOf, type Variants } from './choosing/shown.ts';
import { holdsYears } from './choosing/years.ts';

/** Reads tables of a text against the tables of the forms. */
interface TableBinder {
  /** The ids of the form's tables that a table of the text shows, mostly one; `expected` decides between equals. */
  identify(table: Table, expected: string | undefined): readonly string[];
  /** Reads parts that make up one table, against the form that they show. */
  bind(id: string, parts: readonly Table[], context: BindingContext): BoundTable;
  /** The node in which figures of a table stand that was not read; `isRead` says which tables were. */
  figuresBeside(id: string, nodes: readonly Node[], isRead: (table: Table) => boolean): Node | undefined;
  /** Whether the parts of a table show that what stood in the text before is left out of it. */
  lacksRepeats(id: string, parts: readonly Table[]): boolean;
}

/** What is known of a table besides its parts. */
interface BindingContext {
  /** The form in force, which decides where all forms are equal. */
  readonly inForce: string | undefined;
  /** Whether figures of a table stand in its section that are in none of its parts. */
  readonly hasFiguresBeside: boolean;
  /** Whether the text has lost what stood in it before. */
  readonly lacksRepeats: boolean;
}

/** So many labels of another table in one table of the text mean that both stand in it. */
const leastOwnLabels = 8;

export function createTableBinder(forms: readonly Form[]): TableBinder {
  const byId = variantsOf(forms);
  const readings = readingsOf(forms);
  const remembered = (id: string, first: Table): Bound | undefined => boundFrom.get(first)?.find((one) => one.binder === byId && one.table.id === id);
  return {
    identify(table, expected) {
      const shown = labelsShown(table, forms);
      const best = bestOf(shown, expected) ?? (isBareFigures(table) ? expected : undefined);
      const others = [...shown].flatMap(([id, labels]) => (id !== best && labels.size >= leastOwnLabels ? [id] : []));
      return best === undefined ? [] : [best, ...others];
    },
    figuresBeside: (id, nodes, isRead) => figuresBeside(nodes, isRead, byId.get(id)?.variants ?? []),
    lacksRepeats: (id, parts) => byId.get(id)?.variants.some((labels) => lacksRepeats(parts, labels)) === true,
    bind(id, parts, context) {
      const [first] = parts;
      const known = first && remembered(id, first);
      if (known && isSameContext(known.context, context) && isSameList(parts, known.parts)) {
        return known.table;
      }
      const rebound = rebindParts(parts, context, (table) => remembered(id, table));
      if (first && rebound) {
        remember(first, { binder: byId, parts, context, table: rebound });
        return rebound;
      }
      const read = (): BoundTable => bindFresh(id, parts, context, byId);
      const table = first && parts.length === 1 ? readings.of(first, { id, ...context }, read) : read();
      if (first) {
        remember(first, { binder: byId, parts, context, table });
      }
      return table;
    },
  };
}

/** A table as it was bound. */
interface Bound {
  /** What the binder knows of the forms, by which its tables are told from those of others. */
  readonly binder: ReadonlyMap<string, Variants>;
  readonly parts: readonly Table[];
  readonly context: BindingContext;
  readonly table: BoundTable;
}

/** By the first of its parts, a table as binders bound it last; two where those of two tables stand in one. */
const boundFrom = new Notes<Table, Bound[]>();

function remember(first: Table, bound: Bound): void {
  const all = boundFrom.of(first, () => []);
  const at = all.findIndex(({ binder, table }) => binder === bound.binder && table.id === bound.table.id);
  all.splice(at < 0 ? all.length : at, 1, bound);
}

function isSameContext(one: BindingContext, other: BindingContext): boolean {
  return one.inForce === other.inForce && one.hasFiguresBeside === other.hasFiguresBeside && one.lacksRepeats === other.lacksRepeats;
}

/** What was bound before, where since then only the digits of a figure in one of the parts have changed. */
function rebindParts(parts: readonly Table[], context: BindingContext, boundAt: (first: Table) => Bound | undefined): BoundTable | undefined {
  const at = parts.findIndex((part) => retouchOf(part) !== undefined);
  const part = parts[at];
  const retouch = part && retouchOf(part);
  const known = retouch && boundAt(at === 0 ? retouch.before : (parts[0] as Table));
  if (!known || known.table.unreadable !== undefined || known.table.missingRows.length > 0
    || !isSameContext(known.context, context) || !isSameList(parts.with(at, retouch.before), known.parts)) {
    return undefined;
  }
  const rebound = rebind(known.table, part, retouch);
  if (!rebound) {
    return undefined;
  }
  const { id, form, missingRows, missingColumns, foreignBlocks, mixedWith, unreadable, hasFiguresBeside, lacksRepeats, cuts } = known.table;
  const isFirst = (place: Place): boolean => place.chunk === retouch.before.chunk;
  const isCutAt = (before: Table | undefined): boolean => cuts.some((cut) => cut.start === before?.start && cut.chunk === before.chunk);
  const table = new ReadTable({
    id, form, parts, missingRows, missingColumns, foreignBlocks, mixedWith, unreadable, hasFiguresBeside, lacksRepeats, ...rebound,
    cuts: cuts.some(isFirst) ? parts.slice(1).filter((_, index) => isCutAt(known.parts[index + 1])).map(firstLine) : cuts,
  });
  noteCarried(table, known.table);
  return table;
}

function bestOf(shown: ReadonlyMap<string, ReadonlySet<string>>, expected: string | undefined): string | undefined {
  const expectedScore = expected === undefined ? 0 : (shown.get(expected)?.size ?? 0);
  const [best] = [...shown].sort((one, other) => other[1].size - one[1].size);
  if (best && best[1].size >= 2 && best[1].size > expectedScore) {
    return best[0];
  }
  return expectedScore >= 1 ? expected : undefined;
}

/** Figures without any words, as they stand where a table's header was lost. */
function isBareFigures(table: Table): boolean {
  const cells = table.rows.flatMap((row) => row.cells);
  return cells.length >= 5 && cells.every((cell) => cell.kind !== 'text');
}

/** Reads parts of a table of which nothing is known from others. */
function bindFresh(id: string, parts: readonly Table[], { inForce, ...around }: BindingContext, byId: ReadonlyMap<string, Variants>): BoundTable {
  const others = [...byId].flatMap(([other, { variants }]) => (other === id ? [] : variants));
  const isForeign = (label: string): boolean => others.some((labels) => labels.rowNamed(label) !== undefined);
  const own = byId.get(id);
  const isHead = (label: string): boolean => own?.heads.has(label) ?? false;
  return bindParts(id, parts, chooseForm(own?.variants ?? [], parts, inForce), { ...around, isForeign, isHead });
}

/** What is known of a table from around it. */
interface Surroundings {
  /** Whether figures stand beside it that belong to none. */
  readonly hasFiguresBeside: boolean;
  readonly lacksRepeats: boolean;
  /** Whether a label is one of another table. */
  readonly isForeign: (label: string) => boolean;
  /** Whether a label names a column in any form. */
  readonly isHead: (label: string) => boolean;
}

/** Of figures of several years none is certain to be the report's. */
const ofSeveralYears: TableReading = { rows: [], unboundRows: [], missingRows: [], missingColumns: [], foreignBlocks: [], unreadable: 'figures' };

function bindParts(
  id: string,
  parts: readonly Table[],
  chosen: ChosenForm,
  { hasFiguresBeside, lacksRepeats: isWithoutRepeats, isForeign, isHead }: Surroundings,
): BoundTable {
  const { labels, mixedWith } = chosen;
  const form: FormTable = labels.table;
  const turned = parts.map((part) => upright(part, labels));
  const found = holdsYears(parts, labels) ? ofSeveralYears : form.data.arrangement === 'across' ? readAcross(turned, labels) : readDown(turned, labels, { isHead, hasFiguresBeside });
  const reading = { ...found, rows: confirmJoined(found.rows, form) };
  return new ReadTable({
    id,
    form,
    parts,
    rows: reading.rows,
    unboundRows: reading.unboundRows.filter((unbound) => unbound.kind !== 'unknown' || !isForeign(normalise(unbound.labelText))),
    missingRows: reading.missingRows,
    missingColumns: reading.missingColumns,
    foreignBlocks: reading.foreignBlocks,
    cuts: parts.slice(1).filter((part, at) => isCut(parts[at] as Table, part, labels)).map(firstLine),
    mixedWith,
    unreadable: isWithoutRepeats && (reading.unreadable || reading.rows.some(lacksOwnFigures) || lacksFigures(reading)) ? 'repeats'
      : reading.unreadable ?? (hasFiguresBeside && lacksFigures(reading) ? 'figures' : isWithoutRows(reading) ? 'empty' : undefined),
    hasFiguresBeside,
    lacksRepeats: isWithoutRepeats,
    figures: figuresOf(form, reading),
  });
}

/** Whether nothing but heads is left of a table, and no row of it is told to be missing. */
function isWithoutRows({ rows, missingRows }: TableReading): boolean {
  return rows.length === 0 && missingRows.length === 0;
}

function figuresOf(form: FormTable, reading: TableReading): (Figure | undefined)[] {
  const figures = new Array<Figure | undefined>(form.figures.length).fill(undefined);
  for (const row of reading.rows) {
    row.figures.forEach((figure) => figure && (figures[figure.definition.index] = figure));
  }
  return figures;
}

/** A part without a header of its own goes on with the table before it. */
function isCut(before: Table, part: Table, labels: TableLabels): boolean {
  return before.layout === part.layout && part.layout.goesOnWithoutHeads === true && part.rows[0] !== undefined
    && part.rows[0].cells.some((cell) => cell.kind !== 'text') && !part.rows[0].cells.some((cell) => isHead(cell, labels)) && before.rows.length > 1;
}
