import type { Form } from '../../forms/index.ts';
import {
  checkLeads, checkYears, compareProse, compareStatements, mentionedFigures, reportYearEvidence,
  type MentionedFigures, type ProseContext, type ProseFinding, type SaidTwice, type YearEvidence, type YearFinding,
} from './index.ts';
import { findFigure } from '../find-figure.ts';
import { readingOf, wordsOf } from './readings.ts';
import type { BoundTable, Report, Section } from '../report.ts';
import { readYear } from '../title.ts';
import type { Node, Prose } from '../../syntax/tree.ts';
import { memoised } from '../memo.ts';
import { membersOf } from '../arithmetic/lines.ts';
import { isNarrative } from './narrative.ts';
import { Notes } from '../../syntax/notes.ts';

/** What a sentence says amiss, and in which paragraph. */
export interface InProse<Kind> {
  readonly prose: Prose;
  readonly found: Kind;
}

/** The contradictions between a report's words and its tables. */
export const contradictions = memoised((report: Report): readonly InProse<ProseFinding>[] => {
  let all: InProse<ProseFinding>[] = [];
  for (const section of report.sections) {
    const own = contradictionsIn(report, section);
    all = own.length === 0 ? all : [...all, ...own];
  }
  return all;
});

function contradictionsIn(report: Report, section: Section): readonly InProse<ProseFinding>[] {
  let found: readonly InProse<ProseFinding>[] = [];
  let heading = '';
  for (const node of section.nodes) {
    if (node.kind === 'heading') {
      heading = node.text;
    } else if (node.kind === 'prose') {
      const own = compareWith(report, node, { section: section.data.id, heading });
      found = own.length === 0 || !isNarrative(node, section, report) ? found : [...found, ...own];
    }
  }
  return found;
}

/** A number that the report tells otherwise before, in the same words. */
interface SaidOtherwise {
  readonly said: InProse<SaidTwice['said']>;
  readonly before: InProse<SaidTwice['before']>;
}

/** Numbers of the report's sentences that it tells twice, with different values. */
export const saidOtherwise = memoised((report: Report): readonly SaidOtherwise[] => {
  const paragraphs = report.sections.flatMap((section) => {
    let heading = '';
    return section.nodes.flatMap((node) => {
      heading = node.kind === 'heading' ? node.text : heading;
      return node.kind === 'prose' && readingOf(node, report.forms).statements.length > 0 && isNarrative(node, section, report)
        ? [{ prose: node, reading: readingOf(node, report.forms), heading }]
        : [];
    });
  });
  return compareStatements(paragraphs, report.year, report.organ).flatMap(({ paragraph, first, said, before }) => {
    const [here, there] = [paragraphs[paragraph]?.prose, paragraphs[first]?.prose];
    return here && there ? [{ said: { prose: here, found: said }, before: { prose: there, found: before } }] : [];
  });
});

interface Surroundings {
  readonly section: string;
  /** The nearest sub-heading above; empty where there is none. */
  readonly heading: string;
}

/** A comparison with everything that it depended on besides the paragraph. */
interface Comparison extends Surroundings {
  readonly year: number | undefined;
  readonly form: string;
  readonly organ: string | undefined;
  /** The figures that it asked for, and what it was told. */
  readonly read: ReadonlyMap<string, { readonly value: number | undefined; readonly suspect: boolean }>;
  readonly findings: readonly InProse<ProseFinding>[];
}

const comparisons = new Notes<Prose, Comparison>();
const nothing: readonly InProse<ProseFinding>[] = [];

/** Compares a paragraph with the tables; anew only if something that it asked for has changed. */
function compareWith(report: Report, prose: Prose, { section, heading }: Surroundings): readonly InProse<ProseFinding>[] {
  const reading = readingOf(prose, report.forms);
  if (reading.mentions.length + reading.totals.length + reading.percentages.length + reading.denials.length === 0) {
    return nothing;
  }
  const around = { section, heading, form: formOf(report), year: report.year, organ: report.organ };
  const before = comparisons.get(prose);
  if (before && isSame(before, around) && stillReads(report, before)) {
    return before.findings;
  }
  const read = new Map<string, { value: number | undefined; suspect: boolean }>();
  const ask = (id: string): { value: number | undefined; suspect: boolean } => {
    const answer = read.get(id) ?? { value: valueOf(report, id), suspect: isSuspect(report, id) };
    read.set(id, answer);
    return answer;
  };
  const findings = compareProse(reading, { ...around, words: wordsOf(report.forms), value: (id) => ask(id).value, suspect: (id) => ask(id).suspect })
    .map((found) => ({ prose, found }));
  comparisons.set(prose, { ...around, read, findings });
  return findings;
}

function isSame(one: Comparison, other: Omit<Comparison, 'read' | 'findings'>): boolean {
  return one.section === other.section && one.heading === other.heading && one.form === other.form && one.year === other.year
    && one.organ === other.organ;
}

function stillReads(report: Report, { read }: Comparison): boolean {
  for (const [id, { value, suspect }] of read) {
    if (valueOf(report, id) !== value || isSuspect(report, id) !== suspect) {
      return false;
    }
  }
  return true;
}

/** The numbers in a report's sentences that are about figures of its tables, in the order of the text. */
export const mentionsOf = memoised((report: Report): readonly InProse<MentionedFigures>[] =>
  report.sections.flatMap((section) => {
    let heading = '';
    return section.nodes.flatMap((node) => {
      heading = node.kind === 'heading' ? node.text : heading;
      return node.kind === 'prose' && isNarrative(node, section, report)
        ? mentionedFigures(readingOf(node, report.forms), contextOf(report, section.data.id, heading)).map((found) => ({ prose: node, found }))
        : [];
    });
  }));

function contextOf(report: Report, section: string, heading: string): ProseContext {
  return {
    section,
    heading,
    form: formOf(report),
    words: wordsOf(report.forms),
    year: report.year,
    organ: report.organ,
    value: (id) => valueOf(report, id),
    suspect: () => false,
  };
}

function formOf(report: Report): string {
  return (report.tables.get('requests') ?? [...report.tables.values()][0])?.form.form ?? report.form?.data.id ?? '';
}

function valueOf(report: Report, id: string): number | undefined {
  const found = findFigure(report, id);
  if (found === undefined) {
    return undefined;
  }
  const { table, definition: { column, index } } = found;
  return (column.kind === 'amount' ? table.figures[index]?.value : table.values[index]) ?? undefined;
}

/** Whether the figure carries an arithmetic finding, or may be what one is about: it is not compared again. */
function isSuspect(report: Report, id: string): boolean {
  const found = findFigure(report, id);
  return found !== undefined && suspects(found.table).has(id);
}

const suspects = memoised(({ analysis, form }: BoundTable): ReadonlySet<string> => {
  const figures = analysis.findings.flatMap(({ figure, open, broken, act }) =>
    [figure, ...(open ? broken.flatMap((index) => membersOf(form.system, index)) : []), ...(act?.cells ?? []).map((cell) => cell.figure)]);
  return new Set(figures.flatMap((figure) => form.figures[figure]?.id ?? []));
});

/** Years in the report's own name, period or sentences that are not the one that the report is held to be of. */
export const wrongYears = memoised((report: Report): readonly InProse<YearFinding>[] => {
  const { agreement: { other, dissent }, preamble, sections, title } = report;
  const isTitleOpen = dissent?.voice === 'title' && !dissent.isCertain;
  const year = dissent && !isTitleOpen ? other : report.year;
  if (year === undefined) {
    return [];
  }
  let found: readonly InProse<YearFinding>[] = [];
  const check = (nodes: readonly Node[], section: string | undefined): void => {
    for (const node of nodes) {
      if (node.kind === 'prose') {
        const own = wrongYearsIn(node, year, section, report.forms);
        found = own.length === 0 ? found : [...found, ...own];
      }
    }
  };
  check(sections.length === 0 ? report.nodes : preamble, undefined);
  sections.forEach(({ data, nodes }) => check(nodes, data.id));
  if (isTitleOpen) {
    return found.filter(({ found: { code, again } }) => code === 'report-period' && !again);
  }
  const leads = title?.year === undefined && dissent?.voice !== 'text' ? [] : sections.flatMap((section) => staleLeads(section, year, report.forms));
  return leads.length === 0 ? found : [...found, ...leads];
});

/** Where the report's period, its own name or a sentence says that it is of a year. */
export function yearsSaid({ preamble, sections, forms }: Report, year: number): InProse<YearEvidence>[] {
  const parts = [{ section: undefined, nodes: preamble }, ...sections.map(({ data, nodes }) => ({ section: data.id, nodes }))];
  return parts.flatMap(({ section, nodes }) => nodes.flatMap((node) => (node.kind === 'prose'
    ? reportYearEvidence(readingOf(node, forms), section).filter((found) => found.year === year).map((found) => ({ prose: node, found })) : [])));
}

/** Sentences left from last year's report; none below a heading that names a year of its own. */
function staleLeads({ data, prose, subheadings }: Section, year: number, forms: readonly Form[]): InProse<YearFinding>[] {
  const paragraphs = prose.map((node) => ({ reading: readingOf(node, forms), text: node.text }));
  if (paragraphs.every(({ reading }) => reading.leads.length === 0) || subheadings.some(({ text }) => readYear(text) !== undefined)) {
    return [];
  }
  return checkLeads(data.id, paragraphs, year).flatMap((findings, at) => findings.map((found) => ({ prose: prose[at] as Prose, found })));
}

const yearChecks = new Notes<Prose, { readonly year: number; readonly section: string | undefined; readonly findings: readonly InProse<YearFinding>[] }>();
const noYears: readonly InProse<YearFinding>[] = [];

function wrongYearsIn(prose: Prose, year: number, section: string | undefined, forms: readonly Form[]): readonly InProse<YearFinding>[] {
  const before = yearChecks.get(prose);
  if (before?.year === year && before.section === section) {
    return before.findings;
  }
  const reading = readingOf(prose, forms);
  const findings = reading.years.length + reading.periods.length === 0
    ? noYears
    : checkYears(reading, prose.text, year, section).map((found) => ({ prose, found }));
  yearChecks.set(prose, { year, section, findings });
  return findings;
}
