import { readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isWithin } from './addresses.ts';
import { filesInArchive, isArchive } from './archives.ts';
import { isIgnored, readRules, rulesAbove, type IgnoreFile } from './git-ignore.ts';
import { globOf, type PathGlob } from './path-globs.ts';
import type { InputFile } from './input-file.ts';
import { joinRaw, shownName } from './raw-names.ts';
import { isFoundInFolder } from '../../report-files.ts';

export type { InputFile };

export interface Inputs {
  /** In the order of the arguments; within a folder by name, with those that can only be named. Each file stands once. */
  readonly files: readonly InputFile[];
  /** The folders that were searched, absolute. */
  readonly folders: readonly string[];
  /** Whether files were looked for, in a folder or by a glob, and not only named. */
  readonly isSearch: boolean;
}

/** How paths are understood. */
interface InputChoice {
  /** The name that standard input goes by. */
  readonly stdinFilename?: string | undefined;
  /** Whether files that are named count as found in a folder, so that those that are no report are passed over. */
  readonly skipOthers?: boolean | undefined;
  /** A folder that copies are written into: a search that comes by leaves it out, or the next call would take them for reports. */
  readonly copies?: string | undefined;
}

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** What cannot be read is given to `onFailure`, and the rest goes on. */
export function findInputs(
  paths: readonly string[], cwd: string, onFailure: (path: string, error: unknown) => void, choice: InputChoice = {},
): Inputs {
  const files = new Map<string, InputFile>();
  const folders: string[] = [];
  let isSearch = false;
  const left = choice.copies === undefined ? undefined : resolve(cwd, choice.copies);
  for (const path of paths) {
    try {
      if (path === '-') {
        const name = choice.stdinFilename ?? path;
        const absolute = choice.stdinFilename === undefined ? path : resolve(cwd, name);
        files.set('-', { path: name, absolute, base: cwd, isNamed: choice.skipOthers !== true, isStdin: true });
        continue;
      }
      const absolute = resolve(cwd, path);
      const glob = globOf(path, cwd);
      if (glob !== undefined) {
        isSearch = true;
        addMatching(glob, { base: baseOf(glob.folder, cwd), left, files, onFailure });
      } else if (kindOf(absolute) === 'folder') {
        isSearch = true;
        folders.push(absolute);
        walk({ absolute, path, base: baseOf(absolute, cwd), rules: rulesAbove(absolute), left, files, onFailure });
      } else {
        const file = { path, absolute, base: baseOf(dirname(absolute), cwd) };
        if (!isArchive(absolute) || !addArchive({ ...file, isNamed: choice.skipOthers !== true }, files)) {
          addNamed(file, files, choice);
        }
      }
    } catch (error) {
      onFailure(path, error);
    }
  }
  return { files: [...files.values()], folders, isSearch };
}

/** @throws where there is nothing, or what never ends, as a pipe that nobody writes to */
function kindOf(absolute: string): 'folder' | 'file' {
  const status = statSync(absolute);
  if (status.isDirectory()) {
    return 'folder';
  }
  if (!status.isFile()) {
    throw new Error(l10n.t('this is no regular file; to check what a program writes, pipe it in and name -'));
  }
  return 'file';
}

/** The working folder, where what was given lies below it; else what was given. */
function baseOf(folder: string, cwd: string): string {
  return isWithin(folder, cwd) ? cwd : folder;
}

function addNamed(file: Omit<InputFile, 'isNamed'>, files: Map<string, InputFile>, { skipOthers }: InputChoice): void {
  const { path, absolute } = file;
  if (skipOthers !== true) {
    files.set(absolute, { ...file, path: files.get(absolute)?.path ?? path, isNamed: true });
  } else if (isFoundInFolder(path) && !files.has(absolute)) {
    files.set(absolute, { ...file, isNamed: false });
  }
}

/** The reports in an archive; false where it is none, but an office file. */
function addArchive(archive: Omit<InputFile, 'rawPath'>, files: Map<string, InputFile>): boolean {
  const found = filesInArchive(archive, isFoundInFolder);
  found?.filter(({ absolute }) => archive.isNamed || !files.has(absolute)).forEach((file) => files.set(file.absolute, file));
  return found !== undefined;
}

/** What matches counts as found in a folder. @throws where nothing does */
function addMatching({ folder, path, matches }: PathGlob, { files, ...search }: Search): void {
  // Where there is no such folder, that is said once, of the glob.
  kindOf(folder);
  const below = new Map<string, InputFile>();
  walk({ ...search, absolute: folder, path, rules: rulesAbove(folder), files: below });
  const found = [...below.values()].filter(({ absolute, archived }) => matches(absolute) || (archived !== undefined && matches(archived.archive)));
  if (found.length === 0) {
    throw new Error(l10n.t('no file in which reports come has such a name'));
  }
  found.filter(({ absolute }) => !files.has(absolute)).forEach((file) => files.set(file.absolute, file));
}

/** What stays the same all the way down a folder. */
interface Search {
  readonly base: string;
  /** The folder to leave out, absolute. */
  readonly left: string | undefined;
  readonly files: Map<string, InputFile>;
  readonly onFailure: (path: string, error: unknown) => void;
}

interface Folder extends Search {
  readonly absolute: string;
  readonly path: string;
  readonly rules: readonly IgnoreFile[];
  readonly rawPath?: Buffer;
}

/** Links to folders are not followed, so that no loop is walked; links to files are. */
function walk(folder: Folder): void {
  const { absolute, path, base, left, files, onFailure } = folder;
  const rules = [...folder.rules, ...readRules(absolute)];
  for (const entry of sortedEntries(folder)) {
    const name = shownName(entry.name);
    const rawPath = joinRaw(folder, entry.name);
    const inner = { absolute: join(absolute, name), path: join(path, name), base, ...(rawPath === undefined ? {} : { rawPath }) };
    const isFolder = entry.isDirectory();
    const isWanted = isFolder ? !skippedFolders.has(name) && inner.absolute !== left : isFoundInFolder(name);
    if (!isWanted || isIgnored(inner.absolute, isFolder, rules)) {
      continue;
    }
    if (isFolder) {
      walk({ ...inner, rules, left, files, onFailure });
    } else if (isArchive(name) && isFile(entry, inner, onFailure) && isUnpacked(inner, files)) {
      continue;
    } else if (isFile(entry, inner, onFailure) && !files.has(inner.absolute)) {
      files.set(inner.absolute, foundFile(inner));
    }
  }
}

/** Written out: a copy of what has optional parts gets a hidden class of its own, which for each of ten thousand files outweighs it. */
function foundFile({ path, absolute, base, rawPath }: Omit<InputFile, 'isNamed'>): InputFile {
  return rawPath === undefined ? { path, absolute, base, isNamed: false } : { path, absolute, base, isNamed: false, rawPath };
}

/** An archive in a folder is a folder; one that cannot be read is a file that is not. */
function isUnpacked({ path, absolute, base }: Pick<Folder, 'path' | 'absolute' | 'base'>, files: Map<string, InputFile>): boolean {
  try {
    return addArchive({ path, absolute, base, isNamed: false }, files);
  } catch {
    return false;
  }
}

function sortedEntries({ absolute, rawPath, path, onFailure }: Folder): readonly Dirent<Buffer>[] {
  try {
    const entries = readdirSync(rawPath ?? absolute, { withFileTypes: true, encoding: 'buffer' });
    return entries.sort((a, b) => shownName(a.name) < shownName(b.name) ? -1 : 1);
  } catch (error) {
    onFailure(path, error);
    return [];
  }
}

function isFile(
  entry: Dirent<Buffer>, at: { absolute: string; path: string; rawPath?: Buffer }, onFailure: Folder['onFailure'],
): boolean {
  if (!entry.isSymbolicLink()) {
    return entry.isFile();
  }
  try {
    return statSync(at.rawPath ?? at.absolute).isFile();
  } catch (error) {
    onFailure(at.path, error);
    return false;
  }
}
