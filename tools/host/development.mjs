/** The project as an extension under development. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';

/**
 * A path of the project for the embedded editor, through a link in the cache: the editor takes every theme at or below
 * an extension under development for one to try, and its own themes lie below the project when the cache does. Each
 * checkout that shares the cache has a link of its own, so that none runs the extension of another.
 */
export function developmentPath() {
  const link = join(cache, `extension-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  if (existsSync(link)) return link;
  mkdirSync(cache, { recursive: true });
  symlinkSync(root, link, 'junction');
  return link;
}
