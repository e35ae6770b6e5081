import assert from 'node:assert/strict';
import { wordsOf } from '../../../tools/sentence/words.ts';

describe('the tool that shows the words of a sentence', () => {
  it('names quantities, roles, numbers and marks, and what the reader does not know', () => {
    assert.deepEqual(wordsOf('本局 收到申请３件，遂予办结2件。'), [
      ['本局', 'own'], ['收到', 'received, receipt'], ['申请', 'application'], ['３件', 'count'], ['，', 'comma'],
      ['遂', 'unknown'], ['予', 'light'], ['办结', 'finished, completes'], ['2件', 'count'], ['。', 'stop'],
    ]);
  });

  it('says of the end of a sentence that it is not known', () => {
    assert.deepEqual(wordsOf('遂遂'), [['遂遂', 'unknown']]);
  });
});
