import assert from 'node:assert/strict';
import { applyIgnore, createFileMatcher, ignoreEntryFor, addIgnoreEntry, parseSettings } from '../../../server/src/settings/index.ts';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
const findings = [
  { code: 'balance', figure: 'requests.resultsTotal.total', range: at(1) },
  { code: 'balance', figure: 'requests.resultsTotal.research', range: at(2) },
  { code: 'section-title', range: at(3) },
];
const texts = ['', '20', '4', '二、主动公开'];
const textOf = (range: { start: { line: number } }) => texts[range.start.line] as string;

function linesKept(...entries: Parameters<typeof applyIgnore>[1]): number[] {
  return applyIgnore(findings, entries, textOf).kept.map(({ range }) => range.start.line);
}

describe('an entry of ignore', () => {
  it('silences what all its parts match', () => {
    assert.deepEqual(linesKept({ code: 'balance' }), [3]);
    assert.deepEqual(linesKept({ code: 'balance', figure: 'requests.resultsTotal.total' }), [2, 3]);
    assert.deepEqual(linesKept({ code: 'balance', text: '4' }), [1, 3]);
    assert.deepEqual(linesKept({ code: 'balance', text: '5' }), [1, 2, 3]);
    assert.deepEqual(linesKept({ figure: 'requests.resultsTotal.total', text: '4' }), [1, 2, 3]);
    assert.deepEqual(linesKept(), [1, 2, 3]);
  });

  it('is told apart from one that silences nothing', () => {
    const used = { code: 'section-title' };
    const unused = { code: 'row-total' };
    assert.deepEqual([...applyIgnore(findings, [used, unused], textOf).used], [used]);
  });

  it('made for a finding silences that one alone', () => {
    const [first] = findings;
    assert.ok(first !== undefined);
    const entry = ignoreEntryFor(first, '县\\年报.md', '20');
    assert.deepEqual(entry, { file: '县/年报.md', code: 'balance', figure: 'requests.resultsTotal.total', text: '20' });
    assert.deepEqual(linesKept(entry), [2, 3]);
  });
});

describe('the file of an entry of ignore', () => {
  const matches = createFileMatcher();

  it('is a glob relative to the settings file', () => {
    assert.ok(matches({}, '任何/文件.md'));
    assert.ok(matches({ file: '*.md' }, '年报.md'));
    assert.ok(!matches({ file: '*.md' }, '县/年报.md'));
    assert.ok(matches({ file: '**/*.md' }, '县/年报.md'));
    assert.ok(matches({ file: '**/*.md' }, '年报.md'));
    assert.ok(matches({ file: './县/年报.md' }, '县/年报.md'));
    assert.ok(matches({ file: '{县,市}/*.md' }, '市/年报.md'));
    assert.ok(!matches({ file: '县' }, '县/年报.md'));
  });

  it('may be written and asked for with the backslashes of Windows', () => {
    assert.ok(matches({ file: '县\\年报.md' }, '县/年报.md'));
    assert.ok(matches({ file: '县/年报.md' }, '县\\年报.md'));
    assert.ok(matches({ file: '**\\年报.md' }, '县\\年报.md'));
  });

  it('with marks of a glob in its name matches itself', () => {
    for (const file of ['年报(终稿).md', '[2021]年报.md', '年报{1}.md', '!年报.md', '年报*.md']) {
      assert.ok(matches({ file }, file), file);
    }
    assert.ok(matches({ file: '年报\\*.md' }, '年报*.md'));
    assert.ok(!matches({ file: '年报\\*.md' }, '年报一.md'));
  });
});

describe('adding an entry of ignore to the settings file', () => {
  const entry = { file: '年报.md', code: 'balance', text: '3' };

  it('makes a file where there is none', () => {
    const text = addIgnoreEntry(undefined, entry);
    assert.ok(text !== undefined);
    assert.deepEqual(parseSettings(text).settings.ignore, [entry]);
    assert.ok(text.endsWith('}\n'));
  });

  it('keeps comments, indentation, line ends and byte order mark', () => {
    const before = '\uFEFF{\r\n    // 说明\r\n    "ignore": [\r\n        { "code": "row-total" }\r\n    ]\r\n}\r\n';
    const text = addIgnoreEntry(before, entry);
    assert.equal(text, before.replace('" }\r\n', '" },\r\n        { "file": "年报.md", "code": "balance", "text": "3" }\r\n'));
    assert.deepEqual(parseSettings(text as string).settings.ignore, [{ code: 'row-total' }, entry]);
  });

  it('adds the list where it is absent or empty', () => {
    for (const before of ['{}', '{ "severity": { "balance": "off" } }', '{ "ignore": [] }', '{ "forms": [], }', '{ "ignore": [{ "code": "balance" },] }']) {
      const text = addIgnoreEntry(before, entry);
      assert.ok(text !== undefined);
        assert.deepEqual(parseSettings(text).problems, []);
      assert.deepEqual(parseSettings(text).settings.ignore.at(-1), entry);
    }
  });

  it('leaves a broken file alone', () => {
    assert.equal(addIgnoreEntry('{ "ignore": [', entry), undefined);
    assert.equal(addIgnoreEntry('[]', entry), undefined);
    assert.equal(addIgnoreEntry('{ "ignore": {} }', entry), undefined);
  });
});
