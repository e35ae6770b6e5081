import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { compileGlob } from '../../settings/index.ts';
import { wayFrom } from './addresses.ts';

/** A glob on the command line: shells of Windows expand none, and others not where it is quoted. */
export interface PathGlob {
  /** The folder below which to look, absolute, and as it was given. */
  readonly folder: string;
  readonly path: string;
  readonly matches: (absolute: string) => boolean;
}

/** Undefined where a path is no glob, or the name of what is there, as 年报[终稿].md. */
export function globOf(path: string, cwd: string): PathGlob | undefined {
  if (!/[*?[{]/u.test(path) || existsSync(resolve(cwd, path))) {
    return undefined;
  }
  const parts = (sep === '\\' ? path.replaceAll('\\', '/') : path).split('/');
  const fixed = parts.slice(0, parts.findIndex((part) => /[*?[{]/u.test(part)));
  const start = fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/');
  const folder = resolve(cwd, start);
  const matches = compileGlob(parts.slice(fixed.length).join('/'));
  return { folder, path: start === '' ? '.' : start, matches: (absolute) => matches(wayFrom(folder, absolute)) };
}
