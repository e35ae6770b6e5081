import type { Chunk, Node } from '../../syntax/tree.ts';

/** Whether the chunk is a piece of a web page. */
export function isPage(chunk: Chunk): boolean {
  return chunk.before === 'page';
}

const blockTag = /<(h[1-6]|p|div|li|center|section|article)\b[^<>]*>/giu;

/** The opening tag of the block that holds an offset, with where it starts. */
function blockAround(chunk: Chunk, at: number): { readonly tag: string; readonly name: string; readonly start: number } | undefined {
  const from = Math.max(0, at - 2000);
  const open = [...chunk.text.slice(from, at).matchAll(blockTag)].at(-1);
  return open && { tag: open[0], name: open[1] ?? 'p', start: from + open.index };
}

/** Where the block that holds an offset starts, its tag included. */
export function blockStart(chunk: Chunk, at: number): number {
  return blockAround(chunk, at)?.start ?? at;
}

/** Where the block that holds an offset ends, its closing tag included. */
export function blockEnd(chunk: Chunk, at: number): number {
  const closing = /<\/(?:h[1-6]|p|div|li|center|table)\s*>/giu;
  closing.lastIndex = at;
  const match = closing.exec(chunk.text);
  return match && match.index - at < 400 ? match.index + match[0].length : at;
}

/** A text in a block like the one that holds an offset. */
export function blockLike(chunk: Chunk, at: number, text: string): string {
  const block = blockAround(chunk, at);
  return block ? `${block.tag}${text}</${block.name}>` : `<p>${text}</p>`;
}

/** A text in a block like that of a paragraph. */
export function paragraphLike(chunk: Chunk, paragraph: Node | undefined, text: string): string {
  return paragraph?.kind === 'prose' && paragraph.chunk === chunk ? blockLike(chunk, paragraph.start, text) : `<p>${text}</p>`;
}
