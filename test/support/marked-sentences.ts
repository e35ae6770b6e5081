import { compareProse, compareStatements, readProse, type ProseContext } from '../../server/src/model/prose/index.ts';
import type { Guards } from '../../server/src/model/prose/guards.ts';
import { officialWords } from './words.ts';

/** What the sentences of the tests are held against. Figures that are not listed are 0. */
export const figures: Readonly<Record<string, number>> = {
  'requests.received.naturalPerson': 8,
  'requests.received.business': 2,
  'requests.received.total': 10,
  'requests.carriedIn.naturalPerson': 1,
  'requests.carriedIn.total': 1,
  'requests.granted.naturalPerson': 3,
  'requests.granted.business': 1,
  'requests.granted.total': 4,
  'requests.partlyGranted.naturalPerson': 2,
  'requests.partlyGranted.total': 2,
  'requests.denied.thirdPartyRights.business': 1,
  'requests.denied.thirdPartyRights.total': 1,
  'requests.unavailable.notHeld.naturalPerson': 1,
  'requests.unavailable.notHeld.total': 1,
  'requests.otherResult.total': 1,
  'requests.otherResult.other.total': 1,
  'requests.resultsTotal.naturalPerson': 7,
  'requests.resultsTotal.business': 2,
  'requests.resultsTotal.total': 9,
  'requests.carriedOut.naturalPerson': 2,
  'requests.carriedOut.total': 2,
  'review.reconsideration.upheld': 2,
  'review.reconsideration.corrected': 1,
  'review.reconsideration.total': 3,
  'review.directLitigation.upheld': 1,
  'review.directLitigation.total': 1,
  'review.litigationAfterReconsideration.pending': 1,
  'review.litigationAfterReconsideration.total': 1,
  'proactive.normativeDocuments.issued': 3,
  'proactive.normativeDocuments.repealed': 1,
  'proactive.normativeDocuments.inForce': 20,
  'proactive.normativeDocuments.created': 3,
  'proactive.normativeDocuments.disclosed': 3,
  'proactive.normativeDocuments.totalDisclosed': 20,
};

export type Given = Partial<ProseContext> & { readonly section: string };

/** Marks what the findings stand on with ⟦ ⟧, and adds the replacement after → where there is one. */
export function marked(text: string, given: Given, guards?: Guards): string {
  const context = { words: officialWords, year: 2021, form: '2021', value: (id: string) => figures[id] ?? 0, suspect: () => false, ...given };
  let out = '';
  let at = 0;
  const reading = readProse(text, guards);
  const twice = compareStatements([{ reading, heading: given.heading ?? '' }], context.year, context.organ).map(({ said: { start, end } }) => ({ start, end, replacement: undefined }));
  for (const { start, end, replacement } of [...compareProse(reading, context), ...twice].sort((one, other) => one.start - other.start)) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}${replacement === undefined ? '' : `→${replacement}`}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

/** The text alone of one in which findings are marked. */
export function unmarked(text: string): string {
  return text.replace(/→[^⟧]*/gu, '').replace(/[⟦⟧]/gu, '');
}
