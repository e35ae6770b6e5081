import { textOf, type Line } from './lines.ts';

/** So many lines at the upper and the lower end of a page may be its header and footer. */
const most = 3;
const around = /^[—–―\-－~·•\s]+|(?<![—–―\-－~·•\s])[—–―\-－~·•\s]+$/gu;
const pageNumber = /^(?:(?:第\s{0,9})?(\d{1,3})(?:\s{0,9}(?:页\s{0,9})?(?:[/／,，]\s{0,9})?(?:共\s{0,9})?\d{1,3})?(?:\s{0,9}页)?|page\s{0,9}(\d+)(?!\d).*)$/iu;

/** A page's lines outside its tables, and where what is printed begins and ends. */
interface PageLines {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
}

/** For each page its lines without headers, footers and page numbers: what stands at the same place of another page, but for its numbers. */
export function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const ends = pages.map((page) => [atEnd(page, false), atEnd(page, true)] as const);
  return pages.map(({ lines }, index) => {
    const dropped = new Set<Line>();
    [0, 1].forEach((end) => {
      for (const line of ends[index]?.[end as 0 | 1] ?? []) {
        const isRepeated = ends.some((others, other) => other !== index && (others[end as 0 | 1] ?? []).some((each) => isAlike(each, line)));
        if (!isRepeated && !(end === 1 && isNumberOf(line, index))) {
          break;
        }
        dropped.add(line);
      }
    });
    return lines.filter((line) => !dropped.has(line));
  });
}

/** The lines at one end of a page, the outermost first, as far as nothing else is printed beyond them. */
function atEnd({ lines, top, bottom }: PageLines, isLower: boolean): Line[] {
  const sorted = isLower ? [...lines].reverse() : [...lines];
  return sorted.filter(({ baseline, size }) => (isLower ? baseline > bottom : baseline - size < top)).slice(0, most);
}

function isAlike(one: Line, other: Line): boolean {
  const words = withoutNumbers(one);
  // Rows of figures are alike too.
  const mayBe = words === '' ? pageNumber.test(textOf(one).replace(around, '')) && /[^\d\s]/u.test(textOf(one)) : changedNumbers(one, other) <= 2;
  return mayBe && Math.abs(one.baseline - other.baseline) < 3 && Math.abs((one.left + one.right) - (other.left + other.right)) < 40
    && words === withoutNumbers(other);
}

/** How many numbers of two lines differ: a telephone number in a footer is the same on each page. */
function changedNumbers(one: Line, other: Line): number {
  const numbersOf = (line: Line): readonly string[] => textOf(line).match(/\d+/gu) ?? [];
  const [numbers, others] = [numbersOf(one), numbersOf(other)];
  const [longer, shorter] = numbers.length < others.length ? [others, numbers] : [numbers, others];
  return longer.filter((number, index) => number !== shorter[index]).length;
}

function withoutNumbers(line: Line): string {
  return textOf(line).replace(/[\d\s]/gu, '');
}

/** Whether the line is the number of this page, dressed as such or counted from near the first one. */
function isNumberOf(line: Line, index: number): boolean {
  const text = textOf(line).trim();
  const number = pageNumber.exec(text.replace(around, ''))?.slice(1).find((each) => each !== undefined);
  return number !== undefined && (!/^\d+$/u.test(text) || Number(number) === index + 1);
}
