import type { Form } from '../../forms/index.ts';
import type { FormTable } from '../../forms/table.ts';
import { normalise, spellings } from '../../forms/vocabulary.ts';
import type { Place, Report, Section } from '../../model/report.ts';
import type { Node, Prose, Table } from '../../syntax/tree.ts';
import { lineEnd } from '../../syntax/lines.ts';
import { memoised } from '../../model/memo.ts';
import { anyOf } from '../../model/running-text.ts';

/** A section that wants a table which the report has nowhere. */
interface LostTable {
  readonly section: Section;
  /** Id of the table. */
  readonly id: string;
  /** Where its labels and figures stand, if they do: in one run, or in lines that are no table. */
  readonly runTogether: Place | undefined;
  /** Where they stand in a quotation or in code, of which nothing is read. */
  readonly hidden: Place | undefined;
}

export const lostTables = memoised((report: Report): readonly LostTable[] =>
  report.sections.flatMap((section, at) => {
    const id = section.data.table;
    const isFirst = report.sections.findIndex(({ data }) => data.id === section.data.id) === at;
    if (id === undefined || !isFirst || report.tables.has(id)) {
      return [];
    }
    const node = section.nodes.find((one) => one.kind !== 'heading' && isRunTogether(one, report.forms, id)) ?? section.figuresBeside
      ?? firstOfTable(section, (text) => isTable(text, report.forms, id));
    return [{ section, id, runTogether: node && firstLine(node), hidden: node ? undefined : hiddenTable(section, (text) => isTable(text, report.forms, id)) }];
  }));

const leastLabels = 4;
/** So many labels one behind the other, with marks between, are the head of a table. */
const leastHeads = 10;
const longestText = 50_000;
/** What stands between cells in layouts that are not read: bars, strokes, quotation marks, the marks of lists, arrows that show where tabs stand. */
const marks = /[,、;/|¦‖"'“”:：[\]{}<>•→⇥-]+/gu;
/** The tag of a cell or row that is written as text: the source of the table is shown in its place. */
const shownTag = /&lt;t[dhr]\b/iu;
const tags = /(?:&lt;|<)\/?[a-z][^<>]{0,200}?(?:&gt;|>)/giu;

/** Whether labels of the table follow each other, or their figures, with nothing between; or figures with marks between. */
function isRunTogether(node: Prose | Table, forms: readonly Form[], id: string): boolean {
  return isTable(node.kind === 'prose' ? node.text : node.chunk.text.slice(node.start, node.end), forms, id);
}

function isTable(text: string, forms: readonly Form[], id: string): boolean {
  if (text.length > longestText) {
    return false;
  }
  const normal = normalise(shownTag.test(text) ? text.replace(tags, '') : text);
  const { following, counted } = labelsOf(forms)(id);
  const unmarked = normal.replace(marks, '');
  return hasLabels(normal, following) || hasLabels(unmarked, counted) || [...unmarked.matchAll(following)].length >= leastHeads;
}

function hasLabels(text: string, pattern: RegExp): boolean {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    found.add(match[1] ?? '');
    if (found.size >= leastLabels) {
      return true;
    }
  }
  return false;
}

/** Matches a label of the table, in any form: `counted` before figures that no unit follows, `following` also before another one. */
interface Patterns {
  readonly following: RegExp;
  readonly counted: RegExp;
}

const labelsOf = memoised((forms: readonly Form[]): ((id: string) => Patterns) => {
  const known = new Map<string, Patterns>();
  return (id) => {
    const patterns = known.get(id) ?? patternsOf(forms.flatMap(({ tables }) => tables.get(id) ?? []));
    known.set(id, patterns);
    return patterns;
  };
});

function patternsOf(tables: readonly FormTable[]): Patterns {
  const all = tables.flatMap((table) => [
    ...table.rows.flatMap(spellings),
    ...table.groups.flatMap(spellings),
    ...table.data.blocks.flatMap(({ columns }) => columns.flatMap(spellings)),
    ...table.data.blocks.flatMap(({ heading }) => (heading === undefined ? [] : [normalise(heading)])),
  ]);
  const choice = anyOf([...new Set(all)]);
  const figures = `\\d[\\d.]*(?:${choice}|$|[(一二三四])`;
  return { following: new RegExp(`(${choice})(?=${choice}|${figures})`, 'gu'), counted: new RegExp(`(${choice})(?=${figures})`, 'gu') };
}

/** The first words of a section that make up a table together, where a single paragraph of them is none. */
function firstOfTable({ nodes }: Section, isOne: (text: string) => boolean): Node | undefined {
  const [first] = nodes.filter(({ kind }) => kind !== 'heading');
  const end = nodes.findLast(({ chunk }) => chunk === first?.chunk)?.end ?? 0;
  return first && isOne(first.chunk.text.slice(first.start, end)) ? first : undefined;
}

const comment = /<!--[^]*?(?:-->|$)/gu;

/** The first stretch of a section's text that no node of it holds and that is a table; comments are none. */
function hiddenTable({ title: { place: { chunk, end } }, nodes }: Section, isOne: (text: string) => boolean): Place | undefined {
  const text = chunk.text.replace(comment, (words) => ' '.repeat(words.length));
  let from = end;
  for (const { start, end: stop } of [...nodes.filter((node) => node.chunk === chunk && node.start >= end), { start: text.length, end: text.length }]) {
    if (isOne(text.slice(from, Math.max(from, start)))) {
      const first = from + text.slice(from).search(/\S/u);
      return { chunk, start: first, end: Math.max(first + 1, lineEnd(text, first)) };
    }
    from = Math.max(from, stop);
  }
  return undefined;
}

function firstLine({ chunk, start, end }: Node): Place {
  return { chunk, start, end: Math.max(start + 1, Math.min(end, lineEnd(chunk.text, start))) };
}
