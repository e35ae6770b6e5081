import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The root of the repository that a folder lies in; undefined outside of one. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) {
      return at;
    }
    if (dirname(at) === at) {
      return undefined;
    }
  }
}

/** The folders above a path, up to one of them, the nearest last; none where that one is not above it. */
export function foldersAbove(path: string, top: string): readonly string[] {
  const above: string[] = [];
  for (let at = path; at !== top && isWithin(at, top); at = dirname(at)) {
    above.unshift(dirname(at));
  }
  return above;
}

/** Whether a path is that of a folder, or of something below it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The way from a folder to a path, both absolute, with `/` between names on every system. */
export function wayFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** A path as given on the command line, from the root of the repository that the working folder lies in, else from that folder; `/` between names. */
export type PathFromRoot = (path: string) => string;

export function pathsFromRoot(cwd: string): PathFromRoot {
  const root = repositoryRoot(cwd) ?? cwd;
  return (path) => wayFrom(root, resolve(cwd, path));
}

/** A path as the relative reference of RFC 3986. */
export function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
