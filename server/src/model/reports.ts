import type { SectionData } from '../forms/form.ts';
import { formForYear, type Form } from '../forms/index.ts';
import { normalise } from '../forms/vocabulary.ts';
import type { Chunk, Heading, Node, Prose, Table } from '../syntax/tree.ts';
import { reportYearEvidence } from './prose/index.ts';
import { readingOf } from './readings.ts';
import type { BoundTable, Report, Section } from './report.ts';
import { findSections, type SectionStart } from './sections.ts';
import { createTableBinder } from './tables/bind.ts';
import { isOrganLine, readTitle, readYear, startsWithoutOrgan } from './title.ts';

/** Reads the chunks of a document as reports; what did not change since the last call stays the same object. */
export interface ReportReader {
  read(chunks: readonly Chunk[]): readonly Report[];
}

interface Slice {
  readonly nodes: readonly Node[];
}

export function createReportReader(forms: readonly Form[]): ReportReader {
  const binder = createTableBinder(forms);
  const sections = forms.at(-1)?.data.sections ?? [];
  let known: readonly Report[] = [];
  return {
    read(chunks) {
      const slices = splitReports(chunks, sections);
      const byStart = new Map(known.map((report) => [report.nodes[0], report]));
      known = slices.flatMap((slice) => {
        const old = byStart.get(slice.nodes[0] as Node);
        if (old && isSame(old.nodes, slice.nodes)) {
          return [old];
        }
        const report = assemble(slice.nodes, forms, sections, binder);
        return report ? [report] : [];
      });
      return known;
    },
  };
}

function isSame(one: readonly Node[], other: readonly Node[]): boolean {
  return one.length === other.length && one.every((node, at) => node === other[at]);
}

/** A title right before another one stands in a table of contents. */
function isContentsEntry(nodes: readonly Node[], at: number): boolean {
  const next = nodes[at + 1];
  return next?.kind === 'heading' && next.level === 'section';
}

/** Cuts the nodes of a document where a new report starts: at a title behind sections that has sections of its own. */
function splitReports(chunks: readonly Chunk[], sections: readonly SectionData[]): Slice[] {
  const nodes = chunks.flatMap((chunk) => chunk.nodes);
  const first = normalise(sections[0]?.title ?? '');
  const starts = [0];
  let sectionsSince = 0;
  let firstSince = false;
  let title = '';
  nodes.forEach((node, at) => {
    if (node.kind !== 'heading') {
      return;
    }
    if (node.level === 'title' && sectionsSince > 0 && opensReport(nodes, at, title, first)) {
      const before = nodes[at - 1];
      const organ = before && startsWithoutOrgan(node.text) && isOrganLine(before) && before.kind !== 'heading' ? 1 : 0;
      starts.push(at - organ);
      sectionsSince = 0;
      firstSince = false;
      title = normalise(node.text);
    } else if (node.level === 'title') {
      title ||= normalise(node.text);
    } else if (node.level === 'section' && !isContentsEntry(nodes, at)) {
      const isFirst = normalise(node.text).replace(/^一、/u, '') === first;
      if (isFirst && firstSince && sectionsSince >= 3) {
        starts.push(at);
        sectionsSince = 0;
      }
      firstSince ||= isFirst;
      sectionsSince += 1;
    }
  });
  return starts.map((start, index) => ({ nodes: nodes.slice(start, starts[index + 1] ?? nodes.length) }));
}

/** Whether a title behind sections opens another report; the same title on top of a page does not. */
function opensReport(nodes: readonly Node[], title: number, present: string, first: string): boolean {
  const isRepeated = normalise((nodes[title] as Heading).text) === present;
  for (let at = title + 1; at < nodes.length; at += 1) {
    const node = nodes[at] as Node;
    if (node.kind === 'heading' && node.level === 'section') {
      return !isRepeated || normalise(node.text).replace(/^一、/u, '') === first;
    }
    if (node.kind === 'heading' && node.level === 'title' && readYear(node.text) !== undefined) {
      return false;
    }
  }
  return false;
}

function assemble(nodes: readonly Node[], forms: readonly Form[], data: readonly SectionData[], binder: ReturnType<typeof createTableBinder>): Report | undefined {
  const starts = findSections(nodes, data);
  const preamble = nodes.slice(0, starts[0]?.at ?? firstTable(nodes));
  const title = readTitle(preamble) ?? readTitle(nodes);
  const year = title?.year ?? evidentYear(nodes);
  const inForce = year === undefined ? undefined : formForYear(forms, year);
  const bound = bindTables(nodes, starts, binder, inForce?.data.id);
  if (!title && starts.length < 3 && ![...bound.values()].some((table) => table.rows.length >= 3)) {
    return undefined;
  }
  const sections = starts.map((start, index): Section => {
    const inner = nodes.slice(start.at + 1, starts[index + 1]?.at ?? nodes.length);
    return {
      data: start.data,
      title: start.title,
      nodes: inner,
      subheadings: inner.filter((node) => node.kind === 'heading'),
      prose: inner.filter((node): node is Prose => node.kind === 'prose'),
      tables: [...bound.values()].filter((table) => inner.includes(table.parts[0] as Table)),
    };
  });
  const shown = [...bound.values()].map((table) => table.form.form);
  return {
    chunks: [...new Set(nodes.map((node) => node.chunk))],
    nodes,
    title,
    year,
    form: inForce ?? (year === undefined ? forms.findLast((form) => shown.includes(form.data.id)) : undefined),
    sections,
    tables: bound,
    preamble,
  };
}

function firstTable(nodes: readonly Node[]): number {
  const at = nodes.findIndex((node) => node.kind === 'table');
  return at < 0 ? nodes.length : at;
}

/** The year that the report's own sentences name, where they agree. */
function evidentYear(nodes: readonly Node[]): number | undefined {
  const years = new Set<number>();
  for (const node of nodes) {
    if (node.kind === 'prose') {
      reportYearEvidence(readingOf(node)).forEach((evidence) => years.add(evidence.year));
    }
  }
  return years.size === 1 ? [...years][0] : undefined;
}

/** The report's tables by id; parts of one table, cut by a page or standing block by block, are read together. */
function bindTables(
  nodes: readonly Node[],
  starts: readonly SectionStart[],
  binder: ReturnType<typeof createTableBinder>,
  inForce: string | undefined,
): ReadonlyMap<string, BoundTable> {
  const parts = new Map<string, Table[]>();
  let section = 0;
  nodes.forEach((node, at) => {
    while ((starts[section]?.at ?? Infinity) <= at) {
      section += 1;
    }
    if (node.kind === 'table') {
      for (const id of binder.identify(node, starts[section - 1]?.data.table)) {
        parts.set(id, [...(parts.get(id) ?? []), node]);
      }
    }
  });
  return new Map([...parts].map(([id, tables]) => [id, binder.bind(id, tables, inForce)]));
}
