/**
 * Whether the bytes above 0x7f mostly pair up to characters of GB 2312, as they do in Chinese of GB18030.
 * In Big5 and in Western texts many a second byte lies below 0xa1.
 */
export function showsChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] as number;
    if (lead > 0x80) {
      at += 1;
      pairs += 1;
      common += lead >= 0xa1 && lead <= 0xf7 && (bytes[at] as number) >= 0xa1 ? 1 : 0;
    }
  }
  return pairs > 0 && common >= pairs * 0.8;
}
