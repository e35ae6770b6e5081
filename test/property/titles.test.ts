import assert from 'node:assert/strict';
import fc from 'fast-check';

import { applyFix } from '../support/checking.ts';
import { noDamage, type Damage } from '../support/damage.ts';
import { layouts, type LaidOut, type Layout } from '../support/layouts/index.ts';
import type { Prose } from '../support/prose.ts';
import { seeded } from '../support/random.ts';
import { read } from '../support/reading.ts';
import { runs } from '../support/runs.ts';
import { randomReport, type ReportSource } from '../support/source.ts';
import { surroundings, titleShapes, type Surrounding, type TitleShape } from '../support/title-surroundings.ts';

/** Findings that a wrong reading of the title leads to. */
const codes = new Set(['stale-year', 'report-period', 'report-title', 'unsupported-year', 'superseded-form', 'missing-section', 'not-a-report', 'report-begun']);

/** The years that the parts of a report say. */
interface Years {
  readonly title: number;
  readonly period: number;
  readonly text: number;
}

function proseOf({ period, text }: Years): Prose {
  return {
    preamble: [`统计期限为${period}年1月1日至12月31日。`],
    overview: [`${text}年，本机关围绕群众关心的事项公开信息30条。`],
    proactive: [],
    requests: [],
    review: [],
    problems: ['个别科室更新不够及时，今后逐项整改，按季度通报。'],
    other: ['本年度未收取信息处理费，没有其他需要报告的事项。'],
  };
}

interface Head {
  readonly shape: TitleShape;
  readonly above: readonly Surrounding[];
  readonly below: readonly Surrounding[];
}

/** A report whose title stands among other lines; `years` are its own unless said otherwise. */
function reportWith({ shape, above, below }: Head, seed: number, years?: (year: number) => Years): ReportSource {
  const report = randomReport(seed % 2 === 0 ? '2019' : '2021', seeded(seed));
  const said = years?.(report.year) ?? { title: report.year, period: report.year, text: report.year };
  const lines = (some: readonly Surrounding[]): string[] => some.flatMap((one) => one.lines({ organ: report.organ, year: said.title }));
  const title = shape.lines({ organ: report.organ, year: said.title });
  return { ...report, prose: proseOf(said), head: { above: lines(above), title, below: lines(below) } };
}

function damageOf(seed: number): Damage {
  const random = seeded(seed);
  return { ...noDamage, seed, headings: random.pick(['hash', 'plain', 'bold', 'indented']), lineEnd: random.pick(['\n', '\r\n']) };
}

function findingsIn({ text, language }: LaidOut): { code: string; at: string }[] {
  const lines = text.split(/\r\n|\n/u);
  return read(text, language).diagnostics.filter(({ code }) => codes.has(code))
    .map(({ code, range: { start, end } }) => ({ code, at: (lines[start.line] ?? '').slice(start.character, start.line === end.line ? end.character : undefined) }));
}

function assertTitle(laidOut: LaidOut, year: number): void {
  const { reports } = read(laidOut.text, laidOut.language);
  assert.deepEqual(reports.map((report) => [report.organ, report.year]), [[laidOut.report.organ, year]], laidOut.text.slice(0, 900));
}

const some = (side: 'above' | 'below'): fc.Arbitrary<Surrounding[]> =>
  fc.array(fc.constantFrom(...surroundings.filter((one) => (one.side ?? side) === side)), { maxLength: 3 });
const heads: fc.Arbitrary<Head> = fc.record({ shape: fc.constantFrom(...titleShapes), above: some('above'), below: some('below') });
const seeds = fc.nat({ max: 100_000 });

describe('a title among other lines', () => {
  it('is tried in many of them', () => assert.ok(surroundings.length >= 40 && titleShapes.length >= 20));

  const named = (name: string): Layout => layouts.find((layout) => layout.name === name) as Layout;
  for (const layout of [named('pipe'), named('tabs'), named('HTML page')]) {
    for (const surrounding of surroundings) {
      for (const side of ['above', 'below'] as const) {
        if ((surrounding.side ?? side) === side) {
          it(`${layout.name}, ${side} it: ${surrounding.name}`, () => {
            for (let seed = 1; seed <= 2; seed += 1) {
              const head = { shape: titleShapes[0] as TitleShape, above: [], below: [], [side]: [surrounding] };
              const laidOut = layout.lay(reportWith(head, seed), damageOf(seed));
              assertTitle(laidOut, laidOut.report.year);
              assert.deepEqual(findingsIn(laidOut), [], laidOut.text.slice(0, 900));
            }
          });
        }
      }
    }
  }

  for (const layout of layouts) {
    it(`${layout.name}: organ and year are read, and no year is called stale`, () => {
      fc.assert(fc.property(heads, seeds, (head, seed) => {
        const laidOut = layout.lay(reportWith(head, seed), damageOf(seed));
        assertTitle(laidOut, laidOut.report.year);
        assert.deepEqual(findingsIn(laidOut), [], laidOut.text.slice(0, 900));
      }), runs(16));
    });
  }
});

/** Of title, period and text the one that says last year. */
const stale: Readonly<Record<string, (year: number) => Years>> = {
  title: (year) => ({ title: year - 1, period: year, text: year }),
  period: (year) => ({ title: year, period: year - 1, text: year }),
  text: (year) => ({ title: year, period: year, text: year - 1 }),
};

describe('a year that is left from last year’s report', () => {
  for (const layout of layouts) {
    for (const [voice, years] of Object.entries(stale)) {
      it(`${layout.name}: in the ${voice} it is told there, once, and mended`, () => {
        fc.assert(fc.property(heads, seeds, (head, seed) => {
          const laidOut = layout.lay(reportWith(head, seed, years), damageOf(seed));
          const { year, organ, prose } = laidOut.report;
          fc.pre(prose.preamble.every((sentence) => laidOut.text.includes(sentence)));
          assertTitle(laidOut, year);
          const [finding, ...others] = read(laidOut.text, laidOut.language).diagnostics.filter(({ code }) => codes.has(code));
          assert.equal(finding?.code, 'stale-year', laidOut.text.slice(0, 900));
          assert.deepEqual(others, [], laidOut.text.slice(0, 900));
          const fix = finding?.fixes[0];
          assert.ok(fix);
          const mended = { ...laidOut, text: applyFix(laidOut.text, fix) };
          assert.deepEqual(findingsIn(mended), [], mended.text.slice(0, 900));
          assert.deepEqual(read(mended.text, mended.language).reports.map((report) => [report.organ, report.year]), [[organ, year]]);
        }), runs(4));
      });
    }
  }
});
