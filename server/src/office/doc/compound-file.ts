import { Bytes, DocError } from './bytes.ts';
import { joinedBytes } from '../joined-bytes.ts';

/** Sectors that end a chain, and none (MS-CFB 2.1). */
const lastRegular = 0xfffffffa;
const fatAtHeader = 109;
const smallStream = 4096;
const entryLength = 128;

/** The streams of a compound file by their names, each read when it is asked for (MS-CFB). */
export class CompoundFile {
  readonly #file: Bytes;
  readonly #sectorSize: number;
  readonly #fat: readonly number[];
  readonly #entries: ReadonlyMap<string, { readonly start: number; readonly size: number }>;
  readonly #mini: { readonly fat: readonly number[]; readonly content: Uint8Array };

  /** @throws DocError */
  constructor(array: Uint8Array) {
    this.#file = new Bytes(array);
    const shift = this.#file.u16(30);
    if (shift !== 9 && shift !== 12) {
      throw new DocError('sectors of an unknown size');
    }
    this.#sectorSize = 1 << shift;
    this.#fat = this.#readFat();
    const directory = new Bytes(this.#chain(this.#file.u32(48)));
    const entries = new Map<string, { start: number; size: number }>();
    let root = { start: lastRegular, size: 0 };
    for (let at = 0; at + entryLength <= directory.length; at += entryLength) {
      const type = directory.u8(at + 66);
      const entry = { start: directory.u32(at + 116), size: directory.u32(at + 120) };
      if (type === 5) {
        root = entry;
      } else if (type === 2) {
        entries.set(nameAt(directory, at), entry);
      }
    }
    this.#entries = entries;
    const miniFat = new Bytes(this.#file.u32(64) === 0 ? new Uint8Array(0) : this.#chain(this.#file.u32(60)));
    this.#mini = { fat: numbersOf(miniFat), content: root.start < lastRegular ? this.#chain(root.start) : new Uint8Array(0) };
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws DocError */
  read(name: string): Bytes {
    const entry = this.#entries.get(name);
    if (entry === undefined) {
      throw new DocError(`no stream ${name}`);
    }
    const content = entry.size < smallStream ? this.#smallChain(entry.start) : this.#chain(entry.start);
    return new Bytes(content).slice(0, entry.size);
  }

  #readFat(): number[] {
    const perSector = this.#sectorSize / 4;
    const sectors: number[] = [];
    for (let index = 0; index < fatAtHeader; index += 1) {
      sectors.push(this.#file.u32(76 + 4 * index));
    }
    let next = this.#file.u32(68);
    for (let count = this.#file.u32(72); count > 0 && next < lastRegular; count -= 1) {
      const sector = this.#sector(next);
      for (let index = 0; index < perSector - 1; index += 1) {
        sectors.push(sector.u32(4 * index));
      }
      next = sector.u32(4 * (perSector - 1));
      if (sectors.length * perSector > this.#file.length) {
        throw new DocError('a table in a circle');
      }
    }
    return sectors.filter((sector) => sector < lastRegular).flatMap((sector) => numbersOf(this.#sector(sector)));
  }

  #sector(number: number): Bytes {
    const start = (number + 1) * this.#sectorSize;
    // The last one may be cut off where the file ends.
    return this.#file.slice(start, Math.min(this.#sectorSize, this.#file.length - start));
  }

  #chain(start: number): Uint8Array {
    return joinedBytes(links(start, this.#fat, this.#file.length / this.#sectorSize).map((number) => this.#sector(number).array));
  }

  #smallChain(start: number): Uint8Array {
    const { fat, content } = this.#mini;
    return joinedBytes(links(start, fat, content.length / 64 + 1).map((number) => content.subarray(64 * number, 64 * number + 64)));
  }
}

/** The sectors of a chain. @throws DocError where it goes in a circle or out of the file */
function links(start: number, fat: readonly number[], most: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < lastRegular; sector = fat[sector] ?? lastRegular) {
    chain.push(sector);
    if (chain.length > most || sector >= fat.length) {
      throw new DocError('a chain without an end');
    }
  }
  return chain;
}

function nameAt(directory: Bytes, at: number): string {
  const length = Math.max(0, Math.min(62, directory.u16(at + 64) - 2));
  return Array.from({ length: length / 2 }, (_, index) => String.fromCharCode(directory.u16(at + 2 * index))).join('');
}

function numbersOf(bytes: Bytes): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.u32(4 * index));
}
