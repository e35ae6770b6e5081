import assert from 'node:assert/strict';
import { denials, patterns } from '../../../server/src/model/prose/vocabulary.ts';
import { marked, unmarked } from '../../support/marked-sentences.ts';
import { writings } from '../../support/traditional.ts';

const find = (text: string): string => marked(text, { section: 'overview' }).replace(/→[^⟧]*/gu, '');

describe('the patterns of sentences', () => {
  for (const { name, example, counterExample } of [...patterns, ...denials]) {
    it(`${name}: ${example}`, () => {
      for (const write of writings) {
        const [right, wrong] = [write(example), write(counterExample)];
        assert.equal(find(unmarked(right)), right, 'its example is found');
        assert.equal(find(wrong), wrong, 'its counter-example is silent');
      }
    });
  }

  it('have names of their own', () => {
    for (const list of [patterns, denials]) {
      assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
    }
  });
});
