import assert from 'node:assert/strict';
import { checkYears, compareProse, compareStatements, readProse } from '../../../server/src/model/prose/index.ts';
import { toTraditional, traditionalWays } from '../../support/traditional.ts';
import { officialWords } from '../../support/words.ts';
import sentences from '../../support/negative-sentences.json' with { type: 'json' };

/** A sentence that is right, or says nothing of the tables. Figures that are not listed are 0. */
interface NegativeSentence {
  readonly text: string;
  readonly section: string;
  readonly year: number;
  readonly form: string;
  readonly organ?: string;
  /** Below a heading that speaks of disclosure it would say something of the tables. */
  readonly isAlone?: boolean;
  readonly figures: Readonly<Record<string, number>>;
}

describe('sentences in which there is nothing to find', () => {
  const list = sentences as readonly unknown[] as readonly NegativeSentence[];

  it('are many', () => {
    assert.ok(list.length >= 400, `${list.length} sentences`);
  });

  for (const sentence of list) {
    it(sentence.text, () => {
      assertSilent(sentence);
      if (sentence.isAlone !== true) {
        assertSilent(sentence, heading);
        assertSilent({ ...sentence, text: `${heading}。${sentence.text}` });
      }
      for (let way = 0; way < traditionalWays; way += 1) {
        const { text, organ } = sentence;
        assertSilent({ ...sentence, text: toTraditional(text, way), ...(organ !== undefined && { organ: toTraditional(organ, way) }) });
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
  assert.deepEqual([
    ...compareProse(reading, context), ...checkYears(reading, text, year),
    ...compareStatements([{ reading, heading: above }], year, context.organ),
  ], []);
}
