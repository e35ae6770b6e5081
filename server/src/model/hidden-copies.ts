import type { Form } from '../forms/index.ts';
import { normalise } from '../forms/vocabulary.ts';
import { hiddenPart } from '../syntax/page-cuts.ts';
import type { Chunk, Node, Table } from '../syntax/tree.ts';
import { labelsShown, type Shown } from './tables/choosing/shown.ts';

/** A table that bears so many labels of a form is one of it. */
const leastLabels = 2;
/** So much of its labels stands in its twin as well: some rows may be other ones. */
const leastShare = 0.8;
/** So many ways to bear labels of the forms are looked through for a twin: a page of reports has a handful. */
const mostKinds = 64;

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
  const hasTwin = twinsAmong(shown.filter((node) => node.kind === 'table'), forms);
  return partsOf(chunks).flatMap((part) => (part.some(isHidden) && isCopy(part.flatMap(({ nodes }) => nodes), words, hasTwin, forms) ? [] : part));
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

function isCopy(nodes: readonly Node[], words: ReadonlySet<string>, hasTwin: (table: Table) => boolean, forms: readonly Form[]): boolean {
  let isAny = false;
  return nodes.every((node) => {
    const isOwn = node.kind === 'table' ? isOfForm(node, forms) : isTitle(node);
    isAny ||= isOwn && node.kind === 'table';
    return !isOwn || (node.kind === 'table' ? hasTwin(node) : words.has(wordsOfHeading(node)));
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

/** Tells whether a table has its twin among some: those that bear the same labels are one kind, and each kind is compared once. */
function twinsAmong(tables: readonly Table[], forms: readonly Form[]): (table: Table) => boolean {
  const kinds = new Map(tables.filter((table) => isOfForm(table, forms)).map((table) => labelsShown(table, forms)).map((shown) => [keyOf(shown), shown]));
  const others = [...kinds.values()].slice(0, mostKinds);
  const known = new Map<string, boolean>();
  return (table) => {
    const shown = labelsShown(table, forms);
    const key = keyOf(shown);
    const isTwin = known.get(key) ?? (kinds.has(key) || others.some((other) => standIn(shown, other)));
    known.set(key, isTwin);
    return isTwin;
  };
}

function keyOf(shown: Shown): string {
  return [...shown].map(([id, labels]) => [id, ...[...labels].sort()].join('\n')).join('\n\n');
}

/** Whether most labels of a table stand in another one as well. */
function standIn(shown: Shown, other: Shown): boolean {
  return [...shown].every(([id, labels]) =>
    labels.size < leastLabels || [...labels].filter((label) => other.get(id)?.has(label)).length >= labels.size * leastShare);
}
