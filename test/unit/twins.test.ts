import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { figureDefinitions } from '../support/figures.ts';
import { offsets, read } from '../support/reading.ts';
import { formOf } from '../support/source.ts';

/**
 * Reports of our own that have the layout and the damage of reports met in the field: what a careful reader reads in
 * them and finds in them, and no more.
 */
interface Twin {
  readonly organ: string;
  readonly year: number;
  /** Figures in the order of the form of 2019; `_` is blank, `?` is one that cannot be told. */
  readonly proactive: string;
  /** Rows with figures other than zeros, by row id; all others are `zeros`. */
  readonly requests: Readonly<Record<string, string>>;
  readonly zeros: string;
  readonly review: string;
  /** Code, severity and the text at the finding's place, in the order of the text. */
  readonly findings: readonly (readonly [string, string, string])[];
}

const seven = '0 0 0 0 0 0 0';
const totalOnly = '_ _ _ _ _ _ 0';
const noReview = '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0';

const twins: Readonly<Record<string, Twin>> = {
  '000-word-lost-cell.txt': {
    organ: '柳溪市柳东区',
    year: 2020,
    proactive: '0 0 0 4 4 23 118 22 1904 0 0 ? 236 -8 97 31 0 6 7 0 14 1260.53',
    requests: {
      received: '3 2 0 0 0 0 5',
      carriedIn: '1 0 0 0 0 0 1',
      granted: '2 1 0 0 0 0 3',
      partlyGranted: '0 1 0 0 0 0 1',
      'unavailable.notHeld': '1 0 0 0 0 0 1',
      'notProcessed.petition': '1 0 0 0 0 0 1',
      resultsTotal: '4 2 0 0 0 0 6',
    },
    zeros: seven,
    review: '1 0 0 0 1 0 0 0 0 0 0 0 0 0 0',
    findings: [
      ['section-title', 'information', '二、主动公开政府信息的情况'],
      ['cell-count', 'error', '其他对外管理服务事项'],
    ],
  },
  '001-word-totals-of-zero.txt': {
    organ: '云渡区',
    year: 2020,
    proactive: '0 0 0 9 9 54 412 169 20318 236 -79 5127 1893 -79 3360 77 4 52 16 0 306 38174.2065',
    requests: { received: '3 0 0 0 0 0 3', 'unavailable.notHeld': '3 0 0 0 0 0 3' },
    zeros: seven,
    review: noReview,
    findings: [
      ['section-title', 'information', '一、政府信息公开工作总体情况'],
      ['leftover', 'information', '[bookmark: _GoBack]'],
      ['section-title', 'information', '三、政府信息依申请公开办理情况'],
      ['results-total', 'error', '0'],
      ['results-total', 'error', '0'],
      ['section-title', 'information', '五、存在的主要问题和改进措施'],
      ['section-title', 'information', '六、其他需要报告事项'],
    ],
  },
  '002-tabs-shifted-rows.txt': {
    organ: '沙岭县交通运输局',
    year: 2020,
    proactive: '0 0 0 2 2 11 35 -2 1468 20 0 312 188 5 640 9 0 17 2 -1 8 731.6',
    requests: {
      received: '6 1 0 0 1 0 8',
      granted: '3 1 0 0 0 0 4',
      'denied.stateSecret': '1 0 0 0 0 0 1',
      'unavailable.notHeld': '1 0 0 0 1 0 2',
      resultsTotal: '5 1 0 0 1 0 7',
      carriedOut: '1 0 0 0 0 0 1',
    },
    zeros: seven,
    review: '0 1 0 0 1 0 0 0 0 0 1 0 0 1 2',
    findings: [['row-label', 'information', '2.其他法律法规禁止公开']],
  },
  '003-pipes-page-break.md': {
    organ: '双河县水务局',
    year: 2020,
    proactive: '0 0 0 1 1 7 19 3 245 11 0 38 42 -6 29 3 0 1 4 0 5 318.2',
    requests: {
      received: '2 1 0 0 0 0 3',
      granted: '1 1 0 0 0 0 2',
      ...blankRows('denied', [
        'stateSecret', 'prohibitedByLaw', 'endangersSecurity', 'thirdPartyRights', 'internalAffairs', 'processInformation',
        'enforcementFile', 'administrativeInquiry',
      ], totalOnly),
      'unavailable.notHeld': '1 0 0 0 0 0 1',
      ...blankRows('notProcessed', ['petition', 'duplicate', 'publication', 'excessive', 'reissue'], '_ _ _ _ _ _ _'),
      resultsTotal: '2 1 0 0 0 0 3',
    },
    zeros: seven,
    review: noReview,
    findings: [
      ['blank-cell', 'warning', ''],
      ['row-label', 'information', '2.其他法律法规禁止公开'],
      ['split-table', 'information', ''],
      ['blank-cell', 'warning', ''],
    ],
  },
  '004-word-blank-cells.txt': {
    organ: '梅岭镇人民政府',
    year: 2019,
    proactive: '0 0 0 1 1 1 6 0 83 12 0 209 4 0 2 0 0 0 0 0 3 25.6',
    requests: {},
    zeros: totalOnly,
    review: '0 0 0 0 0 _ _ _ _ 0 _ _ _ _ 0',
    findings: [
      ['blank-cell', 'warning', ''],
      ['blank-cell', 'warning', ''],
      ['blank-cell', 'warning', ''],
      ['leftover', 'information', '[bookmark: _GoBack]'],
      ['section-title', 'hint', '六、其他需要报告的事'],
    ],
  },
};

describe('twins of reports met in the field', () => {
  for (const [name, twin] of Object.entries(twins)) {
    const text = readFileSync(new URL(`../fixtures/twins/${name}`, import.meta.url), 'utf8');
    const { reports, diagnostics } = read(text, name.endsWith('.md') ? 'markdown' : 'plaintext');
    const at = offsets(text);

    it(`${name}: organ, year and every figure are read`, () => {
      assert.equal(reports.length, 1);
      assert.equal(reports[0]?.organ, twin.organ);
      assert.equal(reports[0]?.year, twin.year);
      const figures = figureDefinitions(formOf('2019')).map(({ id }) => [id, reports[0]?.figures[id]?.value] as const);
      assert.deepEqual(Object.fromEntries(withoutBlanks(figures)), Object.fromEntries(withoutBlanks(expectedFigures(twin))));
    });

    it(`${name}: each number stands where it is said to stand`, () => {
      for (const [id, { value, range }] of Object.entries(reports[0]?.figures ?? {})) {
        if (value !== null) {
          const written = text.slice(at(range.start), at(range.end)).replace('增', '').replace('减', '-').replace('万元', '');
          assert.equal(Number(written), value, id);
        }
      }
    });

    it(`${name}: what a careful reader finds, and no more`, () => {
      const found = diagnostics.map(({ code, severity, range }) => {
        const place = text.slice(at(range.start), at(range.end));
        assert.notEqual(place, '');
        return [code, severity, code === 'blank-cell' || code === 'split-table' ? '' : place];
      });
      assert.deepEqual(found, twin.findings);
    });
  }

  it('the two totals of 0 are those of 自然人 and 总计', () => {
    const text = readFileSync(new URL('../fixtures/twins/001-word-totals-of-zero.txt', import.meta.url), 'utf8');
    const wrong = read(text, 'plaintext').diagnostics.filter(({ code }) => code === 'results-total');
    assert.deepEqual(wrong.map(({ figure }) => figure), [
      'requests.resultsTotal.naturalPerson', 'requests.resultsTotal.total',
    ]);
  });
});

function blankRows(group: string, rows: readonly string[], figures: string): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [`${group}.${row}`, figures]));
}

function expectedFigures(twin: Twin): (readonly [string, number | undefined])[] {
  const { tables } = formOf('2019');
  const requests = (tables.get('requests')?.rows ?? []).map(({ id }) => twin.requests[id] ?? twin.zeros).join(' ');
  const words = `${twin.proactive} ${requests} ${twin.review}`.split(' ');
  const definitions = figureDefinitions(formOf('2019'));
  assert.equal(words.length, definitions.length);
  return definitions.map(({ id }, index) => [id, /^-?\d/.test(words[index] ?? '') ? Number(words[index]) : undefined]);
}

/** A blank figure may be null or absent. */
function withoutBlanks<T>(figures: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  return figures.filter(([, value]) => value !== undefined && value !== null);
}
