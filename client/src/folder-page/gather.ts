import { Uri } from 'vscode';
import { folderFileMethod, type FolderFile, type ReportState } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import type { FolderCheck } from '../folder/index.ts';
import { readText } from '../folder/read-text.ts';
import { fileOf, pathOf } from '../office/address.ts';

/** A file with the document that shows it. */
export interface GatheredFile {
  readonly uri: Uri;
  readonly entry: FolderFile;
}

/** Gives all files, and tells on the way how many of how many it has. */
type Gathering = (count: (done: number, all: number) => void) => Promise<readonly GatheredFile[]>;

/** So many files are read at once. */
const together = 8;

/** Gives what is shown of each report of the folder; what has not been checked again since is asked for once. */
export function createGathering(server: ServerConnection, folder: FolderCheck): Gathering {
  const known = new Map<string, { readonly states: readonly ReportState[]; readonly entry: FolderFile | undefined }>();

  async function ask({ uri, languageId, text }: { readonly uri: Uri; readonly languageId: string; readonly text: string }): Promise<FolderFile | undefined> {
    return await server.request(folderFileMethod, { uri: uri.toString(), languageId, text, path: pathOf(uri) }) ?? undefined;
  }

  async function entryOf(key: string): Promise<FolderFile | undefined> {
    const uri = Uri.parse(key);
    const open = server.documents.get(key);
    if (open) {
      return ask({ uri, languageId: open.languageId, text: open.getText() });
    }
    const states = folder.reports.get(key) ?? [];
    const before = known.get(key);
    if (before?.states === states) {
      return before.entry;
    }
    const read = await readText(fileOf(uri), server);
    const entry = 'unread' in read ? undefined : await ask(read);
    known.set(key, { states, entry });
    return entry;
  }

  return async (count) => {
    const keys = [...new Set([...folder.reports.keys(), ...server.documents.keys()])].sort();
    const files: GatheredFile[] = [];
    for (let at = 0; at < keys.length; at += together) {
      files.push(...(await Promise.all(keys.slice(at, at + together).map(gathered))).flat());
      count(Math.min(at + together, keys.length), keys.length);
    }
    return files;
  };

  async function gathered(key: string): Promise<GatheredFile[]> {
    const entry = await entryOf(key).catch(() => undefined);
    return entry ? [{ uri: Uri.parse(key), entry }] : [];
  }
}
