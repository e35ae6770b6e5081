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
function commonLength(one: string, other: string): number {
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
