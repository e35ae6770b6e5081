import { readFileSync } from 'node:fs';

/** A report of which the sentences speak. Figures that are not listed are 0. */
export interface SpokenReport {
  readonly organ: string;
  readonly year: number;
  readonly form: '2019' | '2021';
  readonly figures: Readonly<Record<string, number>>;
}

/** A sentence that contradicts the figures or itself, with what is wrong in marks: ⟦13⟧. */
interface Sentence {
  /** Of what it is told wrong. */
  readonly kind: string;
  readonly report: string;
  readonly topic: 'requests' | 'review' | 'documents' | 'any';
  readonly text: string;
  /** How it is told below a heading, which names the topic, so that the sentence need not. */
  readonly below?: string;
}

interface Data {
  readonly reports: Readonly<Record<string, SpokenReport>>;
  readonly sentences: readonly Sentence[];
}

const places = ['alone', 'below a heading', 'run into it'] as const;

export type SentencePlace = (typeof places)[number];

/** A wrong sentence in one of the places where sentences stand. */
export interface WrongSentence {
  readonly kind: string;
  readonly place: SentencePlace;
  readonly report: SpokenReport;
  /** The sub-heading above; null where there is none. */
  readonly heading: string | null;
  readonly text: string;
}

const headings = {
  requests: '（二）依申请公开情况',
  review: '（六）行政复议、行政诉讼情况',
  documents: '（一）主动公开情况',
  any: '（一）主动公开情况',
} as const;

const data = JSON.parse(readFileSync(new URL('wrong-sentences.json', import.meta.url), 'utf8')) as Data;

/** The reports of which sentences speak, by name. */
export const spokenReports = data.reports;

/** Every wrong sentence alone, below a heading, and run into one. */
export const wrongSentences: readonly WrongSentence[] = data.sentences.flatMap(({ kind, report: name, topic, text, below = text }) => {
  const report = data.reports[name];
  if (report === undefined) {
    throw new Error(`no report ${name}`);
  }
  const told = { 'alone': text, 'below a heading': below, 'run into it': `${headings[topic]}。${below}` };
  return places.map((place) => ({
    kind, place, report, heading: place === 'below a heading' ? headings[topic] : null, text: told[place],
  }));
});
