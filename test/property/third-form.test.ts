import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';

import { parse as parseJson } from 'jsonc-parser';
import { completeForms } from '../../server/src/forms/extend.ts';
import type { FormChange } from '../../server/src/forms/form.ts';
import { compileForm, formForYear } from '../../server/src/forms/index.ts';
import { officialData } from '../../server/src/official-forms.ts';
import type { ReportDocument } from '../../server/src/service-types.ts';
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

describe('a form that is added, in the editor', () => {
  const service = createReportService({ forms: threeForms });
  const pipe = layouts.find(({ name }) => name === 'pipe') as (typeof layouts)[number];
  const report = randomReport('2031', seeded(5));
  const { wrong, place } = mistake(report, 'requests', seeded(5));
  const open = (source: typeof report): ReportDocument => service.open('test:///report', 'markdown', 1, pipe.lay(source, { ...noDamage, seed: 1 }).text);

  it('is previewed with its new row, and edited there', () => {
    const document = open(report);
    const table = service.formViews(document)[0]?.tables.find(({ id }) => id === 'requests');
    assert.ok(table);
    assert.ok(table.rows.flat().some(({ text }) => text === '9.属于工作秘密事项'));
    assert.deepEqual(table.rows.flat().flatMap(({ figure }) => figure ?? []), table.figures.map((_, index) => index), 'each figure in one cell');
    const figure = `${newRow}.business`;
    const expected = String(report.figures.get(figure));
    const { edits } = service.formEdits(document, { report: 0, figure, expected, rows: [['777']] });
    assert.deepEqual(edits.map(({ newText }) => newText.trim()), ['777']);
  });

  it('is outlined, with the lists of its identities', () => {
    const document = open(report);
    assert.ok(service.outline(document).some(({ name }) => name === '五、存在的不足和改进打算'));
    assert.match(JSON.stringify(service.outline(document)), /9\.属于工作秘密事项/u);
    assert.equal(service.identityLists(document).find(({ table }) => table === 'requests')?.identities.length, 7 + 7 + 26);
  });

  it('has its wrong cells corrected', () => {
    const document = open(wrong);
    const [found] = service.diagnostics(document).filter(({ figure }) => figure === place);
    const values = found?.fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText.trim()));
    assert.ok(values?.includes(String(report.figures.get(place))), JSON.stringify(found?.fixes));
  });

  it('is what a new report of its years is written on, and next year\'s', () => {
    for (const made of [service.newReport({ organ: '澄溪县水务局', year: 2032 }), service.nextReport(open(report), { line: 0, character: 0 })]) {
      assert.ok('text' in made);
      assert.match(made.text, /五、存在的不足和改进打算/u);
      assert.match(made.text, /9\.属于工作秘密事项/u);
      assert.equal(service.summaries(service.open('test:///new', 'markdown', 1, made.text))[0]?.form, '2031');
    }
  });
});

describe('a form that is made official', () => {
  it('is the same as one that the settings name, but for its place in the list of official forms', () => {
    const file = parseJson(readFileSync(new URL('../fixtures/forms/2031.disclosure-form.json', import.meta.url), 'utf8')) as FormChange;
    const official = completeForms([...officialData, file]).map(compileForm);
    assert.equal(JSON.stringify(official.at(-1)?.data), JSON.stringify(thirdForm));
    assert.equal(formForYear(official, 2031), official.at(-1));
    assert.equal(formForYear(official, 2030), official.at(-2));
  });
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
