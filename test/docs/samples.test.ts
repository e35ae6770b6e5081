import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReportService } from '../../server/src/service.ts';
import { languageOfFile } from '../../server/src/report-files.ts';
import type { Diagnostic, ExtractedReport, ReportDocument } from '../../server/src/service-types.ts';
import { readWell } from '../support/office/reading.ts';
import { call } from '../unit/cli/call.ts';
import { root } from './examples.ts';

const folder = join(root, 'samples');
const service = createReportService();
/** The folder with a form of another kind, and a report on it. */
const ownForms = '自定格式';

interface Expected {
  readonly organs: (string | null)[];
  readonly year: number;
  readonly form: string;
  /** A few figures of each report, read off the sample by eye. */
  readonly figures: Readonly<Record<string, number>>[];
  /** Code and text of each finding, in the order of the text. */
  readonly findings: string[];
}

const samples: Readonly<Record<string, Expected>> = {
  '青禾县2024年政府信息公开工作年度报告.md': {
    organs: ['青禾县'],
    year: 2024,
    form: '2021',
    figures: [{
      'proactive.normativeDocuments.inForce': 24,
      'proactive.fees.amount': 52.3,
      'requests.received.total': 99,
      'requests.otherResult.other.naturalPerson': 1,
      'requests.resultsTotal.naturalPerson': 85,
      'review.litigationAfterReconsideration.upheld': 1,
    }],
    findings: [],
  },
  '青禾县水务局2025年政府信息公开工作年度报告（送审稿）.md': {
    organs: ['青禾县水务局'],
    year: 2025,
    form: '2021',
    figures: [{
      'proactive.licensing.decisions': 1286,
      'requests.received.total': 16,
      'requests.resultsTotal.naturalPerson': 12,
    }],
    findings: [
      'stale-year 2024',
      'narrative-mismatch 18',
      'malformed-number 1,286',
      'not-a-number /',
      'blank-cell ',
      'row-label 5.属于三类内容事务信息',
      'results-total 12',
      'review-total 0',
      'section-title 五、存在的问题及改进措施',
      'information-fee 六、其他需要报告的事项',
    ],
  },
  '青禾县水务局2020年政府信息公开工作年度报告.txt': {
    organs: ['青禾县水务局'],
    year: 2020,
    form: '2019',
    figures: [{
      'proactive.licensing.change': -2,
      'proactive.penalties.change': 3,
      'proactive.procurement.amount': 268.5,
      'requests.unavailable.notHeld.business': 1,
      'requests.resultsTotal.total': 11,
      'review.directLitigation.total': 1,
    }],
    findings: [],
  },
  '云岫市交通运输局2019年政府信息公开工作年度报告.txt': {
    organs: ['云岫市交通运输局'],
    year: 2019,
    form: '2019',
    figures: [{
      'proactive.licensing.change': -8,
      'proactive.procurement.amount': 1036.42,
      'requests.received.legalService': 1,
      'requests.carriedOut.total': 2,
      'review.litigationAfterReconsideration.other': 1,
    }],
    findings: [],
  },
  '云岫市卫生健康委员会2023年政府信息公开工作年度报告.html': {
    organs: ['云岫市卫生健康委员会'],
    year: 2023,
    form: '2021',
    figures: [{
      'proactive.licensing.decisions': 8620,
      'requests.otherResult.other.business': 1,
      'requests.resultsTotal.total': 47,
      'review.reconsideration.pending': 1,
    }],
    findings: [],
  },
  '澜汀区2022年政府信息公开工作年度报告.txt': {
    organs: ['澜汀区'],
    year: 2022,
    form: '2021',
    figures: [{
      'proactive.fees.amount': 318.46,
      'requests.partlyGranted.total': 29,
      'requests.otherResult.notCorrected.naturalPerson': 4,
      'requests.otherResult.other.otherOrganization': 1,
      'requests.carriedOut.business': 2,
      'review.reconsideration.total': 18,
      'review.litigationAfterReconsideration.pending': 1,
    }],
    findings: [],
  },
  '云岫市档案馆2024年政府信息公开工作年度报告.docx': {
    organs: ['云岫市档案馆'],
    year: 2024,
    form: '2021',
    figures: [{
      'proactive.fees.amount': 0.5,
      'requests.received.total': 14,
      'requests.resultsTotal.naturalPerson': 12,
      'review.directLitigation.other': 1,
    }],
    findings: [],
  },
  '青禾县部门2024年政府信息公开工作年度报告汇编.md': {
    organs: ['青禾县司法局', '青禾县民政局'],
    year: 2024,
    form: '2021',
    figures: [
      { 'requests.received.total': 7, 'proactive.licensing.decisions': 38 },
      { 'requests.received.total': 10, 'proactive.licensing.decisions': 64, 'review.reconsideration.corrected': 1 },
    ],
    findings: [],
  },
};

/** A sample as it is checked: of a Word file its text. */
async function openSample(name: string): Promise<ReportDocument> {
  const bytes = readFileSync(join(folder, name));
  const text = name.endsWith('.docx') ? (await readWell(bytes)).text : bytes.toString('utf8');
  return service.open(`file:///samples/${name}`, languageOfFile(name) ?? 'markdown', 1, text);
}

function textAt(text: string, { range: { start, end } }: Diagnostic): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines.map((line, at) => line.slice(at === 0 ? start.character : 0, at === last ? end.character : undefined))
    .join('\n').trim();
}

function valuesOf(report: ExtractedReport | undefined, ids: readonly string[]): object {
  return Object.fromEntries(ids.map((id) => [id, report?.figures[id]?.value]));
}

/** Number of figures that each form asks for. */
const sizes: Readonly<Record<string, number>> = { 2019: 22 + 23 * 7 + 15, 2021: 10 + 25 * 7 + 15 };

describe('the samples', () => {
  it('are those that are listed here', () => {
    assert.deepEqual(readdirSync(folder).filter((name) => !name.startsWith('.')).sort(), [...Object.keys(samples), ownForms].sort());
  });

  it('hold a report of another kind, on a form of its own, with one wrong total', async () => {
    const { code, out } = await call(join(folder, ownForms), ['check', '--format', 'json', '.']);
    const { files, summary } = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual(summary, { files: 1, reports: 1, skipped: 0, errors: 1, warnings: 0, information: 0, hints: 0 });
    const [{ reports: [report], diagnostics: [wrong] }] = files;
    assert.deepEqual([report.organ, report.year, report.form, report.tables], ['青禾县', 2025, 'hotline', { appeals: 'hotline' }]);
    assert.deepEqual([wrong.code, wrong.figure, wrong.fixes[0].edits[0].newText], ['results-total', 'appeals.resultsTotal.total', '2559']);
  });

  for (const [name, expected] of Object.entries(samples)) {
    describe(name, () => {
      let document: ReportDocument;
      before(async () => {
        document = await openSample(name);
      });

      it('is read as the report that it is', () => {
        const summaries = service.summaries(document);
        assert.deepEqual(summaries.map(({ organ }) => organ), expected.organs);
        for (const summary of summaries) {
          assert.equal(summary.year, expected.year);
          assert.equal(summary.form, expected.form);
          const { form } = expected;
          assert.deepEqual(summary.tables, { proactive: form, requests: form, review: form });
        }
      });

      it('gives every figure of its form', () => {
        const reports = service.extract(document);
        expected.figures.forEach((figures, at) =>
          assert.deepEqual(valuesOf(reports[at], Object.keys(figures)), figures));
        for (const report of reports) {
          assert.equal(Object.keys(report.figures).length, sizes[expected.form]);
        }
      });

      it(expected.findings.length === 0 ? 'has no mistake' : 'has the mistakes that the README walks through', () => {
        const found = service.diagnostics(document).map((one) => `${one.code} ${textAt(document.text, one)}`);
        assert.deepEqual(found, expected.findings);
      });
    });
  }
});
