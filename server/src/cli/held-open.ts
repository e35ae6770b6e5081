import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether the file that Word, WPS or LibreOffice keeps beside one that it has open is there. */
export function isHeldOpen(absolute: string): boolean {
  const name = basename(absolute);
  // Word puts its two characters in the place of the first ones of a longer name.
  const owners = [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`];
  return owners.some((owner) => existsSync(join(dirname(absolute), owner)));
}
