import * as l10n from '@vscode/l10n';
import type { Act, ArithmeticFinding, Line } from '../../model/arithmetic/index.ts';
import type { BoundTable } from '../../model/report.ts';
import { briefRow, cellName, shortLabel } from '../../model/naming.ts';
import { partsMessage, partsSum } from './identity-messages.ts';

/** So many differences of a line are told one by one. */
const mostDifferences = 6;

/** Where it is open which act it was, so many of them are named. */
const mostNamed = 3;

/** What the finding of an act on a row, a column or two cells says; undefined where it tells of single cells. */
export function actMessage(table: BoundTable, finding: ArithmeticFinding): string | undefined {
  const { act, alternatives } = finding;
  const isOnly = table.analysis.findings.length === 1;
  if (act !== undefined) {
    return l10n.t('{0}.', phraseOf(table, act, isOnly));
  }
  if (alternatives === undefined) {
    return undefined;
  }
  const misfiled = misfiledAlternatives(table, alternatives);
  if (misfiled !== undefined) {
    return misfiled;
  }
  if (alternatives.length > mostNamed) {
    return manyAlternatives(table, finding, alternatives);
  }
  const alike = alikeAlternatives(table, alternatives, isOnly);
  if (alike !== undefined) {
    return alike;
  }
  const phrases = alternatives.map((one) => phraseOf(table, one, isOnly)).join(l10n.t('; '));
  return l10n.t('Each of these would explain the figures, and which it is cannot be told: {0}.', phrases);
}

/** Several acts of one kind, told once: rows that are all 0 with what is short, and pairs of cells. */
function alikeAlternatives(table: BoundTable, acts: readonly Act[], isOnly: boolean): string | undefined {
  const lines = acts.flatMap((act) => act.lines);
  const [line] = lines;
  if (acts.every(({ kind }) => kind === 'swapped') && lines.length === 0) {
    const pairs = acts.map((act) => l10n.t('{0} and {1}', ...pairOf(table, act))).join(l10n.t('; '));
    return isOnly
      ? l10n.t('Each of these exchanges would make all agree, and which it is cannot be told: {0}.', pairs)
      : l10n.t('Two of these figures were probably taken for each other, and which cannot be told: {0}.', pairs);
  }
  const short = new Set(acts.map((act) => differences(table, act.lines[0] ?? noLine, act)));
  if (line === undefined || short.size > 1 || !acts.every(({ kind }) => kind === 'unfilled') || lines.some(({ each }) => each !== line.each)) {
    return undefined;
  }
  const names = lines.map((one) => lineName(table, one)).join(l10n.t(', '));
  return line.each === 'row'
    ? l10n.t('{0} are all 0, but {1}: one of these rows was probably not filled in; which cannot be told.', names, [...short].join(''))
    : l10n.t('{0} are all 0, but {1}: one of these columns was probably not filled in; which cannot be told.', names, [...short].join(''));
}

/** Of which row or column it is open where some were counted in the wrong cell: told by what is short and over. */
function misfiledAlternatives(table: BoundTable, acts: readonly Act[]): string | undefined {
  const [first] = acts;
  const told = new Set(acts.map((act) => (act.kind === 'misfiled' ? shortAndOver(table, act) : '')));
  if (first === undefined || told.size > 1 || told.has('')) {
    return undefined;
  }
  return first.lines[0]?.each === 'column'
    ? l10n.t('{0}: as many were probably counted in the wrong column; in which row cannot be told.', shortAndOver(table, first))
    : l10n.t('{0}: as many were probably counted in the wrong row; in which column cannot be told.', shortAndOver(table, first));
}

/** The line that lacks some, and the one that has as many too many. */
function shortAndOver(table: BoundTable, { lines, by = 0 }: Act): string {
  const [short = '', over = ''] = lines.map((line) => lineName(table, line));
  return l10n.t('{0} is {2} short and {1} is {2} over', short, over, by);
}

/** What the two cells are and should be. */
function misfiledCells(table: BoundTable, { cells }: Act): string {
  return cells.map(({ figure, value }) => l10n.t('{0} is {1} and should be {2}', nameOf(table, figure), table.values[figure] ?? '', value ?? '')).join(l10n.t('; '));
}

const noLine: Pick<Line, 'each' | 'figures'> = { each: 'row', figures: [] };

/** A row or column by its label, as a message or a title names it. */
export function lineName(table: BoundTable, line: Line, most?: number): string {
  const definition = table.form.figures[line.figures[0] ?? -1];
  if (definition === undefined || table.form.data.arrangement === 'across') {
    return definition !== undefined && isGroup(table, line) ? l10n.t('"{0}"', briefRow(definition.row, most)) : l10n.t('this line of figures');
  }
  return line.each === 'row' ? l10n.t('the row "{0}"', briefRow(definition.row, most)) : l10n.t('the column "{0}"', shortLabel(definition.column));
}

/** Whether all figures stand in one row of the form, where its rows stand side by side. */
function isGroup({ form }: BoundTable, { figures: [first, ...others] }: Line): boolean {
  const row = form.figures[first ?? -1]?.row;
  return form.data.arrangement === 'across' && others.every((figure) => form.figures[figure]?.row === row);
}

/** What was done; that all agrees once it is undone is said where nothing else is found in the table. */
function phraseOf(table: BoundTable, act: Act, isOnly: boolean): string {
  const [line, other] = act.lines;
  if (line === undefined) {
    return cellsPhrase(table, act, isOnly);
  }
  const name = lineName(table, line);
  switch (act.kind) {
    case 'unfilled':
      return l10n.t('{0} is all 0, but {1}: it was probably not filled in', name, differences(table, line, act));
    case 'stale':
      return l10n.t('{0} has {1} totals that are not the sums of their parts ({2}): probably not computed again', name, act.cells.length, firstTotal(table, act, line));
    case 'shifted':
      return l10n.t('{0} was probably typed {1} ({2})', name, side(line, act.by ?? 0), firstCell(table, act, line));
    case 'copied':
      return l10n.t('{0} says the same as {1} and does not agree with the other figures ({2}): one was probably copied', lineName(table, other ?? line), name, differences(table, other ?? line, act));
    case 'moved':
      return l10n.t('the whole table was probably typed {0} ({1})', side({ each: 'row' }, act.by ?? 0), firstCell(table, act));
    case 'lowered':
      return l10n.t('{0} says what {1} should ({2}): from some row above on all was probably typed one row too low', lineName(table, other ?? line), name, firstCell(table, withinLine(act, line)));
    case 'misfiled':
      return l10n.t('{0}: as many were probably counted in the wrong one of them ({1})', shortAndOver(table, act), misfiledCells(table, act));
    case 'swapped':
      return l10n.t('{0} and {1} were probably taken for each other ({2})', name, lineName(table, other ?? line), firstCell(table, act));
    default:
      return l10n.t('{0} does not agree with the other figures: {1}', name, differences(table, line, act));
  }
}

/** An act as far as it changes a line. */
function withinLine(act: Act, { figures }: Line): Act {
  return { ...act, cells: act.cells.filter(({ figure }) => figures.includes(figure)) };
}

function side({ each }: Pick<Line, 'each'>, by: number): string {
  if (each === 'column') {
    return by > 0 ? l10n.t('too far down by {0}', by) : l10n.t('too far up by {0}', -by);
  }
  return by > 0 ? l10n.t('too far to the right by {0}', by) : l10n.t('too far to the left by {0}', -by);
}

function cellsPhrase(table: BoundTable, act: Act, isOnly: boolean): string {
  return isOnly
    ? l10n.t('{0} and {1} were probably taken for each other; exchanged, all agrees', ...pairOf(table, act))
    : l10n.t('{0} and {1} were probably taken for each other', ...pairOf(table, act));
}

/** The two cells of an exchange with what is written in them; of one row the second by its column alone. */
function pairOf(table: BoundTable, { cells }: Act): [string, string] {
  const [one, other] = cells.map(({ figure }) => table.form.figures[figure]);
  if (one === undefined || other === undefined) {
    return ['', ''];
  }
  const column = table.form.data.arrangement === 'across' ? l10n.t('"{0}"', shortLabel(other.column)) : l10n.t('column "{0}"', shortLabel(other.column));
  const second = one.row === other.row ? column : cellName(other, table.form);
  return [`${cellName(one, table.form)}${writtenAt(table, one.index)}`, `${second}${writtenAt(table, other.index)}`];
}

function writtenAt({ values }: BoundTable, figure: number): string {
  return l10n.t(' ({0})', values[figure] ?? l10n.t('(blank)'));
}

/** By how much the figures of a line, its total left out, fall short: 各列差额为209、10、0，合计219. What is too large as well has no sum. */
function differences(table: BoundTable, { each, figures }: Pick<Line, 'each' | 'figures'>, { cells }: Act): string {
  const meant = new Map(cells.map(({ figure, value }) => [figure, value]));
  const parts = figures.filter((figure) => table.form.system.isTotal[figure] !== true);
  const all = (parts.length > 0 ? parts : figures).map((figure) => (meant.get(figure) ?? table.values[figure] ?? 0) - (table.values[figure] ?? 0));
  const shown = all.length <= mostDifferences ? all : all.filter((value) => value !== 0);
  const list = shown.slice(0, mostDifferences).map(Math.abs).join(l10n.t(', '));
  const given = shown.length > mostDifferences ? l10n.t('{0} and so on', list) : list;
  if (each === 'column') {
    return l10n.t('the rows differ by {0}', given);
  }
  const isOneWay = all.every((value) => value >= 0) || all.every((value) => value <= 0);
  const sum = all.reduce((one, value) => one + Math.abs(value), 0);
  return isOneWay ? l10n.t('the columns differ by {0} ({1} in all)', given, sum) : l10n.t('the columns differ by {0}', given);
}

/** The first of the totals that should be what its parts make as they are written: else what proves it would be another number. */
function firstTotal(table: BoundTable, { cells }: Act, line: Line): string {
  const totals = cells.flatMap(({ figure, value }) => {
    const identity = table.form.system.identities.find(({ defines }) => defines === figure);
    return identity === undefined ? [] : [{ figure, identity, isProved: partsSum(table, identity, figure) === value }];
  });
  const first = totals.find(({ isProved }) => isProved) ?? totals[0];
  return first === undefined ? '' : l10n.t('{0} is {1}, {2}',
    nameOf(table, first.figure, line), table.values[first.figure] ?? l10n.t('(blank)'), partsMessage(table, first.identity, first.figure));
}

function firstCell(table: BoundTable, { cells }: Act, line?: Line): string {
  const first = cells.find(({ figure, value }) => value !== undefined && value !== 0 && table.values[figure] !== null);
  return first === undefined ? '' : l10n.t('{0} is {1} and should be {2}', nameOf(table, first.figure, line), table.values[first.figure] ?? '', first.value ?? '');
}

/** A cell; within a line that is named already by what crosses it alone. */
function nameOf(table: BoundTable, figure: number, line?: Line): string {
  const { form } = table;
  const definition = form.figures[figure];
  if (definition !== undefined && line !== undefined && isGroup(table, line)) {
    return l10n.t('"{0}"', shortLabel(definition.column));
  }
  if (definition === undefined || line === undefined || form.data.arrangement === 'across') {
    return definition === undefined ? '' : cellName(definition, form);
  }
  return line.each === 'row' ? l10n.t('column "{0}"', shortLabel(definition.column)) : l10n.t('row "{0}"', briefRow(definition.row));
}

/** Where many rows or columns could each be the one that is wrong, only what is short is told. */
function manyAlternatives(table: BoundTable, { broken }: ArithmeticFinding, alternatives: readonly Act[]): string {
  const [first] = alternatives;
  const line = first?.lines[0];
  if (first === undefined || line === undefined || alternatives.some(({ lines: [own] }) => own?.each !== line.each)) {
    return l10n.t('{0} identities of this table do not hold; what was done cannot be told.', broken.length);
  }
  const given = differences(table, line, first);
  const isUnfilled = alternatives.every(({ kind }) => kind === 'unfilled');
  if (line.each === 'row') {
    return isUnfilled
      ? l10n.t('The rows do not add up, {0}: one of the {1} rows that are all 0 was probably not filled in; which cannot be told.', given, alternatives.length)
      : l10n.t('The rows do not add up, {0}; which of them is wrong cannot be told.', given);
  }
  return isUnfilled
    ? l10n.t('The columns do not add up, {0}: one of the {1} columns that are all 0 was probably not filled in; which cannot be told.', given, alternatives.length)
    : l10n.t('The columns do not add up, {0}; which of them is wrong cannot be told.', given);
}
