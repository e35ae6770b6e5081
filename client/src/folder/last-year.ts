import { Disposable, RelativePattern, Uri, workspace, type LogOutputChannel } from 'vscode';
import { isFoundInFolder, lastYearFilesMethod } from '../../../server/src/lsp/protocol.ts';
import { atRest } from '../at-rest.ts';
import type { ServerConnection } from '../connection.ts';
import { logFailure } from '../failures.ts';
import type { KnownForms } from '../known-forms.ts';
import { documentOf, fileOf } from '../office/address.ts';
import { filesBeside, findFilesByYear, folderOf } from './files-by-year.ts';
import { createHeldFiles } from './held-files.ts';

/** How long a report has to rest before last year's is looked for, in milliseconds: what is found in it itself comes first. */
const rest = 800;

/**
 * Lets the server know last year's reports of those that are open, where such a file lies in the same folder or in those of the
 * workspace, without checking it: so that the two can be compared before anybody thinks of opening it.
 */
export function watchLastYear(server: ServerConnection, forms: KnownForms, log: LogOutputChannel): Disposable {
  const looks = atRest(rest, (uri: string) => void look(uri).catch(logFailure(log)));
  /** What was looked for last, by the document. */
  const looked = new Map<string, string>();
  const held = createHeldFiles(server, forms);
  const watchers = new Map<string, Disposable>();

  async function look(uri: string): Promise<void> {
    const asked = server.documents.has(uri) ? await server.request(lastYearFilesMethod, { uri, files: [] }) : null;
    const years = asked?.wanted.map(({ year }) => year) ?? [];
    const key = JSON.stringify(asked?.wanted ?? []);
    if (looked.get(uri) === key) {
      return;
    }
    looked.set(uri, key);
    if (years.length === 0) {
      return;
    }
    const file = fileOf(Uri.parse(uri));
    watch(file);
    const files = [...await filesBeside(file), ...await findFilesByYear(file, years)];
    const byDocument = new Map(files.map((one) => [documentOf(one).toString(), one]));
    const found = await server.request(lastYearFilesMethod, { uri, files: [...byDocument.keys()] });
    for (const some of [found?.likely ?? [], found?.possible ?? []]) {
      const taken = await Promise.all(some.map((one) => held.take(byDocument.get(one) as Uri, uri)));
      if (taken.includes(true)) {
        return;
      }
    }
  }

  /** Another file beside a report may be the one that is looked for, and one that was taken in may say something else. */
  function watch(file: Uri): void {
    const folder = folderOf(file);
    if (!folder || watchers.has(folder.toString())) {
      return;
    }
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*'));
    const changed = (one: Uri): void => {
      const document = held.documentFor(one);
      if (document !== undefined) {
        held.take(one, document).catch(() => held.forget(one));
      } else if (isFoundInFolder(one.path) && !server.documents.has(documentOf(one).toString())) {
        lookAgain((uri) => folderOf(fileOf(Uri.parse(uri)))?.toString() === folder.toString());
      }
    };
    watchers.set(folder.toString(), Disposable.from(watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(held.forget)));
  }

  function lookAgain(isConcerned: (document: string) => boolean = () => true): void {
    [...server.documents.keys()].filter(isConcerned).forEach((uri) => {
      looked.delete(uri);
      looks.ask(uri);
    });
  }

  return Disposable.from(
    server.onDidChangeStates(looks.ask),
    server.onDidChangeSettings(() => lookAgain()),
    server.onDidChangeDocuments(() => {
      const closed = [...looked.keys()].filter((uri) => !server.documents.has(uri));
      closed.forEach((uri) => looked.delete(uri));
      // One of them may have been last year's report of another.
      if (closed.length > 0) {
        server.documents.forEach((_, uri) => looks.ask(uri));
      }
    }),
    looks,
    { dispose: () => watchers.forEach((watcher) => watcher.dispose()) },
  );
}
