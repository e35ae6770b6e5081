import { showsChinese, unmarkedUtf16 } from '../../../server/src/lsp/protocol.ts';

/** Marks at the start of a file that tell its encoding. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file without its mark: in the encoding that the mark tells, else in UTF-16 where that shows Chinese, or in UTF-8. In GB18030
 * only where that fits without loss and shows Chinese, as on the command line: a few broken bytes of UTF-8 would make all of it unreadable.
 */
export function decode(bytes: Uint8Array): string {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) {
    return new TextDecoder(marked[0]).decode(bytes);
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) {
    return new TextDecoder(unmarked).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    return showsChinese(bytes) && !text.includes('\uFFFD') ? text : new TextDecoder().decode(bytes);
  }
}
