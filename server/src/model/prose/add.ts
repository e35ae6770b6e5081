/** The sum of what parts count. */
export function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
