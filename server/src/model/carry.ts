import { retouchOf } from '../syntax/retouch.ts';
import type { Chunk, Heading, Node, Prose, Table } from '../syntax/tree.ts';
import type { BoundTable, Report, Section } from './report.ts';
import { placeOfTitle } from './sections.ts';
import { nodesOf, type Slice } from './split.ts';
import { carriedFrom } from './tables/rebind.ts';

/**
 * A report that was read from the slice `before`, after typing in one figure of a table: its title, sections and paragraphs
 * are what they were, some at other places. Undefined where more than that may have changed, and `now` has to be read.
 */
export function carryReport(
  report: Report, before: Slice, now: Slice, bind: (id: string, parts: readonly Table[]) => BoundTable,
): Report | undefined {
  const at = now.chunks.findIndex((chunk, index) => chunk !== before.chunks[index]);
  const [old, made] = [before.chunks[at], now.chunks[at]];
  if (!old || !made || !isRetouched(old, made) || !isSameSliceBut(old, before, now) || report.title?.place.chunk === old) {
    return undefined;
  }
  const moved = new Map<Node, Node>(old.nodes.map((node, index) => [node, made.nodes[index] as Node]));
  const follow = <Kind extends Node>(node: Kind): Kind => (moved.get(node) ?? node) as Kind;
  const tables = new Map<string, BoundTable>();
  for (const [id, table] of report.tables) {
    const hasMoved = table.parts.some((part) => moved.has(part));
    const bound = hasMoved ? bind(id, table.parts.map(follow)) : table;
    if (hasMoved && carriedFrom(bound) !== table) {
      return undefined;
    }
    tables.set(id, bound);
  }
  return {
    ...report,
    chunks: report.chunks.map((chunk) => (chunk === old ? made : chunk)),
    nodes: nodesOf(now),
    sections: report.sections.map((section) => (isTouched(section, old, moved, tables) ? carrySection(section, follow, tables) : section)),
    tables,
    preamble: report.preamble.map(follow),
  };
}

function isRetouched(old: Chunk, made: Chunk): boolean {
  return made.nodes.some((node) => node.kind === 'table' && retouchOf(node)?.before.chunk === old);
}

function isSameSliceBut(old: Chunk, one: Slice, other: Slice): boolean {
  return one.from === other.from && one.to === other.to && one.chunks.length === other.chunks.length
    && one.chunks.every((chunk, index) => chunk === old || chunk === other.chunks[index]);
}

/** A table belongs to the section that it begins in, and may go on in the next one. */
function isTouched({ title, nodes, tables }: Section, old: Chunk, moved: ReadonlyMap<Node, Node>, bound: ReadonlyMap<string, BoundTable>): boolean {
  return title.place.chunk === old || nodes.some((node) => moved.has(node)) || tables.some((table) => bound.get(table.id) !== table);
}

function carrySection(
  { data, title, nodes, subheadings, prose, tables, figuresBeside }: Section,
  follow: <Kind extends Node>(node: Kind) => Kind, bound: ReadonlyMap<string, BoundTable>,
): Section {
  const heading: Heading = follow(title.heading);
  return {
    data,
    title: { ...title, heading, place: placeOfTitle(heading) },
    nodes: nodes.map(follow),
    subheadings: subheadings.map(follow<Heading>),
    prose: prose.map(follow<Prose>),
    tables: tables.map((table) => bound.get(table.id) as BoundTable),
    figuresBeside: figuresBeside && follow(figuresBeside),
  };
}
