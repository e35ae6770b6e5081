import assert from 'node:assert/strict';
import fc from 'fast-check';

import { damageArbitrary, noDamage } from '../support/damage.ts';
import { explained } from '../support/explanations.ts';
import { compile, convertedLayouts, layouts, runTogether, strangeLayouts, type LaidOut } from '../support/layouts/index.ts';
import { mistake } from '../support/mistakes.ts';
import { seeded } from '../support/random.ts';
import { arithmeticCodes, misreadings, read } from '../support/reading.ts';
import { runs } from '../support/runs.ts';
import { reordered, withTotalsFirst } from '../support/reordered.ts';
import { formOf, reportArbitrary } from '../support/source.ts';

/** Layouts that print the heads of columns as the form has them. */
const printedHeads = new Set([
  'pipe', 'pipe, split by a page break', 'pipe, one cell a line', 'a bar after each cell', 'tabs', 'Word saved as text', 'one cell a line',
  'one cell a line, empty lines between', 'HTML tables in Markdown', 'HTML page', 'one small table a block', 'comma-separated',
]);

/** Layouts in which several reports are met in one text. */
const boundTogether = layouts.filter(({ name }) => name !== 'comma-separated');

describe('what is laid out is what is read', () => {
  for (const layout of layouts) {
    it(`${layout.name}: every figure, with its place`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        assertRead(layout.lay(report, damage));
      }), runs(20));
    });

    it(`${layout.name}: balanced figures give no finding of arithmetic, whole reports none that damage does not explain`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        assertUnexplained(layout.lay(report, damage));
      }), runs(15));
    });

    it(`${layout.name}: one wrong cell, one finding, at the cell or at the 总计 of section 四`, () => {
      const table = fc.constantFrom('requests' as const, 'review' as const);
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), table, fc.nat({ max: 10_000 }), (report, damage, name, seed) => {
        const { wrong, place } = mistake(report, name, seeded(seed));
        const laidOut = layout.lay(wrong, { ...damage, blanks: 0, splitDigits: false });
        const { diagnostics } = read(laidOut.text, laidOut.language);
        const found = diagnostics.filter(({ code }) => arithmeticCodes.has(code));
        assert.deepEqual(found.map(({ figure }) => figure), [place], laidOut.text);
      }), runs(20));
    });

    it(`${layout.name}: without damage nothing is found`, () => {
      fc.assert(fc.property(reportArbitrary(), fc.nat({ max: 10_000 }), (report, seed) => {
        const laidOut = layout.lay(report, { ...noDamage, seed });
        const codes = read(laidOut.text, laidOut.language).diagnostics.map(({ code }) => code);
        assert.deepEqual(codes.filter((code) => code !== 'split-table'), []);
      }), runs(20));
    });
  }

  for (const layout of layouts.filter(({ name }) => printedHeads.has(name))) {
    it(`${layout.name}: figures stand below their heads, in whatever order these stand`, () => {
      fc.assert(fc.property(reportArbitrary(), fc.nat({ max: 10_000 }), (report, seed) => {
        const printed = reordered(formOf(report.form), seeded(seed));
        const laidOut = layout.lay({ ...report, printed }, { ...noDamage, seed });
        const { expected } = laidOut;
        const mayBeAbsent = { ...laidOut, expected: new Map(), uncertain: expected };
        const { reports, diagnostics } = read(laidOut.text, laidOut.language);
        assert.deepEqual(misreadings(layout.name.startsWith('one ') ? mayBeAbsent : laidOut, reports[0]), [], laidOut.text);
        assert.deepEqual(diagnostics.filter(({ code }) => arithmeticCodes.has(code)), [], laidOut.text);
      }), runs(20));
    });
  }

  for (const layout of [...layouts, ...convertedLayouts, ...strangeLayouts].filter(({ name }) => !printedHeads.has(name))) {
    it(`${layout.name}: figures stand below their heads, in whatever order these stand, or are not read`, () => {
      fc.assert(fc.property(reportArbitrary(), fc.nat({ max: 10_000 }), fc.boolean(), (report, seed, isTotalFirst) => {
        const form = formOf(report.form);
        const laidOut = layout.lay({ ...report, printed: isTotalFirst ? withTotalsFirst(form) : reordered(form, seeded(seed)) }, { ...noDamage, seed });
        const { reports, diagnostics } = read(laidOut.text, laidOut.language);
        assert.deepEqual(misreadings({ ...laidOut, expected: new Map(), uncertain: laidOut.expected }, reports[0]), [], laidOut.text);
        assert.deepEqual(diagnostics.filter(({ code }) => arithmeticCodes.has(code)), [], laidOut.text);
      }), runs(12));
    });
  }

  it('cells that run together: nothing is guessed', () => {
    fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
      const laidOut = runTogether.lay(report, damage);
      const { reports, diagnostics } = read(laidOut.text, laidOut.language);
      assert.deepEqual(Object.keys(reports[0]?.figures ?? {}).filter((id) => id.startsWith('requests.')), []);
      assert.equal(diagnostics.filter(({ code }) => code === 'unreadable-table').length, 1);
    }), runs(12));
  });

  for (const layout of strangeLayouts) {
    it(`${layout.name}: no figure is read wrong`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const laidOut = layout.lay(report, damage);
        const { expected, uncertain } = laidOut;
        const lenient = { ...laidOut, expected: new Map(), uncertain: new Map([...expected, ...uncertain]) };
        const { reports, diagnostics } = read(laidOut.text, laidOut.language);
        assert.deepEqual(misreadings(lenient, reports[0]), [], laidOut.text);
        assert.deepEqual(diagnostics.filter(({ code }) => arithmeticCodes.has(code)), [], laidOut.text);
      }), runs(12));
    });
  }

  it('several reports in one text: each is read on its own', () => {
    const part = fc.tuple(fc.constantFrom(...boundTogether), reportArbitrary(), damageArbitrary())
      .map(([layout, report, damage]) => layout.lay(report, { ...damage, lineEnd: '\n', pageFurniture: false }))
      .filter(({ language }) => language !== 'html');
    fc.assert(fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
      const { text, reports } = compile(parts);
      const found = read(text, 'markdown').reports;
      assert.equal(found.length, reports.length);
      reports.forEach((laidOut, at) => assert.deepEqual(misreadings(asRequired({ ...laidOut, text }), found[at]), [], text));
    }), runs(15));
  });
});

/**
 * Running text has no rows, rows behind a page break have another width, and a note behind a label may be broken off it:
 * what is damaged there may be refused, never read wrong.
 */
function mayBeRefused({ layout, damage }: LaidOut): boolean {
  return layout === 'running text, wrapped'
    || (layout === 'pipe, split by a page break' && damage.blanks > 0)
    || (layout.startsWith('one cell a line') && damage.variantLabels);
}

/** The same text, of which any figure may be absent where it may be refused. */
function asRequired(laidOut: LaidOut): LaidOut {
  const { expected, uncertain } = laidOut;
  return mayBeRefused(laidOut) ? { ...laidOut, expected: new Map(), uncertain: new Map([...expected, ...uncertain]) } : laidOut;
}

function assertRead(laidOut: LaidOut): void {
  const { reports } = read(laidOut.text, laidOut.language);
  assert.equal(reports.length, 1, `${reports.length} reports in\n${laidOut.text}`);
  assert.deepEqual(misreadings(asRequired(laidOut), reports[0]), [], laidOut.text);
  assert.equal(reports[0]?.year, laidOut.report.year, laidOut.text);
  if (!laidOut.damage.traditional) {
    assert.equal(reports[0]?.organ, laidOut.report.organ, laidOut.text);
  }
}

/** Findings that are no arithmetic must come from what was done to the text. */
function assertUnexplained(laidOut: LaidOut): void {
  const { diagnostics } = read(laidOut.text, laidOut.language);
  const unexplained = diagnostics.filter(({ code }) => arithmeticCodes.has(code)
    || !(explained(code, laidOut) || (mayBeRefused(laidOut) && ['unreadable-table', 'cell-count'].includes(code))));
  assert.deepEqual(unexplained.map(({ code, message }) => `${code}: ${message}`), [], laidOut.text);
}
