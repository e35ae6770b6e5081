import assert from 'node:assert/strict';
import { lineHashes } from '../../../server/src/cli/formats/line-hashes.ts';

function hashesOf(text: string): (string | undefined)[] {
  const hashOf = lineHashes(text);
  return text.split(/\r\n|\r|\n/u).map((_, line) => hashOf(line));
}

/** The values are those that the upload action's own tests expect of it. */
describe('the hash of a line', () => {
  it('is that of GitHub, whatever the blanks and line ends', () => {
    assert.deepEqual(hashesOf(''), ['c129715d7a2bc9a3:1']);
    assert.deepEqual(hashesOf(' a\nb\n  \t\tc\n d'), ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']);
    const greetings = [
      'e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1', 'b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1',
      'c129715d7a2bc9a3:1',
    ];
    for (const text of [
      ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r',
      ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n',
    ]) {
      assert.deepEqual(hashesOf(text), greetings);
    }
  });

  it('tells which of the same lines it is', () => {
    assert.deepEqual(hashesOf('Lorem ipsum dolor sit amet.\n'.repeat(10)).slice(4), [
      'a7f2ff13bc495cf2:5', 'a7f2ff13bc495cf2:6', 'a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ]);
  });
});
