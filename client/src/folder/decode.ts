import { unmarkedUtf16 } from '../../../server/src/lsp/protocol.ts';

/** Marks at the start of a file that tell its encoding. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text of a file without its mark: in the encoding that the mark tells, else in UTF-16 where that shows Chinese, in UTF-8, or in GB18030. */
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
    return new TextDecoder('gb18030').decode(bytes);
  }
}
