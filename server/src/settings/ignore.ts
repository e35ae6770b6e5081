import type { IgnoreEntry, Range } from '../service-types.ts';
import { compileGlob } from './glob.ts';

/** What an entry of `ignore` is compared with. */
export interface Ignorable {
  readonly code: string;
  readonly range: Range;
  readonly figure?: string | undefined;
}

/**
 * Leaves out the findings that entries suppress; all parts that an entry gives must match.
 * The entries' `file` is not looked at here: give those whose file matches (`createFileMatcher`).
 * `textOf` gives the text at a range; it is asked only for entries that name a text.
 */
export function applyIgnore<T extends Ignorable>(
  findings: readonly T[], entries: readonly IgnoreEntry[], textOf: (range: Range) => string,
): { readonly kept: readonly T[]; readonly used: ReadonlySet<IgnoreEntry> } {
  const used = new Set<IgnoreEntry>();
  if (entries.length === 0) {
    return { kept: findings, used };
  }
  const kept = findings.filter((finding) => {
    const matching = entries.filter((entry) => isAbout(entry, finding, textOf));
    for (const entry of matching) {
      used.add(entry);
    }
    return matching.length === 0;
  });
  return { kept: kept.length === findings.length ? findings : kept, used };
}

/** Whether the parts of an entry that it gives are those of a finding. */
export function isAbout(entry: Omit<IgnoreEntry, 'file' | 'reason'>, finding: Ignorable, textOf: (range: Range) => string): boolean {
  return (entry.code === undefined || entry.code === finding.code)
    && (entry.figure === undefined || entry.figure === finding.figure)
    && (entry.text === undefined || entry.text === textOf(finding.range));
}

/** Whether an entry is about the file at a path relative to the settings file; globs are compiled once. */
type FileMatcher = (entry: Pick<IgnoreEntry, 'file'>, relativePath: string) => boolean;

export function createFileMatcher(): FileMatcher {
  const compiled = new Map<string, (path: string) => boolean>();
  return ({ file }, relativePath) => {
    if (file === undefined) {
      return true;
    }
    const path = relativePath.replaceAll('\\', '/');
    let matches = compiled.get(file);
    if (matches === undefined) {
      matches = compileFile(file);
      compiled.set(file, matches);
    }
    return matches(path);
  };
}

/** The plain name of a file matches that file, whatever marks of a glob are in it, as in 年报(终稿).md. */
function compileFile(file: string): (path: string) => boolean {
  const glob = file.replace(/\\(?![*?[\]{}!,\\])/gu, '/').replace(/^\.\//u, '');
  const literal = file.replaceAll('\\', '/').replace(/^\.\//u, '');
  const matches = compileGlob(glob);
  return (path) => path === literal || matches(path);
}
