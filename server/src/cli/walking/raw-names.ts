import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';
import iconv from 'iconv-lite';

/** A name for people: names that old programs unpacked are in GBK, and no UTF-8 text can name them. */
export function shownName(name: Buffer): string {
  return isUtf8(name) ? name.toString('utf8') : iconv.decode(name, 'gb18030');
}

/** The path of an entry in bytes; undefined where text is enough. */
export function joinRaw(folder: { readonly absolute: string; readonly rawPath?: Uint8Array }, name: Buffer): Buffer | undefined {
  return folder.rawPath === undefined && isUtf8(name)
    ? undefined
    : Buffer.concat([folder.rawPath ?? Buffer.from(folder.absolute), Buffer.from(sep), name]);
}
