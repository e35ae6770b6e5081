import fc from 'fast-check';

import type { Form } from '../../server/src/forms/index.ts';
import { figuresArbitrary, randomFigures, type Figures } from './figures.ts';
import { writeProse, type Prose } from './prose.ts';
import { seeded, type Random } from './random.ts';
import { threeForms } from './third-form.ts';

/** The official forms, and one that is invented. */
export type FormId = '2019' | '2021' | '2031';

/** The years of reports that are made. */
const years: Readonly<Record<FormId, readonly [number, number]>> = { 2019: [2019, 2020], 2021: [2021, 2025], 2031: [2031, 2035] };

/** What stands in a figure's cell: a number, nothing (null), or words that are no number. */
type CellContent = number | null | string;

/** A report before it is laid out. */
export interface ReportSource {
  readonly form: FormId;
  /** The form as printed, where its columns stand in another order than the official one. */
  readonly printed?: Form;
  readonly organ: string;
  readonly year: number;
  /** By figure id; a figure that is not named is blank. */
  readonly figures: ReadonlyMap<string, CellContent>;
  readonly prose: Prose;
  /** The title in one line. */
  readonly title: string;
  /** How the title is written, where that is more than one line of it: its lines, and what stands above and below. */
  readonly head?: { readonly above: readonly string[]; readonly title: readonly string[]; readonly below: readonly string[] };
}

const organs = [
  '白桦县林业局', '青禾县交通运输局', '云溪市水务局', '临泉镇人民政府', '望湖区教育局', '松岭市住房和城乡建设局', '石桥乡人民政府',
  '南麓市人民政府办公室', '金穗区农业农村局', '北渡县',
];

const titles: readonly ((organ: string, year: number) => string)[] = [
  (organ, year) => `${organ}${year}年政府信息公开工作年度报告`,
  (organ, year) => `${organ}${year}年度政府信息公开工作年度报告`,
  (organ, year) => `${organ}${year}年政府信息公开年度报告`,
  (organ, year) => `${organ}${year}年政府信息公开工作年报`,
  (organ, year) => `${year}年${organ}政府信息公开工作年度报告`,
];

export function formOf(id: FormId): Form {
  const form = threeForms.find(({ data }) => data.id === id);
  if (form === undefined) {
    throw new Error(`no form ${id}`);
  }
  return form;
}

/** A report of the form with these figures; organ, year, title and prose come from chance. */
export function reportWith(form: FormId, drawn: Figures, random: Random): ReportSource {
  const organ = random.pick(organs);
  const figures = /县|镇|乡/.test(organ) ? withoutRules(drawn) : drawn;
  const year = random.integer(...years[form]);
  const figure = (id: string): number => figures.get(id) ?? 0;
  const prose = writeProse({
    organ,
    year,
    received: figure('requests.received.total'),
    carriedIn: figure('requests.carriedIn.total'),
    results: figure('requests.resultsTotal.total'),
    carriedOut: figure('requests.carriedOut.total'),
    reconsideration: figure('review.reconsideration.total'),
    litigation: figure('review.directLitigation.total') + figure('review.litigationAfterReconsideration.total'),
    feeUnpaid: figure('requests.otherResult.feeUnpaid.total'),
  }, random);
  return { form, organ, year, figures, prose, title: random.pick(titles)(organ, year) };
}

/** Below cities with districts nobody makes rules (规章). */
function withoutRules(figures: Figures): Figures {
  return new Map([...figures].map(([id, value]) => [id, id.startsWith('proactive.regulations.') ? 0 : value]));
}

/** The same report with some cells changed. */
export function withFigures(report: ReportSource, changes: ReadonlyMap<string, CellContent>): ReportSource {
  return { ...report, figures: new Map([...report.figures, ...changes]) };
}

/** A consistent report made from a seed. */
export function randomReport(form: FormId, random: Random): ReportSource {
  return reportWith(form, randomFigures(formOf(form), random), random);
}

/** Consistent reports of both official forms, or of others. */
export function reportArbitrary(...forms: readonly FormId[]): fc.Arbitrary<ReportSource> {
  return fc.constantFrom<FormId>(...(forms.length > 0 ? forms : ['2019', '2021'] as const)).chain((form) =>
    fc.tuple(figuresArbitrary(formOf(form)), fc.nat({ max: 1_000_000 }))
      .map(([figures, seed]) => reportWith(form, figures, seeded(seed))));
}
