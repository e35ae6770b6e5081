import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareProse, formatNumber, readProse, type NumberStyle } from '../../../server/src/model/prose/index.ts';
import { toTraditional } from '../../support/traditional.ts';
import { officialWords } from '../../support/words.ts';

/** Slots that have one meaning only: a wrong number in one of them is always a finding. */
const slots = {
  N: 'requests.received.total',
  I: 'requests.carriedIn.total',
  O: 'requests.carriedOut.total',
  F: 'requests.resultsTotal.total',
  G: 'requests.granted.total',
  P: 'requests.partlyGranted.total',
  R: 'review.reconsideration.total',
  D: 'review.directLitigation.total',
  A: 'review.litigationAfterReconsideration.total',
  C: 'proactive.normativeDocuments.issued',
  X: 'proactive.normativeDocuments.repealed',
  V: 'proactive.normativeDocuments.inForce',
} as const;

type Slot = keyof typeof slots;

const templates = [
  '2021年，本机关新收政府信息公开申请{N}件，上年结转{I}件，结转下年度继续办理{O}件。',
  '全年新收{N}件政府信息公开申请，同比有所增长；上年度结转{I}件，结转下一年度{O}件。',
  '（二）依申请公开。全年新收到申请{N}件，上年结转{I}件。予以公开{G}件，部分公开{P}件，结转下年{O}件。',
  '办结政府信息公开申请{F}件，其中予以公开{G}件，部分公开{P}件。',
  '因政府信息公开被申请行政复议{R}件，未经复议直接起诉{D}件，复议后起诉{A}件。',
  '本年度制发行政规范性文件{C}件，废止{X}件，现行有效{V}件。',
  '现行有效的规范性文件共{V}件，本年新制定规范性文件{C}件、废止规范性文件{X}件。',
];

const styles: readonly NumberStyle[] = [
  { script: 'digits', wide: false, separator: '', liang: false },
  { script: 'digits', wide: false, separator: ',', liang: false },
  { script: 'digits', wide: true, separator: '', liang: false },
  { script: 'chinese', wide: false, separator: '', liang: false },
  { script: 'chinese', wide: false, separator: '', liang: false, traditional: true },
];

/** Figures of which the requests balance. */
const tables = fc
  .record({
    N: fc.integer({ min: 1, max: 30_000 }),
    I: fc.integer({ min: 0, max: 40 }),
    O: fc.integer({ min: 0, max: 40 }),
    share: fc.integer({ min: 0, max: 100 }),
    R: fc.integer({ min: 0, max: 200 }),
    D: fc.integer({ min: 0, max: 200 }),
    A: fc.integer({ min: 0, max: 200 }),
    C: fc.integer({ min: 0, max: 50 }),
    X: fc.integer({ min: 0, max: 50 }),
    V: fc.integer({ min: 0, max: 3000 }),
  })
  .map(({ share, ...own }): Record<Slot, number> => {
    const O = Math.min(own.O, own.N + own.I);
    const F = own.N + own.I - O;
    const G = Math.floor((F * share) / 100);
    return { ...own, O, F, G, P: F - G };
  });

function write(template: string, values: Record<Slot, number>, style: NumberStyle): string {
  const words = style.traditional ? toTraditional(template) : template;
  return words.replace(/\{([A-Z])\}/gu, (_, slot: Slot) => formatNumber(values[slot], style));
}

function findingsOf(text: string, values: Record<Slot, number>): ReturnType<typeof compareProse> {
  const byId = new Map((Object.keys(slots) as Slot[]).map((slot) => [slots[slot] as string, values[slot]]));
  const context = { words: officialWords, year: 2021, form: '2021', section: 'requests', suspect: () => false };
  return compareProse(readProse(text), { ...context, value: (id) => byId.get(id) ?? 0 });
}

describe('sentences made from a table', () => {
  for (const template of templates) {
    const named = [...template.matchAll(/\{([A-Z])\}/gu)].map(([, slot]) => slot as Slot);

    it(`say what it says: ${template}`, () => {
      fc.assert(
        fc.property(tables, fc.constantFrom(...styles), (values, style) => {
          assert.deepEqual(findingsOf(write(template, values, style), values), []);
        }),
      );
    });

    it(`are found out where one number is wrong: ${template}`, () => {
      const single = named.filter((slot) => slot !== 'F');
      fc.assert(
        fc.property(
          tables,
          fc.constantFrom(...styles),
          fc.constantFrom(...single),
          fc.integer({ min: 1, max: 500 }),
          (values, style, slot, more) => {
            const said = { ...values, [slot]: values[slot] + more };
            const text = write(template, said, style);
            const [finding, ...others] = findingsOf(text, values);
            assert.equal(finding?.figure, slots[slot], text);
            assert.equal(finding?.replacement, formatNumber(values[slot], style));
            assert.deepEqual(others, []);
          },
        ),
      );
    });
  }
});
