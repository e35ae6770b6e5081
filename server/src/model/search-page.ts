import type { Chunk, Node } from '../syntax/tree.ts';
import { normalise } from '../forms/vocabulary.ts';
import { linesIn } from '../syntax/lines.ts';
import { memoised } from './memo.ts';
import { namesSearchResults } from './title/other-documents.ts';

/** The head of a page of results stands in so many chunks, and in so many nodes of each. */
const mostChunks = 3;
const mostNodes = 20;
const longestLine = 100;

/** Whether a text, by what stands above its first section or table, is a page of what a search found: titles of reports and pieces of them. */
export function isSearchPage(chunks: readonly Chunk[]): boolean {
  for (const { names, isEnd } of chunks.slice(0, mostChunks).map(headIn)) {
    if (names || isEnd) {
      return names;
    }
  }
  return false;
}

/** Whether a chunk names results above its body, and whether it has one. */
const headIn = memoised(({ nodes }: Chunk): { names: boolean; isEnd: boolean } => {
  const body = nodes.findIndex(isBody);
  const above = nodes.slice(0, body < 0 ? mostNodes : Math.min(body, mostNodes));
  return { isEnd: body >= 0, names: above.some((node) => node.kind !== 'table'
    && linesIn(node.text).some(({ line }) => line.length <= longestLine && !/[。；]/u.test(line) && namesSearchResults(normalise(line)))) };
});

function isBody(node: Node): boolean {
  return node.kind === 'table' || (node.kind === 'heading' && node.level === 'section');
}
