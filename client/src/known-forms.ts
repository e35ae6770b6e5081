import { Disposable, EventEmitter, Uri, workspace, type Event, type LogOutputChannel } from 'vscode';
import {
  formFileEnd, formFilesIn, looksLikeReport, ownFormsIn, recogniserOf, settingsFileName, uriBeside, type OwnForm, type Recogniser,
} from '../../server/src/lsp/protocol.ts';
import { logFailure } from './failures.ts';

/** What the editor itself has to know of forms: which texts are reports, and which kinds of reports one may begin. */
export interface KnownForms extends Disposable {
  /** On an official form, or on one that a settings file of the open folders names. */
  readonly isReport: Recogniser;
  /** What reports of other kinds than the one on disclosure are called, in the folder of a file; in the first folder where none is given. */
  otherReports(uri: Uri | undefined): readonly string[];
  readonly onDidChange: Event<void>;
}

/** The forms that the settings file of a folder names. */
interface FormsOfFolder {
  readonly folder: string;
  readonly forms: readonly OwnForm[];
}

const mostSettingsFiles = 200;

/** Follows the forms that settings files name; until they are read the official ones alone are known. */
export function watchForms(log: LogOutputChannel): KnownForms {
  const changed = new EventEmitter<void>();
  let own: readonly FormsOfFolder[] = [];
  let isReport: Recogniser = looksLikeReport;
  let reading = 0;

  async function readAll(): Promise<void> {
    reading += 1;
    const turn = reading;
    const files = await workspace.findFiles(`**/${settingsFileName}`, undefined, mostSettingsFiles);
    const found = (await Promise.all(files.map(formsOf))).filter(({ forms }) => forms.length > 0);
    const isSame = JSON.stringify(found) === JSON.stringify(own);
    if (turn === reading && !isSame) {
      own = found;
      isReport = found.length === 0 ? looksLikeReport : recogniserOf(found.flatMap(({ forms }) => forms));
      changed.fire();
    }
  }

  async function formsOf(settings: Uri): Promise<FormsOfFolder> {
    const text = await textOf(settings) ?? '';
    const texts = new Map<string, string>();
    const files = formFilesIn(text);
    for (const { path } of files) {
      const form = await textOf(Uri.parse(uriBeside(settings.toString(), path)));
      if (form !== undefined) {
        texts.set(path, form);
      }
    }
    return { folder: Uri.joinPath(settings, '..').toString(), forms: ownFormsIn(files, texts) };
  }

  async function textOf(uri: Uri): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch (error) {
      log.debug(`${uri.toString(true)}: ${String(error)}`);
      return undefined;
    }
  }

  function refresh(): void {
    readAll().catch(logFailure(log));
  }

  const watchers = [settingsFileName, `*${formFileEnd}`].map((name) => workspace.createFileSystemWatcher(`**/${name}`));
  const listeners = Disposable.from(
    changed,
    ...watchers,
    ...watchers.flatMap((watcher) => [watcher.onDidCreate(refresh), watcher.onDidChange(refresh), watcher.onDidDelete(refresh)]),
    workspace.onDidChangeWorkspaceFolders(refresh),
  );
  refresh();
  return {
    isReport: (text) => isReport(text),
    otherReports(uri) {
      const place = (uri ?? workspace.workspaceFolders?.[0]?.uri)?.toString() ?? '';
      const above = own.filter(({ folder }) => `${place}/`.startsWith(`${folder.replace(/\/$/u, '')}/`));
      const nearest = above.reduce<FormsOfFolder | undefined>((one, other) => ((one?.folder.length ?? -1) < other.folder.length ? other : one), undefined);
      return [...new Set(nearest?.forms.flatMap(({ report }) => report ?? []))];
    },
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  };
}
