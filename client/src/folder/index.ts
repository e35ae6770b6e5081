import { CancellationTokenSource, commands, Disposable, l10n, Uri, window, workspace, type Event, type LogOutputChannel } from 'vscode';
import { staleFilesMethod, type ReportState } from '../../../server/src/lsp/protocol.ts';
import type { ServerConnection } from '../connection.ts';
import { logFailure } from '../failures.ts';
import type { KnownForms } from '../known-forms.ts';
import { fileOf } from '../office/address.ts';
import { createFileChecking, type FileChecking, type Outcome } from './check-files.ts';
import { findReportFiles } from './files.ts';
import { createKnownFiles, type KnownFiles } from './known-files.ts';
import { createFolderProgress } from './progress.ts';
import { showSummary } from './summary.ts';
import { checkUnasked } from './unasked.ts';
import { createFolderWatch } from './watch-folders.ts';

/** The reports of folders that were checked without being opened. */
export interface FolderCheck extends Disposable {
  /** The states of reports that are in no tab, by the URI of the document that shows them. */
  readonly reports: ReadonlyMap<string, readonly ReportState[]>;
  /** Why files were not read, by their URI. */
  readonly unread: ReadonlyMap<string, string>;
  readonly onDidChange: Event<void>;
  /** Checks files by the documents that show them, of which the server has to know again what it forgot. */
  checkAgain(documents: readonly string[], count: (done: number, all: number) => void): Promise<void>;
}

/** What checks files, and keeps what is known of them. */
interface Parts {
  readonly server: ServerConnection;
  readonly known: KnownFiles;
  readonly checking: FileChecking;
}

/** Checks all reports of a folder on request; from then on what is known of them follows their files. */
export function createFolderCheck(server: ServerConnection, forms: KnownForms, log: LogOutputChannel): FolderCheck {
  const known = createKnownFiles(server);
  const checking = createFileChecking(known, server, forms, log);
  const parts: Parts = { server, known, checking };
  const progress = createFolderProgress();
  const failed = logFailure(log);
  const watching = createFolderWatch({
    written: (file) => void checking.check(file),
    gone(file) {
      known.forget(file);
      known.announce();
    },
    takeStock: (folder) => void takeStock(folder, parts).catch(failed),
    known: known.files,
  });
  /** How many runs over folders are under way. */
  let runs = 0;

  function goThrough(folders: readonly Uri[]): Promise<{ readonly outcomes: readonly Outcome[]; readonly isStopped: boolean }> {
    return progress.run(async (count, token) => {
      await server.client.start();
      folders.forEach(watching.watch);
      runs += 1;
      try {
        const outcomes = await checking.checkAll(await findReportFiles(folders, token), () => token.isCancellationRequested, count);
        await checkStale(parts);
        return { outcomes, isStopped: token.isCancellationRequested };
      } finally {
        runs -= 1;
      }
    });
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
      unread: [...known.unread.keys()].map((key) => Uri.parse(key)),
      isStopped,
    });
  }

  function clear(): void {
    watching.stop();
    known.clear();
  }

  const listeners = Disposable.from(
    known,
    watching,
    progress,
    commands.registerCommand('disclosureReport.checkFolder', (folder?: unknown) => checkFolder(folder instanceof Uri ? folder : undefined)),
    commands.registerCommand('disclosureReport.clearFolder', clear),
    window.tabGroups.onDidChangeTabs(checking.followTabs),
    server.onFilesConcerned(() => {
      // While a folder is gone through, all will be looked at again in the end.
      if (runs === 0) {
        checkStale(parts).catch(failed);
      }
    }),
    checkUnasked((folders) => void goThrough(folders).catch(failed), clear),
    server.onDidChangeSettings(() => checkAgain([...known.reports.keys()], parts).catch(failed)),
  );
  return {
    reports: known.reports, unread: known.unread, onDidChange: known.onDidChange,
    checkAgain: (documents, count) => checkAgain(documents, parts, count),
    dispose: () => listeners.dispose(),
  };
}

/** Checks those again that have other findings since the files that they are compared with were read. */
async function checkStale({ server, known, checking }: Parts): Promise<void> {
  await checkAgain(await server.request(staleFilesMethod, {}) ?? [], { known, checking });
}

/** @param documents by their URIs */
async function checkAgain(documents: readonly string[], { known, checking }: Omit<Parts, 'server'>, count?: (done: number, all: number) => void): Promise<void> {
  const begun = known.session;
  await checking.checkAll(documents.map((uri) => fileOf(Uri.parse(uri))), () => begun !== known.session, count);
}

/** Other files of a folder are reports now: those that are gone or left out are forgotten, and those that have come are checked. */
async function takeStock(folder: Uri, parts: Parts): Promise<void> {
  const { known, checking } = parts;
  const begun = known.session;
  const { token } = new CancellationTokenSource();
  const files = new Map((await findReportFiles([folder], token)).map((file) => [file.toString(), file]));
  if (begun !== known.session) {
    return;
  }
  const had = known.files();
  const below = `${folder.toString().replace(/\/$/u, '')}/`;
  [...had].filter((key) => key.startsWith(below) && !files.has(key)).forEach((key) => known.forget(Uri.parse(key)));
  known.announce();
  await checking.checkAll([...files].filter(([key]) => !had.has(key)).map(([, file]) => file), () => false);
  await checkStale(parts);
}
