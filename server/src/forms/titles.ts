import type { SectionData } from './form.ts';
import type { Form } from './index.ts';
import { normalise } from './vocabulary.ts';

/** So many characters a title may lack, and so many it may have too many, to be known by its words. */
const mostLost = 2;
const mostAdded = 2;
/** For each lost character so many have to stand: 基本情况 is not 总体情况. */
const leastKept = 3;

/** An official title, normalised. */
interface Title {
  readonly words: string;
  readonly section: SectionData;
}

const known = new WeakMap<readonly Form[], (words: string) => SectionData | undefined>();

/**
 * Tells the section that a title names by its words alone: an official one, a known alteration, or one with a key word of
 * the section within two characters of an official one. The words come normalised, without numeral.
 */
export function sectionNamer(forms: readonly Form[]): (words: string) => SectionData | undefined {
  let name = known.get(forms);
  if (!name) {
    name = createNamer(forms);
    known.set(forms, name);
  }
  return name;
}

const rememberedWords = 2000;

function createNamer(forms: readonly Form[]): (words: string) => SectionData | undefined {
  const sections = forms.flatMap(({ data }) => data.sections);
  const titles = sections.flatMap((section): Title[] => [section.title, ...section.aliases].map((title) => ({ words: normalise(title), section })));
  const altered = sections.flatMap((section) => section.alterations.map((title) => [normalise(title), section] as const));
  const exact = new Map([...altered, ...titles.map(({ words, section }) => [words, section] as const)]);
  const longest = Math.max(...titles.map(({ words }) => words.length)) + mostAdded;
  const near = new Map<string, SectionData | undefined>();
  return (words) => {
    const named = exact.get(words);
    if (named || words.length > longest || near.has(words)) {
      return named ?? near.get(words);
    }
    if (near.size >= rememberedWords) {
      near.clear();
    }
    const found = titles.find((title) => isNear(words, title.words) && hasCue(words, title.section))?.section;
    near.set(words, found);
    return found;
  };
}

/** A title that is not known to the letter has to say what its section is about. */
function hasCue(words: string, { cues }: SectionData): boolean {
  return cues.some((cue) => cue.every((word) => words.includes(word)));
}

function isNear(words: string, title: string): boolean {
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
