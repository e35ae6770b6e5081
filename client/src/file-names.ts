import type { Uri } from 'vscode';

/** The name of a file without its folder. */
export function nameOf({ path }: Pick<Uri, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A glob that matches the name of a file, and no other. */
export function nameGlob(uri: Pick<Uri, 'path'>): string {
  return nameOf(uri).replace(/[[\]{}*?]/gu, '[$&]');
}
