import ignore, { type Ignore } from 'ignore';

/** The rules of one `.gitignore`, which are relative to its folder. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** `ignorecase` as git has it by default on each system. */
export function ignoreFile(folder: string, text: string, ignorecase: boolean): IgnoreFile {
  return { folder, rules: ignore({ ignorecase }).add(text) };
}

/** The way from a folder to a path below it, with `/` between names. */
type WayFrom = (folder: string, path: string) => string;

/** The nearest file that says something about a path decides, as in git; those of its folder come last. */
export function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreFile[], wayFrom: WayFrom): boolean {
  for (const { folder, rules: own } of rules.toReversed()) {
    const { ignored, unignored } = own.test(wayFrom(folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) {
      return ignored;
    }
  }
  return false;
}
