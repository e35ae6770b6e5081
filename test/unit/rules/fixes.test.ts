import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from '../../../server/src/service-types.ts';
import { arithmeticCodes } from '../../support/reading.ts';
import { check, flawsOf } from '../../support/checking.ts';
import { damageArbitrary, noDamage } from '../../support/damage.ts';
import { layouts } from '../../support/layouts/index.ts';
import { formOf, reportArbitrary, type FormId } from '../../support/source.ts';

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

/** The text without one section, from its heading to the next one; undefined where these do not stand on lines of their own. */
function withoutSection(text: string, form: FormId, at: number): string | undefined {
  const sections = formOf(form).data.sections;
  const [from, to] = [sections[at], sections[at + 1]].map((section) => {
    const heading = section && new RegExp(`^[#*\\s]*${section.numeral}、${section.title}[* \\t]*$`, 'mu').exec(text);
    return heading ? heading.index + (/^\s*/u.exec(heading[0])?.[0].length ?? 0) : undefined;
  });
  return from === undefined || to === undefined ? undefined : text.slice(0, from) + text.slice(to);
}

const texts = layouts.filter(({ name }) => !name.startsWith('HTML page'));

describe('a section that is inserted', () => {
  it('stands where it was missing, in every layout', () => {
    fc.assert(fc.property(reportArbitrary(), damageArbitrary(), fc.constantFrom(...texts), fc.nat({ max: 4 }), (report, damage, layout, at) => {
      const { lineEnd, byteOrderMark, headings, seed } = damage;
      const { text, language } = layout.lay(report, { ...noDamage, lineEnd, byteOrderMark, headings, seed });
      const shortened = withoutSection(text, report.form, at);
      fc.pre(shortened !== undefined);
      const missing = check(shortened ?? '', language).filter(({ code }) => code === 'missing-section');
      assert.equal(missing.length, 1);
      for (const fix of missing[0]?.fixes ?? []) {
        assert.deepEqual(flawsOf(shortened ?? '', language, missing[0] as Diagnostic, fix), []);
      }
    }), { numRuns: 40 });
  });
});

const grids: ReadonlySet<string> = new Set(['pipe', 'Word saved as text', 'HTML page']);
