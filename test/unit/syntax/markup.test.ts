import assert from 'node:assert/strict';
import { withoutMarks } from '../../../server/src/syntax/markup.ts';

/** What is left of a text, and that each of its characters stands where the map says, white space aside. */
function plain(text: string): string {
  const { text: left, map } = withoutMarks(text);
  [...left].forEach((character, at) => assert.ok(character === ' ' || text[map?.(at) ?? at] === character, `${character} of ${text}`));
  return left;
}

describe('text without its markup', () => {
  it('has no emphasis, in pairs of any length and in pieces', () => {
    for (const text of ['__一、概况__', '**一、概况**', '*一、概况*', '***一、概况***', '**一、****概况**', '__一、____概况__', '<b>一、概况</b>', '<strong><u>一、概况</u></strong>']) {
      assert.equal(plain(text), '一、概况', text);
    }
    assert.equal(plain('**一、** **概况**'), '一、 概况');
    assert.equal(plain('收到**58**件，办结__47__件'), '收到58件，办结47件');
  });

  it('has no backslashes before marks, nor at the end of a line', () => {
    assert.equal(plain('1\\.属于国家秘密'), '1.属于国家秘密');
    assert.equal(plain('96171\\.6'), '96171.6');
    assert.equal(plain('\\-8'), '-8');
    assert.equal(plain('一\\、概况'), '一、概况');
    assert.equal(plain('\\# 概况\\'), '# 概况');
    assert.equal(plain('\\*\\*'), '**');
  });

  it('has no anchors, attributes and spans', () => {
    assert.equal(plain('## <a id="s1"></a>一、概况'), '## 一、概况');
    assert.equal(plain('# []{#s1 .anchor}一、概况 {#s1}'), '# 一、概况 ');
    assert.equal(plain('[一、概况]{.underline}'), '一、概况');
  });

  it('keeps marks that set nothing off', () => {
    for (const text of ['____件', '**', '_', '* 一项', '14* 15*', 'a_b_c.docx', '3 * 4 * 5', '![图](a.png)', '〔2021〕30号', '国办[2021]30号', '{示例}', 'x < y', '见[县政府网](https://example.test/2024)公开']) {
      assert.equal(plain(text), text);
    }
  });

  it('never joins two numbers', () => {
    for (const text of ['1**2**', '**1**2', '1*2*3', '1__2__']) {
      assert.doesNotMatch(plain(text), /12/u, text);
    }
    assert.equal(plain('3<br>4'), '3 4');
    assert.match(plain('1<b>2</b>'), /1.+2/u);
  });

  it('keeps what is hidden or struck out apart from what is not', () => {
    assert.match(plain('<span style="display:none">3</span>5'), /^<span.*3.*5$/u);
    assert.equal(plain('<del>3</del>5'), '<del>3</del>5');
  });

  it('takes time in proportion to the length of the text', () => {
    for (const piece of ['**', '_a', '[', ']{', '<b', '\\', '&nbsp', '`*_', '[a](', '{#']) {
      assert.ok(withoutMarks(piece.repeat(100_000)).text.length <= piece.length * 100_000);
    }
  });
});
