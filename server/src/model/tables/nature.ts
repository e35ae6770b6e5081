import type { Form } from '../../forms/index.ts';
import { normalise } from '../../forms/vocabulary.ts';
import { retouchOf } from '../../syntax/retouch.ts';
import type { Cell, Row, Table } from '../../syntax/tree.ts';
import { variantsOf } from './shown.ts';

const labelsOfHead = 3;
const recordsOfLedger = 2;
const figuresOfRecord = 3;

const known = new WeakMap<Table, { readonly forms: readonly Form[]; readonly mayBe: boolean }>();

/**
 * Whether a table that bears labels of a form may be a table of it: it is neither a list that explains them (label and
 * sentence), nor a ledger (a record a row, below labels as its heads), nor labels alone, one a line.
 */
export function mayBeOfForm(table: Table, forms: readonly Form[]): boolean {
  const before = retouchOf(table)?.before;
  const seen = known.get(table) ?? (before && known.get(before));
  const mayBe = seen?.forms === forms ? seen.mayBe
    : table.keepsBlanks ? !isExplanation(table, labelsOfForms(forms)) && !isLedger(table, labelsOfForms(forms)) : hasFigures(table);
  known.set(table, { forms, mayBe });
  return mayBe;
}

function hasFigures({ rows }: Table): boolean {
  return rows.some(({ cells }) => cells.some(({ kind }) => kind === 'figure'));
}

/** More cells say something of their own than hold a figure or are left blank for one. */
function isExplanation({ rows }: Table, { all }: Labels): boolean {
  let labels = 0;
  let said = 0;
  let others = 0;
  for (const { cells } of rows) {
    for (const { kind, text } of cells) {
      if (kind !== 'text') {
        others += 1;
      } else if (all.has(normalise(text))) {
        labels += 1;
      } else {
        said += 1;
      }
    }
  }
  return said > others && said * 2 >= labels;
}

function isLedger({ rows }: Table, { ofRows }: Labels): boolean {
  const isLabel = ({ kind, text }: Cell): boolean => kind === 'text' && ofRows.has(normalise(text));
  const isHead = ({ cells }: Row): boolean => cells.filter(isLabel).length >= labelsOfHead;
  const isRecord = ({ cells }: Row): boolean => cells.filter(({ kind }) => kind === 'figure').length >= figuresOfRecord
    && cells.some(({ kind }) => kind === 'text') && !cells.some(isLabel);
  return rows.some(isHead) && rows.filter(isRecord).length >= recordsOfLedger;
}

/** The labels of all forms, normalised. */
interface Labels {
  readonly all: ReadonlySet<string>;
  /** Of rows that stand one below the other. */
  readonly ofRows: ReadonlySet<string>;
}

const knownLabels = new WeakMap<readonly Form[], Labels>();

function labelsOfForms(forms: readonly Form[]): Labels {
  let labels = knownLabels.get(forms);
  if (!labels) {
    const tables = [...variantsOf(forms).values()];
    const down = tables.flatMap(({ variants }) => variants).filter(({ table }) => table.data.arrangement === 'down');
    labels = { all: new Set(tables.flatMap((table) => [...table.labels])), ofRows: new Set(down.flatMap(({ byLength }) => byLength.map(({ label }) => label))) };
    knownLabels.set(forms, labels);
  }
  return labels;
}
