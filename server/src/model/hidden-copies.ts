import type { Form } from '../forms/index.ts';
import { normalise } from '../forms/vocabulary.ts';
import { hiddenPart } from '../syntax/page-cuts.ts';
import type { Chunk, Node, Table } from '../syntax/tree.ts';
import { labelsShown } from './tables/choosing/shown.ts';

/** A table that bears so many labels of a form is one of it. */
const leastLabels = 2;
/** So much of its labels stands in its twin as well: some rows may be other ones. */
const leastShare = 0.8;

/**
 * The chunks of a page without copies that it does not show: of a hidden part all titles and tables stand among what is
 * shown as well. What is hidden and stands nowhere else is read, since a script may show it.
 */
export function withoutHiddenCopies(chunks: readonly Chunk[], forms: readonly Form[]): readonly Chunk[] {
  if (!chunks.some(isHidden)) {
    return chunks;
  }
  const shown = chunks.filter((chunk) => !isHidden(chunk)).flatMap(({ nodes }) => nodes);
  const words = new Set(shown.map(wordsOfHeading));
  const tables = shown.filter((node) => node.kind === 'table');
  return partsOf(chunks).flatMap((part) => (part.some(isHidden) && isCopy(part.flatMap(({ nodes }) => nodes), words, tables, forms) ? [] : part));
}

function isHidden({ before }: Chunk): boolean {
  return before === hiddenPart;
}

/** Chunks one behind the other that are hidden, or shown. */
function partsOf(chunks: readonly Chunk[]): Chunk[][] {
  const parts: Chunk[][] = [];
  for (const chunk of chunks) {
    const last = parts.at(-1);
    if (last?.[0] && isHidden(last[0]) === isHidden(chunk)) {
      last.push(chunk);
    } else {
      parts.push([chunk]);
    }
  }
  return parts;
}

function isCopy(nodes: readonly Node[], words: ReadonlySet<string>, tables: readonly Table[], forms: readonly Form[]): boolean {
  let isAny = false;
  return nodes.every((node) => {
    const isOwn = node.kind === 'table' ? isOfForm(node, forms) : isTitle(node);
    isAny ||= isOwn && node.kind === 'table';
    return !isOwn || (node.kind === 'table' ? tables.some((other) => isTwin(node, other, forms)) : words.has(wordsOfHeading(node)));
  }) && isAny;
}

function isTitle(node: Node): boolean {
  return node.kind === 'heading' && (node.level === 'title' || node.level === 'section');
}

function wordsOfHeading(node: Node): string {
  return node.kind === 'heading' ? normalise(node.text) : '';
}

function isOfForm(table: Table, forms: readonly Form[]): boolean {
  return [...labelsShown(table, forms).values()].some(({ size }) => size >= leastLabels);
}

function isTwin(table: Table, other: Table, forms: readonly Form[]): boolean {
  const there = labelsShown(other, forms);
  return [...labelsShown(table, forms)].every(([id, labels]) =>
    labels.size < leastLabels || [...labels].filter((label) => there.get(id)?.has(label)).length >= labels.size * leastShare);
}
