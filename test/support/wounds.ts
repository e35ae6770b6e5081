import type { Random } from './random.ts';

/** What a hand that slips does to a text. */
const wounds: readonly ((lines: string[], at: number, random: Random) => void)[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at, random) => lines.splice(at, random.integer(2, 6)),
  (lines, at) => change(lines, at, (line) => line.replace(/[\r\n]+$/u, '')),
  (lines, at, random) => change(lines, at, (line) => insert(line, random.integer(0, line.length), '\n\n')),
  (lines, at, random) => change(lines, at, (line) => without(line, /[|\t,]| {2,}|<\/?t[dr][^<>]*>/gu, random)),
  (lines, at, random) => change(lines, at, (line) => without(line, /[|\t,][^|\t,\r\n]*(?=[|\t,])/gu, random)),
  (lines, at, random) => lines.splice(random.integer(0, lines.length - 1), 0, lines[at] ?? ''),
];

/** The text after one or two slips: lines lost, joined, broken or written twice, a mark between cells or a whole cell lost. */
export function wounded(text: string, random: Random): string {
  let result = text;
  for (let left = random.integer(1, 2); left > 0; left -= 1) {
    const lines = result.split(/(?<=\r\n|\n|\r(?!\n))/u);
    random.pick(wounds)(lines, random.integer(0, lines.length - 1), random);
    result = lines.join('');
  }
  return result;
}

function change(lines: string[], at: number, make: (line: string) => string): void {
  lines[at] = make(lines[at] ?? '');
}

function insert(line: string, at: number, text: string): string {
  return line.slice(0, at) + text + line.slice(at);
}

function without(line: string, pattern: RegExp, random: Random): string {
  const found = [...line.matchAll(pattern)];
  if (found.length === 0) {
    return line;
  }
  const { index, 0: lost } = random.pick(found);
  return line.slice(0, index) + line.slice(index + lost.length);
}
