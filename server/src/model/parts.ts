import type { Node, Table } from '../syntax/tree.ts';
import { startOf } from './places.ts';
import type { BoundTable, Report } from './report.ts';
import { plainLine } from './writing/paragraphs.ts';

/** The table of the form that a table of the text is, or is part of. */
export function tableOf({ tables }: Report, table: Table): BoundTable | undefined {
  return [...tables.values()].find(({ parts }) => parts.includes(table));
}

/** Whether a node is the title of its report, or a line of it. */
export function isOfTitle({ title }: Report, node: Node): boolean {
  if (node.kind === 'table') {
    return false;
  }
  const text = plainLine(node.text).replace(/[\s*#]+/gu, '');
  return (node.kind === 'heading' && node.level === 'title')
    || (title !== undefined && text !== '' && title.text.includes(text) && startOf(node) <= startOf(title.place) + title.text.length);
}
