import assert from 'node:assert/strict';
import fc from 'fast-check';

import { OpenDocument } from '../../server/src/document.ts';
import { officialForms } from '../../server/src/official-forms.ts';
import { grammarOf } from '../../server/src/forms/vocabulary.ts';
import { lineStarts } from '../support/reading.ts';
import { runs } from '../support/runs.ts';

const grammar = grammarOf(officialForms);
const piece = fc.constantFrom('\r', '\n', '\r\n', 'ab', '一、总体情况\n', '\t3\r\n', '```\n', '<table>', '</table>\n', '<!--', '-->', '\n# 年报\n', '|');
const pieces = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
const edits = fc.array(fc.record({ at: fc.nat({ max: 80 }), length: fc.nat({ max: 20 }), text: pieces }), { minLength: 1, maxLength: 8 });

describe('places in a document', () => {
  it('are those of a text that is read line by line, after any edits', () => {
    fc.assert(fc.property(pieces, edits, (start, changes) => {
      const document = new OpenDocument('test:///places', 'markdown', 1, start, { forms: officialForms, grammar });
      let text = start;
      changes.forEach(({ at, length, text: inserted }, index) => {
        const from = outside(text, Math.min(at, text.length));
        const to = outside(text, Math.min(from + length, text.length));
        const range = { start: positionIn(text, from), end: positionIn(text, to) };
        document.edit([{ range, text: inserted }], index + 2);
        text = text.slice(0, from) + inserted + text.slice(to);
        checkPlaces(document, text);
      });
    }), runs(400));
  });
});

function checkPlaces(document: OpenDocument, text: string): void {
  assert.equal(document.text, text);
  const starts = lineStarts(text);
  for (let offset = 0; offset <= text.length; offset += 1) {
    const place = outside(text, offset);
    assert.deepEqual(document.positionAt(offset), positionIn(text, place));
    assert.equal(document.offsetAt(positionIn(text, place)), place);
  }
  starts.forEach((start, line) => {
    const words = text.slice(start, starts[line + 1] ?? text.length).replace(/[\r\n]+$/u, '');
    assert.equal(document.lineAt(line), words);
    assert.equal(document.offsetAt({ line, character: 1000 }), start + words.length);
  });
  assert.equal(document.offsetAt({ line: starts.length, character: 0 }), text.length);
  assert.equal(document.lineAt(starts.length), undefined);
}

/** The place before a CRLF for one inside it. */
function outside(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const starts = lineStarts(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}
