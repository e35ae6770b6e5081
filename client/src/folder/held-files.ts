import { workspace, type Uri } from 'vscode';
import { forgetFilesMethod, knowFileMethod } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import type { KnownForms } from '../known-forms.ts';
import { documentOf } from '../office/address.ts';
import { createIgnoring } from './ignored.ts';
import { readText } from './read-text.ts';

/** Files that the server knows for the sake of an open report, without checking them. */
interface HeldFiles {
  /** Lets the server know a file for the sake of a document; false where it is not what that document is compared with. */
  take(file: Uri, document: string): Promise<boolean>;
  /** The document for which a file is known. */
  documentFor(file: Uri): string | undefined;
  forget(file: Uri): void;
}

export function createHeldFiles(server: ServerConnection, forms: KnownForms): HeldFiles {
  /** The documents for which files are known, by the URI of the document that shows the file. */
  const held = new Map<string, string>();
  return {
    async take(file, document) {
      const folder = workspace.getWorkspaceFolder(file)?.uri;
      if (folder && await createIgnoring()(file, folder)) {
        return false;
      }
      const read = await readText(file, server);
      const uri = documentOf(file).toString();
      const isTaken = 'text' in read && forms.isReport(read.text)
        && await server.request(knowFileMethod, { uri, languageId: read.languageId, text: read.text, for: document }) === true;
      if (isTaken) {
        held.set(uri, document);
      } else if (held.delete(uri)) {
        await server.request(forgetFilesMethod, { uris: [uri] });
      }
      return isTaken;
    },
    documentFor: (file) => held.get(documentOf(file).toString()),
    forget(file) {
      const uri = documentOf(file).toString();
      if (held.delete(uri)) {
        void server.request(forgetFilesMethod, { uris: [uri] });
      }
    },
  };
}
