import assert from 'node:assert/strict';
import { marked, unmarked } from '../../support/marked-sentences.ts';
import { writings } from '../../support/traditional.ts';
import { wrongSentences } from '../../support/wrong-sentences.ts';

describe('sentences in which something is wrong', () => {
  it('are many', () => {
    assert.ok(wrongSentences.length >= 3 * 80, `${wrongSentences.length} sentences`);
  });

  for (const { kind, place, report, heading, text } of wrongSentences) {
    it(`${kind}, ${place}: ${text}`, () => {
      for (const write of writings) {
        const { organ, year, form, figures } = report;
        const given = { section: 'overview', heading: write(heading ?? ''), organ: write(organ), year, form, value: (id: string) => figures[id] ?? 0 };
        assert.equal(marked(unmarked(write(text)), given).replace(/→[^⟧]*/gu, ''), write(text));
      }
    });
  }
});
