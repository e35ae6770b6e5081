import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { foldersAbove, repositoryRoot, wayFrom } from './addresses.ts';

/** The rules of one `.gitignore`, which are relative to its folder. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** As git has it by default on each system. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

/** The rules of a folder; none where it has no `.gitignore` that can be read. */
export function readRules(folder: string): readonly IgnoreFile[] {
  const file = join(folder, '.gitignore');
  try {
    return [{ folder, rules: ignore({ ignorecase }).add(readFileSync(file, 'utf8')) }];
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

/** The nearest file that says something about a path decides, as in git. */
export function isIgnored(absolute: string, isFolder: boolean, rules: readonly IgnoreFile[]): boolean {
  for (const { folder, rules: own } of rules.toReversed()) {
    const path = wayFrom(folder, absolute) + (isFolder ? '/' : '');
    const { ignored, unignored } = own.test(path);
    if (ignored || unignored) {
      return ignored;
    }
  }
  return false;
}
