import {
  CancellationTokenSource, commands, Disposable, EventEmitter, FileSystemError, languages, l10n, RelativePattern, TabInputText,
  TabInputTextDiff, Uri, window, workspace, type CancellationToken,
  type Event, type LogOutputChannel,
} from 'vscode';
import {
  allReportFiles, checkFileMethod, diagnosticSource, forgetFilesMethod, isFoundInFolder, staleFilesMethod, type CheckFileParams, type CheckFileResult,
  type ReportState,
} from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import type { KnownForms } from '../known-forms.ts';
import { documentOf, fileOf } from '../office/address.ts';
import { showSummary } from './summary.ts';
import { findReportFiles } from './files.ts';
import { createIgnoring } from './ignored.ts';
import { createFolderProgress } from './progress.ts';
import { readText } from './read-text.ts';
import { checkUnasked } from './unasked.ts';
import { watchWholeFolders } from './whole-folders.ts';

/** The reports of folders that were checked without being opened. */
export interface FolderCheck extends Disposable {
  /** The states of reports that are in no tab, by the URI of the document that shows them. */
  readonly reports: ReadonlyMap<string, readonly ReportState[]>;
  /** Why files were not read, by their URI. */
  readonly unread: ReadonlyMap<string, string>;
  readonly onDidChange: Event<void>;
}

/** What was made of a file: the states of its reports, where there are any. */
type Outcome = readonly ReportState[] | 'other' | 'unread';

/** So many files are read at once. */
const together = 8;

/** Rules that are written one after the other are followed together, after this many milliseconds. */
const rest = 300;

/** Checks all reports of a folder on request; from then on what is known of them follows their files. */
export function createFolderCheck(server: ServerConnection, forms: KnownForms, log: LogOutputChannel): FolderCheck {
  const findings = languages.createDiagnosticCollection(diagnosticSource);
  const changed = new EventEmitter<void>();
  /** Every report of the folders, with what is known of it; nothing while it is in a tab. */
  const known = new Map<string, readonly ReportState[]>();
  const unread = new Map<string, string>();
  const watchers = new Map<string, Disposable>();
  const followingRules = new Map<string, ReturnType<typeof setTimeout>>();
  const progress = createFolderProgress();
  /** Another one when the folders are forgotten: what is being read by then is of no interest any more. */
  let session = {};
  /** How many runs over folders are under way. */
  let runs = 0;

  async function check(file: Uri): Promise<Outcome> {
    const begun = session;
    try {
      const read = await readText(file, server);
      if ('unread' in read) {
        return leave(file, read.unread);
      }
      const { uri, text, languageId } = read;
      const key = uri.toString();
      const result = forms.isReport(text) ? await ask({ uri: key, languageId, text }) : undefined;
      if (!result || result.states.length === 0) {
        forget(file);
        return 'other';
      }
      const diagnostics = await server.client.protocol2CodeConverter.asDiagnostics([...result.diagnostics]);
      if (begun !== session) {
        return 'other';
      }
      unread.delete(file.toString());
      if (isShown(uri)) {
        known.set(key, []);
        findings.delete(uri);
      } else {
        known.set(key, result.states);
        findings.set(uri, diagnostics);
      }
      return result.states;
    } catch (error) {
      if (await isGone(file)) {
        forget(file);
        return 'other';
      }
      return leave(file, error instanceof Error ? error.message : String(error));
    } finally {
      announce();
    }
  }

  function leave(uri: Uri, reason: string): Outcome {
    log.warn(`${uri.toString(true)}: ${reason}`);
    forget(uri);
    unread.set(uri.toString(), reason);
    return 'unread';
  }

  function announce(): void {
    void commands.executeCommand('setContext', 'disclosureReport.hasFolder', known.size + unread.size > 0);
    changed.fire();
  }

  function ask(params: CheckFileParams): Promise<CheckFileResult | null> {
    return server.request(checkFileMethod, params);
  }

  function forget(file: Uri): void {
    const uri = documentOf(file);
    if (known.delete(uri.toString())) {
      void server.request(forgetFilesMethod, { uris: [uri.toString()] });
    }
    unread.delete(file.toString());
    findings.delete(uri);
  }

  function clear(): void {
    session = {};
    if (known.size > 0) {
      void server.request(forgetFilesMethod, {});
    }
    watchers.forEach((watcher) => watcher.dispose());
    watchers.clear();
    followingRules.forEach((timer) => clearTimeout(timer));
    known.clear();
    unread.clear();
    findings.clear();
    announce();
  }

  /** Reports in tabs have findings of their own; those whose tab is closed again are read from their files. */
  function tabsChanged(): void {
    for (const key of known.keys()) {
      const uri = Uri.parse(key);
      if (isShown(uri)) {
        known.set(key, []);
        findings.delete(uri);
      } else if (!findings.has(uri)) {
        void check(fileOf(uri));
      }
    }
  }

  /** The text of an office file lies at the path of the file, and is told of when it is saved, to who watches that path. */
  async function checkWanted(uri: Uri, top: Uri): Promise<void> {
    const file = fileOf(uri);
    if (isFoundInFolder(uri.path) && !await createIgnoring()(file, top)) {
      await check(file);
    }
  }

  /** Looks at files that are written behind the editor's back, or by it. */
  function watch(folder: Uri): void {
    const key = folder.toString();
    if (!watchers.has(key)) {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, allReportFiles));
      const rules = workspace.createFileSystemWatcher(new RelativePattern(workspace.getWorkspaceFolder(folder) ?? folder, '**/.gitignore'));
      const follow = (): void => followRules(folder);
      watchers.set(key, Disposable.from(watcher, rules, watchWholeFolders(folder, holdsKnown, follow),
        rules.onDidCreate(follow), rules.onDidChange(follow), rules.onDidDelete(follow),
        watcher.onDidCreate((uri) => void checkWanted(uri, folder)),
        watcher.onDidChange((uri) => void checkWanted(uri, folder)),
        watcher.onDidDelete((uri) => {
          forget(fileOf(uri));
          announce();
        })));
    }
  }

  /** The files of which something is known, by their URI. */
  function knownFiles(): Set<string> {
    return new Set([...[...known.keys()].map((key) => fileOf(Uri.parse(key)).toString()), ...unread.keys()]);
  }

  function holdsKnown(folder: Uri): boolean {
    return [...knownFiles()].some((file) => file.startsWith(`${folder.toString()}/`));
  }

  /** Other rules leave other files out, and whole folders come and go: files that are gone are forgotten, and those that have come are checked. */
  function followRules(folder: Uri): void {
    clearTimeout(followingRules.get(folder.toString()));
    followingRules.set(folder.toString(), setTimeout(() => {
      takeStock(folder).catch(logFailure);
    }, rest));
  }

  async function takeStock(folder: Uri): Promise<void> {
    const begun = session;
    const { token } = new CancellationTokenSource();
    const files = new Map((await findReportFiles([folder], token)).map((file) => [file.toString(), file]));
    if (begun !== session) {
      return;
    }
    const had = knownFiles();
    const below = `${folder.toString().replace(/\/$/u, '')}/`;
    [...had].filter((key) => key.startsWith(below) && !files.has(key)).forEach((key) => forget(Uri.parse(key)));
    announce();
    const come = [...files].filter(([key]) => !had.has(key)).map(([, file]) => file);
    await checkAll(come, () => undefined, token);
    await checkStale();
  }

  async function checkAll(files: readonly Uri[], count: (done: number, all: number) => void, token: CancellationToken): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < files.length && !token.isCancellationRequested; at += together) {
      const some = files.slice(at, at + together);
      outcomes.push(...await Promise.all(some.map(check)));
      count(outcomes.length, files.length);
    }
    return outcomes;
  }

  /** Checks those again that have other findings since the files that they are compared with were read. */
  async function checkStale(): Promise<void> {
    const begun = session;
    const stale = await server.request(staleFilesMethod, {}) ?? [];
    for (let at = 0; at < stale.length && begun === session; at += together) {
      await Promise.all(stale.slice(at, at + together).map((uri) => check(fileOf(Uri.parse(uri)))));
    }
  }

  /** While a folder is gone through, all will be looked at again in the end. */
  function filesConcerned(): void {
    if (runs === 0) {
      checkStale().catch(logFailure);
    }
  }

  function logFailure(error: unknown): void {
    log.error(error instanceof Error ? error : String(error));
  }

  async function checkFolder(folder?: Uri): Promise<void> {
    const folders = folder ? [folder] : (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    if (folders.length === 0) {
      void window.showInformationMessage(l10n.t('Open the folder that holds the reports first.'));
      return;
    }
    const { outcomes, isStopped } = await goThrough(folders);
    void showSummary({
      reports: outcomes.flatMap((outcome) => (typeof outcome === 'string' ? [] : outcome)),
      others: outcomes.filter((outcome) => outcome === 'other').length,
      unread: [...unread.keys()].map((key) => Uri.parse(key)),
      isStopped,
    });
  }

  function goThrough(folders: readonly Uri[]): Promise<{ readonly outcomes: readonly Outcome[]; readonly isStopped: boolean }> {
    return progress.run(async (count, token) => {
      await server.client.start();
      folders.forEach(watch);
      runs += 1;
      try {
        const all = await checkAll(await findReportFiles(folders, token), count, token);
        await checkStale();
        return { outcomes: all, isStopped: token.isCancellationRequested };
      } finally {
        runs -= 1;
      }
    });
  }

  const listeners = Disposable.from(
    findings,
    changed,
    progress,
    commands.registerCommand('disclosureReport.checkFolder', (folder?: unknown) => checkFolder(folder instanceof Uri ? folder : undefined)),
    commands.registerCommand('disclosureReport.clearFolder', clear),
    window.tabGroups.onDidChangeTabs(tabsChanged),
    server.onFilesConcerned(filesConcerned),
    checkUnasked((folders) => void goThrough(folders).catch(logFailure), clear),
    server.onDidChangeSettings(() => [...known.keys()].forEach((key) => void check(fileOf(Uri.parse(key))))),
  );
  return {
    reports: known,
    unread,
    onDidChange: changed.event,
    dispose() {
      followingRules.forEach((timer) => clearTimeout(timer));
      watchers.forEach((watcher) => watcher.dispose());
      listeners.dispose();
    },
  };
}

/** Whether a file was taken away since it was found. */
async function isGone(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(() => false, (error: unknown) => error instanceof FileSystemError && error.code === 'FileNotFound');
}

/** Whether a file is open in a tab, where the editor asks for its findings itself. */
function isShown(uri: Uri): boolean {
  const key = uri.toString();
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ input }) =>
    (input instanceof TabInputText && input.uri.toString() === key) || (input instanceof TabInputTextDiff && input.modified.toString() === key));
}
