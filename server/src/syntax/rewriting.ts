import type { Chunk, Rewriting } from './tree.ts';

/** A text put into a chunk, in the place of nothing. */
export function insertText(chunk: Chunk, at: number, newText: string): Rewriting {
  return { place: { chunk, start: at, end: at }, newText };
}
