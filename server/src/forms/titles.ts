import type { SectionData } from './form.ts';
import type { Form } from './index.ts';
import { isNear, mostAdded } from '../texts/near.ts';
import { normalise } from './vocabulary.ts';

/** A title, official or altered in a known way, normalised. */
interface Title {
  readonly words: string;
  readonly section: SectionData;
}

function titleOf(section: SectionData): (title: string) => Title {
  return (title) => ({ words: normalise(title), section });
}

const frame = 2;

/** The ends of a short title tell it from a guide's: 依申请公开情况 from 依申请公开办理流程, 主动公开情况 from 党务主动公开情况. */
function isFramedAlike(words: string, title: string): boolean {
  return words.startsWith(title.slice(0, frame)) && words.endsWith(title.slice(-frame));
}

const known = new WeakMap<readonly Form[], (words: string) => SectionData | undefined>();

/**
 * Tells the section that a title names by its words alone: an official one, a known alteration, or one with a key word of
 * the section within two characters of either. The words come normalised, without numeral.
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
  const official = sections.flatMap((section) => [section.title, ...section.aliases].map(titleOf(section)));
  const altered = sections.flatMap((section) => section.alterations.map(titleOf(section)));
  const exact = new Map([...altered, ...official].map(({ words, section }) => [words, section]));
  const longest = Math.max(...[...official, ...altered].map(({ words }) => words.length)) + mostAdded;
  const near = new Map<string, SectionData | undefined>();
  return (words) => {
    const named = exact.get(words);
    if (named || words.length > longest || near.has(words)) {
      return named ?? near.get(words);
    }
    if (near.size >= rememberedWords) {
      near.clear();
    }
    const isMeant = (title: Title): boolean => isNear(words, title.words) && hasCue(words, title.section);
    const found = official.find(isMeant) ?? altered.find((title) => isFramedAlike(words, title.words) && isMeant(title));
    near.set(words, found?.section);
    return found?.section;
  };
}

/** A title that is not known to the letter has to say what its section is about. */
function hasCue(words: string, { cues }: SectionData): boolean {
  return cues.some((cue) => cue.every((word) => words.includes(word)));
}
