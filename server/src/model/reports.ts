import type { SectionData } from '../forms/form.ts';
import { familiesOf, type Family } from '../forms/families.ts';
import { formForYear, type Form } from '../forms/index.ts';
import { hasSections, sectionsOfAll } from '../forms/sections.ts';
import type { Chunk, Node, Prose, Table } from '../syntax/tree.ts';
import { carryReport } from './carry.ts';
import { memoised } from './memo.ts';
import { recognise } from './recognise.ts';
import { agreeOnYear, earliestYear, hearSentences, noVoices, organTold, type Part } from './report-year.ts';
import type { BoundTable, Report, Section } from './report.ts';
import { findSections, type SectionStart } from './sections.ts';
import { createReportSplitter, isSameSlice, nodesOf, type Slice } from './split.ts';
import { createTableBinder } from './tables/bind.ts';
import { ofReportYear, yearsAbove } from './tables/choosing/years.ts';
import { isOfYears, readTitle } from './title.ts';

/** Reads the chunks of a document as reports; what did not change since the last call stays the same object. */
export interface ReportReader {
  read(chunks: readonly Chunk[]): readonly Report[];
  /** Another reader that knows what this one does, and goes its own way from here. */
  copy(): ReportReader;
}

/** What was read of a slice of a text; no report where it is something else. */
interface Known {
  readonly slice: Slice;
  readonly report: Report | undefined;
}

export function createReportReader(forms: readonly Form[]): ReportReader {
  return joined(familiesOf(forms).map((family) => readerFrom(family, createTableBinder(family.forms), [])));
}

/** Reads a text as the kind of report of which most stands in it; of two alike as the first. */
function joined(readers: readonly ReportReader[]): ReportReader {
  const [only] = readers;
  return only && readers.length === 1 ? only : {
    read: (chunks) => readers.map((reader) => reader.read(chunks)).reduce((one, other) => (partsIn(other) > partsIn(one) ? other : one), []),
    copy: () => joined(readers.map((reader) => reader.copy())),
  };
}

function partsIn(reports: readonly Report[]): number {
  return reports.reduce((sum, { sections, tables, title }) => sum + sections.length + tables.size + (title ? 1 : 0), 0);
}

function readerFrom(family: Family, binder: ReturnType<typeof createTableBinder>, before: readonly Known[]): ReportReader {
  const { forms } = family;
  const sections = sectionChooser(forms);
  const split = createReportSplitter(forms);
  let known = before;
  const carry = (old: Known | undefined, now: Slice): Report | undefined => {
    const inForce = formInForce(forms, old?.report?.year)?.data.id;
    const { tables } = old?.report ?? {};
    return old?.report && carryReport(old.report, old.slice, now,
      (id, parts) => {
        const { hasFiguresBeside = false, lacksRepeats = false } = tables?.get(id) ?? {};
        return binder.bind(id, parts, { inForce, hasFiguresBeside, lacksRepeats });
      });
  };
  return {
    read(chunks) {
      const byStart = new Map(known.map((one) => [one.slice.chunks[0], one]));
      known = split(chunks).map((slice) => {
        const old = byStart.get(slice.chunks[0]);
        return old && isSameSlice(old.slice, slice) ? old : { slice, report: carry(old, slice) ?? assemble(nodesOf(slice), family, sections, binder) };
      });
      const reports = known.flatMap(({ report }) => report ?? []);
      const whole = reports.filter(({ kind }) => kind !== 'begun');
      // A title behind something else begins nothing: lists of reports stand in notices.
      return whole.length > 0 ? whole : [known[0]?.report ?? []].flat();
    },
    copy: () => readerFrom(family, binder, known),
  };
}

function assemble(nodes: readonly Node[], family: Family, sectionsOf: SectionChooser, binder: ReturnType<typeof createTableBinder>): Report | undefined {
  const { forms, name } = family;
  const recognised = recognise(nodes, family);
  if (recognised.kind === undefined) {
    return undefined;
  }
  const startsBy = (data: readonly SectionData[]): SectionStart[] => (recognised.kind === 'begun' ? [] : findSections(nodes, data, recognised.trustsNumerals));
  const starts = startsBy(sectionsOf(undefined));
  const preamble = nodes.slice(0, starts[0]?.at ?? firstTable(nodes));
  const heard = hearSentences(partsOf(nodes, starts), forms);
  const title = readTitle(preamble, nodes, { says: (year) => year === heard.period || heard.text.has(year), names: (organ) => isNamed(organ, nodes) }, name);
  const isTables = recognised.kind === 'report' && title === undefined && starts.length === 0;
  // A title of several years leaves it open which of them the sentences that it begins with are about.
  const voices = isTables ? noVoices : { ...heard, title: title?.year, ...(title && isOfYears(title.text) && { opening: noVoices.opening }) };
  const first = agreeOnYear(voices, undefined);
  // A report of a year before the first form has no sections that could tell it.
  const isBegun = recognised.kind === 'begun' && (first.year === undefined || formInForce(forms, first.year) !== undefined);
  const shownBy: ReadonlyMap<string, readonly Table[]> = isBegun ? new Map() : tableParts(nodes, starts, binder);
  const yearsOfTables = yearsAbove(nodes, new Set(starts.map(({ at }) => at)), first.year);
  const possible = new Set([first.year, first.other, first.dissent?.said]);
  const parts = new Map([...shownBy].map(([id, tables]) => [id, ofReportYear(tables, yearsOfTables, possible)]));
  const beside = tablesBeside(nodes, starts, shownBy, binder);
  const lacksRepeats = [...parts].some(([id, tables]) => binder.lacksRepeats(id, tables));
  const bindFor = (form: Form | undefined): ReadonlyMap<string, BoundTable> =>
    new Map([...parts].map(([id, tables]) => [id, binder.bind(id, tables, { inForce: form?.data.id, hasFiguresBeside: beside.has(id), lacksRepeats })]));
  const prior = bindFor(formInForce(forms, first.year));
  const agreement = first.dissent?.isCertain === false ? agreeOnYear(voices, earliestYear(prior.values(), forms)) : first;
  const { year } = agreement;
  const inForce = formInForce(forms, year);
  const bound = inForce === formInForce(forms, first.year) ? prior : bindFor(inForce);
  const judged = sectionsOf(inForce) === sectionsOf(undefined) ? starts : startsBy(sectionsOf(inForce));
  const sections = judged.map((start, index): Section => {
    const inner = nodesIn(nodes, judged, index);
    return {
      data: start.data,
      title: start.title,
      nodes: inner,
      subheadings: inner.filter((node) => node.kind === 'heading'),
      prose: inner.filter((node): node is Prose => node.kind === 'prose'),
      tables: [...bound.values()].filter((table) => inner.includes(table.parts[0] as Table)),
      figuresBeside: start.data.table === undefined ? undefined : beside.get(start.data.table),
    };
  });
  const shown = [...bound.values()].map((table) => table.form.form);
  return {
    kind: isBegun ? 'begun' : isTables ? 'tables' : 'whole',
    forms,
    name,
    chunks: [...new Set(nodes.map((node) => node.chunk))],
    nodes,
    title,
    organ: title?.organ ?? organTold(voices),
    year,
    agreement,
    form: inForce ?? (year === undefined ? forms.findLast((form) => shown.includes(form.data.id)) : undefined),
    sections,
    tables: bound,
    preamble,
    wording: {},
  };
}

/** The nodes below a section's title, up to the next one. */
function nodesIn(nodes: readonly Node[], starts: readonly SectionStart[], index: number): readonly Node[] {
  return nodes.slice((starts[index]?.at ?? nodes.length) + 1, starts[index + 1]?.at ?? nodes.length);
}

/** By the id of a table, the first node of its section in which figures stand as in a table, though in none that was read. */
function tablesBeside(
  nodes: readonly Node[], starts: readonly SectionStart[], parts: ReadonlyMap<string, readonly Table[]>, binder: ReturnType<typeof createTableBinder>,
): Map<string, Node> {
  const read = new Set([...parts.values()].flat());
  const beside = new Map<string, Node>();
  starts.forEach(({ data: { table } }, index) => {
    const node = table === undefined || beside.has(table) ? undefined : binder.figuresBeside(table, nodesIn(nodes, starts, index), (one) => read.has(one));
    if (table !== undefined && node) {
      beside.set(table, node);
    }
  });
  return beside;
}

/** The sections to look for in a report on a form; those of all forms as long as it is not known which. */
type SectionChooser = (form: Form | undefined) => readonly SectionData[];

const sectionChooser = memoised((forms: readonly Form[]): SectionChooser => {
  const all = sectionsOfAll(forms);
  const own = new Map(forms.map((form) => [form, hasSections(form, all) ? all : form.data.sections]));
  return (form) => (form && own.get(form)) ?? all;
});

function formInForce(forms: readonly Form[], year: number | undefined): Form | undefined {
  return year === undefined ? undefined : formForYear(forms, year);
}

function firstTable(nodes: readonly Node[]): number {
  const at = nodes.findIndex((node) => node.kind === 'table');
  return at < 0 ? nodes.length : at;
}

/** The sections, each with what stands below its title, behind what stands above the first. */
function partsOf(nodes: readonly Node[], starts: readonly SectionStart[]): Part[] {
  const above = { section: undefined, nodes: nodes.slice(0, starts[0]?.at) };
  return [above, ...starts.map(({ data }, index) => ({ section: data.id, nodes: nodesIn(nodes, starts, index) }))];
}

/** Whether a paragraph names an organ. */
function isNamed(organ: string, nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.kind === 'prose' && node.text.includes(organ));
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
