import { isNear } from '../texts/near.ts';
import type { Normaliser } from './text.ts';

/** The words of the forms, as plain data: what the syntax knows of them is only that they are words of a form. */
interface VocabularyData {
  /** Row and column labels, headings and corners of tables, normalised. */
  readonly labels: readonly string[];
  /** Labels that begin a row with figures, normalised. */
  readonly rowLabels: readonly string[];
  /** Titles of sections without numeral, normalised. */
  readonly titles: readonly string[];
  /** The same with the numeral that the form gives each. */
  readonly numberedTitles: readonly string[];
  /** Titles that reports are known to write in their place, normalised, without numeral. */
  readonly alteredTitles: readonly string[];
  /** Key words of altered titles: every word of one list must stand in the title. */
  readonly cues: readonly (readonly string[])[];
  /** How the titles of reports of other kinds than the one on disclosure end, normalised. */
  readonly reportNames: readonly string[];
  readonly normalise: Normaliser;
}

export interface Vocabulary {
  readonly normalise: Normaliser;
  isLabel(normal: string): boolean;
  isRowLabel(normal: string): boolean;
  /** Whether the text is a label or a piece of one that a line break cut off (two characters or more). */
  isFragment(normal: string): boolean;
  /** Where a known label starts that the text ends with, behind other words; -1 if none. */
  labelSuffix(normal: string): number;
  /** Whether a label begins with the text; of one character and more. */
  beginsLabel(normal: string): boolean;
  /** Whether the label of a row ends with the text; of one character and more. */
  endsRowLabel(normal: string): boolean;
  /** Whether the text is much like a label without being one. */
  resemblesLabel(normal: string): boolean;
  isTitle(normal: string): boolean;
  /** Whether the text is a title, a known alteration of one, or within two characters of one. */
  namesSection(normal: string): boolean;
  /** The length of the longest title with its own numeral that the text begins with; 0 if it begins with none. */
  leadingTitle(normal: string): number;
  hasCue(normal: string): boolean;
  /** Whether the text ends with the name of a report of another kind than the one on disclosure. */
  endsWithReportName(normal: string): boolean;
}

const leastOverlap = 0.6;
const rememberedTexts = 4096;
const longestTitle = 40;

export function createVocabulary(data: VocabularyData): Vocabulary {
  const labels = new Set(data.labels);
  const rowLabels = new Set(data.rowLabels);
  const titles = new Set(data.titles);
  const numbered = [...new Set(data.numberedTitles)].sort((one, other) => other.length - one.length);
  const everything = data.labels.join('\n');
  const altered = new Set(data.alteredTitles);
  const near = new Map<string, boolean>();
  const hasCue = (normal: string): boolean => data.cues.some((words) => words.every((word) => normal.includes(word)));
  const isNearTitle = (normal: string): boolean => {
    let found = near.get(normal);
    if (found === undefined) {
      found = hasCue(normal) && data.titles.some((title) => isNear(normal, title));
      if (near.size >= rememberedTexts) {
        near.clear();
      }
      near.set(normal, found);
    }
    return found;
  };
  const longest = Math.max(...data.labels.map((label) => label.length));
  const lastCharacters = new Set(data.rowLabels.map((label) => label.at(-1)));
  const beginnings = new Set(data.labels.flatMap((label) => Array.from({ length: label.length }, (_, at) => label.slice(0, at + 1))));
  return {
    normalise: data.normalise,
    isLabel: (normal) => labels.has(normal),
    isRowLabel: (normal) => rowLabels.has(normal),
    isFragment: (normal) => normal.length >= 2 && normal.length <= longest && everything.includes(normal),
    labelSuffix(normal) {
      if (!lastCharacters.has(normal.at(-1))) {
        return -1;
      }
      for (let at = Math.max(1, normal.length - longest); at <= normal.length - 4; at += 1) {
        if (rowLabels.has(normal.slice(at))) {
          return at;
        }
      }
      return -1;
    },
    beginsLabel: (normal) => beginnings.has(normal),
    endsRowLabel: (normal) => normal !== '' && data.rowLabels.some((label) => label.endsWith(normal)),
    resemblesLabel: (normal) =>
      normal.length <= longest * 2 && data.rowLabels.some((label) => similarity(normal, label) >= leastOverlap),
    isTitle: (normal) => titles.has(normal),
    leadingTitle: (normal) => numbered.find((title) => normal.startsWith(title))?.length ?? 0,
    namesSection: (normal) => titles.has(normal) || altered.has(normal) || (normal.length <= longestTitle && isNearTitle(normal)),
    hasCue,
    endsWithReportName: (normal) => data.reportNames.some((name) => normal.endsWith(name)),
  };
}

/** How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
export function similarity(one: string, other: string): number {
  if (one === other) {
    return 1;
  }
  const total = one.length + other.length - 2;
  if (one.length < 2 || other.length < 2 || Math.min(one.length, other.length) * 4 < Math.max(one.length, other.length)) {
    return 0;
  }
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at += 1) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < other.length; at += 1) {
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      common += 1;
    }
  }
  return (2 * common) / total;
}
