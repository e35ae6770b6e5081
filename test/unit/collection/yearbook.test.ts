import assert from 'node:assert/strict';
import type { Diagnostic, Range, ReportDocument } from '../../../server/src/service-types.ts';
import { carryMore } from '../../support/planted-book.ts';
import { openTogether, type Together } from '../../support/together.ts';
import { makeYearbook, renamedUnit, textOf, unitNames, type Yearbook, type YearbookOptions, type YearbookReport } from '../../support/yearbook.ts';

const years = [2022, 2023, 2024];
const units = unitNames(8);
const [water, forest, civil, school] = units as [string, string, string, string];

/** Which findings a folder gives, `path code figure`; the texts may be changed before. */
function findingsOf(book: Yearbook, change: (report: YearbookReport) => YearbookReport | undefined = (report) => report, more: readonly Together[] = []): string[] {
  const texts = book.reports.flatMap((report, at) => {
    const changed = change(report);
    return changed ? [{ uri: changed.path, ...textOf(changed, at) }] : [];
  });
  const opened = openTogether([...texts, ...more], book.settings);
  return [...opened.documents.keys()].flatMap((uri) => opened.diagnostics(uri).map(({ code, figure }) => [uri, code, figure].filter(Boolean).join(' '))).sort();
}

function make(options: Partial<YearbookOptions> = {}): Yearbook {
  return makeYearbook({ seed: 5, units: units.length, years, ...options });
}

const add = (id: string, more: number) => (figures: Map<string, number>): void => {
  figures.set(id, (figures.get(id) ?? 0) + more);
};

describe('reports of several organs and years', () => {
  it('that fit each other show nothing, in any layout and under another name', () => assert.deepEqual(findingsOf(make()), []));

  it('show what was carried in wrong once, in the applicant\'s cell, and in the government\'s sums', () => {
    const book = make({ changes: new Map([[`${school} 2023`, carryMore]]) });
    assert.deepEqual(findingsOf(book), [
      '2023/青禾县.md carry-over requests.carriedIn.naturalPerson', `2023/${school}.md carry-over requests.carriedIn.naturalPerson`,
    ]);
  });

  it('offer last year\'s figure, which is not preferred, with what it breaks', () => {
    const book = make({ changes: new Map([[`${school} 2023`, carryMore]]) });
    const opened = openTogether(book.reports.map((report) => ({ uri: report.path, ...textOf(report) })), book.settings);
    const [finding] = opened.diagnostics(`2023/${school}.md`);
    const [fix] = finding?.fixes ?? [];
    assert.equal(fix?.isPreferred, false);
    assert.equal(fix?.isSafe, false);
    assert.deepEqual(Object.keys(fix?.sets ?? {}), ['requests.carriedIn.naturalPerson', 'requests.carriedIn.total']);
    assert.ok(fix?.breaks?.some(({ code }) => code === 'balance'));
  });

  it('tell a balance that last year\'s figure closes as what was carried in, as gravely, and mend it', () => {
    const alone = (figures: Map<string, number>): void => {
      for (const column of ['naturalPerson', 'total']) {
        add(`requests.carriedIn.${column}`, 3)(figures);
      }
    };
    const book = make({ changes: new Map([[`${school} 2023`, alone]]) });
    const texts = book.reports.map((report) => ({ uri: report.path, ...textOf(report) }));
    const uri = `2023/${school}.md`;
    const opened = openTogether(texts, book.settings);
    const found = opened.diagnostics(uri);
    assert.deepEqual(found.filter(({ severity }) => severity === 'error').map(({ code, figure }) => [code, figure]),
      [['carry-over', 'requests.carriedIn.naturalPerson']]);
    const [fix] = found.find(({ code }) => code === 'carry-over')?.fixes ?? [];
    assert.equal(fix?.isSafe, true);
    const document = opened.documents.get(uri) as ReportDocument;
    opened.service.edit(document, fix.edits.toReversed().map(({ range, newText }) => ({ range, text: newText })), 2);
    // The sentence was written with the wrong figure.
    assert.deepEqual(opened.diagnostics(uri).map(({ code }) => code), ['narrative-mismatch']);
  });

  it('tell of a figure that its own sums show to be wrong by these alone', () => {
    const book = make({ changes: new Map([[`${school} 2023`, add('requests.carriedIn.naturalPerson', 3)]]) });
    const opened = openTogether(book.reports.map((report) => ({ uri: report.path, ...textOf(report) })), book.settings);
    const found = opened.diagnostics(`2023/${school}.md`).filter(({ figure }) => figure === 'requests.carriedIn.naturalPerson');
    assert.deepEqual(found.map(({ code }) => code), ['suspect-figure']);
  });

  it('are compared anew when another one changes, and only then', () => {
    const book = make();
    const opened = openTogether(book.reports.map((report) => ({ uri: report.path, ...textOf(report) })), book.settings);
    const uri = `2024/${school}.md`;
    const [now, last] = [uri, `2023/${school}.md`].map((one) => opened.documents.get(one) as ReportDocument) as [ReportDocument, ReportDocument];
    const before = opened.service.diagnostics(now);
    const digests = opened.service.digests(last);
    opened.service.edit(last, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' }], 2);
    assert.equal(opened.service.digests(last)[0], digests[0]);
    assert.equal(opened.service.surround(now, opened.neighboursOf(uri)), false);
    assert.equal(opened.service.diagnostics(now), before);
    const row = opened.service.extract(last)[0]?.figures['requests.carriedOut.naturalPerson'];
    opened.service.edit(last, [{ range: row?.range as Range, text: '77' }], 3);
    opened.feed(last);
    assert.equal(opened.service.surround(now, opened.neighboursOf(uri)), true);
    assert.deepEqual(opened.service.diagnostics(now).map(({ code }) => code), ['carry-over']);
  });

  it('in one text keep the findings of those that nothing new is compared with', () => {
    const book = make({ changes: new Map([[`${school} 2023`, carryMore], [`${forest} 2024`, carryMore]]) });
    const text = [forest, school].flatMap((unit) => book.reports.filter((report) => report.unit === unit)).map((report) => textOf(report, 0).text).join('\n\n');
    const opened = openTogether([{ uri: 'all.md', language: 'markdown', text }], book.settings);
    const document = opened.documents.get('all.md') as ReportDocument;
    const [kept, compared, ...others] = opened.diagnostics('all.md');
    assert.deepEqual([kept, compared].map((one) => one?.code), ['carry-over', 'carry-over']);
    assert.deepEqual(others, []);
    const last = opened.service.extract(document).find(({ organ, year }) => organ === school && year === 2022);
    const { range, value } = last?.figures['requests.carriedOut.naturalPerson'] ?? {};
    opened.service.edit(document, [{ range: range as Range, text: String(Number(value) + 1).padStart(String(value).length) }], 2);
    opened.feed(document);
    assert.equal(opened.service.surround(document, opened.neighboursOf('all.md')), true);
    const after = opened.diagnostics('all.md');
    assert.ok(after.includes(kept as Diagnostic));
    // Last year's figure is what was carried in now.
    assert.ok(!after.some(({ code, report }) => code === 'carry-over' && report === compared?.report));
  });

  it('show documents in force that do not follow, and nothing in the year after', () => {
    const book = make({ changes: new Map([[`${school} 2024`, add('proactive.normativeDocuments.inForce', 2)]]) });
    assert.deepEqual(findingsOf(book), [
      '2024/青禾县.md in-force proactive.normativeDocuments.inForce', `2024/${school}.md in-force proactive.normativeDocuments.inForce`,
    ]);
  });

  it('show one figure that is not the sum', () => {
    const book = make({ sums: new Map([[2024, add('proactive.licensing.decisions', 5)]]) });
    assert.deepEqual(findingsOf(book), ['2024/青禾县.md rollup proactive.licensing.decisions']);
  });

  for (const [what, sign] of [['left out', -1], ['counted twice', 1]] as const) {
    it(`show a unit that was ${what} once, with its name`, () => {
      const book = make({
        sums: new Map([[2023, (figures, of) => {
          of(forest).forEach((value, id) => figures.set(id, Number(((figures.get(id) ?? 0) + sign * value).toFixed(6))));
        }]]),
      });
      const texts = book.reports.map((report) => ({ uri: report.path, ...textOf(report) }));
      const found = openTogether(texts, book.settings).diagnostics('2023/青禾县.md');
      assert.deepEqual(found.map(({ code }) => code), ['rollup']);
      assert.ok(found[0]?.message.includes(forest), found[0]?.message);
      assert.equal(found[0]?.related[0]?.uri, `2023/${forest}.md`);
    });
  }

  it('name the units that are missing, and compare sums only where they are too large already', () => {
    const book = make({ sums: new Map([[2022, add('proactive.penalties.decisions', -100_000)]]) });
    const found = findingsOf({ ...book, reports: book.reports.filter(({ year, unit }) => year !== 2022 || unit !== civil) });
    assert.deepEqual(found.filter((one) => !one.includes('negative-count')), ['2022/青禾县.md missing-unit']);
    const less = make({ sums: new Map([[2022, (figures) => figures.set('proactive.penalties.decisions', 0)]]) });
    assert.deepEqual(findingsOf({ ...less, reports: less.reports.filter(({ year, unit }) => year !== 2022 || unit !== civil) }),
      ['2022/青禾县.md missing-unit', '2022/青禾县.md rollup proactive.penalties.decisions']);
  });

  it('compare none of two reports of one organ and year', () => {
    const book = make({ changes: new Map([[`${school} 2023`, carryMore]]) });
    const twin = book.reports.find(({ unit, year }) => unit === school && year === 2023) as YearbookReport;
    const found = findingsOf(book, undefined, [{ uri: '2023/旧稿.md', ...textOf(twin) }]);
    assert.deepEqual(found, [
      '2023/旧稿.md duplicate-report', `2023/${school}.md duplicate-report`, '2023/青禾县.md carry-over requests.carriedIn.naturalPerson',
    ].sort());
  });

  it('take a copy in another format, with the same name and content, for the report itself', () => {
    const copyOf = (report: YearbookReport, changed = report): Together => ({ uri: report.path.replace(/\.[^.]*$/u, '.docx'), ...textOf(changed) });
    const clean = make();
    assert.deepEqual(findingsOf(clean, undefined, clean.reports.map((report) => copyOf(report))), []);
    const book = make({ changes: new Map([[`${school} 2023`, carryMore]]) });
    const twin = book.reports.find(({ unit, year }) => unit === school && year === 2023) as YearbookReport;
    assert.deepEqual(findingsOf(book, undefined, [copyOf(twin)]), [
      `2023/${school}.docx carry-over requests.carriedIn.naturalPerson`, `2023/${school}.md carry-over requests.carriedIn.naturalPerson`,
      '2023/青禾县.md carry-over requests.carriedIn.naturalPerson',
    ].sort());
    const older = clean.reports.find(({ unit, year }) => unit === school && year === 2023) as YearbookReport;
    assert.deepEqual(findingsOf(book, undefined, [copyOf(twin, older)]).filter((one) => one.includes('duplicate')), [
      `2023/${school}.docx duplicate-report`, `2023/${school}.md duplicate-report`,
    ]);
  });

  it('show last year\'s words left in', () => {
    const book = make();
    const last = book.reports.find(({ unit, year }) => unit === school && year === 2023) as YearbookReport;
    const taken = (at: number) => (report: YearbookReport): YearbookReport => (report.unit === school && report.year === 2024
      ? { ...report, problems: report.problems.map((own, index) => (index < at ? last.problems[index] ?? own : own)) } : report);
    assert.deepEqual(findingsOf(book, taken(1)), [`2024/${school}.md repeated-text`]);
    assert.deepEqual(findingsOf(book, taken(2)).filter((one) => one.includes('repeated')), [`2024/${school}.md repeated-text`]);
  });

  it('are not compared where the name was changed and the settings do not say so', () => {
    const book = make({ changes: new Map([[`${renamedUnit.now} 2024`, carryMore]]) });
    const known = findingsOf(book);
    assert.ok(known.includes(`2024/${water}.md carry-over requests.carriedIn.naturalPerson`), known.join('\n'));
    const unknown = findingsOf({ ...book, settings: { ...book.settings, organs: {} } });
    assert.ok(!unknown.some((one) => one.startsWith(`2024/${water}`)), unknown.join('\n'));
  });
});
