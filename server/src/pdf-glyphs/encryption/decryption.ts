import { md5 } from '@noble/hashes/legacy.js';
import { joinedBytes } from '../../office/joined-bytes.ts';
import { decryptAes } from './aes.ts';
import { keyWithoutPassword, type Security } from './keys.ts';
import { readObject, type PdfDictionary, type PdfValue } from './objects.ts';
import { rc4 } from './rc4.ts';

/** Takes the encryption off the stream of an object. */
export type Decryption = (data: Uint8Array, object: number, generation: number) => Promise<Uint8Array>;

/**
 * How the streams of a file are decrypted that opens without a password; undefined where it asks for one, or is encrypted in no way that is known.
 * `text` is what stands outside streams.
 */
export async function decryptionOf(text: string): Promise<Decryption | undefined> {
  const dictionary = dictionaryAt(text, text.lastIndexOf('/Encrypt') + '/Encrypt'.length);
  const entries = dictionary?.entries;
  if (entries?.get('/Filter') !== '/Standard') {
    return undefined;
  }
  const security = securityOf(entries, fileIdIn(text));
  const method = security.algorithm >= 4 ? methodOf(entries) : '/V2';
  const key = await keyWithoutPassword(security);
  return key === undefined || method === undefined ? undefined : (data, object, generation) => decrypted(data, method, key, [object, generation]);
}

/** A dictionary that stands there, or is named there by the number of its object. */
function dictionaryAt(text: string, at: number): PdfDictionary | undefined {
  const reference = /\s*(\d{1,10})\s+(\d{1,5})\s+R/uy;
  reference.lastIndex = at;
  const [, object, generation] = reference.exec(text) ?? [];
  const value = readObject(text, object === undefined ? at : placeOf(text, Number(object), Number(generation)));
  return isDictionary(value) ? value : undefined;
}

/** Where what an object holds begins; where it is written anew in the file, the last time. */
function placeOf(text: string, object: number, generation: number): number {
  let place = text.length;
  for (const found of text.matchAll(/(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b/gu)) {
    place = Number(found[1]) === object && Number(found[2]) === generation ? found.index + found[0].length : place;
  }
  return place;
}

function securityOf(entries: ReadonlyMap<string, PdfValue>, fileId: Uint8Array): Security {
  const algorithm = numberOf(entries.get('/V'), 0);
  const bits = numberOf(entries.get('/Length'), 0) || (algorithm <= 3 ? 40 : ownLength(entries));
  return {
    algorithm,
    revision: numberOf(entries.get('/R'), 0),
    keyLength: bits >> 3,
    owner: bytesOf(entries.get('/O')),
    user: bytesOf(entries.get('/U')),
    userKey: bytesOf(entries.get('/UE')),
    permissions: numberOf(entries.get('/P'), 0),
    areDescriptionsEncrypted: algorithm >= 4 && entries.get('/EncryptMetadata') !== 'false',
    fileId,
  };
}

/** In bits; some write it in bytes. */
function ownLength(entries: ReadonlyMap<string, PdfValue>): number {
  const length = numberOf(filterOf(entries)?.entries.get('/Length'), 128);
  return length < 40 ? length << 3 : length;
}

function filterOf(entries: ReadonlyMap<string, PdfValue>): PdfDictionary | undefined {
  const [filters, name] = [entries.get('/CF'), entries.get('/StmF')];
  const found = isDictionary(filters) && typeof name === 'string' ? filters.entries.get(name) : undefined;
  return isDictionary(found) ? found : undefined;
}

/** How streams are encrypted, `/None` where they are not. */
function methodOf(entries: ReadonlyMap<string, PdfValue>): string | undefined {
  const method = filterOf(entries)?.entries.get('/CFM') ?? '/None';
  return typeof method === 'string' && ['/None', '/V2', '/AESV2', '/AESV3'].includes(method) ? method : undefined;
}

function fileIdIn(text: string): Uint8Array {
  const at = text.lastIndexOf('/ID');
  const value = at < 0 ? undefined : readObject(text, at + '/ID'.length);
  return Array.isArray(value) ? bytesOf((value as readonly PdfValue[])[0]) : new Uint8Array();
}

async function decrypted(data: Uint8Array, method: string, key: Uint8Array, name: readonly [object: number, generation: number]): Promise<Uint8Array> {
  switch (method) {
    case '/None': return data;
    case '/V2': return rc4(keyOfObject(key, name, []), data);
    default: {
      const own = method === '/AESV3' ? key : keyOfObject(key, name, [...'sAlT'].map((character) => character.charCodeAt(0)));
      const content = await decryptAes(own, data.subarray(0, 16), data.subarray(16));
      const padding = content.at(-1) ?? 0;
      return padding >= 1 && padding <= 16 ? content.subarray(0, content.length - padding) : content;
    }
  }
}

function keyOfObject(key: Uint8Array, [object, generation]: readonly [number, number], salt: readonly number[]): Uint8Array {
  const numbers = [object, object >> 8, object >> 16, generation, generation >> 8].map((part) => part & 0xff);
  return md5(joinedBytes([key, Uint8Array.from([...numbers, ...salt])])).subarray(0, Math.min(16, key.length + 5));
}

function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && 'entries' in value && value.entries instanceof Map;
}

function numberOf(value: PdfValue | undefined, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

function bytesOf(value: PdfValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
