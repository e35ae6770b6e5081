import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ignoreFile, isIgnored as isIgnoredBy, type IgnoreFile } from '../../ignore-rules.ts';
import { foldersAbove, repositoryRoot, wayFrom } from './addresses.ts';

export type { IgnoreFile };

/** As git has it by default on each system. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

/** The rules of a folder; none where it has no `.gitignore` that can be read. */
export function readRules(folder: string): readonly IgnoreFile[] {
  const file = join(folder, '.gitignore');
  try {
    return [ignoreFile(folder, readFileSync(file, 'utf8'), ignorecase)];
  } catch {
    return [];
  }
}

/** The rules of the folders above, up to the root of the repository; none outside one, or if they leave the folder out. */
export function rulesAbove(folder: string): readonly IgnoreFile[] {
  const root = repositoryRoot(folder);
  const rules = root === undefined ? [] : foldersAbove(folder, root).flatMap(readRules);
  return isIgnored(folder, true, rules) || basename(folder) === 'node_modules' ? [] : rules;
}

export function isIgnored(absolute: string, isFolder: boolean, rules: readonly IgnoreFile[]): boolean {
  return isIgnoredBy(absolute, isFolder, rules, wayFrom);
}
