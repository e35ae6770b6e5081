import assert from 'node:assert/strict';
import { checkYears, compareProse, compareStatements, readProse } from '../../../server/src/model/prose/index.ts';
import { negativeSentences, type NegativeSentence } from '../../support/negative-sentences.ts';
import { writings } from '../../support/traditional.ts';
import { officialWords } from '../../support/words.ts';

describe('sentences in which there is nothing to find', () => {
  it('are many', () => {
    assert.ok(negativeSentences.length >= 900, `${negativeSentences.length} sentences`);
  });

  for (const sentence of negativeSentences) {
    it(sentence.text, () => {
      assertSilent(sentence);
      if (sentence.isAlone !== true) {
        assertSilent(sentence, heading);
        assertSilent({ ...sentence, text: `${heading}。${sentence.text}` });
      }
      for (const write of writings.slice(1)) {
        const { text, organ } = sentence;
        assertSilent({ ...sentence, text: write(text), ...(organ !== undefined && { organ: write(organ) }) });
      }
    });
  }
});

const heading = '（二）依申请公开情况';

function assertSilent({ text, section, year, form, organ, figures }: NegativeSentence, above = ''): void {
  const reading = readProse(text);
  const context = {
    words: officialWords,
    section,
    heading: above,
    year,
    form,
    organ,
    value: (id: string) => figures[id] ?? 0,
    suspect: () => false,
  };
  const found = [
    ...compareProse(reading, context), ...checkYears(reading, text, year),
    ...compareStatements([{ reading, heading: above }], year, context.organ),
  ];
  assert.deepEqual({ above, text, found }, { above, text, found: [] });
}
