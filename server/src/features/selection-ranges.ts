import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Report } from '../model/report.ts';
import type { Position, Range } from '../service-types.ts';
import type { Node, Table } from '../syntax/tree.ts';
import { trimmed } from '../syntax/text.ts';
import { reportExtent, sectionExtent, tableExtent, isTouched } from '../model/places.ts';

type Stretch = readonly [start: number, end: number];

/** What may be selected around a position, the smallest first: a cell's text, the cell, row, table, section, report, document. */
export function selectionRanges({ document }: Diagnosis, position: Position): Range[] {
  const offset = document.offsetAt(position);
  const around = document.reports.flatMap((report) => stretchesOf(report, offset));
  const whole: Stretch = [0, document.syntax.length];
  const holding = [...around, whole].filter(([start, end]) => start <= offset && offset <= end && start < end);
  return nested(holding.sort((one, other) => (one[1] - one[0]) - (other[1] - other[0]))).map((stretch) => rangeOf(document, stretch));
}

/** Those that lie in one another, each larger than the one before. */
function nested(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches) {
    const last = kept.at(-1);
    const isLarger = last === undefined
      || (stretch[0] <= last[0] && last[1] <= stretch[1] && stretch[1] - stretch[0] > last[1] - last[0]);
    if (isLarger) {
      kept.push(stretch);
    }
  }
  return kept;
}

function stretchesOf(report: Report, offset: number): Stretch[] {
  const [start, end] = reportExtent(report);
  if (offset < start || end < offset) {
    return [];
  }
  const nodes = report.nodes.filter((node) => isTouched(node, offset));
  return [
    [start, end],
    ...report.sections.map(sectionExtent),
    ...[...report.tables.values()].map(tableExtent),
    ...nodes.flatMap(stretchesOfNode),
  ];
}

function stretchesOfNode(node: Node): Stretch[] {
  const { chunk: { offset }, start, end } = node;
  return [[offset + start, offset + end], ...(node.kind === 'table' ? stretchesOfRows(node) : [])];
}

function stretchesOfRows({ chunk: { offset, text }, rows }: Table): Stretch[] {
  return rows.flatMap((row): Stretch[] => [
    [offset + row.start, offset + row.end],
    ...row.cells.flatMap(({ start, end }): Stretch[] => {
      const inner = trimmed(text, start, end);
      return [[offset + start, offset + end], [offset + inner.start, offset + inner.end]];
    }),
  ]);
}

function rangeOf(document: OpenDocument, [start, end]: Stretch): Range {
  return document.rangeBetween(start, end);
}
