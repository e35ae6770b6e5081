import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from '../../../server/src/service-types.ts';
import { arithmeticCodes } from '../../support/reading.ts';
import { check, flawsOf } from '../../support/checking.ts';
import { damageArbitrary, noDamage } from '../../support/damage.ts';
import { layouts } from '../../support/layouts/index.ts';
import { reportArbitrary } from '../../support/source.ts';

/** The first finding of each code: the others of a code are corrected in the same way. */
function firstOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }, at) => diagnostics.findIndex((other) => other.code === code) === at);
}

/** What is wrong with the corrections of a text; ways out of sums that do not agree may break others, and say so. */
function flawedCorrections(text: string, language: string): string[] {
  const found = check(text, language).filter(({ code }) => !arithmeticCodes.has(code));
  return firstOfEach(found).flatMap((diagnostic) => diagnostic.fixes.flatMap((fix) => flawsOf(text, language, diagnostic, fix)));
}

describe('a correction', () => {
  for (const layout of layouts) {
    it(`takes its finding away and brings no new one: ${layout.name}`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const { text, language } = layout.lay(report, { ...damage, blanks: 0 });
        assert.deepEqual(flawedCorrections(text, language), []);
      }), { numRuns: 8 });
    });
  }

  it('of blanks leaves none of them, and only words may contradict it', () => {
    fc.assert(fc.property(reportArbitrary(), fc.nat(), fc.constantFrom(...layouts.filter(({ name }) => grids.has(name))), (report, seed, layout) => {
      const { text, language } = layout.lay(report, { ...noDamage, seed, blanks: 0.05 });
      assert.deepEqual(flawedCorrections(text, language).filter((flaw) => !flaw.includes('narrative-mismatch')), []);
    }), { numRuns: 12 });
  });
});

const grids: ReadonlySet<string> = new Set(['pipe', 'Word saved as text', 'HTML page']);
