import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic, QuickFix, ReportDocument } from '../../server/src/service-types.ts';
import { randomDamage } from '../support/damage.ts';
import { commentsFor, flawsOfComment, flawsOfFix, flawsOfFixes, openFresh, service, type Flaw, type Fresh } from '../support/fixes.ts';
import { layouts, type Layout } from '../support/layouts/index.ts';
import { mistake } from '../support/mistakes.ts';
import { seeded, type Random } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { randomReport, withFigures, type ReportSource } from '../support/source.ts';
import { wounded } from '../support/wounds.ts';

/** So many findings of each code are corrected in a text: the others are corrected in the same way. */
const mostOfEach = 2;

const tried = { fixes: 0, comments: 0 };
const flawed: Record<Flaw, number> = { 'finding stays': 0, 'figure lost': 0, 'figure changed': 0, 'new finding': 0, 'edits overlap': 0 };

describe('whatever is offered for a finding', function () {
  this.timeout(0);

  for (const layout of layouts) {
    it(`ends it, and changes nothing that it does not name: ${layout.name}`, () => {
      fc.assert(fc.property(fc.nat({ max: 1_000_000_000 }), (seed) => {
        const random = seeded(seed);
        const text = openFresh(...flawedText(layout, random));
        assert.deepEqual(chosen(text, random).flatMap((diagnostic) => flawsAt(text, diagnostic)), []);
      }), { ...runs(6), endOnFailure: true });
    });

    it(`may be applied at once, as the command line does: ${layout.name}`, () => {
      fc.assert(fc.property(fc.nat({ max: 1_000_000_000 }), (seed) => {
        const text = openFresh(...flawedText(layout, seeded(seed)));
        const safe = text.diagnostics.flatMap((diagnostic) => diagnostic.fixes.filter(({ isSafe }) => isSafe).slice(0, 1).map((fix) => ({ diagnostic, fix })));
        const wanted = service.fixesTogether(text.document, safe);
        assert.ok(safe.length === 0 || wanted.length > 0);
        assert.deepEqual(wanted.length === 0 ? [] : flawsOfFixes(text, wanted), []);
      }), { ...runs(4), endOnFailure: true });
    });

    it(`is the same whether all fixes are asked for or those of one finding: ${layout.name}`, () => {
      fc.assert(fc.property(fc.nat({ max: 1_000_000_000 }), (seed) => {
        const random = seeded(seed);
        const [text, language] = flawedText(layout, random);
        const asked = openFresh(text, language);
        const all = asked.diagnostics.map(({ fixes }) => fixes);
        assert.deepEqual(seenIn(asked), seenIn(openFresh(text, language)), 'what is tried leaves the document as it was');
        for (let left = 3; left > 0 && all.length > 0; left -= 1) {
          const at = random.integer(0, all.length - 1);
          assert.deepEqual(openFresh(text, language).diagnostics[at]?.fixes, all[at]);
        }
      }), { ...runs(3), endOnFailure: true });
    });
  }

  after(() => {
    if (process.env['PROPERTY_RUNS'] !== undefined) {
      console.log(`${tried.fixes} fixes and ${tried.comments} comments tried; ${Object.entries(flawed).map(([flaw, count]) => `${flaw}: ${count}`).join(', ')}`);
    }
  });
});

function seenIn({ document, reports, diagnostics }: Fresh): unknown {
  return { text: document.text, figures: reEdited(document), reports, findings: diagnostics.map(({ code, message, range }) => ({ code, message, range })) };
}

/** The figures after a line has been put above everything and taken away again. */
function reEdited(document: ReportDocument): unknown {
  const start = { line: 0, character: 0 };
  service.edit(document, [{ range: { start, end: start }, text: '\n' }], 2);
  const moved = service.extract(document);
  service.edit(document, [{ range: { start, end: { line: 1, character: 0 } }, text: '' }], 3);
  return { moved, back: service.extract(document) };
}

/** A report with mistakes in its figures, signs in place of numbers, the damage of the field, and slips in its text. */
function flawedText(layout: Layout, random: Random): [text: string, language: string] {
  let report: ReportSource = randomReport(random.pick(['2019', '2021']), random);
  for (let left = random.integer(0, 3); left > 0; left -= 1) {
    report = mistake(report, random.pick(['requests', 'review']), random).wrong;
  }
  if (random.chance(0.3)) {
    report = withFigures(report, new Map(Array.from({ length: random.integer(1, 8) }, () =>
      [random.pick([...report.figures.keys()]), random.pick(['/', '—', '无', '约3'])])));
  }
  const { text, language } = layout.lay(report, randomDamage(random));
  return [random.chance(0.7) ? wounded(text, random) : text, language];
}

/** Some findings of each code. */
function chosen({ diagnostics }: Fresh, random: Random): readonly Diagnostic[] {
  return [...new Set(diagnostics.map(({ code }) => code))].flatMap((code) => {
    const own = diagnostics.filter((one) => one.code === code);
    const start = random.integer(0, Math.max(0, own.length - mostOfEach));
    return own.slice(start, start + mostOfEach);
  });
}

function flawsAt(text: Fresh, diagnostic: Diagnostic): string[] {
  const comments = commentsFor(text, diagnostic);
  tried.fixes += diagnostic.fixes.length;
  tried.comments += comments.length;
  return [
    ...diagnostic.fixes.flatMap((fix) => counted(fix, flawsOfFix(text, diagnostic, fix))),
    ...comments.flatMap((fix) => counted(fix, flawsOfComment(text, diagnostic, fix))),
  ];
}

function counted({ title }: QuickFix, flaws: readonly (readonly [Flaw, string])[]): string[] {
  for (const flaw of new Set(flaws.map(([kind]) => kind))) {
    flawed[flaw] += 1;
  }
  return flaws.map(([kind, detail]) => `${title}: ${kind}: ${detail}`);
}
