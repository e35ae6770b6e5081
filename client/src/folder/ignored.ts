import { Uri, workspace } from 'vscode';
import { ignoreFile, isIgnored, type IgnoreFile } from '../../../server/src/lsp/protocol.ts';

/** Whether a file below a folder that is checked is left out by a `.gitignore`, as on the command line; remembers what it has read. */
type IsLeftOut = (file: Uri, top: Uri) => Promise<boolean>;

export function createIgnoring(): IsLeftOut {
  const known = new Map<string, Promise<readonly IgnoreFile[]>>();
  const once = (key: string, read: () => Promise<readonly IgnoreFile[]>): Promise<readonly IgnoreFile[]> => {
    const rules = known.get(key) ?? read();
    known.set(key, rules);
    return rules;
  };
  const rulesIn = (folder: Uri): Promise<readonly IgnoreFile[]> => once(folder.toString(), () => readRules(folder));

  /** Those of the folders above, up to the root of the repository; none outside one, or if they leave the folder out. */
  const rulesAbove = (top: Uri): Promise<readonly IgnoreFile[]> => once(`above ${top.toString()}`, async () => {
    const above: Uri[] = [];
    let folder = top;
    while (!await isThere(Uri.joinPath(folder, '.git'))) {
      const next = Uri.joinPath(folder, '..');
      if (next.path === folder.path) {
        return [];
      }
      folder = next;
      above.unshift(folder);
    }
    const rules = (await Promise.all(above.map(rulesIn))).flat();
    return isIgnored(top.path, true, rules, wayFrom) ? [] : rules;
  });

  return async (file, top) => {
    let rules = await rulesAbove(top);
    for (const folder of foldersTo(file, top)) {
      if (folder.path !== top.path && isIgnored(folder.path, true, rules, wayFrom)) {
        return true;
      }
      rules = [...rules, ...await rulesIn(folder)];
    }
    return isIgnored(file.path, false, rules, wayFrom);
  };
}

/** The folders from the top to that of a file, both included. */
function foldersTo(file: Uri, top: Uri): readonly Uri[] {
  const names = wayFrom(top.path, file.path).split('/').slice(0, -1);
  return [top, ...names.map((_, at) => Uri.joinPath(top, ...names.slice(0, at + 1)))];
}

function wayFrom(folder: string, path: string): string {
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

async function readRules(folder: Uri): Promise<readonly IgnoreFile[]> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, '.gitignore')));
    return [ignoreFile(folder.path, text, isOnWindows(folder))];
  } catch {
    return [];
  }
}

/** Where git takes no account of capitals. */
function isOnWindows({ path }: Uri): boolean {
  return /^\/[a-z]:/iu.test(path);
}

function isThere(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(() => true, () => false);
}
