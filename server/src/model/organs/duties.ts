import { slips } from '../../forms/slips.ts';

const { duties, generic, ends } = slips.organs;

/** The lines of work that a word of an organ's name stands for. */
const linesOf: ReadonlyMap<string, readonly number[]> = new Map(duties.flat().map((word) =>
  [word, duties.flatMap((words, line) => (words.includes(word) ? [line] : []))]));
/** The longest first, so that none hides another. */
const known: readonly string[] = [...linesOf.keys(), ...generic, ...ends].sort((one, other) => other.length - one.length);

/** What an organ is for, by the words of its name; undefined where one of them is not known. */
function dutiesOf(name: string): ReadonlySet<number> | undefined {
  const lines = new Set<number>();
  for (let at = 0; at < name.length;) {
    const word = known.find((one) => name.startsWith(one, at));
    if (word === undefined) {
      return undefined;
    }
    linesOf.get(word)?.forEach((line) => lines.add(line));
    at += word.length;
  }
  return lines.size === 0 ? undefined : lines;
}

/** Whether two organs of one place have nothing to do with each other's work; undefined where a name does not tell. */
export function areApart(one: string, other: string): boolean | undefined {
  const [first, second] = [dutiesOf(one), dutiesOf(other)];
  return first && second && [...first].every((line) => !second.has(line));
}
