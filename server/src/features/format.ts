import type { Diagnosis } from '../diagnosis.ts';
import type { OpenDocument } from '../document.ts';
import type { Position, Range, TextEdit } from '../service-types.ts';
import type { Node, Table } from '../syntax/tree.ts';
import { readsTheSame } from './reading-again.ts';
import { isTouched } from '../model/places.ts';

/**
 * The edits that bring the tables of reports into line (default: all) whose layout knows how: in pipe tables, bars below
 * bars, numbers to the right. Only spaces and tabs change. A table whose reading or findings would be other ones
 * afterwards is left as it is.
 */
export function format(diagnosis: Diagnosis, range?: Range): TextEdit[] {
  const byTable = alignments(diagnosis, range);
  const all = byTable.flat();
  return readsTheSame(diagnosis, all) ? all : byTable.filter((edits) => readsTheSame(diagnosis, edits)).flat();
}

/** Whether the table at a position could be brought into line, its reading left aside. */
export function isOutOfLine(diagnosis: Diagnosis, position: Position): boolean {
  return alignments(diagnosis, { start: position, end: position }).length > 0;
}

/** The edits that bring the tables in a range into line, table by table. */
function alignments({ document }: Diagnosis, range: Range | undefined): TextEdit[][] {
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.syntax.length;
  return document.reports.flatMap(({ nodes }) => nodes)
    .filter((node): node is Table => mayBeAligned(node) && isTouched(node, start, end))
    .map((table) => editsFor(document, table))
    .filter((edits) => edits.length > 0);
}

function mayBeAligned(node: Node): boolean {
  return node.kind === 'table' && node.layout.writer?.align !== undefined && node.broken !== true;
}

function editsFor(document: OpenDocument, { chunk, start, end, layout }: Table): TextEdit[] {
  const changes = layout.writer?.align?.(chunk.text.slice(start, end)) ?? [];
  return changes.map((change) => ({ range: document.rangeOf({ chunk, start: start + change.start, end: start + change.end }), newText: change.newText }));
}
