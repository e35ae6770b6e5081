/** How much two texts, or two lists of numbers, begin with alike, and how much of the others they end with alike. */
export function commonEnds<Items extends string | readonly number[]>(one: Items, other: Items): { readonly start: number; readonly same: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) {
    start += 1;
  }
  let same = 0;
  while (same < shorter - start && one[one.length - 1 - same] === other[other.length - 1 - same]) {
    same += 1;
  }
  return { start, same };
}
