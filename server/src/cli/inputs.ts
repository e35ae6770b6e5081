import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { filesInArchive, isArchive } from './archives.ts';
import type { InputFile } from './input-file.ts';
import { isFoundInFolder } from '../report-files.ts';

export type { InputFile };

export interface Inputs {
  /** In the order of the arguments; within a folder by name, with those that can only be named. Each file stands once. */
  readonly files: readonly InputFile[];
  /** The folders that were searched, absolute. */
  readonly folders: readonly string[];
}

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** What cannot be read is given to `onFailure`, and the rest goes on. */
export function findInputs(
  paths: readonly string[], cwd: string, onFailure: (path: string, error: unknown) => void,
): Inputs {
  const files = new Map<string, InputFile>();
  const folders: string[] = [];
  for (const path of paths) {
    const absolute = path === '-' ? path : resolve(cwd, path);
    try {
      if (path !== '-' && statSync(absolute).isDirectory()) {
        folders.push(absolute);
        walk({ absolute, path, rules: rulesAbove(absolute), files, onFailure });
      } else if (!isArchive(absolute) || !addArchive(path, absolute, files)) {
        files.set(absolute, { path: files.get(absolute)?.path ?? path, absolute, isNamed: true });
      }
    } catch (error) {
      onFailure(path, error);
    }
  }
  return { files: [...files.values()], folders };
}

/** The reports in an archive; false where it is none, but an office file. */
function addArchive(path: string, absolute: string, files: Map<string, InputFile>): boolean {
  const found = filesInArchive(path, absolute, isFoundInFolder);
  found?.forEach((file) => files.set(file.absolute, file));
  return found !== undefined;
}

interface Folder {
  readonly absolute: string;
  readonly path: string;
  readonly rules: readonly IgnoreFile[];
  readonly files: Map<string, InputFile>;
  readonly onFailure: (path: string, error: unknown) => void;
}

/** Links to folders are not followed, so that no loop is walked; links to files are. */
function walk(folder: Folder): void {
  const { absolute, path, files, onFailure } = folder;
  const rules = [...folder.rules, ...readRules(absolute)];
  for (const entry of sortedEntries(folder)) {
    const inner = { absolute: join(absolute, entry.name), path: join(path, entry.name) };
    const isFolder = entry.isDirectory();
    const isWanted = isFolder ? !skippedFolders.has(entry.name) : isFoundInFolder(entry.name);
    if (!isWanted || isIgnored(inner.absolute, isFolder, rules)) {
      continue;
    }
    if (isFolder) {
      walk({ ...inner, rules, files, onFailure });
    } else if (isFile(entry, inner, onFailure) && !files.has(inner.absolute)) {
      files.set(inner.absolute, { ...inner, isNamed: false });
    }
  }
}

function sortedEntries({ absolute, path, onFailure }: Folder): readonly Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    onFailure(path, error);
    return [];
  }
}

function isFile(entry: Dirent, at: { absolute: string; path: string }, onFailure: Folder['onFailure']): boolean {
  if (!entry.isSymbolicLink()) {
    return entry.isFile();
  }
  try {
    return statSync(at.absolute).isFile();
  } catch (error) {
    onFailure(at.path, error);
    return false;
  }
}

/** The rules of one `.gitignore`, which are relative to its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** As git has it by default on each system. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

function readRules(folder: string): readonly IgnoreFile[] {
  const file = join(folder, '.gitignore');
  try {
    return [{ folder, rules: ignore({ ignorecase }).add(readFileSync(file, 'utf8')) }];
  } catch {
    return [];
  }
}

/** The rules of the folders above, up to the root of the repository; none outside one, or if they leave the folder out. */
function rulesAbove(folder: string): readonly IgnoreFile[] {
  const above: string[] = [];
  let at = folder;
  while (!existsSync(join(at, '.git'))) {
    const parent = dirname(at);
    if (parent === at) {
      return [];
    }
    above.unshift(parent);
    at = parent;
  }
  const rules = above.flatMap(readRules);
  return isIgnored(folder, true, rules) || basename(folder) === 'node_modules' ? [] : rules;
}

/** The nearest file that says something about a path decides, as in git. */
function isIgnored(absolute: string, isFolder: boolean, rules: readonly IgnoreFile[]): boolean {
  for (const { folder, rules: own } of rules.toReversed()) {
    const path = relative(folder, absolute).split(sep).join('/') + (isFolder ? '/' : '');
    const { ignored, unignored } = own.test(path);
    if (ignored || unignored) {
      return ignored;
    }
  }
  return false;
}
