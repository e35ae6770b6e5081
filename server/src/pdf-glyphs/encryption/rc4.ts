/** Takes RC4 off, or puts it on: the same. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] as number, state[one] as number];
  };
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 0xff;
    swap(at, other);
  }
  const result = new Uint8Array(data.length);
  for (let index = 0, at = 0, other = 0; index < data.length; index += 1) {
    at = (at + 1) & 0xff;
    const first = state[at] as number;
    other = (other + first) & 0xff;
    const second = state[other] as number;
    state[at] = second;
    state[other] = first;
    result[index] = (data[index] as number) ^ (state[(first + second) & 0xff] as number);
  }
  return result;
}
