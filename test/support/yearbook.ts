import { balancedFigures, leafIds, type Figures } from './figures.ts';
import { htmlPage } from './layouts/html.ts';
import type { Language } from './layouts/index.ts';
import { lines } from './layouts/lines.ts';
import { pipe } from './layouts/pipe.ts';
import { tabs } from './layouts/tabs.ts';
import { noDamage } from './damage.ts';
import { seeded, type Random } from './random.ts';
import { formOf, type ReportSource } from './source.ts';

/** A report of a folder of many organs and years. */
export interface YearbookReport {
  readonly path: string;
  /** The name that the organ has now. */
  readonly unit: string;
  /** As its title names it. */
  readonly organ: string;
  readonly year: number;
  readonly figures: Figures;
  readonly problems: readonly string[];
}

/** Reports that fit each other: what is carried over, in force and summed agrees. */
export interface Yearbook {
  readonly government: string;
  readonly units: readonly string[];
  readonly reports: readonly YearbookReport[];
  readonly settings: { readonly organs: Readonly<Record<string, readonly string[]>>; readonly hierarchy: Readonly<Record<string, readonly string[]>> };
}

/** Changes the figures of one organ and year, from which the government's are then summed. */
type Change = (figures: Map<string, number>) => void;

export interface YearbookOptions {
  readonly seed: number;
  readonly units: number;
  /** In order. */
  readonly years: readonly number[];
  /** By `unit year`: mistakes of units, which go into the government's sums as well. */
  readonly changes?: ReadonlyMap<string, Change>;
  /** The same with the government's own figures, summed from the units. */
  readonly sums?: ReadonlyMap<number, (figures: Map<string, number>, of: (unit: string) => Figures) => void>;
}

const form = formOf('2021');
const applicants = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
const matters = ['水务', '林业', '民政', '教育', '司法', '财政', '审计', '统计', '档案', '体育', '农机', '气象'];
const bodies = ['局', '服务中心', '管理站', '监督所', '执法大队'];

/** The name of the unit that has another name in all years but the last. */
export const renamedUnit = { now: '青禾县水务局', before: '青禾县水利局' };

export function unitNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `青禾县${matters[at % matters.length]}${bodies[Math.floor(at / matters.length) % bodies.length]}`);
}

/** Makes a folder; units 1 and 2 carry nothing over and have no documents in force, so that leaving them out shows in one year alone. */
export function makeYearbook({ seed, units: count, years, changes = new Map(), sums = new Map() }: YearbookOptions): Yearbook {
  const random = seeded(seed);
  const units = unitNames(count);
  const government = '青禾县';
  const reports: YearbookReport[] = [];
  let last = new Map<string, Figures>();
  for (const year of years) {
    const now = new Map(units.map((unit, at) => {
      const figures = new Map(figuresOf(random, last.get(unit), at === 1 || at === 2));
      changes.get(`${unit} ${year}`)?.(figures);
      return [unit, figures as Figures] as const;
    }));
    const summed = new Map(form.data.tables.flatMap((table) => [...(form.tables.get(table.id)?.figures ?? [])])
      .map(({ id }) => [id, rounded([...now.values()].reduce((sum, figures) => sum + (figures.get(id) ?? 0), 0))]));
    sums.get(year)?.(summed, (unit) => now.get(unit) ?? new Map<string, number>());
    const isLast = year === years.at(-1);
    for (const [unit, figures] of now) {
      const organ = unit === renamedUnit.now && !isLast ? renamedUnit.before : unit;
      reports.push({ path: `${year}/${organ}.md`, unit, organ, year, figures, problems: problemsOf(organ, year, random) });
    }
    reports.push({ path: `${year}/青禾县.md`, unit: government, organ: '青禾县人民政府', year, figures: summed, problems: problemsOf(government, year, random) });
    last = now;
  }
  return { government, units, reports, settings: { organs: { [renamedUnit.now]: [renamedUnit.before] }, hierarchy: { [government]: units } } };
}

function figuresOf(random: Random, last: Figures | undefined, isQuiet: boolean): Figures {
  const leaves = new Map(leafIds(form).map((id) => [id, random.chance(0.3) ? random.integer(1, 40) : 0]));
  leaves.set('proactive.licensing.decisions', random.integer(1, 900));
  for (const column of ['issued', 'repealed', 'inForce']) {
    leaves.set(`proactive.regulations.${column}`, 0);
    leaves.set(`proactive.normativeDocuments.${column}`, isQuiet ? 0 : (leaves.get(`proactive.normativeDocuments.${column}`) ?? 0));
  }
  const [issued = 0, repealed = 0] = ['issued', 'repealed'].map((column) => leaves.get(`proactive.normativeDocuments.${column}`));
  const before = last?.get('proactive.normativeDocuments.inForce') ?? leaves.get('proactive.normativeDocuments.inForce') ?? 0;
  const kept = Math.min(repealed, before);
  leaves.set('proactive.normativeDocuments.repealed', kept);
  leaves.set('proactive.normativeDocuments.inForce', last ? before + issued - kept : Math.max(before, issued));
  for (const column of applicants) {
    const results = [...leaves].filter(([id]) => id.startsWith('requests.') && id.endsWith(`.${column}`) && !/\.carried/u.test(id))
      .reduce((sum, [, value]) => sum + value, 0);
    const carriedIn = last?.get(`requests.carriedOut.${column}`) ?? 0;
    leaves.set(`requests.carriedIn.${column}`, carriedIn);
    leaves.set(`requests.carriedOut.${column}`, isQuiet ? 0 : Math.max(random.integer(0, 3), carriedIn - results));
  }
  return balancedFigures(form, leaves);
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** Words of the section on problems, which no other organ or year has. */
function problemsOf(organ: string, year: number, random: Random): readonly string[] {
  const weak = random.pick(['解读', '检索', '归档', '答复', '审查', '培训']);
  const [more, fewer] = [random.integer(11, 99), random.integer(11, 99)];
  return [
    `${organ}${year}年的公开工作还有不足：${weak}环节力量偏弱，抽查的${more}条信息里有${fewer % 10}条更新不够及时，群众反映的${fewer}项诉求办得慢。`,
    `对照${weak}方面的短板，已增配人员${fewer % 7}名，修订流程${more % 5}处；${year + 1}年将按季度抽查，重点看${weak}的时限和质量。`,
  ];
}

/** Layouts without a finding of their own. */
const layouts = [pipe, tabs, lines, htmlPage];

/** The text of a report, in one of some layouts. */
export function textOf({ organ, year, figures, problems }: YearbookReport, layout = 0): { readonly text: string; readonly language: Language } {
  const figure = (id: string): number => figures.get(id) ?? 0;
  const [received, carriedIn, results, carriedOut] = ['received', 'carriedIn', 'resultsTotal', 'carriedOut'].map((row) => figure(`requests.${row}.total`));
  const source: ReportSource = {
    form: '2021', organ, year, figures, title: `${organ}${year}年政府信息公开工作年度报告`,
    prose: {
      preamble: [`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`],
      overview: [`${year}年，${organ}新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${results}件，结转下年度${carriedOut}件。`],
      proactive: [], requests: [], review: [],
      problems,
      other: ['本年度未收取信息处理费，没有其他需要报告的事项。'],
    },
  };
  const laidOut = layouts[layout % layouts.length]?.lay(source, noDamage);
  if (!laidOut) {
    throw new Error('no layout');
  }
  return { text: laidOut.text, language: laidOut.language };
}
