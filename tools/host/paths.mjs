/** Where the embedded VS Code and its surroundings are kept, and how programs on the path are found. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The cache folder; several checkouts may share one through DISCLOSURE_REPORT_HOST_CACHE. */
export const cache = resolve(process.env.DISCLOSURE_REPORT_HOST_CACHE ?? join(root, '.vscode-host'));

/**
 * The full path of the first of these programs that stands on the path.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findProgram(...names) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const found = suffixes.map((suffix) => join(folder, name + suffix)).find(isProgram);
      if (found) return found;
    }
  }
  return undefined;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
