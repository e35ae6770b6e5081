import { l10n, workspace, type Uri } from 'vscode';
import { readOfficeMethod, toBase64, type ReadOfficeResult } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';

/** Above this, in bytes, an office file is no report: one with its pictures has a tenth of it. */
const largest = 50_000_000;

/** The text of an office file, or why it has none. */
export type OfficeReading = ReadOfficeResult;

/** Asks the server for the text of an office file. @throws where the file cannot be read from its disk */
export async function readOfficeFile(server: ServerConnection, file: Uri): Promise<OfficeReading> {
  if ((await workspace.fs.stat(file)).size > largest) {
    return { unread: l10n.t('the file is too large to be read as a report') };
  }
  return readOfficeBytes(server, file, await workspace.fs.readFile(file));
}

export async function readOfficeBytes(server: ServerConnection, file: Uri, bytes: Uint8Array): Promise<OfficeReading> {
  await server.client.start();
  return await server.request(readOfficeMethod, { uri: file.toString(), bytes: toBase64(bytes), withPlaces: true })
    ?? { unread: l10n.t('the file could not be read; the log says more') };
}
