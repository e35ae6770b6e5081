import type { TextDocument } from 'vscode';
import { figuresMethod, type PlacedFigure } from '../../../server/src/lsp/protocol.ts';
import { nextTurn, type ServerConnection } from '../connection.ts';

/** The figures of each table of a document in the order of the text; none where it has changed meanwhile. */
export type ReadFigures = (document: TextDocument) => Promise<readonly (readonly PlacedFigure[])[]>;

/** Asks once for each version of a document. */
export function createFigures(server: ServerConnection): ReadFigures {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly tables: ReturnType<ReadFigures> }>();
  return (document) => {
    const { version } = document;
    const uri = document.uri.toString();
    const before = known.get(document);
    if (before?.version === version) {
      return before.tables;
    }
    if (!server.documents.has(uri)) {
      return Promise.resolve([]);
    }
    const tables = nextTurn().then(() => server.request(figuresMethod, { uri })).catch(() => null).then((result) => {
      if (result?.version === version) {
        return result.tables;
      }
      known.delete(document);
      return [];
    });
    known.set(document, { version, tables });
    return tables;
  };
}
