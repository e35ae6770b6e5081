import { officialForms } from '../forms/index.ts';
import { vocabularyOf } from '../forms/vocabulary.ts';
import { createRecogniser } from '../syntax/recognise.ts';

let recognise: ((text: string) => boolean) | undefined;

/**
 * Whether a text looks like a report: bounded and linear, so that it can be asked of every document that opens.
 * The words of the forms are looked up when the first Chinese text comes.
 */
export function looksLikeReport(text: string): boolean {
  recognise ??= createRecogniser({
    vocabulary: vocabularyOf(officialForms),
    distinctive: officialForms.flatMap(({ data }) =>
      data.sections.filter((section) => section.table).flatMap((section) => section.cues.flat())),
  });
  return recognise(text);
}
