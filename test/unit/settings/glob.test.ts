import assert from 'node:assert/strict';
import { compileGlob } from '../../../server/src/settings/glob.ts';

/** Each glob with the paths that it matches, and others that it does not. */
const cases: readonly (readonly [glob: string, matched: readonly string[], others: readonly string[]])[] = [
  ['*.md', ['年报.md', '.md', '.隐藏.md'], ['县/年报.md', '年报.txt', '年报.md.bak']],
  ['年报?.md', ['年报1.md', '年报𠮷.md'], ['年报.md', '年报12.md', '年报/.md']],
  ['**/*.md', ['年报.md', '县/年报.md', '省/市/县/年报.md'], ['年报.txt', '县/年报.md/x']],
  ['县/**', ['县/年报.md', '县/局/年报.md'], ['县', '市/年报.md', '县级/年报.md']],
  ['县/**/年报.md', ['县/年报.md', '县/局/科/年报.md'], ['县年报.md', '县/局年报.md', '局/县/年报.md']],
  ['**', ['年报.md', '县/年报.md'], []],
  ['县**.md', ['县.md', '县一.md'], ['县/一.md']],
  ['***.md', ['一.md'], ['县/一.md']],
  ['[0-9]*.md', ['1.md', '20年.md'], ['年1.md']],
  ['[!0-9]*.md', ['年1.md'], ['1.md', '/1.md']],
  ['[^ab].md', ['c.md'], ['a.md', '/.md']],
  ['[]x].md', [']', 'x'].map((name) => `${name}.md`), ['[.md']],
  ['[ab.md', ['[ab.md'], ['a.md']],
  ['{县,市}/*.md', ['县/一.md', '市/二.md'], ['省/三.md', '{县,市}/一.md']],
  ['{县,{市,省}本级}/一.md', ['县/一.md', '市本级/一.md', '省本级/一.md'], ['市/一.md']],
  ['{**/一,二}.md', ['一.md', '县/一.md', '二.md'], ['县/二.md']],
  ['{[,x],y}.md', [',', 'x', 'y'].map((name) => `${name}.md`), ['[.md']],
  ['{a\\,b,c}', ['a,b', 'c'], ['a', 'b']],
  ['{a,}.md', ['a.md', '.md'], ['b.md']],
  ['{一}.md', ['{一}.md'], ['一.md']],
  ['{一,二.md', ['{一,二.md'], ['一.md', '二.md']],
  ['年报\\*.md', ['年报*.md'], ['年报一.md', '年报\\*.md']],
  ['年报\\', ['年报\\'], ['年报']],
  ['年报(终稿)+@!.md', ['年报(终稿)+@!.md'], ['年报终稿.md']],
  ['', [''], ['a']],
];

describe('a glob', () => {
  for (const [glob, matched, others] of cases) {
    it(`${glob} matches what it should and nothing else`, () => {
      const matches = compileGlob(glob);
      assert.deepEqual(matched.filter((path) => !matches(path)), []);
      assert.deepEqual(others.filter(matches), []);
    });
  }

  it('of whatever marks is matched in bounded time', () => {
    const path = `${'a'.repeat(200)}/${'a'.repeat(200)}`;
    for (const glob of ['*a'.repeat(400), '**/'.repeat(400), '{a*,*a}'.repeat(200), '@(a*|a)'.repeat(200), '{'.repeat(2000), `${'{a,'.repeat(400)}${'}'.repeat(400)}`]) {
      assert.equal(compileGlob(`${glob}b`)(path), false);
    }
  });

  it('that is longer than any path matches itself alone', () => {
    const glob = '*'.repeat(2001);
    assert.ok(compileGlob(glob)(glob));
    assert.ok(!compileGlob(glob)('年报.md'));
  });
});
