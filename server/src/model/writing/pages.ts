import type { Chunk, Node } from '../../syntax/tree.ts';

/** Whether the chunk is a piece of a web page. */
export function isPage(chunk: Chunk): boolean {
  return chunk.before === 'page';
}

const blockTag = /<(h[1-6]|p|div|li|center|section|article)\b[^<>]*>/giu;
const farthest = 2000;

interface Block {
  readonly tag: string;
  readonly name: string;
  readonly start: number;
}

/** The opening tag of the block whose first words stand at an offset; undefined where other words come before them. */
function blockAround(chunk: Chunk, at: number): Block | undefined {
  const from = Math.max(0, at - farthest);
  const open = [...chunk.text.slice(from, at).matchAll(blockTag)].at(-1);
  const start = open && from + open.index;
  return open && start !== undefined && isBlankHtml(chunk.text.slice(start, at)) ? { tag: open[0], name: open[1] ?? 'p', start } : undefined;
}

function isBlankHtml(html: string): boolean {
  return /^(?:\s|&nbsp;|&emsp;|&ensp;|<(?!br\b)[^<>]*>)*$/iu.test(html);
}

/** Where the block that begins with the words at an offset starts, its tag included. */
export function blockStart(chunk: Chunk, at: number): number {
  return blockAround(chunk, at)?.start ?? at;
}

/** Where the block whose words end at an offset ends, its closing tag included; a line ends with its break. */
export function blockEnd(chunk: Chunk, at: number): number {
  const closing = /^(?:\s|&nbsp;|<\/?(?:span|b|i|u|strong|em|font|a|o:p|td|tr|tbody)\b[^<>]*>)*<(?:\/(?:h[1-6]|p|div|li|center|table|section|article)\s*|br\s*\/?)>/iu;
  const match = closing.exec(chunk.text.slice(at, at + farthest));
  return match ? at + match[0].length : at;
}

/** A text in a block like the one that begins with the words at an offset; a line of its own where that is no block. */
export function blockLike(chunk: Chunk, at: number, text: string): string {
  const block = blockAround(chunk, at);
  return block ? `${block.tag}${text}</${block.name}>` : `${text}<br>`;
}

/** A text in a block like that of a paragraph. */
export function paragraphLike(chunk: Chunk, paragraph: Node | undefined, text: string): string {
  return paragraph?.kind === 'prose' && paragraph.chunk === chunk ? blockLike(chunk, paragraph.start, text) : `<p>${text}</p>`;
}
