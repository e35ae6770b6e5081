/** A condition on unknown integers: `lower` ≤ the sum of coefficient × unknown ≤ `upper`. */
export interface Condition {
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

interface Range {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The least and the greatest value of one unknown over all solutions in integers; undefined where there is none.
 * The other unknowns are eliminated one by one (Fourier–Motzkin), which loses nothing while the coefficients stay
 * within −1, 0 and 1, as they do where no two figures share more than one identity.
 */
export function rangeOf(conditions: readonly Condition[], unknown: number): Range | undefined {
  const count = conditions[0]?.coefficients.length ?? 0;
  let left: readonly Condition[] = conditions;
  for (let other = 0; other < count; other += 1) {
    if (other !== unknown) {
      left = eliminate(left, other);
    }
  }
  let lower = -Infinity;
  let upper = Infinity;
  for (const condition of left) {
    const coefficient = condition.coefficients[unknown] ?? 0;
    if (coefficient === 0) {
      if (condition.lower > 0 || condition.upper < 0) {
        return undefined;
      }
      continue;
    }
    const bounds = scaled(condition, 1, coefficient);
    lower = Math.max(lower, Math.ceil(bounds.lower));
    upper = Math.min(upper, Math.floor(bounds.upper));
  }
  return lower <= upper ? { lower, upper } : undefined;
}

/** Conditions without the unknown that can be met exactly when the given ones can. */
function eliminate(conditions: readonly Condition[], unknown: number): Condition[] {
  const at = ({ coefficients }: Condition): number => coefficients[unknown] ?? 0;
  const free = conditions.filter((condition) => at(condition) === 0);
  const bound = conditions.filter((condition) => at(condition) !== 0);
  const equation = bound.find((condition) => condition.lower === condition.upper && Math.abs(at(condition)) === 1);
  const pairs =
    equation === undefined
      ? bound.flatMap((a, index) => bound.slice(index + 1).map((b) => [a, b] as const))
      : bound.filter((condition) => condition !== equation).map((condition) => [condition, equation] as const);
  for (const [a, b] of pairs) {
    free.push(reduced(difference(scaled(a, at(b)), scaled(b, at(a)))));
  }
  return free;
}

function scaled({ coefficients, lower, upper }: Condition, factor: number, divisor = 1): Condition {
  const [a, b] = [(lower * factor) / divisor, (upper * factor) / divisor];
  return {
    coefficients: coefficients.map((coefficient) => (coefficient * factor) / divisor),
    lower: Math.min(a, b),
    upper: Math.max(a, b),
  };
}

function difference(a: Condition, b: Condition): Condition {
  return {
    coefficients: a.coefficients.map((coefficient, index) => coefficient - (b.coefficients[index] ?? 0)),
    lower: a.lower - b.upper,
    upper: a.upper - b.lower,
  };
}

/** Divides by what all coefficients have in common and narrows the bounds to integers. */
function reduced(condition: Condition): Condition {
  const divisor = condition.coefficients.reduce(commonDivisor, 0);
  if (divisor <= 1) {
    return condition;
  }
  const { coefficients, lower, upper } = scaled(condition, 1, divisor);
  return { coefficients, lower: Math.ceil(lower), upper: Math.floor(upper) };
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) {
    [x, y] = [y, x % y];
  }
  return x;
}
