import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPatch } from 'diff';
import { unifiedDiff } from '../../../server/src/cli/writing/diff.ts';
import { applyEditGroups } from '../../../server/src/cli/writing/edits.ts';

function edit(line: number, from: number, to: number, newText: string) {
  return { range: { start: { line, character: from }, end: { line, character: to } }, newText };
}

describe('edits of one round', () => {
  it('are made together, whatever their order and the line ends', () => {
    assert.deepEqual(applyEditGroups('甲1\r\n乙2\r丙3\n', [[edit(2, 1, 2, '30')], [edit(0, 1, 2, '10'), edit(1, 1, 2, '20')]]), {
      text: '甲10\r\n乙20\r丙30\n', applied: 2,
    });
  });

  it('that overlap leave the first, with all that belongs to the other left out', () => {
    assert.deepEqual(applyEditGroups('abcdef', [[edit(0, 1, 3, 'X')], [edit(0, 5, 6, 'F'), edit(0, 2, 4, 'Y')]]), {
      text: 'aXdef', applied: 1,
    });
    assert.deepEqual(applyEditGroups('ab', [[edit(0, 1, 1, '1')], [edit(0, 1, 1, '2')]]), { text: 'a1b', applied: 1 });
  });

  it('that are the same are made once', () => {
    assert.deepEqual(applyEditGroups('ab', [[edit(0, 0, 1, 'X')], [edit(0, 0, 1, 'X'), edit(0, 1, 2, 'Y')]]), {
      text: 'XY', applied: 2,
    });
  });
});

describe('a unified diff', () => {
  const line = fc.constantFrom('一', '二\r', '三', '', '| 1 |');
  const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, isEnded]) => lines.join('\n') + (isEnded ? '\n' : ''));

  it('gives the new text from the old one', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      assert.equal(applyPatch(before, unifiedDiff('报告.md', before, after), { autoConvertLineEndings: false }), after);
    }));
  });

  it('names the file as patch and git apply want it', () => {
    assert.match(unifiedDiff('县/报告.md', '1\n', '2\n'), /^--- a\/县\/报告\.md\n\+\+\+ b\/县\/报告\.md\n@@/u);
  });

  it('of very many changes is one hunk, and still right', () => {
    const before = Array.from({ length: 5000 }, (_, index) => `${index}\n`).join('');
    const after = before.replaceAll('\n', ' 件\n').replace(/^0 件\n/u, '0\n');
    const patch = unifiedDiff('a.md', before, after);
    assert.equal(patch.split('\n').filter((one) => one.startsWith('@@')).length, 1);
    assert.equal(applyPatch(before, patch), after);
  });
});
