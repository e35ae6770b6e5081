import assert from 'node:assert/strict';
import fc from 'fast-check';

import { createReportService } from '../../server/src/service.ts';
import { damageArbitrary, noDamage } from '../support/damage.ts';
import { layouts } from '../support/layouts/index.ts';
import { mistake } from '../support/mistakes.ts';
import { seeded } from '../support/random.ts';
import { arithmeticCodes, misreadings, read } from '../support/reading.ts';
import { runs } from '../support/runs.ts';
import { randomReport, reportArbitrary, type FormId } from '../support/source.ts';
import { readSuites } from '../support/suites.ts';
import { thirdForm, threeForms } from '../support/third-form.ts';

const newRow = 'requests.denied.workSecret';

describe('a form that is added to the official ones', () => {
  for (const layout of layouts.filter(({ name }) => name !== 'running text, wrapped')) {
    it(`${layout.name}: is read with its new row and its new title, and without damage nothing is found`, () => {
      fc.assert(fc.property(reportArbitrary('2031'), damageArbitrary(), fc.nat({ max: 10_000 }), (report, damage, seed) => {
        const damaged = layout.lay(report, damage);
        const refusable = { ...damaged, expected: new Map(), uncertain: new Map([...damaged.expected, ...damaged.uncertain]) };
        assert.deepEqual(misreadings(refusable, read(damaged.text, damaged.language).reports[0]), [], damaged.text);
        const clean = layout.lay(report, { ...noDamage, seed });
        const { reports, diagnostics } = read(clean.text, clean.language);
        assert.deepEqual(misreadings(clean, reports[0]), [], clean.text);
        assert.deepEqual(diagnostics.map(({ code }) => code).filter((code) => code !== 'split-table'), [], clean.text);
        assert.ok(`${newRow}.total` in (reports[0]?.figures ?? {}));
      }), runs(6));
    });

    it(`${layout.name}: one wrong cell of it is one finding, at the cell`, () => {
      fc.assert(fc.property(reportArbitrary('2031'), fc.nat({ max: 10_000 }), (report, seed) => {
        const { wrong, place } = mistake(report, 'requests', seeded(seed));
        const laidOut = layout.lay(wrong, { ...noDamage, seed });
        const found = read(laidOut.text, laidOut.language).diagnostics.filter(({ code }) => arithmeticCodes.has(code));
        assert.deepEqual(found.map(({ figure }) => figure), [place], laidOut.text);
      }), runs(6));
    });
  }
});

describe('the words of a form that is added', () => {
  function findings(form: FormId, said: number): string[] {
    const report = randomReport(form, seeded(3));
    const prose = { ...report.prose, requests: [`在办结的申请中，属于工作秘密${said}件。`] };
    const pipe = layouts.find(({ name }) => name === 'pipe') as (typeof layouts)[number];
    const { text, language } = pipe.lay({ ...report, prose }, { ...noDamage, seed: 1 });
    return read(text, language).diagnostics.map(({ code }) => code);
  }

  it('are compared with its figures, and mean nothing on the others', () => {
    const truth = randomReport('2031', seeded(3)).figures.get(`${newRow}.total`) as number;
    assert.deepEqual(findings('2031', truth), []);
    assert.deepEqual(findings('2031', truth + 7), ['narrative-mismatch']);
    assert.deepEqual(findings('2021', truth + 7), []);
  });
});

describe('reports on the official forms', () => {
  const services = [createReportService(), createReportService({ forms: threeForms })];

  for (const { code, tests } of readSuites()) {
    it(`${code}: a further form that is known changes nothing in what is found`, () => {
      for (const { title, language, text } of tests) {
        const [found, again] = services.map((service) => {
          const document = service.open('test:///report', language, 1, text);
          const isLater = service.extract(document).some(({ year }) => (year ?? 0) >= thirdForm.years.from);
          return isLater ? [] : service.diagnostics(document).map(({ code: of, message, severity, range, figure, fixes }) =>
            ({ of, message, severity, range, figure, fixes: fixes.map((fix) => ({ title: fix.title, edits: fix.edits })) }));
        });
        assert.deepEqual(again, found, title);
      }
    });
  }
});
