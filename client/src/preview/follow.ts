import { Disposable, workspace, type TextDocument, type Uri } from 'vscode';

/**
 * Tells where each of some documents goes on under another name: its file or its folder is renamed or moved, or what had no
 * file is saved.
 */
export function followDocuments(known: () => readonly Uri[], moved: (from: Uri, to: Uri) => void): Disposable {
  /** Documents that were closed and had no file. The editor opens that into which they were saved before or after it closes them. */
  const closed = new Map<Uri, string>();
  /** Its text may be another one by then, trimmed as it was saved or typed on; a new report has the path already that is proposed for it. */
  const isSaved = (document: TextDocument, from: Uri, text: string): boolean => !document.isUntitled
    && (document.uri.path === from.path || (text !== '' && document.getText() === text));
  return Disposable.from(
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => {
      for (const uri of known().filter(({ path }) => path === oldUri.path || path.startsWith(`${oldUri.path}/`))) {
        moved(uri, newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }));
      }
    })),
    workspace.onDidCloseTextDocument((document) => {
      const from = document.isUntitled ? known().find((uri) => uri.toString() === document.uri.toString()) : undefined;
      if (from) {
        const text = document.getText();
        const saved = workspace.textDocuments.find((one) => isSaved(one, from, text));
        if (saved) {
          moved(from, saved.uri);
        } else {
          closed.set(from, text);
        }
      }
    }),
    workspace.onDidOpenTextDocument((document) => {
      for (const [from, text] of closed) {
        const isKnown = known().includes(from);
        if (isKnown && isSaved(document, from, text)) {
          moved(from, document.uri);
        }
        if (!isKnown || isSaved(document, from, text)) {
          closed.delete(from);
        }
      }
    }),
  );
}
