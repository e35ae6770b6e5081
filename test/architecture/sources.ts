import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The TypeScript files below a folder, as paths from the project's root with `/`. */
export function sourceFiles(folder: string): string[] {
  return filesBelow(folder, ['.ts']);
}

/** The files below a folder whose names end so, as paths from the project's root with `/`. */
export function filesBelow(folder: string, ends: readonly string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => ends.some((end) => path.endsWith(end)))
    .sort();
}
