import { createCipheriv, createHash } from 'node:crypto';

/** How a PDF is encrypted that opens without a password. */
export interface Encryption {
  /** For the trailer, with the file's name for itself. */
  readonly trailer: string;
  /** The data of an object's stream. */
  encrypt(data: Uint8Array, object: number): Uint8Array;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const fileId = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const owner = Buffer.alloc(32, 0x5a);
const permissions = Buffer.from('fcffffff', 'hex');
const iv = Buffer.alloc(16, 7);

const md5 = (...pieces: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(pieces)).digest();
const sha = (bits: number, ...pieces: readonly Uint8Array[]): Buffer => createHash(`sha${bits}`).update(Buffer.concat(pieces)).digest();

function arcFour(key: Uint8Array, data: Uint8Array): Buffer {
  const box = [...Array(256).keys()];
  let other = 0;
  for (let at = 0; at < 256; at += 1) {
    other = (other + box[at]! + key[at % key.length]!) % 256;
    [box[at], box[other]] = [box[other]!, box[at]!];
  }
  let at = other = 0;
  return Buffer.from(data.map((byte) => {
    at = (at + 1) % 256;
    other = (other + box[at]!) % 256;
    [box[at], box[other]] = [box[other]!, box[at]!];
    return byte ^ box[(box[at]! + box[other]!) % 256]!;
  }));
}

function aes(key: Uint8Array, vector: Uint8Array, data: Uint8Array, isPadded: boolean): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(isPadded);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function older(version: number, revision: number, length: number, more = ''): Encryption {
  let key = md5(padding, owner, permissions, fileId).subarray(0, length);
  for (let round = 0; revision > 2 && round < 50; round += 1) {
    key = md5(key).subarray(0, length);
  }
  let user = arcFour(key, revision > 2 ? md5(padding, fileId) : padding);
  for (let round = 1; revision > 2 && round < 20; round += 1) {
    user = arcFour(key.map((byte) => byte ^ round), user);
  }
  const isAes = version === 4;
  return {
    trailer: trailer(`/V ${version}/R ${revision}/Length ${length * 8}/O${literal(owner)}/U<${Buffer.concat([user, Buffer.alloc(32)]).subarray(0, 32).toString('hex')}>${more}`),
    encrypt(data, object) {
      const own = md5(key, Uint8Array.of(object & 0xff, object >> 8, 0, 0, 0), Buffer.from(isAes ? 'sAlT' : '')).subarray(0, Math.min(16, length + 5));
      return isAes ? Buffer.concat([iv, aes(own, iv, data, true)]) : arcFour(own, data);
    },
  };
}

function newer(revision: number): Encryption {
  const key = Buffer.alloc(32, 0x33);
  const [validation, keySalt] = [Buffer.from('valid678'), Buffer.from('keysalt8')];
  const digest = revision === 6 ? hardened : (salt: Uint8Array) => sha(256, salt);
  const user = Buffer.concat([digest(validation), validation, keySalt]);
  const userKey = aes(digest(keySalt), Buffer.alloc(16), key, false);
  return {
    trailer: trailer(`/V 5/R ${revision}/Length 256/O<${'00'.repeat(48)}>/U<${user.toString('hex')}>/OE<${'00'.repeat(32)}>/UE<${userKey.toString('hex')}>`
      + `/Perms<${'00'.repeat(16)}>${filter('AESV3')}`),
    encrypt: (data) => Buffer.concat([iv, aes(key, iv, data, true)]),
  };
}

/** Algorithm 2.B of ISO 32000-2. */
function hardened(salt: Uint8Array): Buffer {
  let key = sha(256, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const encrypted = aes(key.subarray(0, 16), key.subarray(16, 32), Buffer.concat(Array<Buffer>(64).fill(key)), false);
    key = sha([256, 384, 512][Number(BigInt(`0x${encrypted.subarray(0, 16).toString('hex')}`) % 3n)]!, encrypted);
    last = encrypted.at(-1)!;
  }
  return key.subarray(0, 32);
}

function filter(method: string): string {
  return `/CF<</StdCF<</AuthEvent/DocOpen/CFM/${method}>>>>/StmF/StdCF/StrF/StdCF`;
}

function trailer(security: string): string {
  return `/ID[<${fileId.toString('hex')}><${fileId.toString('hex')}>]/Encrypt<</Filter/Standard/P -4${security}>>`;
}

function literal(bytes: Uint8Array): string {
  return `(${[...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')})`;
}

/** Each way of encrypting, by its name. */
export const encryptions: readonly (readonly [name: string, encryption: Encryption])[] = [
  ['RC4 of 40 bits', older(1, 2, 5)],
  ['RC4 of 128 bits', older(2, 3, 16)],
  ['AES of 128 bits', older(4, 4, 16, filter('AESV2'))],
  ['AES of 256 bits as it was first', newer(5)],
  ['AES of 256 bits', newer(6)],
];
