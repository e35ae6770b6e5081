import { md5 } from '@noble/hashes/legacy.js';
import { joinedBytes } from '../../office/joined-bytes.ts';
import { decryptAes, encryptAes } from './aes.ts';
import { rc4 } from './rc4.ts';

/** What the security of a file says of its key (ISO 32000-2, 7.6.4). */
export interface Security {
  readonly algorithm: number;
  readonly revision: number;
  /** In bytes. */
  readonly keyLength: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly areDescriptionsEncrypted: boolean;
  readonly fileId: Uint8Array;
}

/** Stands for a password that is not there. */
const padding = Uint8Array.from(
  [0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a],
);

/** The key of a file that opens without a password; undefined where it asks for one. */
export async function keyWithoutPassword(security: Security): Promise<Uint8Array | undefined> {
  return security.algorithm === 5 ? newerKey(security) : olderKey(security);
}

function olderKey(security: Security): Uint8Array | undefined {
  const { algorithm, revision, keyLength, owner, user, permissions, areDescriptionsEncrypted, fileId } = security;
  const isNewer = revision >= 3;
  let digest = md5(joinedBytes([
    padding, owner.subarray(0, 32), Uint8Array.from([0, 8, 16, 24], (shift) => (permissions >> shift) & 0xff), fileId,
    ...(revision >= 4 && !areDescriptionsEncrypted ? [Uint8Array.of(0xff, 0xff, 0xff, 0xff)] : []),
  ]));
  for (let round = 0; isNewer && round < 50; round += 1) {
    digest = md5(digest.subarray(0, keyLength));
  }
  const key = digest.slice(0, keyLength);
  let expected = rc4(key, isNewer ? md5(joinedBytes([padding, fileId])) : padding);
  for (let round = 1; isNewer && round < 20; round += 1) {
    expected = rc4(key.map((byte) => byte ^ round), expected);
  }
  if (!startsWith(user, expected)) {
    return undefined;
  }
  const whole = new Uint8Array(algorithm === 4 ? Math.max(16, key.length) : key.length);
  whole.set(key);
  return whole;
}

async function newerKey({ revision, user, userKey }: Security): Promise<Uint8Array | undefined> {
  const digest = revision >= 6 ? hardened : sha256;
  const expected = await digest(user.subarray(32, 40));
  return startsWith(user, expected) ? decryptAes(await digest(user.subarray(40, 48)), new Uint8Array(16), userKey.subarray(0, 32)) : undefined;
}

function sha256(data: Uint8Array): Promise<Uint8Array> {
  return sha('SHA-256', data);
}

async function sha(name: string, data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(name, Uint8Array.from(data)));
}

const digests = ['SHA-256', 'SHA-384', 'SHA-512'] as const;
/** Far more rounds than chance asks for. */
const mostRounds = 1000;

/** The digest of revision 6 for an empty password (ISO 32000-2, algorithm 2.B). */
async function hardened(salt: Uint8Array): Promise<Uint8Array> {
  let key = await sha256(salt);
  for (let round = 0; round < mostRounds; round += 1) {
    const repeated = joinedBytes(Array<Uint8Array>(64).fill(key));
    const encrypted = await encryptAes(key.subarray(0, 16), key.subarray(16, 32), repeated);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = await sha(digests[remainder] ?? 'SHA-256', encrypted);
    if (round >= 63 && (encrypted.at(-1) ?? 0) <= round - 31) {
      break;
    }
  }
  return key.subarray(0, 32);
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
