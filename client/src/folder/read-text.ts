import { l10n, workspace, type Uri } from 'vscode';
import { isReadOffice, languageOfFile, largestText, reportLanguage, unreadReason } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { documentOf } from '../office/address.ts';
import { readOfficeFile } from '../office/texts.ts';
import { decode } from './decode.ts';

/** The text of a file, with the document that shows it; or why it cannot be read. */
type ReadText =
  | { readonly uri: Uri; readonly languageId: string; readonly text: string }
  | { readonly unread: string };

/** @throws where the file cannot be read from its disk */
export async function readText(file: Uri, server: ServerConnection): Promise<ReadText> {
  if (isReadOffice(file.path)) {
    const reading = await readOfficeFile(server, file);
    return 'unread' in reading ? reading : { uri: documentOf(file), languageId: reportLanguage, text: reading.text };
  }
  const unread = unreadReason(file.path, l10n);
  if (unread !== undefined) {
    return { unread };
  }
  const text = (await workspace.fs.stat(file)).size > largestText ? '' : decode(await workspace.fs.readFile(file));
  return { uri: file, languageId: languageOfFile(file.path) ?? 'plaintext', text };
}
