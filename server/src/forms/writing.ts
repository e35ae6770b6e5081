import data from './writing.json' with { type: 'json' };

/** The words in which new reports and standard sentences are written; `{…}` stands for what is filled in. */
interface WritingData {
  /** With `{organ}` and `{year}`. */
  readonly title: string;
  /** Paragraphs before the first section, with `{source}` (the form's notice) and `{year}`. */
  readonly preamble: readonly string[];
  /** What to write, by section; put in as comments. */
  readonly prompts: Readonly<Record<string, readonly string[]>>;
  /** The row (`table.row`) of last year's report whose figures are those of a row of this year's. */
  readonly carriedOver: { readonly from: string; readonly to: string };
  readonly sentences: readonly SentenceData[];
}

export interface SentenceData {
  /** The ids of the sections that it fits into. */
  readonly sections: readonly string[];
  /** Ids of figures that have to be 0 for it to be true. */
  readonly zero?: readonly string[];
  /** With figure ids in braces, and `{year}` for the year that is reported on. */
  readonly text: string;
}

export const writing: WritingData = data;

/** Puts values into the places of a text; undefined where one has none. */
export function fillIn(text: string, valueOf: (name: string) => string | undefined): string | undefined {
  let isComplete = true;
  const filled = text.replace(/\{([^{}]+)\}/gu, (_, name: string) => {
    const value = valueOf(name);
    isComplete &&= value !== undefined;
    return value ?? '';
  });
  return isComplete ? filled : undefined;
}
