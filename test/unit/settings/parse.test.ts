import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNames, emptySettings, parseSettings } from '../../../server/src/settings/index.ts';


/** The problems of a text as `code @ what stands at the range`. */
function problems(text: string): string[] {
  const lines = text.split('\n');
  return parseSettings(text).problems.map(({ code, range }) => {
    const line = lines[range.start.line] as string;
    const end = range.end.line === range.start.line ? range.end.character : line.length;
    return `${code} @ ${line.slice(range.start.character, end)}`;
  });
}

describe('a settings file', () => {
  it('gives all its settings', () => {
    const { settings, problems: none, ignoreRanges } = parseSettings(`{
      // 起草阶段
      "$schema": "x",
      "severity": { "balance": "warning", "blank-cell": "off" },
      "ignore": [{ "file": "*.md", "code": "balance", "figure": "requests.received.total", "text": "3", "reason": "原文如此" }],
      "organs": { "青禾县数据局": ["青禾县大数据中心"] },
      "hierarchy": { "青禾县": ["青禾县数据局", "青禾县教育局"] },
      "forms": ["forms/qinghe.json"],
      "review": [{ "file": "a.md", "code": "balance", "status": "kept", "note": "已函询" }],
    }`);
    assert.deepEqual(none, []);
    assert.deepEqual(settings, {
      severity: { 'balance': 'warning', 'blank-cell': 'off' },
      ignore: [{ file: '*.md', code: 'balance', figure: 'requests.received.total', text: '3', reason: '原文如此' }],
      organs: { 青禾县数据局: ['青禾县大数据中心'] },
      hierarchy: { 青禾县: ['青禾县数据局', '青禾县教育局'] },
      forms: ['forms/qinghe.json'],
      review: [{ file: 'a.md', code: 'balance', status: 'kept', note: '已函询' }],
    });
    assert.deepEqual(ignoreRanges.map(({ start }) => start.line), [4]);
  });

  it('may be empty, or start with a byte order mark', () => {
    assert.deepEqual(parseSettings(''), { settings: emptySettings, problems: [], ignoreRanges: [], formFiles: [] });
    assert.deepEqual(parseSettings('\uFEFF{ "severity": { "balance": "off" } }').settings.severity, { balance: 'off' });
    assert.deepEqual(parseSettings('\uFEFF{ "severity": { "balance": "off" } }').problems, []);
  });

  it('is told of unknown keys, unknown codes and wrong severities at their places, and the rest counts', () => {
    const text = '{\n "severty": {},\n "severity": { "balanse": "off", "balance": "fatal", "blank-cell": "hint" },\n "forms": "x"\n}';
    assert.deepEqual(problems(text), [
      'settings-file @ "severty"', 'settings-file @ "balanse"', 'settings-file @ "fatal"', 'settings-file @ "x"',
    ]);
    assert.deepEqual(parseSettings(text).settings.severity, { 'blank-cell': 'hint' });
  });

  it('leaves out an entry of ignore that is not wholly understood', () => {
    const text = '{ "ignore": [{ "code": "balance", "line": 3 },\n{ "code": "balanse" },\n{ "reason": "" },\n{ "code": "balance" }] }';
    assert.deepEqual(problems(text), [
      'settings-file @ "line"', 'unknown-silence @ "balanse"', 'settings-file @ { "reason": "" }',
    ]);
    assert.deepEqual(parseSettings(text).settings.ignore, [{ code: 'balance' }]);
  });

  it('that is broken is told so once, at the place, and gives what can be read', () => {
    const text = '{\n "severity": { "balance": "off" }\n "ignore": [}\n';
    assert.equal(problems(text).length, 1);
    assert.equal(parseSettings(text).problems[0]?.range.start.line, 2);
    assert.deepEqual(parseSettings(text).settings.severity, { balance: 'off' });
  });

  it('that is no object is told so', () => {
    assert.deepEqual(problems('[]'), ['settings-file @ []']);
    assert.deepEqual(problems('{ "ignore": {}, "severity": [], "organs": { "甲": "乙" } }'), [
      'settings-file @ {}', 'settings-file @ []', 'settings-file @ "乙"',
    ]);
  });

  it('with a key given twice is told so, and the last counts', () => {
    const text = '{ "severity": { "balance": "off",\n"balance": "hint" } }';
    assert.deepEqual(problems(text), ['settings-file @ "balance"']);
    assert.deepEqual(parseSettings(text).settings.severity, { balance: 'hint' });
  });

  it('with a name of two organs, a unit that stands twice or a government below itself is told so', () => {
    assert.deepEqual(problems('{ "organs": { "青禾县水务局": ["青禾县环境局"], "青禾县林业局": ["青禾县环境局"] } }'), ['settings-file @ "青禾县环境局"']);
    assert.deepEqual(problems('{ "hierarchy": { "青禾县": ["石桥镇", "石桥镇人民政府"] } }'), ['settings-file @ "石桥镇人民政府"']);
    assert.deepEqual(problems('{ "hierarchy": { "青禾县": ["石桥镇"], "石桥镇": ["青禾县人民政府"] } }'), ['settings-file @ "青禾县"', 'settings-file @ "石桥镇"']);
  });

  it('never makes the reader fail', () => {
    assert.ok(parseSettings('['.repeat(200_000)).problems.length > 0);
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '"ignore"', '"severity"', '"code"', 'null', '1', '\n', '//', '\\');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (text) => {
      assert.doesNotThrow(() => parseSettings(text));
    }));
  });
});

describe('names that are added to a settings file', () => {
  it('stand beside those that are there, with comments and indentation kept, or in a new file', () => {
    assert.equal(addNames(undefined, 'organs', '青禾县水务局', ['青禾县水利局']), '{\n  "organs": {\n    "青禾县水务局": [\n      "青禾县水利局"\n    ]\n  }\n}\n');
    const text = '{\n  // 更名\n  "organs": { "青禾县水务局": ["青禾县水利局"] }\n}\n';
    const added = addNames(text, 'organs', '青禾县水务局', ['青禾县水利水保局', '青禾县水利局']) ?? '';
    assert.ok(added.includes('// 更名'));
    assert.deepEqual(parseSettings(added).settings.organs, { 青禾县水务局: ['青禾县水利局', '青禾县水利水保局'] });
    assert.deepEqual(parseSettings(addNames(added, 'hierarchy', '青禾县', ['青禾县水务局']) ?? '').settings.hierarchy, { 青禾县: ['青禾县水务局'] });
  });

  it('are not added where the file is no valid JSON, or holds something else there', () => {
    assert.equal(addNames('{ "organs": ', 'organs', '甲', ['乙']), undefined);
    assert.equal(addNames('{ "organs": { "甲": "乙" } }', 'organs', '甲', ['丙']), undefined);
  });
});
