import assert from 'node:assert/strict';
import { useLocale } from '../../../server/src/l10n.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { applyFix, check, flawsOf, placed } from '../../support/checking.ts';
import { readSuites, type SuiteTest } from '../../support/suites.ts';

const suites = readSuites();

describe('the suites', () => {
  before(() => useLocale('zh-cn'));

  it('are one for each rule, and each has a case for and one against', () => {
    assert.deepEqual(suites.map(({ code }) => code).sort(), rules.map(({ code }) => code).sort());
    for (const { code, tests } of suites) {
      assert.ok(tests.some(({ marks }) => marks.length > 0), `${code}: nothing is found`);
      assert.ok(tests.some(({ marks }) => marks.length === 0), `${code}: something is always found`);
    }
  });

  for (const { code, tests } of suites) {
    describe(code, () => {
      for (const test of tests) {
        it(test.title, () => checkTest(code, test));
      }
    });
  }
});

function checkTest(code: string, { text, language, marks, also, messages, fixed, fixes }: SuiteTest): void {
  const all = check(text, language);
  const own = all.filter((one) => one.code === code);
  const shown = (places: readonly { start: number; end: number }[]): string[] => places.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
  assert.deepEqual(shown(own.map(({ range }) => placed(text, range))), shown(marks));
  assert.deepEqual([...new Set(all.map((one) => one.code))].filter((other) => other !== code).sort(), [...also].sort());
  if (messages.length > 0) {
    assert.deepEqual(own.map(({ message }) => message), messages);
  }
  if (fixes !== undefined) {
    assert.equal(own[0]?.fixes.length, fixes);
  }
  for (const [number, expected] of fixed) {
    const fix = own[0]?.fixes[number - 1];
    assert.ok(fix, `there is no fix ${number}`);
    assert.equal(applyFix(text, fix), expected);
  }
  for (const diagnostic of all) {
    assert.ok(diagnostic.range.start.line < diagnostic.range.end.line || diagnostic.range.start.character < diagnostic.range.end.character, 'an empty range');
    for (const fix of diagnostic.fixes.filter(({ isPreferred, isSafe }) => isPreferred || isSafe)) {
      assert.deepEqual(flawsOf(text, language, diagnostic, fix), []);
    }
  }
}
