import { strFromU8, strToU8 } from 'fflate/browser';

/** Whether a part is the same bytes when its text is written again. */
export function survives(bytes: Uint8Array, source: string): boolean {
  const again = strToU8(source);
  if (again.length !== bytes.length || again[0] !== bytes[0]) {
    return false;
  }
  // What is no UTF-8 was read as this character, which alone may come back as other bytes of the same length.
  return !source.includes('\ufffd') || again.every((byte, at) => byte === bytes[at]);
}

/** The text of a part, with its byte order mark; UTF-16 is told by its mark. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return `\ufeff${strFromU8(bytes.subarray(3))}`;
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return fromUtf16(bytes, 0, 1);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return fromUtf16(bytes, 1, 0);
  }
  return strFromU8(bytes);
}

function fromUtf16(bytes: Uint8Array, low: number, high: number): string {
  const pieces: string[] = [];
  const step = 8192;
  for (let from = 2; from < bytes.length - 1; from += step) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(from + step, bytes.length - 1); at += 2) {
      codes.push((bytes[at + low] as number) | ((bytes[at + high] as number) << 8));
    }
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join('');
}
