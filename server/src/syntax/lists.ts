/**
 * What a spread into a call would do, for lists that are as long as a text makes them: arguments stand on the stack, which holds
 * a hundred thousand or so, fewer the deeper the call.
 */

export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) {
    list.push(item);
  }
}

/** -Infinity where there is none. */
export function greatest(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) {
    most = Math.max(most, number);
  }
  return most;
}

/** Infinity where there is none. */
export function least(numbers: Iterable<number>): number {
  let fewest = Infinity;
  for (const number of numbers) {
    fewest = Math.min(fewest, number);
  }
  return fewest;
}
