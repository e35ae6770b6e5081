/** Something in a file stands otherwise than the format says, or is cut off. */
export class DocError extends Error {}

/** Little-endian numbers of a file; what lies beyond its end is an error. */
export class Bytes {
  readonly #view: DataView;

  readonly array: Uint8Array;

  constructor(array: Uint8Array) {
    this.array = array;
    this.#view = new DataView(array.buffer, array.byteOffset, array.byteLength);
  }

  get length(): number {
    return this.array.length;
  }

  u8(at: number): number {
    return this.#within(at, 1).getUint8(at);
  }

  u16(at: number): number {
    return this.#within(at, 2).getUint16(at, true);
  }

  i16(at: number): number {
    return this.#within(at, 2).getInt16(at, true);
  }

  u32(at: number): number {
    return this.#within(at, 4).getUint32(at, true);
  }

  slice(start: number, length: number): Bytes {
    this.#within(start, length);
    return new Bytes(this.array.subarray(start, start + length));
  }

  #within(at: number, length: number): DataView {
    if (!(at >= 0 && length >= 0 && at + length <= this.array.length)) {
      throw new DocError('cut off');
    }
    return this.#view;
  }
}
