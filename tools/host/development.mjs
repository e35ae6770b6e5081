/** The project as an extension under development. */
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';

/**
 * A path of the project for the embedded editor, through a link in the cache: the editor takes every theme at or below
 * an extension under development for one to try, and its own themes lie below the project when the cache does.
 */
export function developmentPath() {
  const link = join(cache, 'extension');
  if (existsSync(link) && realpathSync(link) === realpathSync(root)) return link;
  mkdirSync(cache, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(root, link, 'junction');
  return link;
}
