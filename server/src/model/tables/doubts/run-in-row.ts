import type { FormTable, RowDefinition } from '../../../forms/table.ts';
import { evaluate, type Values } from '../../arithmetic/index.ts';
import type { BoundRow } from '../../report.ts';
import { countOf } from '../rows/figures.ts';

/**
 * The rows whose figures may be those of two, run together where the line end between them was lost: the row above or below
 * in the form is not there, and in each column the digits, cut in two, agree with the other rows where uncut they do not.
 */
export function rowsRunIn(bound: readonly BoundRow[], missing: readonly RowDefinition[], table: FormTable): ReadonlySet<BoundRow> {
  const values: (number | null)[] = new Array<number | null>(table.system.size).fill(null);
  bound.forEach(({ figures }) => figures.forEach((figure) => figure && (values[figure.definition.index] = countOf(figure))));
  const found = missing.flatMap((lost) => bound.filter(({ definition }) =>
    Math.abs(definition.index - lost.index) === 1 && definition.block === lost.block && holdsBoth(definition, lost, values, table)));
  return new Set(found);
}

function holdsBoth(row: RowDefinition, lost: RowDefinition, values: Values, table: FormTable): boolean {
  const own = new Set(row.figures.map(({ index }) => index));
  return row.figures.every((figure, at) => {
    const [one, other] = [figure.index, lost.figures[at]?.index ?? -1];
    const across = table.system.identities.filter(({ left, right }) => {
      const bind = [...left, ...right];
      return (bind.includes(one) || bind.includes(other)) && bind.filter((index) => own.has(index)).length <= 1;
    });
    const statesWith = (changed: Values): readonly string[] => {
      const states = evaluate(table.system, changed);
      return across.map(({ index }) => states[index] as string);
    };
    return statesWith(values).includes('broken') && cutsOf(values[one]).some(([above, below]) => {
      const changed = [...values];
      changed[one] = row.index < lost.index ? above : below;
      changed[other] = row.index < lost.index ? below : above;
      return statesWith(changed).every((state) => state !== 'broken');
    });
  });
}

/** The two numbers that digits give which are cut in two. */
function cutsOf(value: number | null | undefined): (readonly [number, number])[] {
  const digits = typeof value === 'number' && value >= 0 ? String(value) : '';
  return Array.from({ length: Math.max(0, digits.length - 1) }, (_, at) => [digits.slice(0, at + 1), digits.slice(at + 1)] as const)
    .filter(([, below]) => below === '0' || !below.startsWith('0'))
    .map(([above, below]) => [Number(above), Number(below)] as const);
}
