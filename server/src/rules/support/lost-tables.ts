import { officialForms } from '../../forms/index.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { Place, Report, Section } from '../../model/report.ts';
import type { Node, Prose, Table } from '../../syntax/tree.ts';
import { lineEnd } from './edits.ts';
import { memoised } from './memo.ts';

/** A section that wants a table which the report has nowhere. */
export interface LostTable {
  readonly section: Section;
  /** Id of the table. */
  readonly id: string;
  /** Where its labels and figures stand, if they do: in one run, or in lines that are no table. */
  readonly runTogether: Place | undefined;
}

export const lostTables = memoised((report: Report): readonly LostTable[] =>
  report.sections.flatMap((section, at) => {
    const id = section.data.table;
    const isFirst = report.sections.findIndex(({ data }) => data.id === section.data.id) === at;
    if (id === undefined || !isFirst || report.tables.has(id)) {
      return [];
    }
    const node = section.nodes.find((one) => one.kind !== 'heading' && isRunTogether(one, id)) ?? section.figuresBeside;
    return [{ section, id, runTogether: node && firstLine(node) }];
  }));

const leastLabels = 4;
const longestText = 50_000;

/** Whether labels of the table follow each other, or their figures, without anything between. */
function isRunTogether(node: Prose | Table, id: string): boolean {
  const labels = labelsOf(id);
  const text = node.kind === 'prose' ? node.text : node.chunk.text.slice(node.start, node.end);
  if (text.length > longestText) {
    return false;
  }
  const found = new Set<string>();
  for (const match of normalise(text).matchAll(labels)) {
    found.add(match[1] ?? '');
    if (found.size >= leastLabels) {
      return true;
    }
  }
  return false;
}

const patterns = new Map<string, RegExp>();

/** Matches a label of the table, in any form, right before another one or before figures that no unit follows. */
function labelsOf(id: string): RegExp {
  let pattern = patterns.get(id);
  if (pattern === undefined) {
    const tables = officialForms.flatMap((form) => form.tables.get(id) ?? []);
    const all = tables.flatMap((table) => [
      ...table.rows.flatMap(spellings),
      ...table.groups.flatMap(spellings),
      ...table.data.blocks.flatMap(({ columns }) => columns.flatMap(spellings)),
      ...table.data.blocks.flatMap(({ heading }) => (heading === undefined ? [] : [normalise(heading)])),
    ]);
    const choice = [...new Set(all)].sort((one, other) => other.length - one.length).map(escape).join('|');
    pattern = new RegExp(`(${choice})(?=${choice}|\\d[\\d.]*(?:${choice}|$|[(一二三四]))`, 'gu');
    patterns.set(id, pattern);
  }
  return pattern;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function firstLine({ chunk, start, end }: Node): Place {
  return { chunk, start, end: Math.max(start + 1, Math.min(end, lineEnd(chunk.text, start))) };
}
