import type { Chunk } from './tree.ts';

/** How a file of data begins that programs write: none of its lines is a report's. */
const data = /^[\s\uFEFF]{0,100}(?:\{\s{0,100}"[^"]{0,100}"\s{0,10}:|\[\s{0,100}\{\s{0,100}")/u;
/** So much of a text shows how it begins. */
const reach = 500;

/** Whether a text, by its first chunk, is data and no text. */
export function isProgramData(first: Chunk | undefined): boolean {
  return data.test(first?.text.slice(0, reach) ?? '');
}
