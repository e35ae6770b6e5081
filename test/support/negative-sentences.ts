import { readFileSync } from 'node:fs';
import { spokenReports, type SpokenReport } from './wrong-sentences.ts';

/** A sentence that is right, or says nothing of the tables, with the figures that it speaks of; those that are not listed are 0. */
export interface NegativeSentence {
  readonly text: string;
  readonly section: string;
  readonly year: number;
  readonly form: string;
  readonly organ?: string;
  /** Below a heading that speaks of disclosure it would say something of the tables. */
  readonly isAlone?: boolean;
  readonly figures: Readonly<Record<string, number>>;
}

/** As it is written: with figures of its own, or with the name of a report that several speak of. */
type Written = NegativeSentence | (Pick<NegativeSentence, 'text' | 'section' | 'isAlone'> & { readonly report: string });

const written = JSON.parse(readFileSync(new URL('negative-sentences.json', import.meta.url), 'utf8')) as readonly Written[];

export const negativeSentences: readonly NegativeSentence[] = written.map((sentence) => ('report' in sentence ? { ...reportOf(sentence.report), ...sentence } : sentence));

function reportOf(name: string): SpokenReport {
  const report = spokenReports[name];
  if (report === undefined) {
    throw new Error(`no report ${name}`);
  }
  return report;
}
