/** So many bytes of a file are enough to tell; even, for pairs. */
const shown = 4000;

/** Chinese with its marks and ASCII, the code units of all that a report in UTF-16 is written in. */
const ofReports = /[\t\r\n\x20-\x7E\u2000-\u206F\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/gu;

/** The kind of UTF-16 as which bytes without a mark show Chinese nearly throughout; undefined for what is another text, or none. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) {
    return undefined;
  }
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const beginning = codeUnits(bytes.subarray(0, shown), encoding === 'utf-16le' ? 0 : 1);
    return /[\u4E00-\u9FFF]{2}/u.test(beginning) && (beginning.match(ofReports)?.length ?? 0) >= beginning.length * 0.98;
  });
}

/** `low`: which of two bytes is the lower one. */
function codeUnits(bytes: Uint8Array, low: 0 | 1): string {
  return Array.from({ length: bytes.length >> 1 }, (_, at) =>
    String.fromCharCode((bytes[2 * at + low] ?? 0) + 256 * (bytes[2 * at + 1 - low] ?? 0))).join('');
}
