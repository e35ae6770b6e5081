/** How many characters two texts, or two lists of numbers, begin with alike. */
export function commonStart<Items extends string | readonly number[]>(one: Items, other: Items): number {
  const shorter = Math.min(one.length, other.length);
  let length = 0;
  while (length < shorter && one[length] === other[length]) {
    length += 1;
  }
  return length;
}

/** How much two texts, or two lists of numbers, begin with alike, and how much of the others they end with alike. */
export function commonEnds<Items extends string | readonly number[]>(one: Items, other: Items): { readonly start: number; readonly end: number } {
  const start = commonStart(one, other);
  const rest = Math.min(one.length, other.length) - start;
  let end = 0;
  while (end < rest && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end += 1;
  }
  return { start, end };
}
