import type { SectionData } from './form.ts';
import type { Form } from './index.ts';
import { isNear, mostAdded } from '../syntax/near.ts';
import { normalise } from './vocabulary.ts';

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
