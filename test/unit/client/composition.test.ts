import assert from 'node:assert/strict';
import { compositionAfter, type Change, type Composition } from '../../../client/src/quiet/composition.ts';

/** What is being composed after each of some changes: where it begins, where they replace how much, by what. */
function run(...changes: readonly [rangeOffset: number, rangeLength: number, text: string][]): (string | undefined)[] {
  let composition: Composition | undefined;
  return changes.map(([rangeOffset, rangeLength, text]) => {
    composition = compositionAfter(composition, [{ rangeOffset, rangeLength, text } satisfies Change]);
    return composition && `${composition.text}${composition.isCertain ? '' : '?'}`;
  });
}

describe('what an input method composes', () => {
  it('is told from typing by the second key, and ends with the words', () => {
    assert.deepEqual(run([7, 0, 'c'], [7, 1, 'ce'], [7, 2, 'ce\'s'], [7, 4, '测试'], [7, 2, '测试']),
      ['c?', 'ce', 'ce\'s', undefined, undefined]);
  });

  it('goes on while some words are chosen already', () => {
    assert.deepEqual(run([7, 0, 'c'], [7, 1, 'ceshi'], [7, 5, '测shi'], [7, 4, '测试']), ['c?', 'ceshi', '测shi', undefined]);
  });

  it('ends where the letters themselves are taken', () => {
    assert.deepEqual(run([7, 0, 'a'], [7, 1, 'ab'], [7, 2, 'ab']), ['a?', 'ab', undefined]);
  });

  it('ends where all is taken back', () => {
    assert.deepEqual(run([7, 0, 'a'], [7, 1, 'ab'], [7, 2, '']), ['a?', 'ab', undefined]);
  });

  it('may be composed of the signs of Zhuyin', () => {
    assert.deepEqual(run([7, 0, 'ㄘ'], [7, 1, 'ㄘㄜ'], [7, 2, '測']), ['ㄘ?', 'ㄘㄜ', undefined]);
  });

  it('is neither figures nor words that are put in at once', () => {
    assert.deepEqual(run([7, 0, '3'], [7, 1, '35'], [7, 0, '测试'], [7, 0, 'www'], [7, 3, 'www.']),
      [undefined, undefined, undefined, undefined, undefined]);
  });

  it('is never sure of letters that are typed one behind the other', () => {
    assert.deepEqual(run([7, 0, 'a'], [8, 0, 'b'], [9, 0, 'c'], [9, 1, '']), ['a?', 'b?', 'c?', undefined]);
  });

  it('is given up where several places change at once', () => {
    const before: Composition = { start: 7, text: 'ce', isCertain: true };
    const change = { rangeOffset: 7, rangeLength: 2, text: 'ces' };
    assert.equal(compositionAfter(before, [change, { ...change, rangeOffset: 90 }]), undefined);
  });
});
