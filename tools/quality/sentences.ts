import { readFileSync } from 'node:fs';

import { noDamage } from '../../test/support/damage.ts';
import { balancedFigures } from '../../test/support/figures.ts';
import { layouts } from '../../test/support/layouts/index.ts';
import type { SectionId } from '../../test/support/prose.ts';
import { seeded } from '../../test/support/random.ts';
import { read } from '../../test/support/reading.ts';
import { formOf, reportWith, withFigures, type FormId } from '../../test/support/source.ts';
import { table } from './tally.ts';

/** A sentence that other checkers take for a contradiction of the figures, and that is none. */
interface Sentence {
  readonly text: string;
  readonly section: string;
  readonly year: number;
  readonly form: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly organ?: string;
}

const proseCodes = new Set(['narrative-mismatch', 'narrative-sum', 'narrative-percentage', 'stale-year', 'report-period']);
const empty = { preamble: [], overview: [], proactive: [], requests: [], review: [], problems: [], other: [] };

/** False alarms on sentences that only look wrong, each inside a report with the figures that it speaks of. */
export function measureSentences(): { passed: boolean; text: string } {
  const list = JSON.parse(readFileSync(new URL('../../test/support/negative-sentences.json', import.meta.url), 'utf8')) as Sentence[];
  const alarms = list.filter(raisesAlarm);
  return {
    passed: list.length > 0 && alarms.length === 0,
    text: [
      table(['negative sentences', 'false alarms'], [[String(list.length), String(alarms.length)]]),
      ...alarms.map(({ text }) => `- ${text}`),
    ].join('\n'),
  };
}

function raisesAlarm(sentence: Sentence): boolean {
  const form: FormId = sentence.form === '2019' ? '2019' : '2021';
  const blank = reportWith(form, balancedFigures(formOf(form), new Map()), seeded(1));
  const organ = sentence.organ ?? blank.organ;
  const report = withFigures({
    ...blank,
    organ,
    year: sentence.year,
    title: `${organ}${sentence.year}年政府信息公开工作年度报告`,
    prose: { ...empty, [sentence.section as SectionId]: [sentence.text] },
  }, new Map(Object.entries(sentence.figures)));
  const [layout] = layouts;
  const laidOut = layout?.lay(report, noDamage);
  const { diagnostics } = read(laidOut?.text ?? '', 'markdown');
  return diagnostics.some(({ code }) => proseCodes.has(code));
}
