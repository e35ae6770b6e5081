import { readFileSync } from 'node:fs';

import { noDamage } from '../../test/support/damage.ts';
import { layouts, type Layout } from '../../test/support/layouts/index.ts';
import type { SectionId } from '../../test/support/prose.ts';
import { seeded } from '../../test/support/random.ts';
import { offsets, read } from '../../test/support/reading.ts';
import { randomReport } from '../../test/support/source.ts';
import { count, isWhole, percent, table, tally, type Tally } from './tally.ts';

/**
 * A sentence that a reviewer marks, in any report: `⟦…⟧` is what is wrong; `{year}` and
 * `{before}` are the report's year and the one before, `{place}` is the place of its organ.
 */
interface Defect {
  readonly code: string;
  readonly section: SectionId;
  readonly text: string;
  /** What the finding stands at, where it is less than what is marked. */
  readonly found?: string;
  /** It is a defect in reports of this year and later. */
  readonly from?: number;
  /** It is one where nothing else stands in the section. */
  readonly isAlone?: boolean;
}

interface Score {
  readonly found: Tally;
  readonly atPlace: Tally;
  /** The same reports without the defect in which the rule is silent. */
  readonly silent: Tally;
}

/** A line of a layout may end within what is wrong. */
const least = 0.85;

const isMost = ({ tried, right }: Tally): boolean => right >= least * tried && tried > 0;

const defects = JSON.parse(readFileSync(new URL('../../test/support/defects.json', import.meta.url), 'utf8')) as Defect[];

/** What reviewers mark besides figures, by rule: found, found at its place, and silent without it. */
export function measureDefects(reports: number): { passed: boolean; text: string } {
  const scores = new Map<string, Score>();
  for (const defect of defects) {
    const score = scores.get(defect.code) ?? { found: tally(), atPlace: tally(), silent: tally() };
    scores.set(defect.code, score);
    layouts.forEach((layout, at) => {
      for (let seed = 0; seed < reports; seed++) {
        tryDefect(defect, layout, seed * layouts.length + at, score);
      }
    });
  }
  return {
    passed: [...scores.values()].every(({ found, atPlace, silent }) => isMost(found) && isMost(atPlace) && isWhole(silent)),
    text: table(['defect', 'found', 'at its place', 'silent without it'],
      [...scores].map(([code, { found, atPlace, silent }]) => [code, percent(found), percent(atPlace), percent(silent)])),
  };
}

function tryDefect({ code, section, text, found: part, from = 0, isAlone = false }: Defect, layout: Layout, seed: number, score: Score): void {
  const random = seeded(seed);
  const report = randomReport(from > 2020 ? '2021' : random.pick(['2019', '2021'] as const), random);
  if (report.year < from || (text.includes('{place}') && !report.organ.endsWith('局'))) {
    return;
  }
  const written = text.replaceAll('{year}', String(report.year)).replaceAll('{before}', String(report.year - 1))
    .replaceAll('{place}', /^.+?[市县区]/u.exec(report.organ)?.[0] ?? '');
  const marked = part ?? /⟦(.+?)⟧/u.exec(written)?.[1];
  const paragraphs = [...(isAlone ? [] : report.prose[section]), written.replace(/[⟦⟧]/gu, '')];
  const findingsIn = (prose: typeof report.prose): { words: string }[] => {
    const { text: laidOut, language } = layout.lay({ ...report, prose }, noDamage);
    const at = offsets(laidOut);
    return read(laidOut, language).diagnostics.filter((finding) => finding.code === code)
      .map(({ range: { start, end } }) => ({ words: laidOut.slice(at(start), at(end)) }));
  };
  const found = findingsIn({ ...report.prose, [section]: paragraphs });
  count(score.found, found.length > 0);
  count(score.atPlace, found.length === 1 && (marked === undefined || found[0]?.words.replaceAll(/[\s\\]|<[^>]*>/gu, '') === marked));
  count(score.silent, findingsIn(report.prose).length === 0);
}
