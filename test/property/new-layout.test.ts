import assert from 'node:assert/strict';
import fc from 'fast-check';

import { createReportService } from '../../server/src/service.ts';
import type { ReportDocument, TextEdit } from '../../server/src/service-types.ts';
import { layouts as knownLayouts } from '../../server/src/syntax/tables/index.ts';
import { brokenBars } from '../support/broken-bars.ts';
import { damageArbitrary, noDamage } from '../support/damage.ts';
import { brokenBars as laid } from '../support/layouts/broken-bars.ts';
import { layouts } from '../support/layouts/index.ts';
import type { LaidOut } from '../support/layouts/layout.ts';
import { mistake } from '../support/mistakes.ts';
import { seeded } from '../support/random.ts';
import { arithmeticCodes, misreadings, offsets } from '../support/reading.ts';
import { runs } from '../support/runs.ts';
import { randomReport, reportArbitrary } from '../support/source.ts';

const log = (message: string): never => {
  throw new Error(message);
};
const known = createReportService({ log });
const service = createReportService({ log, layouts: [...knownLayouts, brokenBars] });

function open({ text, language }: Pick<LaidOut, 'text' | 'language'>, by = service): ReportDocument {
  return by.open('test:///report', language, 1, text);
}

function codesIn(document: ReportDocument): string[] {
  return service.diagnostics(document).map(({ code }) => code);
}

/** The text after edits, which do not overlap. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const at = offsets(text);
  return [...edits].sort((one, other) => at(other.range.start) - at(one.range.start))
    .reduce((all, { range, newText }) => all.slice(0, at(range.start)) + newText + all.slice(at(range.end)), text);
}

/** The edits of the first fix for a finding of a code. */
function fixOf(document: ReportDocument, code: string): readonly TextEdit[] {
  const fixes = service.diagnostics(document).find((one) => one.code === code)?.fixes ?? [];
  assert.ok(fixes[0], `no fix for ${code} in ${codesIn(document).join()}`);
  return fixes[0].edits;
}

/** A report with its tables between broken bars, line by line. */
function sample(): { text: string; language: LaidOut['language']; lines: string[] } {
  const { text, language } = laid.lay(randomReport('2021', seeded(11)), { ...noDamage, seed: 3 });
  assert.deepEqual(codesIn(open({ text, language })), []);
  return { text, language, lines: text.split('\n') };
}

describe('a layout that is registered besides those that are known', () => {
  it('is read, and without damage nothing is found', () => {
    fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
      const damaged = laid.lay(report, damage);
      const [read] = service.extract(open(damaged));
      assert.deepEqual(misreadings(damaged, read), [], damaged.text);
      const clean = laid.lay(report, { ...noDamage, seed: damage.seed });
      assert.deepEqual(codesIn(open(clean)), [], clean.text);
    }), runs(20));
  });

  it('shows one wrong cell as one finding, at the cell', () => {
    fc.assert(fc.property(reportArbitrary(), fc.nat({ max: 10_000 }), (report, seed) => {
      const { wrong, place } = mistake(report, 'requests', seeded(seed));
      const found = service.diagnostics(open(laid.lay(wrong, { ...noDamage, seed }))).filter(({ code }) => arithmeticCodes.has(code));
      assert.deepEqual(found.map(({ figure }) => figure), [place]);
    }), runs(12));
  });

  it('is followed through each digit that is typed as a fresh text is read', () => {
    const { text, language } = sample();
    const document = open({ text, language });
    const [report] = service.extract(document);
    for (const { range } of Object.values(report?.figures ?? {}).filter((_, at) => at % 12 === 0)) {
      service.edit(document, [{ range: { start: range.start, end: range.start }, text: '1' }], document.version + 1);
      const fresh = open({ text: document.text, language });
      assert.deepEqual(service.extract(document), service.extract(fresh));
      assert.deepEqual(codesIn(document), codesIn(fresh));
      const end = { line: range.start.line, character: range.start.character + 1 };
      service.edit(document, [{ range: { start: range.start, end }, text: '' }], document.version + 1);
    }
    assert.equal(document.text, text);
  });

  it('is written by fixes: a blank filled, a table that is missing', () => {
    const { language, lines } = sample();
    const row = lines.findIndex((line) => line.includes('¦0¦0¦') && line.includes('其他处理'));
    const blank = lines.with(row, (lines[row] ?? '').replace('¦0¦0¦', '¦¦0¦')).join('\n');
    assert.equal(edited(blank, fixOf(open({ text: blank, language }), 'blank-cell')), lines.join('\n'));

    const first = lines.findIndex((line) => line.includes('结果维持')) - 1;
    const end = lines.findIndex((line, at) => at > first && !line.includes('¦'));
    const from = lines.findLastIndex((line, at) => at <= first && !line.includes('¦')) + 1;
    const lacking = lines.toSpliced(from, end - from).join('\n');
    const whole = open({ text: edited(lacking, fixOf(open({ text: lacking, language }), 'missing-table')), language });
    const marks = (text: string): number => text.split('¦').length;
    assert.ok(marks(whole.text) > marks(lacking), whole.text);
    assert.deepEqual([...new Set(codesIn(whole))], ['blank-cell']);
  });

  it('takes what is pasted, and becomes a table of Markdown or HTML that reads the same', () => {
    const { text, language } = sample();
    const document = open({ text, language });
    const place = { line: document.text.split('\n').length, character: 0 };
    assert.equal(service.pasteTable(document, { start: place, end: place }, { text: '甲\t乙\n1\t2' })?.trim(), '甲¦乙\n1¦2');
    const figures = service.extract(document)[0]?.figures ?? {};
    const [first] = Object.values(figures);
    for (const layout of ['pipe', 'html'] as const) {
      const { edits } = service.convertTable(document, first?.range.start ?? place, layout);
      assert.notDeepEqual(edits, []);
      const converted = open({ text: edited(text, edits), language });
      const values = Object.entries(service.extract(converted)[0]?.figures ?? {}).map(([id, { value }]) => [id, value]);
      assert.deepEqual(values, Object.entries(figures).map(([id, { value }]) => [id, value]));
    }
  });

  it('is not read where it is not registered', () => {
    const { text, language } = sample();
    assert.ok(known.diagnostics(open({ text, language }, known)).some(({ code }) => code === 'missing-table' || code === 'unreadable-table' || code === 'leftover')
      || Object.keys(known.extract(open({ text, language }, known))[0]?.figures ?? {}).length === 0);
  });

  for (const layout of layouts) {
    it(`changes nothing in reports in another one: ${layout.name}`, () => {
      fc.assert(fc.property(reportArbitrary(), damageArbitrary(), (report, damage) => {
        const laidOut = layout.lay(report, damage);
        const [one, other] = [known, service].map((by) => {
          const document = open(laidOut, by);
          return { figures: by.extract(document), findings: by.diagnostics(document).map(({ code, range, message }) => ({ code, range, message })) };
        });
        assert.deepEqual(other, one);
      }), runs(3));
    });
  }
});
