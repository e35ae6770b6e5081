/** So many characters a title may lack, and so many it may have too many, to be known by its words. */
const mostLost = 2;
export const mostAdded = 2;
/** For each lost character so many have to stand: 基本情况 is not 总体情况. */
const leastKept = 3;

/** Whether words are a title but for two characters. */
export function isNear(words: string, title: string): boolean {
  if (title.length - words.length > mostLost || words.length - title.length > mostAdded) {
    return false;
  }
  const kept = commonLength(words, title);
  const lost = title.length - kept;
  return lost <= mostLost && words.length - kept <= mostAdded && kept >= leastKept * lost;
}

/** The number of characters that two texts have in common in one order. */
export function commonLength(one: string, other: string): number {
  let before = new Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    const row = [0];
    for (let at = 0; at < other.length; at += 1) {
      row.push(other[at] === character ? (before[at] as number) + 1 : Math.max(before[at + 1] as number, row[at] as number));
    }
    before = row;
  }
  return before[other.length] as number;
}

/** How many characters have to be put in, left out or changed to make one text of the other. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let index = 1; index <= other.length; index += 1) {
      const change = (row[index - 1] ?? 0) + (one[at - 1] === other[index - 1] ? 0 : 1);
      next.push(Math.min(change, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
