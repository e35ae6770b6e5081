import { familiesOf } from './forms/families.ts';
import type { Form } from './forms/index.ts';
import { normalise, grammarOf } from './forms/vocabulary.ts';
import { recognise, type Recognition } from './model/recognise.ts';
import { createReportSplitter, nodesOf } from './model/split.ts';
import { variantsOf } from './model/tables/choosing/shown.ts';
import { readChunks } from './syntax/document.ts';
import { subjectOfReports } from './syntax/report-name.ts';
import type { Chunk } from './syntax/tree.ts';
import type { Grammar } from './syntax/layout.ts';

/** Only so much of a text is looked at. */
const reach = 200_000;
/** The beginning of a label stands in a text even where the label is cut. */
const telling = 4;

interface Words {
  readonly grammar: Grammar;
  /** Words of which one stands in every report, whatever of it is there. */
  readonly necessary: readonly string[];
}

/** Whether a text is a report. */
export type Recogniser = (text: string) => boolean;

/**
 * Tells whether a text is a report on one of the forms, or the beginning of one, as the engine says it: read and recognised
 * by the same functions, but bounded, and no further than until that is certain. So it can be asked of every document that
 * opens.
 */
export function createRecogniser(forms: readonly Form[]): Recogniser {
  let words: Words | undefined;
  return (text) => {
    const start = text.slice(0, reach);
    if (!/[\u4E00-\u9FFF]|&#/u.test(start)) {
      return false;
    }
    words ??= { grammar: grammarOf(forms), necessary: necessaryWords(forms) };
    return mayHoldReport(start, words.necessary) && holdsReport(start, words.grammar, forms);
  };
}

function holdsReport(text: string, grammar: Grammar, forms: readonly Form[]): boolean {
  const chunks: Chunk[] = [];
  const kinds = (): Recognition['kind'][] => familiesOf(forms).flatMap((family) =>
    createReportSplitter(family.forms)(chunks).map((slice) => recognise(nodesOf(slice), family).kind));
  for (const chunk of readChunks(text, grammar)) {
    chunks.push(chunk);
    // Asked again whenever there are twice as many, so that all questions together cost little more than the last; what is
    // a report stays one whatever follows, but a title need not stay alone.
    if ((chunks.length & (chunks.length - 1)) === 0 && kinds().includes('report')) {
      return true;
    }
  }
  const all = kinds();
  return all[0] === 'begun' || all.includes('report');
}

/** Of a title, of a section's title that tells a report, of a label that stands in no other document. */
function necessaryWords(forms: readonly Form[]): readonly string[] {
  const cues = forms.flatMap(({ data }) => data.sections).flatMap(({ table, cues: own }) => (table === undefined ? [] : own.map(([word]) => word ?? '')));
  const common = new Set(forms.flatMap(({ data }) => data.commonLabels).map(normalise));
  const labels = [...variantsOf(forms).values()].flatMap((table) => [...table.labels]).filter((label) => !common.has(label))
    .map((label) => label.replace(/^[^\u4E00-\u9FFF]+/u, '').slice(0, telling));
  return [...new Set([subjectOfReports, ...forms.flatMap(({ data }) => (data.report === undefined ? [] : normalise(data.report))), ...cues, ...labels])];
}

function mayHoldReport(text: string, necessary: readonly string[]): boolean {
  const stands = (plain: string): boolean => necessary.some((word) => plain.includes(word));
  return text.includes('&#') || stands(normalise(text)) || (text.includes('<') && stands(normalise(text.replace(/<[^<>]*>/gu, ''))));
}
