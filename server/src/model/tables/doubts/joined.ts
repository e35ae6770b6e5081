import type { FormTable } from '../../../forms/table.ts';
import { evaluate } from '../../arithmetic/index.ts';
import type { BoundRow, Figure } from '../../report.ts';
import { countOf } from '../rows/figures.ts';

/** Digits with white space between them: they may as well be figures of their own. */
const mayBeSeveral = /[\d０-９.,]\s+[\d０-９.,]/u;
/** Digits parted where thousands are not: a cell that was too narrow breaks a number anywhere. */
const brokenAnywhere = /^([1-9]\d{0,7})[ \u00A0](\d{1,7})$/u;
/** No number begins with a 0 that stands by itself. */
const zeroBefore = /^[^\d０-９]*[0０]\s/u;

/**
 * The rows with those figures whose digits white space parts as numbers only where an identity bears them out.
 * What is borne out rests on a figure that is whole: where two rows stand in one row's cells, all of them are parted, and the sums of
 * the first digits and those of the last hold together as well as apart. A number that is broken anywhere rests on one that is not 0.
 */
export function confirmJoined(rows: readonly BoundRow[], form: FormTable): readonly BoundRow[] {
  const candidates = new Map(rows.flatMap(({ figures }) => figures.flatMap((figure) => {
    const joined = figure && joinedOf(figure, figures);
    return joined ? [[figure, joined] as const] : [];
  })));
  if (candidates.size === 0) {
    return rows;
  }
  const isConfirmed = confirmedIn(rows, candidates, form);
  return rows.map((row) => ({
    ...row,
    figures: row.figures.map((figure) => {
      const joined = figure && candidates.get(figure);
      return figure && joined ? (isConfirmed(figure) ? joined : asText(figure)) : figure;
    }),
  }));
}

/** What a figure is if its digits are one number's; undefined where nothing parts them. */
function joinedOf(figure: Figure, row: readonly (Figure | undefined)[]): Figure | undefined {
  if (figure.state === 'number') {
    return figure.plain !== undefined && mayBeSeveral.test(figure.cell.text) ? figure : undefined;
  }
  const { chunk, start, end } = figure.place;
  const [, first, rest] = (figure.state === 'text' && brokenAnywhere.exec(chunk.text.slice(start, end))) || [];
  if (first === undefined || rest === undefined || row.some((other) => other === undefined || other.state === 'blank')) {
    return undefined;
  }
  return { ...figure, state: 'number', value: Number(first + rest), plain: first + rest };
}

function confirmedIn(rows: readonly BoundRow[], candidates: ReadonlyMap<Figure, Figure>, { system }: FormTable): (figure: Figure) => boolean {
  const values = new Array<number | null>(system.size).fill(null);
  const isWhole = new Array<boolean>(system.size).fill(false);
  for (const figure of rows.flatMap(({ figures }) => figures.flatMap((one) => one ?? []))) {
    const joined = candidates.get(figure);
    values[figure.definition.index] = countOf(joined ?? figure);
    isWhole[figure.definition.index] = joined === undefined && figure.value !== null;
  }
  const states = evaluate(system, values);
  return ({ definition, cell, state }) => !zeroBefore.test(cell.text) && (system.memberships[definition.index] ?? []).some((at) => {
    const identity = system.identities[at];
    return identity !== undefined && states[at] === 'holds'
      && [...identity.left, ...identity.right].some((member) => isWhole[member] && (state === 'number' || values[member] !== 0));
  });
}

function asText(figure: Figure): Figure {
  return { ...figure, state: 'text', value: null, plain: undefined };
}
