import * as l10n from '@vscode/l10n';
import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { BoundRow, BoundTable, Place, Report, Section } from '../model/report.ts';
import type { OutlineEntry, Range } from '../service-types.ts';
import type { Heading, Node, Table } from '../syntax/tree.ts';
import { endOf, reportExtent, startOf } from '../model/places.ts';
import { isBefore } from '../syntax/positions.ts';

interface Entry extends Omit<OutlineEntry, 'children' | 'range' | 'selectionRange'> {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly children: readonly Entry[];
}

/**
 * With more reports than this their rows are left out: an outline of ten thousand rows is none that anybody reads, and the editor
 * asks for the whole of it after each change.
 */
const mostReportsWithRows = 20;

/** Sections, sub-headings, tables and rows of the reports, nested as they stand; no rows where there are very many reports. */
export function outline({ document }: Diagnosis): OutlineEntry[] {
  const { reports } = document;
  const rowsOf = reports.length > mostReportsWithRows ? () => [] : rowEntries;
  return reports.flatMap((report) => {
    const sections = sectionEntries(report, rowsOf);
    const [start, end] = reportExtent(report);
    const title = report.title;
    const entries = title && reports.length > 1
      ? [{ name: title.text, detail: '', kind: 'report' as const, start, end, place: title.place, children: sections }]
      : sections;
    return entries.map((entry) => placed(entry, document));
  });
}

function placed(entry: Entry, document: OpenDocument): OutlineEntry {
  const { start, end, place, children, ...rest } = entry;
  const selectionRange = document.rangeOf(place);
  return {
    ...rest,
    range: covering(document.rangeBetween(start, end), selectionRange),
    selectionRange,
    children: children.map((child) => placed(child, document)),
  };
}

/** The protocol wants the selection inside the range. */
function covering(range: Range, inner: Range): Range {
  return { start: isBefore(inner.start, range.start) ? inner.start : range.start, end: isBefore(range.end, inner.end) ? inner.end : range.end };
}

type RowsOf = (table: BoundTable) => Entry[];

function sectionEntries(report: Report, rowsOf: RowsOf): Entry[] {
  if (report.sections.length === 0) {
    return [...report.tables.values()].map((table) => tableEntry(table, rowsOf));
  }
  return report.sections.map((section): Entry => {
    const last = section.nodes.at(-1);
    const { place } = section.title;
    return {
      name: oneLine(section.title.heading),
      detail: section.title.altered ? section.data.title : '',
      kind: 'section',
      start: startOf(place),
      end: endOf(last ?? place),
      place,
      children: childEntries(section, rowsOf),
    };
  });
}

function childEntries(section: Section, rowsOf: RowsOf): Entry[] {
  const tables = new Map<Node, BoundTable>(section.tables.flatMap((table) => table.parts.slice(0, 1).map((part) => [part, table] as const)));
  const entries: Entry[] = [];
  section.nodes.forEach((node, at) => {
    if (node.kind === 'heading') {
      entries.push(subheadingEntry(node, section.nodes.slice(at + 1)));
    }
    const table = tables.get(node);
    if (table) {
      entries.push(tableEntry(table, rowsOf));
    }
  });
  return entries;
}

function subheadingEntry(heading: Heading, following: readonly Node[]): Entry {
  const next = following.findIndex((node) => node.kind !== 'prose');
  const last = next === 0 ? undefined : following[(next < 0 ? following.length : next) - 1];
  const place = { chunk: heading.chunk, start: heading.start, end: Math.max(heading.end, heading.start + 1) };
  const start = startOf(heading);
  return { name: oneLine(heading), detail: '', kind: 'subheading', start, end: last ? endOf(last) : start + heading.end - heading.start, place, children: [] };
}

/** A title without line ends and the wide gaps that Word leaves behind a number. */
function oneLine({ text }: Heading): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function tableEntry(table: BoundTable, rowsOf: RowsOf): Entry {
  const first = table.parts[0] as Table;
  const last = table.parts.at(-1) as Table;
  return {
    name: table.form.data.title,
    detail: l10n.t('form of {0}', table.form.form),
    kind: 'table',
    start: startOf(first),
    end: endOf(last),
    place: table.place,
    children: rowsOf(table),
  };
}

function rowEntries(table: BoundTable): Entry[] {
  return table.rows.map((row) => rowEntry(row, table));
}

function rowEntry(row: BoundRow, table: BoundTable): Entry {
  const { chunk } = row.label;
  const total = row.figures.findLast((figure) => figure && (table.form.system.isTotal[figure.definition.index] ?? false)) ?? row.figures[0];
  return {
    name: row.definition.label,
    detail: total?.value === null || total === undefined ? '' : `${total.definition.column.label} ${total.value}`,
    kind: 'row',
    start: chunk.offset + Math.min(row.row.start, row.label.start),
    end: chunk.offset + Math.max(row.row.end, row.label.end),
    place: row.label,
    children: [],
  };
}
