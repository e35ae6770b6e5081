import { noDamage } from '../../test/support/damage.ts';
import { balancedFigures } from '../../test/support/figures.ts';
import { layouts } from '../../test/support/layouts/index.ts';
import { negativeSentences } from '../../test/support/negative-sentences.ts';
import type { SectionId } from '../../test/support/prose.ts';
import { seeded } from '../../test/support/random.ts';
import { read } from '../../test/support/reading.ts';
import { formOf, reportWith, withFigures, type FormId } from '../../test/support/source.ts';
import { wrongSentences, type SentencePlace, type SpokenReport, type WrongSentence } from '../../test/support/wrong-sentences.ts';
import { table } from './tally.ts';

const wordCodes = new Set(['narrative-mismatch', 'narrative-item', 'narrative-sum', 'narrative-percentage']);
const proseCodes = new Set([...wordCodes, 'stale-year', 'report-period']);
const empty = { preamble: [], overview: [], proactive: [], requests: [], review: [], problems: [], other: [] };
/** So many of the wrong sentences must be found. */
const leastFound = 0.9;

/** False alarms on sentences that only look wrong, and wrong ones found, each inside a report with the figures that it speaks of. */
export function measureSentences(): { passed: boolean; text: string } {
  const alarms = negativeSentences.filter((sentence) => findingsIn({ ...sentence, paragraphs: [sentence.text] }).some(({ code }) => proseCodes.has(code)));
  const missed = wrongSentences.filter((sentence) => !isFound(sentence));
  return {
    passed: negativeSentences.length > 0 && alarms.length === 0 && missed.length <= (1 - leastFound) * wrongSentences.length,
    text: [
      table(['negative sentences', 'false alarms'], [[String(negativeSentences.length), String(alarms.length)]]),
      ...alarms.map(({ text }) => `- ${text}`),
      '',
      table(['wrong sentences found', 'alone', 'below a heading', 'run into it'], foundByKind(missed)),
      ...missed.map(({ kind, place, text }) => `- ${kind}, ${place}: ${text}`),
    ].join('\n'),
  };
}

function foundByKind(missed: readonly WrongSentence[]): string[][] {
  const count = (list: readonly WrongSentence[], kind: string, place: SentencePlace): number =>
    list.filter((sentence) => sentence.kind === kind && sentence.place === place).length;
  return [...new Set(wrongSentences.map(({ kind }) => kind))].map((kind) => [
    kind,
    ...(['alone', 'below a heading', 'run into it'] as const).map((place) => {
      const all = count(wrongSentences, kind, place);
      return `${all - count(missed, kind, place)} of ${all}`;
    }),
  ]);
}

/** Whether what is found in the report is what is marked, and nothing else. */
function isFound({ report, heading, text }: WrongSentence): boolean {
  const plain = text.replace(/[⟦⟧]/gu, '');
  const findings = findingsIn({ ...report, section: 'overview', paragraphs: heading === null ? [plain] : [heading, plain] });
  const found = findings.filter(({ code }) => wordCodes.has(code)).map(({ words }) => words);
  return found.join('|') === [...text.matchAll(/⟦(.+?)⟧/gu)].map(([, words]) => words).join('|');
}

function findingsIn(told: Omit<SpokenReport, 'form' | 'organ'> & { form: string; organ?: string; section: string; paragraphs: string[] }): { code: string; words: string }[] {
  const form: FormId = told.form === '2019' ? '2019' : '2021';
  const blank = reportWith(form, balancedFigures(formOf(form), new Map()), seeded(1));
  const organ = told.organ ?? blank.organ;
  const report = withFigures({
    ...blank,
    organ,
    year: told.year,
    title: `${organ}${told.year}年政府信息公开工作年度报告`,
    prose: { ...empty, [told.section as SectionId]: told.paragraphs },
  }, new Map(Object.entries(told.figures)));
  const [layout] = layouts;
  const { text } = layout?.lay(report, noDamage) ?? { text: '' };
  const { diagnostics } = read(text, 'markdown');
  const lines = text.split('\n');
  return diagnostics.map(({ code, range: { start, end } }) => ({ code, words: (lines[start.line] ?? '').slice(start.character, end.character) }));
}
