import type { Form } from '../../../forms/index.ts';
import titles from '../../../forms/title.json' with { type: 'json' };
import { normalise } from '../../../forms/vocabulary.ts';
import { retouchOf } from '../../../syntax/retouch.ts';
import type { Cell, Row, Table } from '../../../syntax/tree.ts';
import { labelsShown, variantsOf } from './shown.ts';
import { Notes } from '../../../syntax/notes.ts';

const labelsOfHead = 3;
const recordsOfLedger = 2;
const figuresOfRecord = 3;
/** What a record is of, where it is no word. */
const year = /^\s*(?:19|20)\d{2}(?:\s*年)?\s*$/u;

const known = new Notes<Table, { readonly forms: readonly Form[]; readonly mayBe: boolean }>();

/**
 * Whether a table that bears labels of a form may be a table of it: it is neither a list that explains them (label and
 * sentence), nor a ledger (a record a row, below labels as its heads), nor labels alone, one a line.
 */
export function mayBeOfForm(table: Table, forms: readonly Form[]): boolean {
  const before = retouchOf(table)?.before;
  const seen = known.get(table) ?? (before && known.get(before));
  const mayBe = seen?.forms === forms ? seen.mayBe
    : table.layout.keepsBlanks ? !isExplanation(table, labelsOfForms(forms)) && !isLedger(table, labelsOfForms(forms))
    : holdsFigures(table, labelsOfForms(forms));
  known.set(table, { forms, mayBe });
  return mayBe;
}

/** Whether a number stands in a table as a figure. */
export function hasFigures({ rows }: Table): boolean {
  return rows.some(({ cells }) => cells.some(({ kind, text }) => kind === 'figure' && /\d/u.test(text)));
}

const compared = /^(?:19|20)\d{2}年?度?$/u;
/** The head of a column that says what has changed since the year before: 与上年相比, 增减. */
const difference = new RegExp(`^与?(?:上年|去年)?(?:${titles.differences.join('|')}).{0,6}$`, 'u');

/** Whether the columns of a table that bears labels of a form are years, or one and what has changed since, and none is a column of the form. */
export function comparesYears({ rows }: Table, forms: readonly Form[]): boolean {
  const { ofColumns } = labelsOfForms(forms);
  const words = rows.map(({ cells }) => cells.map(({ text }) => normalise(text)));
  return !words.some((row) => row.some((word) => ofColumns.has(word))) && words.some((row) => {
    const years = new Set(row.filter((word) => compared.test(word)));
    return years.size > 1 || (years.size === 1 && row.some((word) => difference.test(word)));
  });
}

/** So many figures in a line are a row's. */
const figuresOfRow = 3;

/**
 * Whether a table that may be of the form can be one by itself, with no title and no section around it: where white space alone
 * parts its cells, a row of it has several figures, or the form wants no more of its rows. A list that counts its items has one each.
 */
export function mayStandAlone(table: Table, forms: readonly Form[]): boolean {
  const isRow = ({ cells }: Row): boolean => cells.filter(({ kind }) => kind === 'figure').length >= figuresOfRow;
  const [shown] = [...labelsShown(table, forms)].sort((one, other) => other[1].size - one[1].size);
  const wantsFew = variantsOf(forms).get(shown?.[0] ?? '')?.variants.some((labels) => labels.table.rows.some(({ figures }) => figures.length < figuresOfRow));
  return table.layout.keepsBlanks || table.rows.some(isRow) || wantsFew === true;
}

/** A table of words in lines holds numbers; or dashes in their places, and then no words but labels. */
function holdsFigures(table: Table, { all }: Labels): boolean {
  const cells = table.rows.flatMap((row) => row.cells);
  return hasFigures(table) || (cells.some(({ kind }) => kind === 'figure') && cells.every(({ kind, text }) => kind !== 'text' || all.has(normalise(text))));
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

/** Records below heads that are labels of rows; or below heads of columns, where nothing is a label of a row. */
function isLedger({ rows }: Table, { ofRows, ofColumns }: Labels): boolean {
  const holds = (labels: ReadonlySet<string>) => ({ kind, text }: Cell): boolean => kind === 'text' && labels.has(normalise(text));
  const isHead = (labels: ReadonlySet<string>) => ({ cells }: Row): boolean => cells.filter(holds(labels)).length >= labelsOfHead;
  const isRecord = ({ cells }: Row): boolean => cells.filter(({ kind }) => kind === 'figure').length >= figuresOfRecord
    && (cells.some(({ kind }) => kind === 'text') || year.test(cells[0]?.text ?? '')) && !cells.some(holds(ofRows));
  return rows.filter(isRecord).length >= recordsOfLedger
    && (rows.some(isHead(ofRows)) || (rows.some(isHead(ofColumns)) && !rows.some(({ cells }) => cells.some(holds(ofRows)))));
}

/** The labels of all forms, normalised. */
interface Labels {
  readonly all: ReadonlySet<string>;
  /** Of rows, and of the columns that a table across has in their place. */
  readonly ofRows: ReadonlySet<string>;
  /** Of columns, but for those that stand in other documents. */
  readonly ofColumns: ReadonlySet<string>;
}

const knownLabels = new WeakMap<readonly Form[], Labels>();

function labelsOfForms(forms: readonly Form[]): Labels {
  let labels = knownLabels.get(forms);
  if (!labels) {
    const tables = [...variantsOf(forms).values()];
    const variants = tables.flatMap((table) => table.variants);
    const common = new Set(forms.flatMap(({ data }) => data.commonLabels).map(normalise));
    labels = {
      all: new Set(tables.flatMap((table) => [...table.labels])),
      ofRows: new Set(variants.flatMap(({ byLength }) => byLength.map(({ label }) => label))),
      ofColumns: new Set(tables.flatMap(({ heads }) => [...heads]).filter((head) => !common.has(head))),
    };
    knownLabels.set(forms, labels);
  }
  return labels;
}
