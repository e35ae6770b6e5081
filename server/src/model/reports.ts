import type { SectionData } from '../forms/form.ts';
import { formForYear, type Form } from '../forms/index.ts';
import { normalise } from '../forms/vocabulary.ts';
import type { Chunk, Heading, Node, Prose, Table } from '../syntax/tree.ts';
import { reportYearEvidence } from './prose/index.ts';
import { readingOf } from './readings.ts';
import type { Report, Section } from './report.ts';
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
  const lookAhead = createLookahead(nodes);
  nodes.forEach((node, at) => {
    if (node.kind !== 'heading') {
      return;
    }
    if (node.level === 'title' && sectionsSince > 0 && opensReport(node, lookAhead(at), title, first)) {
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
function opensReport(title: Heading, next: Heading | undefined, present: string, first: string): boolean {
  if (next?.level !== 'section') {
    return false;
  }
  return normalise(title.text) !== present || normalise(next.text).replace(/^一、/u, '') === first;
}

/** Finds the next section or dated title behind a node; asked in the order of the text, it looks at each node once. */
function createLookahead(nodes: readonly Node[]): (at: number) => Heading | undefined {
  let next = 0;
  return (at) => {
    for (next = Math.max(next, at + 1); next < nodes.length; next += 1) {
      const node = nodes[next] as Node;
      if (node.kind === 'heading' && (node.level === 'section' || (node.level === 'title' && readYear(node.text) !== undefined))) {
        return node;
      }
    }
    return undefined;
  };
}

function assemble(nodes: readonly Node[], forms: readonly Form[], data: readonly SectionData[], binder: ReturnType<typeof createTableBinder>): Report | undefined {
  const starts = findSections(nodes, data);
  const preamble = nodes.slice(0, starts[0]?.at ?? firstTable(nodes));
  const title = readTitle(preamble) ?? readTitle(nodes);
  const parts = tableParts(nodes, starts, binder);
  if (!title && starts.length < 3 && parts.size === 0) {
    return undefined;
  }
  const year = title?.year ?? evidentYear(nodes);
  const inForce = year === undefined ? undefined : formForYear(forms, year);
  const bound = new Map([...parts].map(([id, tables]) => [id, binder.bind(id, tables, inForce?.data.id)]));
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

/** The tables of the text by the id of the form's table; parts of one, cut by a page or standing block by block, together. */
function tableParts(nodes: readonly Node[], starts: readonly SectionStart[], binder: ReturnType<typeof createTableBinder>): Map<string, Table[]> {
  const parts = new Map<string, Table[]>();
  let section = 0;
  nodes.forEach((node, at) => {
    while ((starts[section]?.at ?? Infinity) <= at) {
      section += 1;
    }
    if (node.kind === 'table') {
      for (const id of binder.identify(node, starts[section - 1]?.data.table)) {
        const known = parts.get(id);
        if (known) {
          known.push(node);
        } else {
          parts.set(id, [node]);
        }
      }
    }
  });
  return parts;
}
