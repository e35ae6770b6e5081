import { fileUriOf } from '../office-address.ts';
import { settingsFileName } from './settings.ts';

/**
 * Where settings for a document may stand, nearest first: its folder and those above it as far as they are open, for what lies above is somebody
 * else's. None for a document without a folder (`untitled:`).
 */
export function settingsUris(documentUri: string, openFolders: readonly string[]): readonly string[] {
  const all = fromNearest(documentUri);
  const within = all.filter((uri) => openFolders.some((folder) => uri.startsWith(`${folder.replace(/(?<!\/)\/+$/u, '')}/`)));
  return within.length > 0 ? within : all.slice(0, 1);
}

function fromNearest(documentUri: string): readonly string[] {
  const parts = splitUri(fileUriOf(documentUri));
  if (parts === undefined) {
    return [];
  }
  const folders = parts.path.split('/').slice(0, -1);
  return folders.map((_, index) => {
    const folder = folders.slice(0, folders.length - index).join('/');
    return `${parts.root}${folder}/${settingsFileName}`;
  });
}

/** The document's path relative to the settings file's folder, decoded; undefined where it is not below it. */
export function relativePath(settingsUri: string, documentUri: string): string | undefined {
  const folder = settingsUri.slice(0, settingsUri.lastIndexOf('/') + 1);
  const document = splitUri(fileUriOf(documentUri));
  if (document === undefined) {
    return undefined;
  }
  const plain = decode(document.root + document.path);
  const above = decode(folder);
  return plain.startsWith(above) ? plain.slice(above.length) : undefined;
}

/** The URI of a file that a settings file names by a path from its own folder, or by one from the root. */
export function uriBeside(settingsUri: string, path: string): string {
  const { root, path: own } = splitUri(settingsUri) ?? { root: '', path: settingsUri };
  const named = path.replaceAll('\\', '/');
  const isAbsolute = named.startsWith('/') || /^[a-z]:\//iu.test(named);
  const parts = isAbsolute ? [] : own.split('/').slice(1, -1);
  for (const part of named.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(encodeURIComponent(part));
    }
  }
  return `${root}/${parts.join('/')}`;
}

/** Scheme and authority, and the path that starts with a slash; query and fragment are no part of it. */
function splitUri(uri: string): { root: string; path: string } | undefined {
  const match = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)(\/[^?#]*)/iu.exec(uri);
  return match === null ? undefined : { root: match[1] as string, path: match[2] as string };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
