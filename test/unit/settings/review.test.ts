import assert from 'node:assert/strict';
import { parseSettings, reviewOf, setReview } from '../../../server/src/settings/index.ts';

const finding = { file: '年报.md', code: 'balance', text: '3' };
const reviewIn = (text: string | undefined): unknown => text && parseSettings(text).settings.review;

describe('a decision in the settings file', () => {
  it('is added, changed and taken out again; comments and all else stay', () => {
    const before = '{\n  // 屏蔽\n  "ignore": [{ "code": "row-total" }],\n  "review": [\n    { "file": "b.md", "code": "balance", "status": "kept" } // 已函询\n  ]\n}\n';
    const added = setReview(before, finding, { status: 'checked', note: '已电话核实' });
    assert.equal(added, before.replace('"kept" }', '"kept" },\n    { "file": "年报.md", "code": "balance", "text": "3", "status": "checked", "note": "已电话核实" }'));
    const changed = setReview(added, finding, { status: 'kept' });
    assert.deepEqual(reviewIn(changed), [{ file: 'b.md', code: 'balance', status: 'kept' }, { ...finding, status: 'kept' }]);
    const removed = setReview(changed, finding, undefined);
    assert.deepEqual(reviewIn(removed), [{ file: 'b.md', code: 'balance', status: 'kept' }]);
    assert.ok(removed?.includes('// 屏蔽') && removed.includes('// 已函询'));
  });

  it('makes the file and the list where there are none, and leaves a broken file alone', () => {
    for (const before of [undefined, '', '{}', '{ "severity": {} }', '\uFEFF{ "review": [] }']) {
      assert.deepEqual(reviewIn(setReview(before, finding, { status: 'kept' })), [{ ...finding, status: 'kept' }], before);
    }
    assert.equal(setReview('{ "review": {} }', finding, { status: 'kept' }), undefined);
    assert.equal(setReview('{', finding, { status: 'kept' }), undefined);
  });

  it('is about the finding that all its parts match; of several the last counts', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
    const found = { code: 'balance', range, figure: 'requests.received.total' };
    const entries = [
      { file: 'a', code: 'balance', status: 'checked' as const }, { file: 'a', code: 'balance', text: '3', status: 'kept' as const },
      { file: 'a', code: 'balance', text: '4', status: 'checked' as const }, { file: 'a', code: 'row-total', status: 'checked' as const },
    ];
    assert.equal(reviewOf(found, entries, () => '3'), entries[1]);
    assert.equal(reviewOf({ ...found, code: 'carry-over' }, entries, () => '3'), undefined);
  });

  it('that says too little, or something else, is named and left out', () => {
    const { settings, problems } = parseSettings('{ "review": [{ "file": "a.md", "code": "balance" }, { "file": "a.md", "code": "balance", "status": "done" }, '
      + '{ "file": "a.md", "code": "balanse", "status": "kept" }, { "file": "a.md", "code": "balance", "status": "kept", "notes": "" }, { "file": "a.md", "code": "balance", "status": "kept" }] }');
    assert.deepEqual(settings.review, [{ file: 'a.md', code: 'balance', status: 'kept' }]);
    assert.deepEqual(problems.map(({ code, message }) => `${code} ${message}`), [
      'settings-file This entry of "review" needs "file", "code" and "status".',
      'settings-file "status" must be one of checked, kept.',
      'unknown-silence There is no rule "balanse".',
      'settings-file There is no key "notes" in an entry of "review". The known ones are file, code, figure, text, status, note.',
    ]);
  });
});
