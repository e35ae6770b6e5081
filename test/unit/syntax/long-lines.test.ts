import assert from 'node:assert/strict';
import { grammarOf } from '../../../server/src/forms/vocabulary.ts';
import { officialForms } from '../../../server/src/official-forms.ts';
import { SyntaxDocument } from '../../../server/src/syntax/document.ts';
import { placeIn } from '../../../server/src/syntax/lines.ts';
import { longestParagraph, readableParts } from '../../../server/src/syntax/long-lines.ts';

const sentence = '本机关2024年共收到政府信息公开申请123件，';

/** The paragraphs of a text, with the place of their first and last character. */
function paragraphs(text: string): { text: string; start: number; end: number; first: number; last: number }[] {
  const document = new SyntaxDocument(text, grammarOf(officialForms));
  return document.chunks.flatMap(({ offset, nodes }) => nodes.flatMap((node) => (node.kind === 'table' ? [] : [{
    text: node.text, start: offset + node.start, end: offset + node.end,
    first: offset + placeIn(node, 0), last: offset + placeIn(node, node.text.length - 1),
  }])));
}

describe('a line of many megabytes', () => {
  it('is read in paragraphs of a length that somebody may have written, and all of it', () => {
    for (const line of [`${sentence}均已答复。`.repeat(40_000), sentence.repeat(40_000), `${sentence}**均已答复**。`.repeat(40_000)]) {
      for (const text of [line, `<!DOCTYPE html><html><body><p>${line}</p></body></html>`]) {
        const read = paragraphs(text);
        assert.ok(read.length > 10);
        for (const paragraph of read) {
          assert.ok(paragraph.text.length <= longestParagraph);
          assert.equal(paragraph.text[0], text[paragraph.first]);
          assert.equal(paragraph.text.at(-1), text[paragraph.last]);
        }
        assert.equal(read.map((paragraph) => paragraph.text).join('').replaceAll('*', ''), line.replaceAll('*', ''));
      }
    }
  });

  it('ends each of them with a sentence, else with a clause or a word, never in a number', () => {
    for (const [piece, end] of [[`${sentence}均已答复。`, '。'], [sentence, '，'], ['12345678 ', ' ']] as const) {
      const text = piece.repeat(20_000);
      const parts = readableParts(text);
      assert.ok(parts.length > 1);
      parts.forEach((part) => assert.equal(text[part.end - 1], end));
      assert.equal(parts.map((part) => text.slice(part.start, part.end)).join(''), text);
    }
  });

  it('is not read where it goes on without a mark: a number that is cut off there would be another one', () => {
    const rubbish = '1234567890'.repeat(20_000);
    const text = `${sentence}${rubbish}，均已答复。`;
    assert.deepEqual(readableParts(text).map((part) => text.slice(part.start, part.end)), [sentence, '均已答复。']);
    assert.deepEqual(paragraphs(rubbish), []);
  });

  it('is one paragraph where it is shorter', () => {
    const text = sentence.repeat(100);
    assert.deepEqual(readableParts(text), [{ start: 0, end: text.length }]);
  });
});

it('reads as paragraphs of bounded length what has a million characters in lines without a blank one', () => {
  const read = paragraphs(`${sentence}均已答复。\n`.repeat(30_000));
  assert.ok(read.length > 10);
  read.forEach((paragraph) => assert.ok(paragraph.text.length <= longestParagraph));
});
