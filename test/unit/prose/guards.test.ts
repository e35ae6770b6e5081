import assert from 'node:assert/strict';
import { Guards } from '../../../server/src/model/prose/guards.ts';
import { guards } from '../../../server/src/model/prose/vocabulary.ts';
import { marked, unmarked } from '../../support/marked-sentences.ts';
import { writings } from '../../support/traditional.ts';

const given = { section: 'overview' };
const withoutReplacements = (text: string): string => text.replace(/→[^⟧]*/gu, '');
const find = (text: string, list?: Guards): string => withoutReplacements(marked(text, given, list));

describe('the guards of sentences', () => {
  for (const guard of guards) {
    it(`${guard.name}: ${guard.example}`, () => {
      for (const write of writings) {
        const [example, counterExample] = [guard.example, guard.counterExample].map(write) as [string, string];
        assert.equal(find(example), example, 'its example is silent');
        assert.equal(find(unmarked(counterExample)), counterExample, 'its counter-example is found');
      }
    });

    it(`${guard.name}: is needed for its example`, () => {
      assert.notEqual(find(guard.example, new Guards(guards.filter((other) => other !== guard))), guard.example);
    });
  }

  it('have names of their own', () => {
    assert.equal(new Set(guards.map(({ name }) => name)).size, guards.length);
  });
});
