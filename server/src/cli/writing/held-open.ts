import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ownerFiles } from '../../report-files.ts';

/** Whether another program has the file open. */
export function isHeldOpen(absolute: string): boolean {
  return ownerFiles(basename(absolute)).some((owner) => existsSync(join(dirname(absolute), owner)));
}
