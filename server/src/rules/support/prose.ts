import { checkYears, compareProse, readProse, type ProseFinding, type ProseReading, type YearFinding } from '../../model/prose/index.ts';
import type { BoundTable, Place, Report, Section } from '../../model/report.ts';
import { placeIn } from '../../syntax/lines.ts';
import type { Prose } from '../../syntax/tree.ts';
import { memoised } from './memo.ts';

/** What a sentence says amiss, and in which paragraph. */
export interface InProse<Kind> {
  readonly prose: Prose;
  readonly found: Kind;
}

export const readingOf = memoised((prose: Prose): ProseReading => readProse(prose.text));

/** The contradictions between a report's words and its tables. */
export const contradictions = memoised((report: Report): readonly InProse<ProseFinding>[] => {
  let all: InProse<ProseFinding>[] = [];
  for (const section of report.sections) {
    const own = contradictionsIn(report, section);
    all = own.length === 0 ? all : [...all, ...own];
  }
  return all;
});

function contradictionsIn(report: Report, section: Section): InProse<ProseFinding>[] {
  const found: InProse<ProseFinding>[] = [];
  let heading: string | undefined;
  for (const node of section.nodes) {
    if (node.kind === 'heading') {
      heading = node.text;
    } else if (node.kind === 'prose') {
      const reading = readingOf(node);
      if (reading.mentions.length + reading.totals.length + reading.percentages.length + reading.denials.length > 0) {
        for (const finding of compareProse(reading, contextFor(report, section, heading))) {
          found.push({ prose: node, found: finding });
        }
      }
    }
  }
  return found;
}

function contextFor(report: Report, section: Section, heading: string | undefined): Parameters<typeof compareProse>[1] {
  const requests = report.tables.get('requests') ?? [...report.tables.values()][0];
  return {
    value: (id) => valueOf(report, id),
    suspect: (id) => isSuspect(report, id),
    year: report.year ?? null,
    form: requests?.form.form ?? report.form?.data.id ?? '',
    section: section.data.id,
    organ: report.title?.organ ?? null,
    ...(heading === undefined ? {} : { heading }),
  };
}

function valueOf({ tables }: Report, id: string): number | null {
  const table = tables.get(id.slice(0, id.indexOf('.')));
  const definition = table?.form.figureById.get(id);
  return definition === undefined ? null : (table?.values[definition.index] ?? null);
}

/** Whether the figure carries an arithmetic finding: it is not compared again. */
function isSuspect({ tables }: Report, id: string): boolean {
  const table = tables.get(id.slice(0, id.indexOf('.')));
  return table !== undefined && suspects(table).has(id);
}

const suspects = memoised((table: BoundTable): ReadonlySet<string> =>
  new Set(table.analysis.findings.flatMap(({ figure }) => table.form.figures[figure]?.id ?? [])));

/** Years in the report's own name or period that are not its year. */
export const wrongYears = memoised((report: Report): readonly InProse<YearFinding>[] => {
  const { year } = report;
  if (year === undefined) {
    return [];
  }
  const found: InProse<YearFinding>[] = [];
  for (const node of report.nodes) {
    if (node.kind === 'prose') {
      const reading = readingOf(node);
      if (reading.years.length + reading.periods.length > 0) {
        checkYears(reading, node.text, year).forEach((finding) => found.push({ prose: node, found: finding }));
      }
    }
  }
  return found;
});

export function placeInProse(prose: Prose, { start, end }: { readonly start: number; readonly end: number }): Place {
  const from = placeIn(prose, start);
  return { chunk: prose.chunk, start: from, end: Math.max(from + 1, placeIn(prose, end - 1) + 1) };
}
