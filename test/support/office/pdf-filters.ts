/** Packs the contents of pages as the filters of a PDF take them apart. */

/** In five characters what stands in four bytes (ISO 32000-1, 7.4.3). */
export function ascii85(data: Uint8Array): Uint8Array {
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    const count = Math.min(4, data.length - at);
    let value = [0, 1, 2, 3].reduce((sum, one) => sum * 256 + (data[at + one] ?? 0), 0);
    const characters: string[] = [];
    for (let one = 0; one < 5; one += 1) {
      characters.unshift(String.fromCharCode(33 + (value % 85)));
      value = Math.floor(value / 85);
    }
    text += value === 0 && count === 4 && characters.join('') === '!!!!!' ? 'z' : characters.slice(0, count + 1).join('');
  }
  return Buffer.from(`${text}~>`);
}

export function asciiHex(data: Uint8Array): Uint8Array {
  return Buffer.from(`${Buffer.from(data).toString('hex')}>`);
}

/** Runs of one byte, as RunLengthDecode takes them apart. */
export function runs(data: Uint8Array): Uint8Array {
  const packed: number[] = [];
  for (let at = 0, next = 0; at < data.length; at = next) {
    for (next = at + 1; next < data.length && next - at < 128 && data[next] === data[at]; next += 1);
    packed.push(next - at === 1 ? 0 : 257 - (next - at), data[at] ?? 0);
  }
  return Buffer.from([...packed, 128]);
}

/** Codes of nine bits: the table is emptied before it grows. */
export function lzw(text: string): Buffer {
  return bitsOf([...text].flatMap((character, at) => [...(at % 200 === 0 ? [256] : []), character.charCodeAt(0)]).concat(257).map((code) => [code, 9]));
}

/** Each code stands for one blank more than the one before it. */
export function lzwOfBlanks(count: number): Buffer {
  const codes: (readonly [number, number])[] = [];
  for (let at = 0; at < count; at += 1) {
    const next = at % 3838;
    const width = next === 0 ? 12 : next + 258 >= 2048 ? 12 : next + 258 >= 1024 ? 11 : next + 258 >= 512 ? 10 : 9;
    codes.push(...(next === 0 ? [[256, at === 0 ? 9 : 12], [32, 9]] as const : [[257 + next, width] as const]));
  }
  return bitsOf(codes);
}

function bitsOf(codes: readonly (readonly number[])[]): Buffer {
  const bits = codes.map(([code = 0, width = 9]) => code.toString(2).padStart(width, '0')).join('');
  return Buffer.from((bits.match(/.{1,8}/gu) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}
