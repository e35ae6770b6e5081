/** How far each round turns (RFC 1321). */
const turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
const sines = Int32Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32));

/** The digest that the older ways of protecting a PDF make their keys by. */
export function md5(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, data.length * 8, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < padded.length; at += 64) {
    takeBlock(state, view, at);
  }
  return new Uint8Array(state.buffer);
}

function takeBlock(state: Int32Array, view: DataView, at: number): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4;
    const [mixed, word] = round === 0 ? [(b & c) | (~b & d), step]
      : round === 1 ? [(d & b) | (~d & c), (5 * step + 1) % 16]
        : round === 2 ? [b ^ c ^ d, (3 * step + 5) % 16]
          : [c ^ (b | ~d), (7 * step) % 16];
    const sum = (a + mixed + (sines[step] ?? 0) + view.getInt32(at + 4 * word, true)) | 0;
    const turn = turns[round]?.[step % 4] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
  }
  [a, b, c, d].forEach((value, index) => {
    state[index] = ((state[index] ?? 0) + value) | 0;
  });
}
